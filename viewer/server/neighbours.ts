/** An entity with its neighbours, for the canvas. */
import type { Store } from "../../cypher/store.ts";
import type { RelationType } from "../../ingest/ontology.ts";
import type { Direction, Neighbourhood } from "./api.ts";
import { NotFound } from "./errors.ts";
import { kindOf, type Link, linksOf } from "./links.ts";
import { edgesOf, nodesById } from "./picture.ts";
import { distinct } from "./rows.ts";

export interface NeighbourQuestion {
  id: string;
  relation?: RelationType | undefined;
  direction?: Direction | undefined;
  limit: number;
  /** Ids that are on the canvas already. */
  among: string[];
}

/** The entity, its neighbours (of each relation some, the best known first) and the relations among all that is then on the canvas. */
export async function neighbours(store: Store, question: NeighbourQuestion): Promise<Neighbourhood> {
  const { id, relation, direction, limit, among } = question;
  const others = inTurn(await linksOf(store, id, { relation, direction })).filter((other) => other !== id);
  const ids = [id, ...others.slice(0, limit)];
  const [nodes, edges] = await Promise.all([nodesById(store, ids), edgesOf(store, ids, among)]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  if (!byId.has(id)) throw new NotFound("entity", id);
  return { nodes: ids.flatMap((one) => byId.get(one) ?? []), edges, total: others.length };
}

/** Ids, one of each kind of relation and type in turn, so that the first forty show all that there is. */
function inTurn(links: readonly Link[]): string[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = `${kindOf(link)} ${link.type}`;
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => distinct(group));
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0);
  const turns = Array.from({ length: longest }, (_, turn) => sorted.flatMap((group) => group[turn] ?? []));
  return distinct(turns.flat()).map(({ id }) => id);
}
