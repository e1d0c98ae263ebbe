/** A report's full text under its headings, every found name marked by its type; a click on one goes to the graph. */
import { Button, Group, Loader, Modal, UnstyledButton } from "@mantine/core";
import { IconArrowLeft, IconTrash } from "@tabler/icons-react";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import type { ChangeReport } from "../../../cypher/changes.ts";
import { ENTITY_TYPES, REPORT_KINDS } from "../../../ingest/ontology.ts";
import type { ApiError, ReaderPassage, ReportCard, ReportText } from "../../server/api.ts";
import { askReport, removeReport } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { refresh } from "../fresh.ts";
import { backToGraph, goStart, open } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ChangeView } from "./ChangeView.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { detailOf, useAnswer } from "./useAnswer.ts";

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
        {answer.value && <Removal report={answer.value.report} />}
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

/** Removing a report, after showing what goes with it. */
function Removal({ report }: { report: ReportCard }) {
  const { say } = useSpeech();
  const [preview, setPreview] = useState<ChangeReport | null>(null);
  const [error, setError] = useState<ApiError["error"] | null>(null);
  const fail = (reason: unknown): void => setError(detailOf(reason));
  const remove = (): void =>
    void removeReport(report.id, false).then(() => {
      refresh();
      act(goStart());
    }, fail);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconTrash size={15} />}
        onClick={() => void removeReport(report.id, true).then(setPreview, fail)}
      >
        {say("removeReport")}
      </Button>
      {error && <ErrorNote error={error} />}
      <Modal
        opened={preview !== null}
        onClose={() => setPreview(null)}
        title={say("removePreview", { title: visible(report.title.slice(0, 60)) })}
      >
        {preview && <ChangeView change={preview} />}
        <Group mt="md" gap="sm">
          <Button color="red" onClick={remove}>
            {say("removeSure")}
          </Button>
          <Button variant="default" onClick={() => setPreview(null)}>
            {say("keepIt")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function Text({ text: { report, passages }, at }: { text: ReportText; at: string | null }) {
  return (
    <>
      <ReportHead report={report} />
      {passages.map((passage) => (
        <PassageText key={passage.id} passage={passage} here={passage.id === at} />
      ))}
    </>
  );
}

function ReportHead({ report }: { report: ReportCard }) {
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
      <p>{parts.filter(Boolean).join(" · ")}</p>
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
function markedText({ text, marks }: ReaderPassage): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at) continue;
    if (mark.start > at)
      parts.push(<Fragment key={`text ${at}`}>{visible(text.slice(at, mark.start))}</Fragment>);
    parts.push(<Name key={`name ${mark.start}`} mark={mark} text={text.slice(mark.start, mark.end)} />);
    at = mark.end;
  }
  parts.push(<Fragment key="rest">{visible(text.slice(at))}</Fragment>);
  return parts;
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
