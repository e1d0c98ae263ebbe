/** How much each edge is bent. Pure. */
import type { EdgeCard } from "../../server/api.ts";

/** Of those that share both ends; each direction bends to a side of its own. */
export function curvaturesOf(edges: Iterable<Pick<EdgeCard, "id" | "from" | "to">>): Map<string, number> {
  const ways = new Map<string, string[]>();
  for (const { id, from, to } of edges) {
    const way = `${from} ${to}`;
    const ids = ways.get(way);
    if (ids) ids.push(id);
    else ways.set(way, [id]);
  }
  const curvatures = new Map<string, number>();
  for (const [way, ids] of ways) {
    const [from, to] = way.split(" ");
    if (from === to || (ids.length === 1 && !ways.has(`${to} ${from}`))) continue;
    ids.sort().forEach((id, index) => {
      curvatures.set(id, 0.1 + (0.35 * (index + 0.5)) / ids.length);
    });
  }
  return curvatures;
}
