/** How much is in the graph. */
import type { Store } from "../../cypher/store.ts";
import { entityTypes, relationTypes } from "../../ingest/ontology.ts";
import type { GraphCounts } from "./api.ts";

export async function graphCounts(store: Store): Promise<GraphCounts> {
  const { reports, nodes, relationships } = await store.counts();
  return {
    entities: pick(nodes, entityTypes),
    relations: pick(relationships, relationTypes),
    reports,
    passages: nodes.Passage ?? 0,
    observations: nodes.Observation ?? 0,
    milestones: nodes.Milestone ?? 0,
  };
}

function pick<K extends string>(
  counts: Record<string, number>,
  keys: readonly K[],
): Partial<Record<K, number>> {
  const picked: Partial<Record<K, number>> = {};
  for (const key of keys) if (counts[key]) picked[key] = counts[key];
  return picked;
}
