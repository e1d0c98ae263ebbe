/**
 * What pairs say of an entity before it is held against the report's district: a works that surely lies in a town, an
 * honour that surely is a firm's.
 */
import type { RelationType } from "../ontology.ts";
import type { Frame } from "./frame.ts";
import { typeOf } from "./frame.ts";

/** Best pair of each: relation, which end the entity is, and the type of the other end (any when absent). */
export const RIVALS: readonly { name: string; type: RelationType; end: "from" | "to"; other?: string }[] = [
  { name: "inDistrict", type: "LOCATED_IN", end: "from", other: "District" },
  { name: "inPark", type: "LOCATED_IN", end: "from", other: "Park" },
  { name: "inPlace", type: "LOCATED_IN", end: "from", other: "Place" },
  { name: "partOf", type: "PART_OF", end: "from" },
  { name: "awarded", type: "AWARDED", end: "to" },
  { name: "aimedFor", type: "AIMS_FOR", end: "to" },
  { name: "industryOf", type: "IN_INDUSTRY", end: "to" },
  { name: "hosted", type: "HOSTS", end: "to" },
  { name: "pursued", type: "PURSUES", end: "to" },
  { name: "undertakes", type: "UNDERTAKES", end: "from" },
  { name: "undertaken", type: "UNDERTAKES", end: "to" },
];

/** Scores beyond this tell nothing more; the lowest also stands for no pair at all. */
export const MOST = 4;

export type Rivals = Map<number, number[]>;

export function rivalsOf(
  frame: Frame,
  scored: { pair: { from: number; to: number }; type: RelationType; score: number }[],
): Rivals {
  const best: Rivals = new Map();
  const { entities } = frame.context;
  for (const { pair, type, score } of scored)
    RIVALS.forEach((rival, column) => {
      if (rival.type !== type) return;
      const [entity, other] = rival.end === "from" ? [pair.from, pair.to] : [pair.to, pair.from];
      if (rival.other && typeOf(entities[other]) !== rival.other) return;
      const row = best.get(entity) ?? RIVALS.map(() => -MOST);
      row[column] = Math.max(row[column] as number, Math.min(MOST, score));
      best.set(entity, row);
    });
  return best;
}
