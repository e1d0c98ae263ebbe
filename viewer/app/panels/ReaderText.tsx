/** The text itself: names, figures and what was not recognised are marked; a click on a name or a figure goes to the graph. */
import { UnstyledButton } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { ENTITY_TYPES, REPORT_KINDS } from "../../../ingest/ontology.ts";
import type { FigureMark, ReaderPassage, ReportText } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { piecesOf } from "./spans.ts";

export function ReaderText({
  text: { report, passages, audit },
  at,
}: {
  text: ReportText;
  at: string | null;
}) {
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

const markedText = (passage: ReaderPassage): ReactNode[] =>
  piecesOf(passage).map((piece) => {
    const words = passage.text.slice(piece.start, piece.end);
    const key = `${piece.kind} ${piece.start}`;
    if (piece.kind === "name") return <Name key={key} mark={piece.mark} text={words} />;
    if (piece.kind === "figure") return <Figure key={key} mark={piece.mark} text={words} />;
    if (piece.kind === "unclaimed") return <Unclaimed key={key} text={words} />;
    return <Fragment key={key}>{visible(words)}</Fragment>;
  });

/** A click opens the panel of what the figure is told of, with the figure's sentence. */
function Figure({ mark, text }: { mark: FigureMark; text: string }) {
  const { say } = useSpeech();
  const show = (): void => act((state) => ({ ...open(mark.entity)(state), fact: mark.fact }));
  return (
    <UnstyledButton
      component="span"
      role="link"
      tabIndex={0}
      className="name figure-mark"
      title={`${say("figureMark")} · ${visible(mark.indicator.slice(0, 60))} · ${say("year", { year: mark.year })}`}
      onClick={show}
      onKeyDown={(event) => event.key === "Enter" && show()}
    >
      {visible(text)}
    </UnstyledButton>
  );
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
