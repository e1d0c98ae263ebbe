/** Questions: saved ones with fields in plain words, or Cypher of the reader's own; the answer as a table that leads to the canvas. */
import { Loader, Tabs } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ApiError } from "../../server/api.ts";
import { askQuery } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { OwnCypher } from "./OwnCypher.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { Saved } from "./Saved.tsx";
import { useRun } from "./useRun.ts";

export function Console() {
  const { say } = useSpeech();
  const query = usePart((state) => state.query);
  const { answer, error, running, run, stop } = useRun();
  // an editor that was emptied is an editor still
  const [emptied, setEmptied] = useState(false);
  const own = query.name === null && (query.cypher !== "" || emptied);
  useEffect(() => setEmptied(own), [own]);
  const outcome = (
    <>
      {error && <RunError error={error} />}
      {running && <Loader type="dots" mt="md" aria-label={say("loading")} />}
      {answer && <ResultTable answer={answer} plain={!own} />}
    </>
  );
  const turn = (tab: string | null): void => {
    stop();
    setEmptied(false);
    act(askQuery(tab === "own" ? { name: null, cypher: query.cypher || START_CYPHER } : { cypher: "" }));
  };
  return (
    <main className="console">
      <h1 className="console-title">{say("questions")}</h1>
      <Tabs value={own ? "own" : "saved"} onChange={turn} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="saved">{say("savedQuestions")}</Tabs.Tab>
          <Tabs.Tab value="own">{say("ownCypher")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="saved">
          <Saved running={running} run={run} stop={stop}>
            {outcome}
          </Saved>
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OwnCypher running={running} run={run} stop={stop} error={error} />
          {outcome}
        </Tabs.Panel>
      </Tabs>
    </main>
  );
}

const START_CYPHER = "MATCH (d:District)-[:PURSUES]->(s:Initiative)\nRETURN d, s\nLIMIT 50";

function RunError({ error }: { error: ApiError["error"] }) {
  const { say } = useSpeech();
  const at = error.line === undefined ? "" : say("errorAt", { line: error.line, column: error.column ?? 1 });
  return (
    <div className="run-error">
      {at && <strong>{at}</strong>}
      <ErrorNote error={error} />
    </div>
  );
}
