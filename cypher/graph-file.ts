/** The graph of the embedded store: a file of the engine, changed by transactions or made anew beside and swapped in. */
import { existsSync, rmSync } from "node:fs";
import type { Facts } from "../ingest/types.ts";
import { buildFile, writeMarker } from "./bulk.ts";
import type { Answer } from "./cells.ts";
import type { ChangeReport } from "./changes.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { answer, type Database, execute, GrafeoDB } from "./grafeo.ts";
import type { Keep } from "./keep.ts";
import type { Marker } from "./marker.ts";
import type { State } from "./plan.ts";
import { Turns } from "./queue.ts";
import type { Delta } from "./rows.ts";
import { writing } from "./statements.ts";
import type { Counts, WriteOptions } from "./store.ts";
import { Tally } from "./tally.ts";

/** Bytes of log before the engine works it into the file, beside us. */
const LOG = 32 << 20;

export class GraphFile {
  readonly #keep: Keep;
  readonly #turns = new Turns();
  #db: Database | undefined;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** What the file says that it is made of; undefined when there is none that opens. */
  async open(): Promise<Marker | undefined> {
    const file = this.#keep.graphFile();
    if (!existsSync(file)) return undefined;
    try {
      this.#use(GrafeoDB.open(file));
      const { rows } = await this.ask("MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker");
      return rows[0]?.[0] as unknown as Marker | undefined;
    } catch {
      // A graph file that does not open is made again from the kept facts.
      return undefined;
    }
  }

  #use(db: Database): void {
    db.setCheckpointTriggers({ walBytes: LOG });
    this.#db = db;
  }

  #open(): Database {
    if (!this.#db) throw new StoreError("usage", "存储已关闭", "the store is closed");
    return this.#db;
  }

  ask(cypher: string, parameters: object = {}): Promise<Answer> {
    return this.#turns.read(() => answer(this.#open(), cypher, parameters));
  }

  /** As the engine keeps count of them, without a query. */
  counts(): Omit<Counts, "reports"> {
    const { labels, edge_types: types } = this.#open().schema() as Schema;
    const table = (list: { name: string; count: number }[]) =>
      Object.fromEntries(list.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
    const { Kept: _kept, Entity: _entity, ...nodes } = table(labels);
    return { nodes, relationships: table(types) };
  }

  /** A copy at that path, which must not exist. */
  copy(path: string): Promise<void> {
    return this.#turns.read(async () => this.#open().save(path));
  }

  /** One transaction: the rows and the marker that says which reports they are of. */
  async apply(delta: Delta, marker: Marker, progress?: WriteOptions["progress"]): Promise<void> {
    const statements = writing(delta);
    const total = statements.reduce((sum, { parameters }) => sum + parameters.rows.length, 0);
    const transaction = this.#open().beginTransaction();
    const run = (cypher: string, parameters: object) =>
      execute(() => transaction.executeCypher(cypher, parameters), cypher);
    let done = 0;
    try {
      for (const { cypher, parameters } of statements) {
        await run(cypher, parameters);
        done += parameters.rows.length;
        progress?.(done, total);
      }
      await writeMarker(run, marker);
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }

  /** A new file of these reports takes the place of the old. */
  async make(
    state: State,
    marker: Marker,
    factsOf: (digest: Digest) => Promise<Facts>,
    progress?: WriteOptions["progress"],
  ): Promise<Tally> {
    const next = this.#keep.nextGraphFile();
    for (const path of [next, `${next}.wal`]) rmSync(path, { force: true, recursive: true });
    const tally = new Tally();
    const db = await buildFile(next, state, marker, factsOf, (batch, reports) => {
      tally.add(batch);
      progress?.(reports, state.digests.size);
    });
    await this.#turns.alone(async () => {
      this.#db?.close();
      this.#keep.pointTo(next);
      this.#use(db);
    });
    this.#keep.sweepGraphs();
    return tally;
  }

  /** The change reports, so that they can be asked for where the graph is asked; of others none is left. */
  async putChanges(reports: readonly ChangeReport[]): Promise<void> {
    const rows = reports.map((report) => ({
      id: `change ${report.id?.slice(1)}`,
      change: Number(report.id?.slice(1)),
      text: JSON.stringify(report),
    }));
    if (rows.length === 0) return;
    const db = this.#open();
    await db.executeCypher("UNWIND $rows AS row MERGE (k:Kept {id: row.id}) SET k = row", { rows });
    const oldest = Math.min(...rows.map(({ change }) => change));
    await db.executeCypher("MATCH (k:Kept) WHERE k.change < $oldest DELETE k", { oldest });
  }

  /** Lets go of the file; what is in the log goes into it. */
  async close(): Promise<void> {
    await this.#turns.alone(async () => {
      this.#db?.close();
      this.#db = undefined;
    });
  }
}

interface Schema {
  labels: { name: string; count: number }[];
  edge_types: { name: string; count: number }[];
}
