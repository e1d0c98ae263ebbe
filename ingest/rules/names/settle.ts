/** Mentions that overlap as it comes → outer ones and what lies inside them. */
import type { EntityType } from "../../ontology.ts";
import type { Mention } from "../../types.ts";

/** Types of which one may stand inside another of its kind: 云河区 in 云河区星湖镇, a road in its section. */
const SELF_NESTING: ReadonlySet<EntityType> = new Set<EntityType>([
  "District",
  "Infrastructure",
  "Place",
  "Park",
  "Institution",
]);
/** A firm's name alone that stands for its project is both: one inside the other, at the same place. */
function nests(outer: Mention, inner: Mention): boolean {
  const same = outer.start === inner.start && outer.end === inner.end;
  if (same) return outer.type !== inner.type && inner.depth === 1;
  return outer.type !== inner.type || SELF_NESTING.has(inner.type);
}

/** Of mentions that cross each other the longer and surer stay; those inside another get depth 1, deeper ones go. */
export function settle(mentions: readonly Mention[]): Mention[] {
  const order = [...mentions].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.probability - a.probability || a.start - b.start,
  );
  const kept: Mention[] = [];
  const owner = new Map<number, Mention>();
  for (const mention of order) {
    const first = owner.get(mention.start);
    const last = owner.get(mention.end - 1);
    if (first !== last) continue;
    if (!first) {
      const outer: Mention = { ...mention, depth: 0 };
      for (let at = mention.start; at < mention.end; at++) owner.set(at, outer);
      kept.push(outer);
    } else if (nests(first, mention)) {
      kept.push({ ...mention, depth: 1 });
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
