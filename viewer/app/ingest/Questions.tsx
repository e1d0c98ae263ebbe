/** A report whose place in the graph is taken: replace, keep both, or leave it out, after a look at what replacing does. */
import { Button, Group, Skeleton } from "@mantine/core";
import { useState } from "react";
import type { Choice, Question } from "../../server/ingest/shapes.ts";
import { visible } from "../canvas/labels.ts";
import { ChangeView } from "../panels/ChangeView.tsx";
import { ErrorNote } from "../panels/ErrorNote.tsx";
import { useAnswer } from "../panels/useAnswer.ts";
import { useSpeech } from "../words.ts";
import { answer, preview, type ShownJob } from "./jobs.ts";

/** All are answered, then carried out together. */
export function Questions({ job }: { job: ShownJob }) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const { questions } = job.card;
  const open = questions.find(({ report }) => choices[report.id] === undefined);
  if (!open) return null;
  const choose = (choice: Choice): void => {
    const next = { ...choices, [open.report.id]: choice };
    setChoices(next);
    if (questions.every(({ report }) => next[report.id])) void answer(job, next);
  };
  return <OneQuestion key={open.report.id} job={job} question={open} choose={choose} />;
}

function OneQuestion({
  job,
  question: { report, there, canKeepBoth },
  choose,
}: {
  job: ShownJob;
  question: Question;
  choose: (choice: Choice) => void;
}) {
  const { say } = useSpeech();
  const changes = useAnswer(`preview ${job.card.id} ${report.id}`, () =>
    preview(job, { [report.id]: "replace" }),
  );
  const names = { title: visible(report.title.slice(0, 60)), there: visible(there.title.slice(0, 60)) };
  return (
    <section className="ingest-question">
      <p>
        <b>{visible(report.file.slice(0, 80))}</b>
        <br />
        {say(canKeepBoth ? "askSame" : "askReplace", names)}
      </p>
      <Group gap={6} my={6}>
        <Button size="compact-sm" onClick={() => choose("replace")}>
          {say("replaceIt")}
        </Button>
        {canKeepBoth && (
          <Button size="compact-sm" variant="default" onClick={() => choose("keep-both")}>
            {say("keepBoth")}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => choose("leave")}>
          {say("leaveIt")}
        </Button>
      </Group>
      <small>{say("whatGoes")}</small>
      {changes.waiting && <Skeleton height={40} />}
      {changes.error && <ErrorNote error={changes.error} retry={changes.retry} />}
      {changes.value?.map((change) => (
        <ChangeView key={JSON.stringify(change.reports)} change={change} />
      ))}
    </section>
  );
}
