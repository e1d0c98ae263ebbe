/** A graph file of the embedded engine made anew, beside the one in use. */
import type { Facts } from "../ingest/types.ts";
import { type Batch, build } from "./build.ts";
import type { Digest } from "./digest.ts";
import { type Database, GrafeoDB } from "./grafeo.ts";
import { groupBy } from "./group.ts";
import type { Marker } from "./marker.ts";
import type { State } from "./plan.ts";
import type { NodeRow, RelationshipRow } from "./rows.ts";
import { schemaStatements } from "./statements.ts";

const BATCH = 10_000;

/** The database, open. `path` must not exist. */
export async function buildFile(
  path: string,
  state: State,
  marker: Marker,
  factsOf: (digest: Digest) => Promise<Facts>,
  seen: (batch: Batch, reports: number) => void,
): Promise<Database> {
  const db = GrafeoDB.create(path);
  try {
    const loader = new Loader(db);
    let reports = 0;
    for await (const batch of build(state, factsOf)) {
      await loader.add(batch.nodes, batch.relationships);
      seen(batch, Math.min(reports++, state.digests.size));
    }
    await loader.end();
    await addSchema(db);
    await writeMarker((cypher, parameters) => db.executeCypher(cypher, parameters), marker);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

export async function addSchema(db: Database): Promise<void> {
  for (const statement of schemaStatements("embedded")) await db.executeCypher(statement);
  await db.createTextIndex("Passage", "text", { tokenizer: "cjk_bigram" });
}

export async function writeMarker(
  run: (cypher: string, parameters: object) => Promise<unknown>,
  marker: Marker,
): Promise<void> {
  await run("MERGE (k:Kept {id: 'state'}) SET k += $marker", { marker });
}

/** Collects rows to batches; knows the engine's own number of every node written. */
class Loader {
  readonly #db: Database;
  readonly #numbers = new Map<string, number>();
  #nodes: NodeRow[] = [];
  #relationships: RelationshipRow[] = [];
  #running: Promise<void> = Promise.resolve();

  constructor(db: Database) {
    this.#db = db;
  }

  async add(nodes: NodeRow[], relationships: RelationshipRow[]): Promise<void> {
    for (const node of nodes) this.#nodes.push(node);
    for (const relationship of relationships) this.#relationships.push(relationship);
    if (this.#nodes.length + this.#relationships.length >= BATCH) await this.flush();
  }

  /** Hands the rows to the engine, whose own thread works while the next are made. */
  async flush(): Promise<void> {
    const [nodes, relationships] = [this.#nodes, this.#relationships];
    this.#nodes = [];
    this.#relationships = [];
    await this.#running;
    this.#running = this.#write(nodes, relationships);
    // What goes wrong is told at the next flush, or at the end.
    this.#running.catch(() => {});
  }

  async end(): Promise<void> {
    await this.flush();
    await this.#running;
  }

  async #write(nodes: NodeRow[], relationships: RelationshipRow[]): Promise<void> {
    for (const rows of groupBy(nodes, ({ base, label }) => `${base}:${label}`).values()) {
      const { base, label } = rows[0] as NodeRow;
      const labels = label ? [base, label] : [base];
      const properties = rows.map((row) => row.properties);
      const numbers = await this.#db.batchCreateNodesWithProps(labels, properties);
      rows.forEach(({ id }, i) => {
        this.#numbers.set(id, numbers[i] as number);
      });
    }
    const edges = relationships.map(({ from, to, type, properties }) => ({
      src: this.#numberOf(from),
      dst: this.#numberOf(to),
      type,
      properties,
    }));
    if (edges.length > 0) await this.#db.batchCreateEdges(edges);
  }

  #numberOf(id: string): number {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`relationship to a node that is not there: ${id}`);
    return number;
  }
}
