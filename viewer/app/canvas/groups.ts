/** Which group each node belongs to, where the colour shows groups: communities by louvain, or districts. The largest group is 0. */

import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import type { Coloring } from "../state.ts";
import type { Picture } from "./picture.ts";

/** The largest groups have a colour of their own, which the legend tells; the others are grey. */
export const COLORED_GROUPS = 8;

export interface Grouping {
  of: ReadonlyMap<string, number>;
  /** Name and number of nodes of each group. */
  groups: { name: string; count: number }[];
}

export function groupNodes(
  picture: Picture,
  coloring: Coloring,
  districtOf: ReadonlyMap<string, string>,
): Grouping | null {
  if (coloring === "type") return null;
  const keys = coloring === "community" ? communities(picture) : districts(picture, districtOf);
  const counts = new Map<string, number>();
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const centres = coloring === "community" ? centresOf(picture, keys) : null;
  const rank = new Map(sorted.map(([key], index) => [key, index]));
  return {
    of: new Map([...keys].map(([id, key]) => [id, rank.get(key) ?? 0])),
    groups: sorted.map(([key, count]) => ({
      name: centres?.get(key) ?? key,
      count,
    })),
  };
}

function communities({ nodes, edges }: Picture): Map<string, string> {
  const graph = new Graph({ type: "undirected", multi: false });
  for (const id of [...nodes.keys()].sort()) graph.addNode(id);
  for (const { from, to } of edges.values())
    if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeEdge(from, to);
  if (graph.size === 0) return new Map([...nodes.keys()].map((id) => [id, id]));
  return new Map(
    Object.entries(louvain(graph, { rng: seeded(7) })).map(([id, group]) => [id, String(group)]),
  );
}

/** The same numbers on every machine, so that the same picture has the same communities. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Each community goes by the name of its node that has most links within it. */
function centresOf({ nodes, edges }: Picture, keys: ReadonlyMap<string, string>): Map<string, string> {
  const links = new Map<string, number>();
  for (const { from, to } of edges.values())
    if (from !== to && keys.get(from) === keys.get(to))
      for (const id of [from, to]) links.set(id, (links.get(id) ?? 0) + 1);
  const best = new Map<string, string>();
  const weight = (id: string): number => links.get(id) ?? 0;
  for (const [id, key] of keys) {
    const before = best.get(key);
    const more = before === undefined ? 1 : weight(id) - weight(before);
    if (before === undefined || more > 0 || (more === 0 && id < before)) best.set(key, id);
  }
  return new Map([...best].map(([key, id]) => [key, nodes.get(id)?.name ?? key]));
}

/** The district of the report that first names it. */
function districts({ nodes }: Picture, districtOf: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...nodes.values()].map(({ id, reports }) => {
      const counts = new Map<string, number>();
      for (const report of reports) {
        const district = districtOf.get(report);
        if (district) counts.set(district, (counts.get(district) ?? 0) + 1);
      }
      const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
      return [id, best?.[0] ?? "—"];
    }),
  );
}
