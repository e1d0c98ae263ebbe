/** The sentences that say a fact, with the words marked, and the report and year they come from. */
import { Anchor, Skeleton, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { EvidenceRef, PassageCard, ReportCard } from "../../server/api.ts";
import { askPassages } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { read } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { cutSentence, markPieces } from "./sentence.ts";
import { useAnswer, useOverview } from "./useAnswer.ts";

const FIRST = 3;

export function Sentences({ evidence, names }: { evidence: EvidenceRef[]; names: string[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? evidence : evidence.slice(0, FIRST);
  const ids = [...new Set(shown.map(({ passage }) => passage))].sort();
  const answer = useAnswer(ids.join(" "), () => askPassages(ids));
  const reports = new Map(useOverview().value?.reports.map((report) => [report.id, report]));
  if (answer.error) return <ErrorNote error={answer.error} retry={answer.retry} />;
  if (!answer.value) return <Skeleton height={56} radius="sm" />;
  const passages = new Map(answer.value.map((passage) => [passage.id, passage]));
  return (
    <div className="sentences">
      {shown.map((ref) => {
        const passage = passages.get(ref.passage);
        const key = `${ref.passage} ${ref.start} ${ref.end}`;
        return (
          passage && (
            <Sentence
              key={key}
              passage={passage}
              place={ref}
              names={names}
              report={reports.get(ref.report)}
            />
          )
        );
      })}
      {evidence.length > shown.length && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: evidence.length - shown.length })}
        </UnstyledButton>
      )}
    </div>
  );
}

interface SentenceProps {
  passage: PassageCard;
  place: EvidenceRef;
  names: string[];
  report: ReportCard | undefined;
}

function Sentence({ passage, place, names, report }: SentenceProps) {
  const { say } = useSpeech();
  const [whole, setWhole] = useState(false);
  const said = { start: place.start - passage.start, end: place.end - passage.start };
  const cut = whole ? { start: 0, end: passage.text.length } : cutSentence(passage.text, said);
  const text = passage.text.slice(cut.start, cut.end);
  const pieces = markPieces(text, { start: said.start - cut.start, end: said.end - cut.start }, names);
  const partial = cut.start > 0 || cut.end < passage.text.length;
  return (
    <figure className="sentence">
      <blockquote>
        {!whole && cut.start > 0 && "…"}
        {pieces.map(({ text: piece, said, named }, index) => {
          const key = `${index} ${piece}`;
          const words = visible(piece);
          if (named)
            return (
              <mark key={key} className={said ? "named said" : "named"}>
                {words}
              </mark>
            );
          return said ? (
            <span key={key} className="said">
              {words}
            </span>
          ) : (
            <span key={key}>{words}</span>
          );
        })}
        {!whole && cut.end < passage.text.length && "…"}
      </blockquote>
      <figcaption>
        <span className="source">
          {report ? visible(report.title.slice(0, 80)) : place.report}
          {report?.year ? ` · ${report.year}` : ""}
          {passage.heading && <small> › {visible(passage.heading.slice(0, 40))}</small>}
        </span>
        <span className="source-links">
          {(partial || whole) && (
            <Anchor component="button" size="xs" onClick={() => setWhole(!whole)}>
              {say(whole ? "lessContext" : "context")}
            </Anchor>
          )}
          <Anchor component="button" size="xs" onClick={() => act(read(passage.report, passage.id))}>
            {say("readReport")}
          </Anchor>
        </span>
      </figcaption>
    </figure>
  );
}
