/** The editor for Cypher of the reader's own, with what was run before. */
import { Group, Loader, Select } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { lazy, Suspense, useCallback } from "react";
import type { ApiError } from "../../server/api.ts";
import { askCypher } from "../ask.ts";
import { askQuery } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { RunButton } from "./RunButton.tsx";
import type { Run } from "./useRun.ts";

const Editor = lazy(() => import("../editor/Editor.tsx"));

const HISTORY = 30;

export function OwnCypher({ run, stop, running, error }: Run & { error: ApiError["error"] | null }) {
  const { say } = useSpeech();
  const cypher = usePart((state) => state.query.cypher);
  const [history, setHistory] = useLocalStorage<string[]>({ key: "zhengtu-history", defaultValue: [] });
  const runCypher = useCallback(
    (text: string) => {
      setHistory((before) => [text, ...before.filter((other) => other !== text)].slice(0, HISTORY));
      run((signal) => askCypher(text, signal));
    },
    [run, setHistory],
  );
  const write = (text: string): void => act(askQuery({ name: null, cypher: text }));
  return (
    <div className="own">
      <Suspense fallback={<Loader type="dots" aria-label={say("loading")} />}>
        <Editor value={cypher} error={error} onChange={write} onRun={runCypher} />
      </Suspense>
      <Group gap="sm" mt="xs">
        <RunButton running={running} run={() => runCypher(cypher)} stop={stop} />
        <small>{say("runHint")}</small>
        {history.length > 0 && <History history={history} onPick={write} />}
      </Group>
    </div>
  );
}

function History({ history, onPick }: { history: readonly string[]; onPick: (cypher: string) => void }) {
  const { say } = useSpeech();
  return (
    <Select
      className="history"
      size="xs"
      placeholder={say("history")}
      aria-label={say("history")}
      data={history.map((text, index) => ({
        value: String(index),
        label: text.replace(/\s+/g, " ").slice(0, 90),
      }))}
      value={null}
      onChange={(index) => index !== null && onPick(history[Number(index)] ?? "")}
    />
  );
}
