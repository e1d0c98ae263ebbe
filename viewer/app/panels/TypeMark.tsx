/** The disc of a type: its colour and its character. */
import type { EntityType } from "../../../ingest/ontology.ts";
import { LOOKS } from "../palette.ts";

export function TypeMark({ type, size = 18 }: { type: EntityType; size?: number }) {
  return (
    <span
      className={`type-mark type-${type}`}
      style={{ width: size, height: size, fontSize: size * 0.58 }}
      aria-hidden="true"
    >
      {LOOKS[type].mark}
    </span>
  );
}
