/** Questions: saved ones with fields in plain words, or Cypher of the reader's own; the answer as a table that leads to the canvas. */
import { Button, Group, Loader, Select, Tabs, TextInput, UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "../../../cypher/cells.ts";
import type { ApiError, QueryCard, QueryField, ReportCard } from "../../server/api.ts";
import { askCypher, askNodes, askQueries, askQuestion } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { askQuery } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { detailOf, useAnswer, useOverview } from "./useAnswer.ts";

const Editor = lazy(() => import("../editor/Editor.tsx"));

const HISTORY = 30;

export function Console() {
  const { say } = useSpeech();
  const query = usePart((state) => state.query);
  const [history, setHistory] = useLocalStorage<string[]>({ key: "zhengtu-history", defaultValue: [] });
  const { answer, error, running, run, stop } = useRun();
  const runCypher = useCallback(
    (cypher: string) => {
      setHistory((before) => [cypher, ...before.filter((other) => other !== cypher)].slice(0, HISTORY));
      run((signal) => askCypher(cypher, signal));
    },
    [run, setHistory],
  );
  return (
    <main className="console">
      <Tabs
        value={query.name === null && query.cypher !== "" ? "own" : "saved"}
        onChange={(tab) =>
          act(askQuery(tab === "own" ? { name: null, cypher: query.cypher || START_CYPHER } : { cypher: "" }))
        }
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="saved">{say("savedQuestions")}</Tabs.Tab>
          <Tabs.Tab value="own">{say("ownCypher")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="saved">
          <Saved running={running} run={run} stop={stop} />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <div className="own">
            <Suspense fallback={<Loader type="dots" />}>
              <Editor
                value={query.cypher}
                error={error}
                onChange={(cypher) => act(askQuery({ name: null, cypher }))}
                onRun={runCypher}
              />
            </Suspense>
            <Group gap="sm" mt="xs">
              <RunButton running={running} run={() => runCypher(query.cypher)} stop={stop} />
              <small>{say("runHint")}</small>
              {history.length > 0 && (
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
                  onChange={(index) =>
                    index !== null && act(askQuery({ name: null, cypher: history[Number(index)] ?? "" }))
                  }
                />
              )}
            </Group>
          </div>
        </Tabs.Panel>
      </Tabs>
      {error && <RunError error={error} />}
      {running && <Loader type="dots" mt="md" aria-label={say("loading")} />}
      {answer && <ResultTable answer={answer} />}
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

function RunButton({ running, run, stop }: { running: boolean; run: () => void; stop: () => void }) {
  const { say } = useSpeech();
  return running ? (
    <Button size="compact-md" color="gray" leftSection={<IconPlayerStop size={15} />} onClick={stop}>
      {say("cancel")}
    </Button>
  ) : (
    <Button size="compact-md" leftSection={<IconPlayerPlay size={15} />} onClick={run}>
      {say("run")}
    </Button>
  );
}

interface Run {
  run: (question: (signal: AbortSignal) => Promise<Answer>) => void;
  stop: () => void;
  running: boolean;
}

function Saved({ run, stop, running }: Run) {
  const { name } = useSpeech();
  const queries = useAnswer("queries", askQueries);
  const query = usePart((state) => state.query);
  const chosen = queries.value?.find((card) => card.name === query.name) ?? queries.value?.[0];
  if (queries.error) return <ErrorNote error={queries.error} retry={queries.retry} />;
  if (!queries.value) return <Loader type="dots" m="md" />;
  return (
    <div className="saved">
      <nav className="saved-list">
        {queries.value.map((card) => (
          <UnstyledButton
            key={card.name}
            className="saved-name"
            aria-current={card.name === chosen?.name}
            onClick={() => act(askQuery({ name: card.name, cypher: "", parameters: {} }))}
          >
            {name(card)}
          </UnstyledButton>
        ))}
      </nav>
      {chosen && <Question key={chosen.name} card={chosen} run={run} stop={stop} running={running} />}
    </div>
  );
}

function Question({ card, run, stop, running }: Run & { card: QueryCard }) {
  const { say, name } = useSpeech();
  const given = usePart((state) => state.query.parameters);
  const values = Object.fromEntries(
    card.fields.map((field) => [field.name, given[field.name] ?? field.default]),
  );
  const set = (field: string, value: string): void =>
    act(askQuery({ name: card.name, cypher: "", parameters: { ...given, [field]: value } }));
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        run((signal) => askQuestion(card.name, values, signal));
      }}
    >
      <h2>{name(card)}</h2>
      {card.scan && <small>{say("scanNote")}</small>}
      <div className="fields">
        {card.fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ""}
            onChange={(value) => set(field.name, value)}
          />
        ))}
      </div>
      <Group gap="sm">
        <RunButton
          running={running}
          run={() => run((signal) => askQuestion(card.name, values, signal))}
          stop={stop}
        />
        <UnstyledButton className="more" onClick={() => act(askQuery({ name: null, cypher: card.text }))}>
          {say("editCypher")}
        </UnstyledButton>
      </Group>
    </form>
  );
}

function Field({
  field,
  value,
  onChange,
}: {
  field: QueryField;
  value: string;
  onChange: (value: string) => void;
}) {
  const { say } = useSpeech();
  const reports = useOverview().value?.reports ?? [];
  if (/报告.*编号/.test(field.label))
    return <ReportField field={field} value={value} reports={reports} onChange={onChange} />;
  if (field.type === "text" && /编号/.test(field.label))
    return <EntityField field={field} value={value} onChange={onChange} />;
  if (field.type === "boolean")
    return (
      <Select
        size="sm"
        label={field.label}
        data={[
          { value: "true", label: "✓" },
          { value: "false", label: "✗" },
        ]}
        value={value}
        onChange={(next) => onChange(next ?? field.default)}
      />
    );
  return (
    <TextInput
      size="sm"
      label={field.label}
      value={value}
      placeholder={field.default || say("all")}
      inputMode={field.type === "integer" || field.type === "number" ? "numeric" : "text"}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function ReportField(props: {
  field: QueryField;
  value: string;
  reports: ReportCard[];
  onChange: (value: string) => void;
}) {
  return (
    <Select
      size="sm"
      label={props.field.label}
      searchable
      data={props.reports.map((report) => ({
        value: report.id,
        label: `${report.year ?? ""} ${visible(report.title.slice(0, 60))}`,
      }))}
      value={props.value || null}
      onChange={(value) => props.onChange(value ?? "")}
    />
  );
}

/** An entity is picked by its name; the question gets its id. */
function EntityField({
  field,
  value,
  onChange,
}: {
  field: QueryField;
  value: string;
  onChange: (value: string) => void;
}) {
  const { say } = useSpeech();
  const node = useAnswer(value === "" ? null : `node ${value}`, () => askNodes([value], []));
  const name = node.value?.nodes[0]?.name;
  return (
    <div className="entity-field">
      <span className="field-label">
        {field.label.replace(/(名称或)?编号/, "")}
        {name && <b>{visible(name.slice(0, 60))}</b>}
      </span>
      <SearchBox size="sm" namesOnly label={say("pickEntity")} onPick={onChange} />
    </div>
  );
}

/** One question at a time; a new one withdraws the older. */
function useRun(): Run & { answer: Answer | null; error: ApiError["error"] | null } {
  const [state, setState] = useState<{
    answer: Answer | null;
    error: ApiError["error"] | null;
    running: boolean;
  }>({
    answer: null,
    error: null,
    running: false,
  });
  const control = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    control.current?.abort();
    setState({ answer: null, error: null, running: false });
  }, []);
  const run = useCallback((question: (signal: AbortSignal) => Promise<Answer>) => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setState({ answer: null, error: null, running: true });
    question(mine.signal).then(
      (answer) => mine.signal.aborted || setState({ answer, error: null, running: false }),
      (error: unknown) =>
        mine.signal.aborted || setState({ answer: null, error: detailOf(error), running: false }),
    );
  }, []);
  useEffect(() => () => control.current?.abort(), []);
  return { ...state, run, stop };
}
