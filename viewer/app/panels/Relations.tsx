/** Relations of an entity in groups: 推进 → …; the other end goes to the canvas, the row opens its sentence. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { RELATION_TYPES, relationTypes } from "../../../ingest/ontology.ts";
import type { EntityFacts, RelationFact } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { open } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";
import { FactRow } from "./FactRow.tsx";
import { TypeMark } from "./TypeMark.tsx";

const FIRST = 6;

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
  const [all, setAll] = useState(false);
  const first = group[0] as RelationFact;
  const total = facts.counts.find(
    (row) => row.relation === first.relation && row.direction === first.direction,
  )?.count;
  const shown = all ? group : group.slice(0, FIRST);
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
        <FactRow
          key={fact.id}
          id={fact.id}
          evidence={fact.evidence}
          names={[...names, fact.other.name, ...fact.other.aliases]}
        >
          <UnstyledButton className="other" onClick={() => act(open(fact.other.id))}>
            <TypeMark type={fact.other.type} size={17} />
            <span>{visible(fact.other.name.slice(0, 120))}</span>
          </UnstyledButton>
          {fact.title && <small>{visible(fact.title)}</small>}
          {fact.year !== undefined && <small>{say("year", { year: fact.year })}</small>}
          {fact.basis === "report" && <small className="basis">{say("basisReport")}</small>}
        </FactRow>
      ))}
      {group.length > shown.length && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: group.length - shown.length })}
        </UnstyledButton>
      )}
      {all && total !== undefined && total > group.length && (
        <p className="panel-note">{say("firstOfMany", { n: group.length, m: total })}</p>
      )}
    </div>
  );
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
