/** Relations of an entity in groups: 推进 → …; the other end goes to the canvas, the row opens its sentence. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { RELATION_TYPES, relationTypes } from "../../../ingest/ontology.ts";
import type { ApiError, EntityFacts, RelationFact } from "../../server/api.ts";
import { askRelations } from "../ask.ts";
import { visible } from "../canvas/labels.ts";
import { open } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { FactRow } from "./FactRow.tsx";
import { TypeMark } from "./TypeMark.tsx";
import { detailOf } from "./useAnswer.ts";

export function Relations({ facts, names }: { facts: EntityFacts; names: string[] }) {
  const { say } = useSpeech();
  return (
    <section className="facts">
      <h3>{say("facts")}</h3>
      {groupsOf(facts.relations).map((group) => (
        <Group
          key={`${group[0]?.relation} ${group[0]?.direction}`}
          group={group}
          facts={facts}
          names={names}
        />
      ))}
    </section>
  );
}

function Group({ group, facts, names }: { group: RelationFact[]; facts: EntityFacts; names: string[] }) {
  const { say, name } = useSpeech();
  const first = group[0] as RelationFact;
  const total = facts.counts.find(
    (row) => row.relation === first.relation && row.direction === first.direction,
  )?.count;
  const { shown, left, error, more } = useShown(facts.node.id, group, total ?? 0);
  const word = name(RELATION_TYPES[first.relation]);
  return (
    <div className="fact-group">
      <h4>
        {first.direction === "out" ? (
          <>
            {word} <i>→</i>
          </>
        ) : (
          <>
            <i>←</i> {word}
          </>
        )}
        <span>{total ?? group.length}</span>
      </h4>
      {shown.map((fact) => (
        <Relation key={fact.id} fact={fact} names={names} />
      ))}
      {error && <ErrorNote error={error} retry={more} />}
      {left > 0 && !error && (
        <UnstyledButton className="more" onClick={more}>
          {say("showMore", { n: left })}
        </UnstyledButton>
      )}
    </div>
  );
}

function Relation({ fact, names }: { fact: RelationFact; names: string[] }) {
  const { say } = useSpeech();
  return (
    <FactRow id={fact.id} evidence={fact.evidence} names={[...names, fact.other.name, ...fact.other.aliases]}>
      <UnstyledButton className="other" onClick={() => act(open(fact.other.id))}>
        <TypeMark type={fact.other.type} size={17} />
        <span>{visible(fact.other.name.slice(0, 120))}</span>
      </UnstyledButton>
      {fact.title && <small>{visible(fact.title)}</small>}
      {fact.year !== undefined && <small>{say("year", { year: fact.year })}</small>}
      {fact.basis === "report" && <small className="basis">{say("basisReport")}</small>}
    </FactRow>
  );
}

const FIRST = 6;

interface Shown {
  shown: RelationFact[];
  /** Others that are not shown yet. */
  left: number;
  error: ApiError["error"] | null;
  more: () => void;
}

/** The first few, then all that came with the entity, then the server's next pages, as often as more is asked for. */
function useShown(id: string, group: RelationFact[], total: number): Shown {
  const [all, setAll] = useState(false);
  const [later, setLater] = useState<RelationFact[]>([]);
  const [error, setError] = useState<ApiError["error"] | null>(null);
  const here = [...group, ...later];
  const opened = usePart((state) => state.fact);
  const far = here.slice(FIRST).some(({ id: fact }) => fact === opened);
  const shown = all || far ? here : here.slice(0, FIRST);
  const others = new Set(here.map(({ other }) => other.id)).size;
  const fetchMore = (): void => {
    const { relation, direction } = group[0] as RelationFact;
    setError(null);
    askRelations(id, relation, direction, others).then(
      ({ relations }) => setLater((before) => [...before, ...relations]),
      (reason: unknown) => setError(detailOf(reason)),
    );
  };
  return {
    shown,
    left: Math.max(here.length - shown.length, 0) + Math.max(total - others, 0),
    error,
    more: () => (shown.length === here.length ? fetchMore() : setAll(true)),
  };
}

/** In the order of the ontology, what goes out first; inside a group the best attested first. */
function groupsOf(relations: readonly RelationFact[]): RelationFact[][] {
  const groups = new Map<string, RelationFact[]>();
  for (const type of relationTypes)
    for (const direction of ["out", "in"] as const) {
      const group = relations.filter((fact) => fact.relation === type && fact.direction === direction);
      if (group.length > 0) groups.set(`${type} ${direction}`, group);
    }
  return [...groups.values()];
}
