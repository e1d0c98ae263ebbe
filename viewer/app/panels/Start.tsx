/** The overview: what is in here, by district; a search field first. */
import { Skeleton, UnstyledButton } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { ENTITY_TYPES, REPORT_KINDS } from "../../../ingest/ontology.ts";
import type { DistrictCard, NodeCard, Overview, ReportCard } from "../../server/api.ts";
import { askChanges, askQueries } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { CompareStart } from "../compare/Compare.tsx";
import { AddReports } from "../ingest/Ingest.tsx";
import { ReportMenu } from "../ingest/ReportMenu.tsx";
import { askQuery, open, read } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ChangeView } from "./ChangeView.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { type Answer, useAnswer } from "./useAnswer.ts";

export function Start({ overview }: { overview: Answer<Overview> }) {
  const { say } = useSpeech();
  return (
    <div className="start">
      <h1>{say("brand")}</h1>
      <p className="tagline">{say("tagline")}</p>
      <SearchBox size="lg" autoFocus={window.innerWidth > 900} />
      {overview.error && <ErrorNote error={overview.error} retry={overview.retry} />}
      {overview.waiting && <Skeleton height={220} mt="lg" />}
      {overview.value &&
        (overview.value.reports.length === 0 ? <Empty /> : <Content overview={overview.value} />)}
    </div>
  );
}

function Empty() {
  const { say } = useSpeech();
  return (
    <div className="start-empty">
      <h2>{say("emptyTitle")}</h2>
      <AddReports />
      <p>{say("emptyAdvice")}</p>
    </div>
  );
}

function Content({ overview }: { overview: Overview }) {
  // for bench:viewer
  useEffect(() => void performance.mark("start-ready"), []);
  return (
    <>
      <Tries overview={overview} />
      <Totals overview={overview} />
      <Questions />
      <Districts districts={overview.districts} others={overview.others} />
      <Newest />
      <Reports reports={overview.reports} />
    </>
  );
}

/** Names to click at once: the best attested initiative, project, enterprise and district. */
function Tries({ overview: { districts } }: { overview: Overview }) {
  const { say } = useSpeech();
  const pick = (cards: NodeCard[]): NodeCard[] => cards.slice(0, 1);
  const first = districts.slice(0, 2);
  const tries = uniqueById([
    ...first.flatMap(({ initiatives }) => pick(initiatives)),
    ...first.flatMap(({ node }) => [node]),
    ...first.flatMap(({ projects }) => pick(projects)),
    ...first.flatMap(({ enterprises }) => pick(enterprises)),
  ]).slice(0, 5);
  if (tries.length === 0) return null;
  return (
    <p className="tries">
      <span>{say("tryThese")}</span>
      {tries.map((card) => (
        <Chip key={card.id} card={card} />
      ))}
    </p>
  );
}

const EXAMPLES = 3;

/** Questions to click: the first saved ones that need nothing filled in. */
function Questions() {
  const { say, name } = useSpeech();
  const queries = useAnswer("queries", askQueries).value ?? [];
  const ready = queries.filter(({ fields, scan }) => !scan && fields.every((field) => field.default !== ""));
  const shown = (ready.length >= EXAMPLES ? ready : queries).slice(0, EXAMPLES);
  if (shown.length === 0) return null;
  return (
    <section className="questions">
      <h2>{say("askThese")}</h2>
      {shown.map((card) => (
        <UnstyledButton
          key={card.name}
          className="question-link"
          onClick={() => act(askQuery({ name: card.name, cypher: "", parameters: {} }))}
        >
          <IconMessageQuestion size={16} />
          {name(card)}
        </UnstyledButton>
      ))}
    </section>
  );
}

/** What the last ingest brought. */
function Newest() {
  const { say } = useSpeech();
  const change = useAnswer("changes", askChanges).value?.[0];
  if (!change) return null;
  const titles = [...change.reports.added, ...change.reports.replaced].map(({ title }) =>
    visible(title.slice(0, 40)),
  );
  return (
    <section>
      <h2>{say("newest")}</h2>
      <p className="newest">
        {titles.slice(0, 3).join("；")}
        {titles.length > 3 ? "……" : ""}
      </p>
      <ChangeView change={change} />
    </section>
  );
}

function Totals({ overview: { counts } }: { overview: Overview }) {
  const { say } = useSpeech();
  const sum = (values: Record<string, number>): number => Object.values(values).reduce((a, b) => a + b, 0);
  const totals = [
    { word: say("reports"), value: counts.reports },
    { word: say("entities"), value: sum(counts.entities) },
    { word: say("relations"), value: sum(counts.relations) },
    { word: say("observations"), value: counts.observations },
    { word: say("milestones"), value: counts.milestones },
  ];
  return (
    <dl className="totals">
      {totals.map(({ word, value }) => (
        <div key={word}>
          <dd>{value.toLocaleString("en-US")}</dd>
          <dt>{word}</dt>
        </div>
      ))}
    </dl>
  );
}

const FIRST_OTHERS = 24;

function Districts({ districts, others }: { districts: DistrictCard[]; others: NodeCard[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? others : others.slice(0, FIRST_OTHERS);
  return (
    <section>
      <h2>{say("districts")}</h2>
      <CompareStart ids={districts.map(({ node }) => node.id)} />
      {districts.map((district) => (
        <District key={district.node.id} district={district} />
      ))}
      {shown.length > 0 && (
        <p className="others">
          {shown.map((card) => (
            <Chip key={card.id} card={card} />
          ))}
          {others.length > shown.length && (
            <UnstyledButton className="more" onClick={() => setAll(true)}>
              {say("moreDistricts", { n: districts.length + others.length })}
            </UnstyledButton>
          )}
        </p>
      )}
    </section>
  );
}

function District({
  district: { node, within, reports, initiatives, projects, enterprises },
}: {
  district: DistrictCard;
}) {
  const { say } = useSpeech();
  const rows = [
    { word: say("initiatives"), cards: initiatives },
    { word: say("projects"), cards: projects },
    { word: say("enterprises"), cards: enterprises },
  ].filter(({ cards }) => cards.length > 0);
  return (
    <article className="district">
      <header>
        <UnstyledButton className="district-name" onClick={() => act(open(node.id))}>
          {visible(node.name.slice(0, 60))}
        </UnstyledButton>
        <small>{within.map((name) => visible(name)).join(" › ")}</small>
        <small className="district-reports">{say("inReports", { n: reports })}</small>
      </header>
      {rows.map(({ word, cards }) => (
        <div className="district-row" key={word}>
          <h4>{word}</h4>
          <p>
            {cards.map((card) => (
              <Chip key={card.id} card={card} />
            ))}
          </p>
        </div>
      ))}
    </article>
  );
}

function Chip({ card }: { card: NodeCard }) {
  const { name } = useSpeech();
  return (
    <UnstyledButton className="chip" title={name(ENTITY_TYPES[card.type])} onClick={() => act(open(card.id))}>
      <TypeMark type={card.type} size={15} />
      {visible(card.name.slice(0, 40))}
    </UnstyledButton>
  );
}

const FIRST_REPORTS = 8;

function Reports({ reports }: { reports: ReportCard[] }) {
  const { say, name } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, FIRST_REPORTS);
  return (
    <section>
      <h2>
        {say("reports")} <small>{reports.length}</small>
      </h2>
      <ul className="report-list">
        {shown.map((report) => (
          <li key={report.id}>
            <UnstyledButton onClick={() => act(read(report.id))}>
              <b>{report.year ?? "—"}</b>
              <span>{visible(report.title.slice(0, 80))}</span>
              <small>
                {visible(report.district)} · {name(REPORT_KINDS[report.kind])}
              </small>
            </UnstyledButton>
            <ReportMenu report={report} />
          </li>
        ))}
      </ul>
      <AddReports />
      {reports.length > shown.length && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: reports.length - shown.length })}
        </UnstyledButton>
      )}
    </section>
  );
}

function uniqueById(cards: NodeCard[]): NodeCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
