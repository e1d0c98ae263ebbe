/**
 * The embedded store: kept facts (keep.ts) are the truth, the graph file is made from them and can be made again.
 * Small changes are one transaction in the graph file; large ones a new file that takes the place of the old.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../ingest/types.ts";
import { buildFile, writeMarker } from "./bulk.ts";
import type { Answer, Cell } from "./cells.ts";
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { Console } from "./console.ts";
import { type Decision, readDecisions } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { answer, type Database, execute, GrafeoDB } from "./grafeo.ts";
import { Keep } from "./keep.ts";
import { type Lock, lockFolder } from "./lock.ts";
import { decisionsOf, type Marker, markerOf, reportsOf } from "./marker.ts";
import { type Lookup, type Plan, plan, type State } from "./plan.ts";
import { findQuery, parametersFor, queryTable, type SavedQuery } from "./queries.ts";
import { Turns } from "./queue.ts";
import { resolve } from "./resolve.ts";
import { resolver } from "./resolve-again.ts";
import { noReports } from "./selection.ts";
import { writing } from "./statements.ts";
import type { Counts, Limits, OpenOptions, ReportSummary, Store, WriteOptions } from "./store.ts";
import {
  lookupOver,
  summaries,
  type Taken,
  takeIn,
  takeOut,
  touched,
  versionsOf,
  withFresh,
} from "./take.ts";
import { Tally } from "./tally.ts";
import { type GraphPart, wholeGraph } from "./whole.ts";

/** More reports than this at once, in a graph not much larger: a new file is quicker than a transaction. */
const FEW = 20;
const WAIT = 30_000;
/** Bytes of log before the engine works it into the file. */
const LOG = 32 << 20;

export async function openEmbedded(folder: string, options: OpenOptions): Promise<Store> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(
      "unreachable",
      `不能创建或写入存储目录 ${folder}；请检查权限，或用 --store embedded:目录 换一个`,
      `cannot create or write the folder ${folder}; check its rights, or name another with --store embedded:DIR`,
      { cause },
    );
  }
  const lock = await lockFolder(folder, options.wait ?? WAIT);
  try {
    const store = new EmbeddedStore(folder, lock, options.decisions ?? join(folder, "decisions.jsonl"));
    await store.start();
    return store;
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Versions = Map<string, string>;

class EmbeddedStore implements Store {
  readonly url: string;
  readonly kind = "embedded" as const;
  readonly decisions: string;
  readonly #keep: Keep;
  readonly #lock: Lock;
  readonly #turns = new Turns();
  readonly #queries: Map<string, SavedQuery> = queryTable("embedded");
  readonly #console: Console;
  readonly #resolver = resolver();
  #db: Database | undefined;
  #state: State | undefined;
  /** The decisions that the graph is made with. */
  #applied: Decision[] = [];

  constructor(folder: string, lock: Lock, decisions: string) {
    this.url = `embedded:${folder}`;
    this.decisions = decisions;
    this.#keep = new Keep(folder);
    this.#lock = lock;
    this.#console = new Console(join(folder, "console.grafeo"));
  }

  /** Opens the graph; what was committed but not yet in it (a crash between, new decisions) is brought in now. */
  async start(): Promise<void> {
    const wanted = this.#keep.index();
    const marker = await this.#openFile();
    const there = reportsOf(marker);
    const decisions = readDecisions(this.decisions);
    if (!marker || !there) await this.#rebuildFile(wanted, decisions);
    else {
      this.#applied = decisionsOf(marker);
      if (differs(there, wanted) || !sameDecisions(this.#applied, decisions))
        await this.#follow(there, wanted, decisions);
    }
    this.#keep.sweep(wanted);
  }

  async #openFile(): Promise<Marker | undefined> {
    const file = this.#keep.graphFile();
    if (!existsSync(file)) return undefined;
    try {
      const db = GrafeoDB.open(file);
      this.#use(db);
      const { rows } = await answer(db, "MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker");
      return rows[0]?.[0] as unknown as Marker | undefined;
    } catch {
      // A graph file that does not open is made again from the kept facts.
      return undefined;
    }
  }

  write(incoming: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const before = this.#stateNow();
      // Kept as they come, so that memory does not grow with their number; they count from the commit on.
      const keep = options.dryRun
        ? undefined
        : (digest: Digest, facts: Facts) => this.#keep.put(digest, facts);
      const taken = await takeIn(incoming, before.digests, options.onSame, this.#factsOf, keep);
      return this.#change(before, taken, options, begin);
    });
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const before = this.#stateNow();
      return this.#change(before, takeOut(ids, before.digests), options, begin);
    });
  }

  /** The new set of reports is committed, then the graph is brought to it. */
  async #change(before: State, taken: Taken, options: WriteOptions, begin: number): Promise<ChangeReport> {
    const { digests, reports } = taken;
    const decisions = readDecisions(this.decisions);
    const dryRun = options.dryRun ?? false;
    const count = touched(reports);
    if (count === 0 && sameDecisions(decisions, this.#applied))
      return { ...emptyReport(reports, dryRun), milliseconds: performance.now() - begin };
    const after: State = { digests, resolved: this.#resolver.again(before, digests, decisions) };
    const first = before.digests.size === 0 && count > FEW && !dryRun;
    const steps = first ? undefined : await plan(before, after, this.#lookup(taken));
    const told = steps && describePlan(steps, reports, before, after);
    if (dryRun && told) return { ...told, dryRun, milliseconds: performance.now() - begin };
    const versions = versionsOf(digests);
    await this.#keep.settled();
    this.#keep.commit(versions);
    const large = count > FEW && count * 4 > before.digests.size;
    if (steps && !large) await this.#apply(steps, versions, decisions, options.progress);
    const tally =
      steps && !large ? undefined : await this.#rebuildFile(versions, decisions, after, options.progress);
    this.#state = after;
    this.#keep.sweep(versions);
    const report = told ?? tally?.report(reports, before, after) ?? emptyReport(reports);
    const whole = { ...report, rows: tally?.rows ?? report.rows, milliseconds: performance.now() - begin };
    return this.#keep.log(whole);
  }

  /** One transaction: the rows and the marker that says which reports they are of. */
  async #apply(
    steps: Plan,
    versions: Versions,
    decisions: Decision[],
    progress: WriteOptions["progress"],
  ): Promise<void> {
    const db = this.#open();
    const statements = writing(steps.delta);
    const total = statements.reduce((sum, { parameters }) => sum + parameters.rows.length, 0);
    const transaction = db.beginTransaction();
    const run = (cypher: string, parameters: object) =>
      execute(() => transaction.executeCypher(cypher, parameters), cypher);
    let done = 0;
    try {
      for (const { cypher, parameters } of statements) {
        await run(cypher, parameters);
        done += parameters.rows.length;
        progress?.(done, total);
      }
      await writeMarker(run, markerOf(versions, decisions));
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
    this.#applied = decisions;
    this.#console.forget();
  }

  /** From what the graph is made of to what it should be made of. */
  async #follow(there: Versions, wanted: Versions, decisions: Decision[]): Promise<void> {
    try {
      const before = this.#stateOf(there, this.#applied);
      const after = this.#stateOf(wanted, decisions);
      await this.#apply(await plan(before, after, this.#lookup()), wanted, decisions, undefined);
      this.#state = after;
    } catch {
      await this.#rebuildFile(wanted, decisions);
    }
  }

  async #rebuildFile(
    versions: Versions,
    decisions: Decision[],
    state = this.#stateOf(versions, decisions),
    progress?: WriteOptions["progress"],
  ): Promise<Tally> {
    const next = this.#keep.nextGraphFile();
    remove(next);
    const factsOf = ({ report, version }: Digest) => this.#factsOf(report.id, version);
    const tally = new Tally();
    const db = await buildFile(next, state, markerOf(versions, decisions), factsOf, (batch, reports) => {
      tally.add(batch);
      progress?.(reports, state.digests.size);
    });
    await this.#turns.alone(async () => {
      this.#db?.close();
      this.#keep.pointTo(next);
      this.#use(db);
    });
    this.#keep.sweepGraphs();
    this.#state = state;
    this.#applied = decisions;
    this.#console.forget();
    return tally;
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const { rows } = await this.#rebuildFile(this.#keep.index(), readDecisions(this.decisions));
      return { ...emptyReport(noReports()), rows, milliseconds: performance.now() - begin };
    });
  }

  decide(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const before = this.#stateNow();
      const taken: Taken = { digests: before.digests, reports: noReports(), fresh: [] };
      return this.#change(before, taken, {}, performance.now());
    });
  }

  async changes(limit = 20): Promise<ChangeReport[]> {
    return this.#keep.logged(limit);
  }

  #stateOf(versions: Versions, decisions: Decision[]): State {
    const digests = new Map([...versions].map(([id, version]) => [id, this.#keep.digest(id, version)]));
    return { digests, resolved: resolve([...digests.values()], decisions) };
  }

  #stateNow(): State {
    this.#state ??= this.#stateOf(this.#keep.index(), this.#applied);
    return this.#state;
  }

  #factsOf = (report: string, version: string): Promise<Facts> => this.#keep.facts(report, version);

  #lookup(taken: Pick<Taken, "fresh"> = { fresh: [] }): Lookup {
    const run = async ({ cypher, parameters }: { cypher: string; parameters: object }) =>
      (await answer(this.#open(), cypher, parameters)).rows;
    return lookupOver(run, withFresh(this.#factsOf, taken));
  }

  #use(db: Database): void {
    // What is new stays in the log until the store is closed, or the engine works it in beside us as the log grows long.
    db.setCheckpointTriggers({ walBytes: LOG });
    this.#db = db;
  }

  #open(): Database {
    if (!this.#db) throw new StoreError("usage", "存储已关闭", "the store is closed");
    return this.#db;
  }

  async reports(): Promise<ReportSummary[]> {
    return summaries(this.#stateNow().digests);
  }

  async facts(reportId: string): Promise<Facts | undefined> {
    const version = this.#keep.index().get(reportId);
    return version === undefined ? undefined : this.#keep.facts(reportId, version);
  }

  graph(): AsyncIterable<GraphPart> {
    return wholeGraph((cypher) => this.#turns.read(() => answer(this.#open(), cypher)));
  }

  async state(): Promise<State> {
    return this.#stateNow();
  }

  async counts(): Promise<Counts> {
    const [nodes, links] = [await this.ask("counts-nodes"), await this.ask("counts-relationships")];
    const table = ({ rows }: Answer) =>
      Object.fromEntries(rows.map(([name, count]) => [String(name), Number(count)]));
    return { reports: this.#stateNow().digests.size, nodes: table(nodes), relationships: table(links) };
  }

  async ask(name: string, given: Record<string, Cell> = {}): Promise<Answer> {
    const query = findQuery(this.#queries, name);
    const parameters = parametersFor(query, given);
    return this.#turns.read(() => answer(this.#open(), query.cypher, parameters));
  }

  run(cypher: string, parameters: Record<string, Cell> = {}, limits: Limits = {}): Promise<Answer> {
    const snapshot = (path: string) => this.#turns.read(async () => this.#open().save(path));
    return this.#console.run(snapshot, cypher, parameters, limits);
  }

  close(): Promise<void> {
    return this.#turns.write(async () => {
      this.#console.close();
      await this.#turns.alone(async () => {
        this.#db?.close();
        this.#db = undefined;
      });
      this.#lock.release();
    });
  }
}

const remove = (file: string): void => {
  for (const path of [file, `${file}.wal`]) rmSync(path, { force: true, recursive: true });
};

const differs = (a: Versions, b: Versions): boolean =>
  a.size !== b.size || [...a].some(([id, version]) => b.get(id) !== version);

const sameDecisions = (a: Decision[], b: Decision[]): boolean => JSON.stringify(a) === JSON.stringify(b);
