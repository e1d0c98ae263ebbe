/**
 * The embedded store: kept facts (keep.ts) are the truth, the graph file is made from them and can be made again.
 * Small changes are one transaction in the graph file; large ones a new file that takes the place of the old.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../ingest/types.ts";
import { buildFile, writeMarker } from "./bulk.ts";
import type { Answer, Cell } from "./cells.ts";
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { answer, type Database, execute, GrafeoDB } from "./grafeo.ts";
import { Keep } from "./keep.ts";
import { type Lock, lockFolder } from "./lock.ts";
import { type Marker, markerOf, reportsOf } from "./marker.ts";
import { type Lookup, type Plan, plan, type State } from "./plan.ts";
import { parametersFor, type SavedQuery, savedQueries } from "./queries.ts";
import { Turns } from "./queue.ts";
import { resolve } from "./resolve.ts";
import type { RelationshipRow } from "./rows.ts";
import { choose, described, isNewVersion, noReports } from "./selection.ts";
import { readingRelationships, readingSaid, type Statement, writing } from "./statements.ts";
import type { Counts, Limits, OpenOptions, ReportSummary, Store, WriteOptions } from "./store.ts";

/** More reports than this at once, in a graph not much larger: a new file is quicker than a transaction. */
const FEW = 20;
const WAIT = 30_000;
const NO_DECISIONS = "";

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
    const store = new EmbeddedStore(folder, lock);
    await store.start();
    return store;
  } catch (error) {
    lock.release();
    throw error;
  }
}

class EmbeddedStore implements Store {
  readonly url: string;
  readonly kind = "embedded" as const;
  readonly #file: string;
  readonly #keep: Keep;
  readonly #lock: Lock;
  readonly #turns = new Turns();
  readonly #queries: Map<string, SavedQuery> = savedQueries("embedded");
  #db: Database | undefined;
  #state: State | undefined;

  constructor(folder: string, lock: Lock) {
    this.url = `embedded:${folder}`;
    this.#file = join(folder, "graph.grafeo");
    this.#keep = new Keep(folder);
    this.#lock = lock;
  }

  /** Opens the graph; what was committed but not yet in it (a crash between) is brought in now. */
  async start(): Promise<void> {
    const wanted = this.#keep.index();
    const marker = await this.#openFile();
    const there = reportsOf(marker);
    if (!there) await this.#rebuildFile(wanted);
    else if (differs(there, wanted)) await this.#follow(there, wanted);
    this.#keep.sweep(wanted);
  }

  async #openFile(): Promise<Marker | undefined> {
    if (!existsSync(this.#file)) return undefined;
    try {
      this.#db = GrafeoDB.open(this.#file);
      const rows = await answer(this.#db, "MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker");
      return rows.rows[0]?.[0] as unknown as Marker | undefined;
    } catch {
      // A graph file that does not open is made again from the kept facts.
      return undefined;
    }
  }

  write(facts: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(() => this.#write(facts, options));
  }

  async #write(
    incoming: Iterable<Facts> | AsyncIterable<Facts>,
    options: WriteOptions,
  ): Promise<ChangeReport> {
    const begin = performance.now();
    const before = this.#stateNow();
    const digests = new Map(before.digests);
    const reports = noReports();
    const fresh = new Map<string, Facts>();
    for await (const facts of incoming) {
      const alike = ({ report, version }: Digest) =>
        isNewVersion(facts, this.#factsOf(report.id, version, fresh));
      const { what, digest } = choose(facts, digests, options.onSame, alike);
      reports[what].push(described(digest));
      if (what === "unchanged" || what === "pending") continue;
      digests.set(digest.report.id, digest);
      if (options.dryRun) fresh.set(`${digest.report.id} ${digest.version}`, facts);
      else this.#keep.put(digest, facts);
    }
    return this.#change(before, digests, reports, options, begin, fresh);
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const before = this.#stateNow();
      const digests = new Map(before.digests);
      const reports = noReports();
      for (const id of ids) {
        const digest = digests.get(id);
        if (!digest) throw noSuchReport(id);
        reports.removed.push(described(digest));
        digests.delete(id);
      }
      return this.#change(before, digests, reports, options, begin, new Map());
    });
  }

  /** Commits the new set of reports and brings the graph to it. */
  async #change(
    before: State,
    digests: Map<string, Digest>,
    reports: ChangeReport["reports"],
    options: WriteOptions,
    begin: number,
    fresh: Map<string, Facts>,
  ): Promise<ChangeReport> {
    const touched = reports.added.length + reports.replaced.length + reports.removed.length;
    if (touched === 0)
      return { ...emptyReport(reports, options.dryRun), milliseconds: performance.now() - begin };
    const after: State = { digests, resolved: resolve([...digests.values()]) };
    const large = touched > FEW && touched * 4 > before.digests.size;
    const steps = await plan(before, after, this.#lookup(fresh));
    const told = describePlan(steps, reports, before, after);
    if (!options.dryRun) {
      const versions = versionsOf(digests);
      this.#keep.commit(versions);
      if (large) await this.#rebuildFile(versions, after, options.progress);
      else await this.#apply(steps, versions, options.progress);
      this.#state = after;
      this.#keep.sweep(versions);
    }
    return { ...told, id: null, dryRun: options.dryRun ?? false, milliseconds: performance.now() - begin };
  }

  /** One transaction: the rows and the marker that says which reports they are of. */
  async #apply(
    steps: Plan,
    versions: Map<string, string>,
    progress: WriteOptions["progress"],
  ): Promise<void> {
    const db = this.#open();
    const statements = writing(steps.delta);
    const total = statements.reduce((sum, { parameters }) => sum + parameters.rows.length, 0);
    const transaction = db.beginTransaction();
    let done = 0;
    try {
      for (const { cypher, parameters } of statements) {
        await execute(() => transaction.executeCypher(cypher, parameters), cypher);
        done += parameters.rows.length;
        progress?.(done, total);
      }
      await writeMarker(
        (cypher, parameters) => transaction.executeCypher(cypher, parameters),
        markerOf(versions, NO_DECISIONS),
      );
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
    db.walCheckpoint();
  }

  /** From the reports that the graph is of to the reports that it should be of. */
  async #follow(there: Map<string, string>, wanted: Map<string, string>): Promise<void> {
    try {
      const before = this.#stateOf(there);
      const after = this.#stateOf(wanted);
      await this.#apply(await plan(before, after, this.#lookup()), wanted, undefined);
      this.#state = after;
    } catch {
      await this.#rebuildFile(wanted);
    }
  }

  async #rebuildFile(
    versions: Map<string, string>,
    state = this.#stateOf(versions),
    progress?: WriteOptions["progress"],
  ): Promise<number> {
    const next = `${this.#file}.next`;
    remove(next);
    const total = state.digests.size;
    const factsOf = async ({ report, version }: Digest) => this.#keep.facts(report.id, version);
    const rows = await buildFile(next, state, markerOf(versions, NO_DECISIONS), factsOf, (done) =>
      progress?.(done, total),
    );
    await this.#turns.alone(async () => {
      this.#db?.close();
      remove(this.#file);
      renameSync(next, this.#file);
      this.#db = GrafeoDB.open(this.#file);
    });
    this.#state = state;
    return rows;
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const rows = await this.#rebuildFile(this.#keep.index());
      return { ...emptyReport(noReports()), rows, milliseconds: performance.now() - begin };
    });
  }

  async decide(): Promise<ChangeReport> {
    return emptyReport(noReports());
  }

  async changes(): Promise<ChangeReport[]> {
    return [];
  }

  #stateOf(versions: Map<string, string>): State {
    const digests = new Map([...versions].map(([id, version]) => [id, this.#keep.digest(id, version)]));
    return { digests, resolved: resolve([...digests.values()]) };
  }

  #stateNow(): State {
    this.#state ??= this.#stateOf(this.#keep.index());
    return this.#state;
  }

  #factsOf(report: string, version: string, fresh: Map<string, Facts>): Facts {
    return fresh.get(`${report} ${version}`) ?? this.#keep.facts(report, version);
  }

  #lookup(fresh = new Map<string, Facts>()): Lookup {
    const run = async ({ cypher, parameters }: Statement) =>
      (await answer(this.#open(), cypher, parameters)).rows;
    return {
      facts: async (report, version) => this.#factsOf(report, version, fresh),
      relationships: async (rows) => {
        const found = new Map<string, RelationshipRow>();
        const byId = new Map(rows.map((row) => [row.id, row]));
        for (const statement of readingRelationships(rows))
          for (const [id, properties] of await run(statement)) {
            const row = byId.get(String(id));
            if (row) found.set(row.id, { ...row, properties: properties as RelationshipRow["properties"] });
          }
        return found;
      },
      saidByOthers: async (nodes, reports) => {
        const rows = await Promise.all(readingSaid(nodes, reports).map(run));
        return new Set(rows.flat().map(([id]) => String(id)));
      },
    };
  }

  #open(): Database {
    if (!this.#db) throw new StoreError("usage", "存储已关闭", "the store is closed");
    return this.#db;
  }

  async reports(): Promise<ReportSummary[]> {
    return [...this.#stateNow().digests.values()].map(({ report }) => report).sort(byPlaceAndYear);
  }

  async facts(reportId: string): Promise<Facts | undefined> {
    const version = this.#keep.index().get(reportId);
    return version === undefined ? undefined : this.#keep.facts(reportId, version);
  }

  async counts(): Promise<Counts> {
    const [nodes, links] = await Promise.all([this.ask("counts-nodes"), this.ask("counts-relationships")]);
    const table = ({ rows }: Answer) =>
      Object.fromEntries(rows.map(([name, count]) => [String(name), Number(count)]));
    return { reports: this.#stateNow().digests.size, nodes: table(nodes), relationships: table(links) };
  }

  ask(name: string, given: Record<string, Cell> = {}): Promise<Answer> {
    const query = this.#queries.get(name);
    if (!query) throw noSuchQuery(name, [...this.#queries.keys()]);
    const parameters = parametersFor(query, given);
    return this.#turns.read(() => answer(this.#open(), query.cypher, parameters));
  }

  async run(_cypher: string, _parameters: Record<string, Cell> = {}, _limits: Limits = {}): Promise<Answer> {
    throw new StoreError("refused", "查询控制台尚未就绪", "the console is not ready yet");
  }

  async close(): Promise<void> {
    await this.#turns.write(async () => {
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

const versionsOf = (digests: Map<string, Digest>): Map<string, string> =>
  new Map([...digests].map(([id, { version }]) => [id, version]));

const differs = (a: Map<string, string>, b: Map<string, string>): boolean =>
  a.size !== b.size || [...a].some(([id, version]) => b.get(id) !== version);

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlaceAndYear = (a: ReportSummary, b: ReportSummary): number =>
  compare(a.chain.join("/"), b.chain.join("/")) ||
  a.year - b.year ||
  compare(a.kind, b.kind) ||
  compare(a.id, b.id);

export const noSuchReport = (id: string): StoreError =>
  new StoreError(
    "usage",
    `库里没有报告 ${id}；用 zhengtu status 查看编号`,
    `there is no report ${id}; zhengtu status lists them`,
  );

export const noSuchQuery = (name: string, names: string[]): StoreError =>
  new StoreError(
    "usage",
    `没有名为 ${name} 的查询；有：${names.join("、")}`,
    `there is no query ${name}; there are: ${names.join(", ")}`,
  );
