/** From left to right by the year in which reports first speak of a thing, types side by side within a year. Pure. */
import { type EntityType, entityTypes } from "../../../ingest/ontology.ts";
import type { Positions } from "./seed.ts";

/** Between the middles of two things of a column. */
export const ROW = 38;
const TALLEST = 22;
const SUBCOLUMN = 150;
const GAP = 90;

export interface YearPicture {
  positions: Positions;
  columns: { x: number; y: number; label: string }[];
}

export function yearLayout(
  nodes: readonly { id: string; type: EntityType; since: number | null; name: string }[],
): YearPicture {
  const years = [...new Set(nodes.map(({ since }) => since ?? 0))].sort((a, b) => a - b);
  const positions: Positions = {};
  const columns: YearPicture["columns"] = [];
  let left = 0;
  for (const year of years) {
    const members = nodes
      .filter(({ since }) => (since ?? 0) === year)
      .sort((a, b) => entityTypes.indexOf(a.type) - entityTypes.indexOf(b.type) || (a.id < b.id ? -1 : 1));
    const wide = Math.ceil(members.length / TALLEST);
    const tall = Math.ceil(members.length / wide);
    members.forEach(({ id }, index) => {
      positions[id] = [left + Math.floor(index / tall) * SUBCOLUMN, -(index % tall) * ROW];
    });
    columns.push({ x: left, y: 60, label: year === 0 ? "—" : String(year) });
    left += (wide - 1) * SUBCOLUMN + SUBCOLUMN + GAP;
  }
  return { positions, columns };
}
