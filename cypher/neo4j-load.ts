/**
 * A graph made at once on a Neo4j server that has none: rows of many reports in one statement, nothing looked up, the
 * full-text indexes made afterwards. Several transactions: the caller holds the lock, and a marker that says "unfinished".
 */
import type { Facts } from "../ingest/types.ts";
import { type Batch, build } from "./build.ts";
import type { Digest } from "./digest.ts";
import { inFlight } from "./in-flight.ts";
import { changing, each, type Server } from "./neo4j-session.ts";
import type { State } from "./plan.ts";
import { baseLabels, type NodeRow, type RelationshipRow } from "./rows.ts";
import { creating, schemaStatements } from "./statements.ts";

/** Rows of one transaction: well below the memory of a small server. */
const BATCH = 20_000;

/** Indexes of texts: quicker over all rows than row by row. */
const MADE_LATER = ["passage_text", "entity_search", "entity_names"];

export async function loadGraph(
  server: Server,
  state: State,
  factsOf: (digest: Digest) => Promise<Facts>,
  seen: (batch: Batch, reports: number) => void,
): Promise<void> {
  await each(
    server,
    MADE_LATER.map((name) => `DROP INDEX ${name} IF EXISTS`),
  );
  // One at a time, while the next is made: relationships of one node would wait for each other.
  const writing = inFlight(1);
  let nodes: NodeRow[] = [];
  let relationships: RelationshipRow[] = [];
  let reports = 0;
  const flush = () => {
    const statements = creating(nodes, relationships);
    nodes = [];
    relationships = [];
    return writing.add(() =>
      changing(server, async (run) => {
        for (const { cypher, parameters } of statements) await run(cypher, parameters);
      }),
    );
  };
  for await (const batch of build(state, factsOf)) {
    for (const part of slices(batch)) {
      nodes.push(...part.nodes);
      relationships.push(...part.relationships);
      if (nodes.length + relationships.length >= BATCH) await flush();
    }
    seen(batch, Math.min(reports++, state.digests.size));
  }
  await flush();
  await writing.end();
  await addSchema(server);
}

function* slices({ nodes, relationships }: Batch): Generator<Batch> {
  for (let i = 0; i < nodes.length; i += BATCH) yield { nodes: nodes.slice(i, i + BATCH), relationships: [] };
  for (let i = 0; i < relationships.length; i += BATCH)
    yield { nodes: [], relationships: relationships.slice(i, i + BATCH) };
}

/** What is there is left as it is. */
export const addSchema = (server: Server): Promise<void> =>
  each(server, [...schemaStatements("neo4j"), "CALL db.awaitIndexes(600)"]);

/** All but what is kept, in batches: one transaction would not fit. */
export const clearGraph = (server: Server): Promise<void> =>
  each(
    server,
    [...baseLabels]
      .reverse()
      .map((label) => `MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS`),
  );
