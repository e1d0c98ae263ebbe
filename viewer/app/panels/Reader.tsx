/** A report's full text under its headings, every found name marked by its type; a click on one goes to the graph. */
import { Button, Loader, UnstyledButton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { ReaderPassage } from "../../server/api.ts";
import { askReport } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { ReportMenu } from "../ingest/ReportMenu.tsx";
import { backToGraph, goStart } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { type Marking, MarkKey } from "./MarkKey.tsx";
import { ReaderText } from "./ReaderText.tsx";
import { useAnswer } from "./useAnswer.ts";

export function Reader() {
  const { say } = useSpeech();
  const id = usePart((state) => state.report) ?? "";
  const at = usePart((state) => state.at);
  const drawn = usePart((state) => state.steps.length > 0);
  const [off, setOff] = useState<readonly Marking[]>([]);
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
          {say(drawn ? "back" : "backToStart")}
        </Button>
        {answer.value && <ReportMenu report={answer.value.report} onRemoved={() => act(goStart())} />}
        {answer.value && <Contents passages={answer.value.passages} />}
        {answer.value && <MarkKey passages={answer.value.passages} off={off} onChange={setOff} />}
      </nav>
      <article className="reader-text" lang="zh-CN" data-off={off.join(" ")}>
        {answer.waiting && <Loader type="dots" aria-label={say("loading")} />}
        {answer.error && <ErrorNote error={answer.error} retry={answer.retry} />}
        {answer.value && <ReaderText text={answer.value} at={at} />}
      </article>
    </main>
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
