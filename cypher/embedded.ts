/**
 * The embedded store: kept facts (keep.ts) are the truth, the graph file (graph-file.ts) is made from them and can be
 * made again. Small changes are one transaction in the graph file; large ones a new file that takes the place of the old.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../ingest/types.ts";
import type { Answer, Cell } from "./cells.ts";
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { Console } from "./console.ts";
import { type Contents, contentsOf, stateOf } from "./contents.ts";
import { type Decision, readDecisions, sameDecisions } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { markGone } from "./gone.ts";
import { GraphFile } from "./graph-file.ts";
import { Keep } from "./keep.ts";
import { type Lock, lockFolder } from "./lock.ts";
import { decisionsOf, markerOf, reportsOf } from "./marker.ts";
import { type Lookup, type Plan, plan, type State } from "./plan.ts";
import { findQuery, parametersFor, queryTable, type SavedQuery } from "./queries.ts";
import { Turns } from "./queue.ts";
import { resolver } from "./resolve-again.ts";
import { noReports } from "./selection.ts";
import type { Statement } from "./statements.ts";
import type { Counts, Limits, OpenOptions, ReportSummary, Store, WriteOptions } from "./store.ts";
import { summaries } from "./summaries.ts";
import {
  type KeepFacts,
  lookupOver,
  nothingTaken,
  type Taken,
  takeIn,
  takeOut,
  touched,
  versionsOf,
  withFresh,
} from "./take.ts";
import type { Tally } from "./tally.ts";
import { telling } from "./telling.ts";
import { type GraphPart, wholeGraph } from "./whole.ts";

/** More reports than this at once, in a graph not much larger: a new file is quicker than a transaction. */
const FEW = 20;
const WAIT = 30_000;

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
    await store.start(options.note);
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
  readonly #graph: GraphFile;
  readonly #turns = new Turns();
  readonly #queries: Map<string, SavedQuery> = queryTable("embedded");
  readonly #console: Console;
  readonly #resolver = resolver();
  readonly #contents: Contents;

  constructor(folder: string, lock: Lock, decisions: string) {
    this.url = `embedded:${folder}`;
    this.decisions = decisions;
    this.#keep = new Keep(folder);
    this.#graph = new GraphFile(this.#keep);
    this.#contents = contentsOf(this.#keep);
    this.#lock = lock;
    this.#console = new Console(join(folder, "console.grafeo"));
  }

  /** Opens the graph; what was committed but not yet in it (a crash between, new decisions) is brought in now. */
  async start(note: OpenOptions["note"]): Promise<void> {
    const wanted = this.#keep.index();
    const marker = await this.#graph.open();
    const there = reportsOf(marker);
    const decisions = readDecisions(this.decisions);
    if (!marker || !there) {
      if (wanted.size > FEW)
        note?.(
          `图谱文件缺失，或由另一版本的规则生成：正在由保存的事实重建（${wanted.size} 份报告），请稍候……`,
          `the graph file is missing or was made by other rules: it is being made anew from the kept facts of ${wanted.size} reports …`,
        );
      await this.#graph.close();
      await this.#remake(stateOf(this.#keep, wanted, decisions), wanted, decisions, telling(note));
    } else {
      const applied = decisionsOf(marker);
      this.#contents.areWith(applied);
      if (differs(there, wanted) || !sameDecisions(applied, decisions))
        await this.#follow(there, wanted, decisions);
    }
    this.#keep.sweep(wanted);
  }

  write(incoming: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const before = this.#contents.state();
      const taken = await takeIn(
        incoming,
        before.digests,
        options.onSame,
        this.#factsOf,
        this.#keeping(options),
      );
      return this.#change(before, taken, options, begin);
    });
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const before = this.#contents.state();
      const taken = await takeOut(ids, before.digests, this.#factsOf, this.#keeping(options));
      return this.#change(before, taken, options, begin);
    });
  }

  /** Facts are kept as they come, so that memory does not grow with their number; they count from the commit on. */
  #keeping({ dryRun }: WriteOptions): KeepFacts | undefined {
    return dryRun ? undefined : (digest, facts) => this.#keep.put(digest, facts);
  }

  decide(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const before = this.#contents.state();
      return this.#change(before, nothingTaken(before.digests), {}, performance.now());
    });
  }

  /** The new set of reports is committed, then the graph is brought to it. */
  async #change(before: State, taken: Taken, options: WriteOptions, begin: number): Promise<ChangeReport> {
    const { digests, reports } = taken;
    const decisions = readDecisions(this.decisions);
    const dryRun = options.dryRun ?? false;
    const count = touched(reports);
    if (count === 0 && sameDecisions(decisions, this.#contents.applied()))
      return { ...emptyReport(reports, dryRun), milliseconds: performance.now() - begin };
    const after: State = { digests, resolved: this.#resolver.again(before, digests, decisions) };
    const first = before.digests.size === 0 && count > FEW && !dryRun;
    const steps = first ? undefined : await plan(before, after, this.#lookup(taken));
    const told = steps && describePlan(steps, reports, before, after, taken.moved);
    if (dryRun && told) return { ...told, dryRun, milliseconds: performance.now() - begin };
    const versions = versionsOf(digests);
    await this.#keep.settled();
    this.#keep.commit(versions);
    const large = count > FEW && count * 4 > before.digests.size;
    if (steps && !large) await this.#apply(steps, after, versions, decisions, options.progress);
    const tally =
      steps && !large ? undefined : await this.#remake(after, versions, decisions, options.progress);
    this.#keep.sweep(versions);
    const report = told ?? tally?.report(reports, before, after) ?? emptyReport(reports);
    const rows = tally?.rows ?? report.rows;
    const logged = this.#keep.log({ ...report, rows, milliseconds: performance.now() - begin });
    await this.#graph.putChanges([logged]);
    return logged;
  }

  async #apply(
    { delta }: Plan,
    after: State,
    versions: Versions,
    decisions: Decision[],
    progress?: WriteOptions["progress"],
  ): Promise<void> {
    await this.#graph.apply(delta, markerOf(versions, decisions), progress);
    this.#isOf(after, decisions);
  }

  async #remake(
    state: State,
    versions: Versions,
    decisions: Decision[],
    progress?: WriteOptions["progress"],
  ): Promise<Tally> {
    const factsOf = ({ report, version }: Digest) => this.#factsOf(report.id, version);
    const tally = await this.#graph.make(state, markerOf(versions, decisions), factsOf, progress);
    await this.#graph.putChanges(this.#keep.logged());
    this.#isOf(state, decisions);
    return tally;
  }

  #isOf(state: State, decisions: Decision[]): void {
    this.#contents.are(state, decisions);
    this.#console.forget();
  }

  /** From what the graph is made of to what it should be made of. */
  async #follow(there: Versions, wanted: Versions, decisions: Decision[]): Promise<void> {
    try {
      const before = stateOf(this.#keep, there, this.#contents.applied());
      const after = stateOf(this.#keep, wanted, decisions);
      await this.#apply(await plan(before, after, this.#lookup()), after, wanted, decisions);
      await this.#graph.putChanges(this.#keep.logged());
    } catch {
      await this.#remake(stateOf(this.#keep, wanted, decisions), wanted, decisions);
    }
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const [versions, decisions] = [this.#keep.index(), readDecisions(this.decisions)];
      const { rows } = await this.#remake(stateOf(this.#keep, versions, decisions), versions, decisions);
      return { ...emptyReport(noReports()), rows, milliseconds: performance.now() - begin };
    });
  }

  changes(limit = 20): Promise<ChangeReport[]> {
    return markGone(this.#keep.logged(limit), this.#rows);
  }

  #factsOf = (report: string, version: string): Promise<Facts> => this.#keep.facts(report, version);

  #rows = async ({ cypher, parameters }: Statement): Promise<Cell[][]> =>
    (await this.#graph.ask(cypher, parameters)).rows;

  #lookup(taken: Pick<Taken, "fresh"> = { fresh: [] }): Lookup {
    return lookupOver(this.#rows, withFresh(this.#factsOf, taken));
  }

  async reports(): Promise<ReportSummary[]> {
    return summaries(this.#contents.digests());
  }

  async facts(reportId: string): Promise<Facts | undefined> {
    const version = this.#keep.index().get(reportId);
    return version === undefined ? undefined : this.#keep.facts(reportId, version);
  }

  graph(): AsyncIterable<GraphPart> {
    return wholeGraph((cypher) => this.#graph.ask(cypher));
  }

  async state(): Promise<State> {
    return this.#contents.state();
  }

  async counts(): Promise<Counts> {
    return { reports: this.#keep.index().size, ...this.#graph.counts() };
  }

  async ask(name: string, given: Record<string, Cell> = {}): Promise<Answer> {
    const query = findQuery(this.#queries, name);
    return this.#graph.ask(query.cypher, parametersFor(query, given));
  }

  run(cypher: string, parameters: Record<string, Cell> = {}, limits: Limits = {}): Promise<Answer> {
    return this.#console.run((path) => this.#graph.copy(path), cypher, parameters, limits);
  }

  close(): Promise<void> {
    return this.#turns.write(async () => {
      this.#console.close();
      await this.#graph.close();
      this.#lock.release();
    });
  }
}

const differs = (a: Versions, b: Versions): boolean =>
  a.size !== b.size || [...a].some(([id, version]) => b.get(id) !== version);
