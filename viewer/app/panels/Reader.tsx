/** A report's full text under its headings, every found name marked by its type; a click on one goes to the graph. */
import { Button, Loader, UnstyledButton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { ENTITY_TYPES, REPORT_KINDS } from "../../../ingest/ontology.ts";
import type { ReaderPassage, ReportText } from "../../server/api.ts";
import { askReport } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { ReportMenu } from "../ingest/ReportMenu.tsx";
import { backToGraph, goStart, open } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { useAnswer } from "./useAnswer.ts";

export function Reader() {
  const { say } = useSpeech();
  const id = usePart((state) => state.report) ?? "";
  const at = usePart((state) => state.at);
  const answer = useAnswer(id, () => askReport(id));
  useEffect(() => {
    if (!answer.value) return;
    const place = at ? document.getElementById(`passage-${at}`) : null;
    if (place) place.scrollIntoView({ block: "center" });
    else document.querySelector(".reader")?.scrollTo({ top: 0 });
  }, [answer.value, at]);
  return (
    <main className="reader">
      <nav className="reader-nav">
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} />}
          onClick={() => act(backToGraph())}
        >
          {say("back")}
        </Button>
        {answer.value && <ReportMenu report={answer.value.report} onRemoved={() => act(goStart())} />}
        {answer.value && <Contents passages={answer.value.passages} />}
      </nav>
      <article className="reader-text" lang="zh-CN">
        {answer.waiting && <Loader type="dots" aria-label={say("loading")} />}
        {answer.error && <ErrorNote error={answer.error} retry={answer.retry} />}
        {answer.value && <Text text={answer.value} at={at} />}
      </article>
    </main>
  );
}

function Text({ text: { report, passages, audit }, at }: { text: ReportText; at: string | null }) {
  return (
    <>
      <ReportHead report={report} audit={audit} />
      {passages.map((passage) => (
        <PassageText key={passage.id} passage={passage} here={passage.id === at} />
      ))}
    </>
  );
}

function ReportHead({ report, audit }: Pick<ReportText, "report" | "audit">) {
  const { say, name } = useSpeech();
  const parts = [
    report.chain.map((part) => visible(part)).join(" › "),
    name(REPORT_KINDS[report.kind]),
    report.date,
    say("characters", { n: report.characters.toLocaleString("en-US") }),
  ];
  return (
    <header className="reader-head">
      <h1>{visible(report.title)}</h1>
      <p>
        {parts.filter(Boolean).join(" · ")}
        <br />
        {say("audit", { claimed: audit.claimed, unclaimed: audit.unclaimed })}
      </p>
    </header>
  );
}

function PassageText({ passage, here }: { passage: ReaderPassage; here: boolean }) {
  const words = markedText(passage);
  const id = `passage-${passage.id}`;
  if (passage.kind === "title") return null;
  if (passage.kind === "heading")
    return (
      <h2 id={id} data-level={passage.level ?? 1} data-here={here}>
        {words}
      </h2>
    );
  return (
    <p id={id} data-kind={passage.kind} data-here={here}>
      {words}
    </p>
  );
}

/** Outermost names are marked; a name inside a name is reached through the longer one. */
function markedText({ text, marks, unclaimed }: ReaderPassage): ReactNode[] {
  const places = [
    ...marks.map((mark) => ({ ...mark, mark })),
    ...unclaimed.map((place) => ({ ...place, mark: null })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, mark } of places) {
    if (start < at) continue;
    if (start > at) parts.push(<Fragment key={`text ${at}`}>{visible(text.slice(at, start))}</Fragment>);
    const words = text.slice(start, end);
    parts.push(
      mark ? (
        <Name key={`name ${start}`} mark={mark} text={words} />
      ) : (
        <Unclaimed key={`number ${start}`} text={words} />
      ),
    );
    at = end;
  }
  parts.push(<Fragment key="rest">{visible(text.slice(at))}</Fragment>);
  return parts;
}

function Unclaimed({ text }: { text: string }) {
  const { say } = useSpeech();
  return (
    <span className="unclaimed" title={say("unclaimed")}>
      {visible(text)}
    </span>
  );
}

function Name({ mark, text }: { mark: ReaderPassage["marks"][number]; text: string }) {
  const { name } = useSpeech();
  return (
    <UnstyledButton
      component="span"
      role="link"
      tabIndex={0}
      className={`name name-${mark.type}`}
      title={`${name(ENTITY_TYPES[mark.type])} · ${visible(mark.name.slice(0, 60))}`}
      onClick={() => act(open(mark.entity))}
      onKeyDown={(event) => event.key === "Enter" && act(open(mark.entity))}
    >
      {visible(text)}
    </UnstyledButton>
  );
}

function Contents({ passages }: { passages: ReaderPassage[] }) {
  const { say } = useSpeech();
  const [folded, setFolded] = useState(false);
  const headings = passages.filter(({ kind, level }) => kind === "heading" && (level ?? 1) <= 2);
  if (headings.length === 0) return null;
  return (
    <div className="contents">
      <UnstyledButton className="legend-head" onClick={() => setFolded(!folded)} aria-expanded={!folded}>
        {say("contents")}
      </UnstyledButton>
      {!folded &&
        headings.map(({ id, level, text }) => (
          <UnstyledButton
            key={id}
            className="contents-row"
            data-level={level ?? 1}
            onClick={() =>
              document.getElementById(`passage-${id}`)?.scrollIntoView({ block: "start", behavior: "smooth" })
            }
          >
            {visible(text.slice(0, 40))}
          </UnstyledButton>
        ))}
    </div>
  );
}
