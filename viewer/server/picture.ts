/** Entities by their ids, and the relations among them. */
import { isNode, isRelationship } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import type { EdgeCard, NodeCard, Picture } from "./api.ts";
import { edgeCard, nodeCard } from "./cards.ts";
import { ask, distinct } from "./rows.ts";

/** What comes onto a canvas on which `among` already are: the relations of the new ones with all, each other's included. */
export async function pictureOf(store: Store, ids: string[], among: string[]): Promise<Picture> {
  const [nodes, edges] = await Promise.all([nodesById(store, ids), edgesOf(store, ids, among)]);
  return { nodes, edges };
}

export async function nodesById(store: Store, ids: string[]): Promise<NodeCard[]> {
  const rows = ids.length === 0 ? [] : await ask(store, "nodes", { ids });
  return distinct(rows.flatMap(({ node }) => (isNode(node) ? [nodeCard(node)] : [])));
}

/** Relations that one of `ids` has with another of them, or with one of `among`. */
export async function edgesOf(
  store: Store,
  ids: readonly string[],
  among: readonly string[] = [],
): Promise<EdgeCard[]> {
  const all = [...new Set([...ids, ...among])];
  const there = new Set(among);
  // relations among what was there are there
  const fresh = [...new Set(ids)].filter((id) => !there.has(id));
  const rows =
    all.length < 2 || fresh.length === 0 ? [] : await ask(store, "view-among", { ids: fresh, all });
  return distinct(
    rows.flatMap(({ relationship }) => (isRelationship(relationship) ? (edgeCard(relationship) ?? []) : [])),
  );
}
