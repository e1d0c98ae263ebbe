/**
 * The whole graph of a set of reports, in batches of rows, nodes before the relationships between them. Holds one
 * report's facts at a time besides what reports share. For first loads, rebuilds and exports.
 */
import type { Facts } from "../ingest/types.ts";
import { conflictRows, mergeSayings, type Saying } from "./conflicts.ts";
import type { Digest } from "./digest.ts";
import { entityRow } from "./entity-rows.ts";
import { contribute } from "./graph/contribution.ts";
import { mergeEvidence } from "./graph/evidence.ts";
import { groupBy } from "./group.ts";
import { type State, sayingsIn } from "./plan.ts";
import type { NodeRow, RelationshipRow } from "./rows.ts";

export interface Batch {
  nodes: NodeRow[];
  relationships: RelationshipRow[];
}

export async function* build(
  { digests, resolved }: State,
  factsOf: (digest: Digest) => Promise<Facts>,
): AsyncGenerator<Batch> {
  const reports = new Map([...digests].map(([id, { report }]) => [id, report]));
  const entities = [...resolved.entities.values()].map((cluster) => entityRow(cluster, reports));
  yield { nodes: entities, relationships: [] };
  const shared: RelationshipRow[] = [];
  const said = new Set<string>();
  const sayings: Saying[] = [];
  const sorted = [...digests.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  for await (const [digest, facts] of readAhead(sorted, factsOf)) {
    const part = contribute(facts, digest, resolved.nodeOf.get(digest.report.id) ?? []);
    for (const row of part.shared) shared.push(row);
    for (const saying of sayingsIn(part)) sayings.push(saying);
    const fresh = [...part.sharedNodes.values()].filter(({ node }) => !said.has(node.id));
    for (const { node } of fresh) said.add(node.id);
    yield {
      nodes: [...part.nodes, ...fresh.map(({ node }) => node)],
      relationships: [...part.relationships, ...fresh.map(({ has }) => has)],
    };
  }
  yield { nodes: [], relationships: [...groupBy(shared, ({ id }) => id).values()].map(mergeEvidence) };
  yield { nodes: [], relationships: conflictRows(mergeSayings(sayings)) };
}

/** Each with what is read of it; the next is being read while one is worked on. */
async function* readAhead<T, R>(items: T[], read: (item: T) => Promise<R>): AsyncGenerator<[T, R]> {
  const begin = (item: T | undefined) => {
    const reading = item === undefined ? undefined : read(item);
    // What goes wrong is told when its turn comes.
    reading?.catch(() => {});
    return reading;
  };
  let next = begin(items[0]);
  for (const [i, item] of items.entries()) {
    const now = (await next) as R;
    next = begin(items[i + 1]);
    yield [item, now];
  }
}
