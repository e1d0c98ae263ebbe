/** The overview: what is in here, by district; a search field first. */
import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import type { Overview } from "../../server/api.ts";
import { askChanges, askCounts } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { AddReports } from "../ingest/Ingest.tsx";
import { useSpeech } from "../words.ts";
import { ChangeView } from "./ChangeView.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { Examples } from "./Examples.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { Districts, Tries } from "./StartDistricts.tsx";
import { Reports } from "./StartReports.tsx";
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
      <Examples overview={overview} />
      <Districts districts={overview.districts} others={overview.others} />
      <Newest />
      <Reports reports={overview.reports} />
    </>
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

/** Counting a large graph takes a moment, for which nothing else waits. */
function Totals({ overview }: { overview: Overview }) {
  const { say } = useSpeech();
  const counts = useAnswer("counts", askCounts).value;
  const sum = (values: Record<string, number>): number => Object.values(values).reduce((a, b) => a + b, 0);
  const totals = [
    { word: say("reports"), value: overview.reports.length },
    { word: say("entities"), value: counts && sum(counts.entities) },
    { word: say("relations"), value: counts && sum(counts.relations) },
    { word: say("observations"), value: counts?.observations },
    { word: say("milestones"), value: counts?.milestones },
  ];
  return (
    <dl className="totals">
      {totals.map(({ word, value }) => (
        <div key={word}>
          <dd>{value?.toLocaleString("en-US") ?? "…"}</dd>
          <dt>{word}</dt>
        </div>
      ))}
    </dl>
  );
}
