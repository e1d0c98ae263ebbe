/** The ways between two entities, each written as sentences: A 推进 B, C 服务于 B; every step opens its evidence. */
import { ActionIcon, Loader, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect } from "react";
import { RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { NodeCard, PathStep, PathsAnswer } from "../../server/api.ts";
import { askNodes, askPaths } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { setPath } from "../canvas/stage.ts";
import { add, choose, showPath } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { FactRow } from "./FactRow.tsx";
import { leavePanel } from "./leave.ts";
import { SearchBox } from "./SearchBox.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { useAnswer } from "./useAnswer.ts";

export function PathPanel({ path: [from, to] }: { path: [string, string] }) {
  const { say } = useSpeech();
  const answer = useAnswer(`${from} ${to}`, () => askPaths(from, to));
  const ends = useAnswer(`ends ${from} ${to}`, () => askNodes([from, to], []));
  const found = answer.value;
  useEffect(() => {
    if (!found) return;
    setPath(new Set([...found.nodes, ...found.edges].map(({ id }) => id)));
    if (found.nodes.length > 0) act(add(found.nodes.map(({ id }) => id)));
    return () => setPath(null);
  }, [found]);
  const name = (id: string): NodeCard | undefined => ends.value?.nodes.find((node) => node.id === id);
  return (
    <div className="panel">
      <ActionIcon
        className="panel-close"
        variant="subtle"
        color="gray"
        aria-label={say("close")}
        onClick={leavePanel}
      >
        <IconX size={18} />
      </ActionIcon>
      <h2>{say("paths")}</h2>
      <div className="path-ends">
        <End
          node={name(from)}
          onChange={(id) => act(showPath([id, to]))}
          label={say("pathFrom")}
          another={say("otherStart")}
        />
        <End
          node={name(to)}
          onChange={(id) => act(showPath([from, id]))}
          label={say("pathTo")}
          another={say("otherEnd")}
        />
      </div>
      {answer.error && <ErrorNote error={answer.error} retry={answer.retry} />}
      {answer.waiting && <Loader type="dots" size="sm" />}
      {found && <Ways found={found} />}
    </div>
  );
}

function End({
  node,
  onChange,
  label,
  another,
}: {
  node: NodeCard | undefined;
  onChange: (id: string) => void;
  label: string;
  another: string;
}) {
  return (
    <div className="path-end">
      <div>
        <small>{label}</small>
        {node && (
          <UnstyledButton className="other" onClick={() => act(choose(node.id))}>
            <TypeMark type={node.type} size={18} />
            <span>{visible(node.name.slice(0, 80))}</span>
          </UnstyledButton>
        )}
      </div>
      <SearchBox size="sm" label={another} namesOnly onPick={onChange} />
    </div>
  );
}

function Ways({ found }: { found: PathsAnswer }) {
  const { say } = useSpeech();
  if (found.paths.length === 0) return <p className="panel-note">{say("noPath")}</p>;
  return (
    <ol className="ways">
      {found.paths.map((steps) => (
        <li key={steps.map(({ edge }) => edge.id).join(" ")}>
          <h4>{say("pathSteps", { n: steps.length })}</h4>
          {steps.map((step) => (
            <Step key={step.edge.id} step={step} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Step({ step: { edge, from, to, evidence } }: { step: PathStep }) {
  const { say, name } = useSpeech();
  const names = [from.name, to.name, ...from.aliases, ...to.aliases];
  return (
    <FactRow id={edge.id} evidence={evidence} names={names}>
      <span className="step">
        <TypeMark type={from.type} size={16} /> {visible(from.name.slice(0, 60))}{" "}
        <i>{name(RELATION_TYPES[edge.type])}</i> <TypeMark type={to.type} size={16} />{" "}
        {visible(to.name.slice(0, 60))}
      </span>
      {edge.year !== undefined && <small>{say("year", { year: edge.year })}</small>}
    </FactRow>
  );
}
