/** What the marks of a report's text mean, with how often each stands there; a click takes a type's marks away. */
import { UnstyledButton } from "@mantine/core";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import type { ReaderPassage } from "../../server/api.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

/** What can be taken away: the names of a type, or the figures. */
export type Marking = EntityType | "Figure";

interface Props {
  passages: readonly ReaderPassage[];
  off: readonly Marking[];
  onChange: (off: readonly Marking[]) => void;
}

export function MarkKey({ passages, off, onChange }: Props) {
  const { say, name } = useSpeech();
  const counts = countMarks(passages);
  const here = [...entityTypes, "Figure" as const].filter((marking) => counts.has(marking));
  const toggle = (marking: Marking): void =>
    onChange(off.includes(marking) ? off.filter((other) => other !== marking) : [...off, marking]);
  return (
    <details className="mark-key" open={window.innerWidth > 820}>
      <summary>{say("marks")}</summary>
      <ul>
        {here.map((marking) => (
          <li key={marking}>
            <UnstyledButton
              className="legend-row"
              aria-pressed={!off.includes(marking)}
              onClick={() => toggle(marking)}
            >
              {marking === "Figure" ? <i className="figure-sign">12</i> : <TypeMark type={marking} />}
              <span>{marking === "Figure" ? say("figureMark") : name(ENTITY_TYPES[marking])}</span>
              <b>{counts.get(marking)}</b>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

function countMarks(passages: readonly ReaderPassage[]): Map<Marking, number> {
  const counts = new Map<Marking, number>();
  const add = (marking: Marking): void => void counts.set(marking, (counts.get(marking) ?? 0) + 1);
  for (const { marks, figures } of passages) {
    for (const { type } of marks) add(type);
    for (const _ of figures) add("Figure");
  }
  return counts;
}
