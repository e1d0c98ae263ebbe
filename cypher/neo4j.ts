/**
 * The store on a Neo4j server. A writing is a transaction for a few reports at a time, in which the graph's own lock is
 * taken first: writings of several processes go one after another, and each sees what the graph is made of. Many
 * reports for an empty graph are loaded at once (neo4j-load.ts).
 */
import neo4j, { type Driver } from "neo4j-driver";
import type { Facts } from "../ingest/types.ts";
import { translated } from "./bolt.ts";
import type { Answer, Cell } from "./cells.ts";
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { type Decision, readDecisions } from "./decisions.ts";
import { type Digest, upToDate } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { markGone } from "./gone.ts";
import { groupBy } from "./group.ts";
import { guard } from "./guard.ts";
import { inFlight } from "./in-flight.ts";
import { decisionsOf, markerOf, reportsOf } from "./marker.ts";
import { nearFacts } from "./near.ts";
import {
  changesIn,
  digestsIn,
  dropFacts,
  factsIn,
  factsThere,
  keptReports,
  LOCK,
  markerIn,
  putChange,
  putFacts,
  writeMarker,
} from "./neo4j-kept.ts";
import { addSchema, clearGraph, loadGraph } from "./neo4j-load.ts";
import {
  ASK,
  answered,
  changing,
  holding,
  onlyReads,
  type Run,
  reading,
  type Server,
} from "./neo4j-session.ts";
import { parts, peek } from "./parts.ts";
import { joinPlans, type Plan, plan, type State } from "./plan.ts";
import { findQuery, parametersFor, queryTable } from "./queries.ts";
import { Turns } from "./queue.ts";
import { resolve } from "./resolve.ts";
import { resolver } from "./resolve-again.ts";
import { emptyDelta, rowsIn } from "./rows.ts";
import { noReports } from "./selection.ts";
import { slotOf } from "./slots.ts";
import { writing } from "./statements.ts";
import type { Counts, Limits, OpenOptions, ReportSummary, Store, WriteOptions } from "./store.ts";
import { summaries } from "./summaries.ts";
import {
  type FactsOf,
  lookupOver,
  noSuchReport,
  type Taken,
  takeIn,
  takeOut,
  touched,
  versionsOf,
  withFresh,
} from "./take.ts";
import { Tally } from "./tally.ts";
import { telling } from "./telling.ts";
import { type GraphPart, wholeGraph } from "./whole.ts";

/** Characters of report text in one transaction: some 20,000 rows, well below the memory of a small server. */
const CHARACTERS = 300_000;
/** Reports taken out in one transaction. */
const REMOVED = 15;
/** More reports than this for an empty graph are loaded at once. */
const FEW = 20;
const EXPORT = 600_000; // milliseconds

export async function openNeo4j(url: string, options: OpenOptions): Promise<Store> {
  const { NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE = "neo4j" } = process.env;
  const auth = NEO4J_PASSWORD ? neo4j.auth.basic(NEO4J_USERNAME ?? "neo4j", NEO4J_PASSWORD) : undefined;
  const driver: Driver = neo4j.driver(url, auth, { disableLosslessIntegers: true, userAgent: "zhengtu" });
  try {
    const server = await driver.getServerInfo({ database: NEO4J_DATABASE });
    if (!server) throw new Error("no answer");
    const store = new Neo4jStore({ driver, database: NEO4J_DATABASE, url }, options);
    await store.start();
    return store;
  } catch (error) {
    await driver.close();
    throw translated(error, "", url);
  }
}

interface Known {
  state: State;
  applied: Decision[];
}

/** Which reports a part brings in or takes out. */
type Take<T> = (known: Known, part: T, factsOf: FactsOf) => Promise<Taken> | Taken;

const keyOf = ({ report, version }: Digest): string => `${report.id} ${version}`;

class Neo4jStore implements Store {
  readonly kind = "neo4j" as const;
  readonly decisions: string;
  readonly url: string;
  readonly #server: Server;
  readonly #note: OpenOptions["note"];
  readonly #turns = new Turns();
  readonly #queries = queryTable("neo4j");
  /** Digests of the reports last worked with, by report and version: a digest never changes. */
  #digests = new Map<string, Digest>();
  readonly #resolver = resolver();
  /** What was last worked out: the next is worked out from it, whether or not it came to be. */
  #last: State = { digests: new Map(), resolved: resolve([]) };

  constructor(server: Server, { decisions = "data/decisions.jsonl", note }: OpenOptions) {
    this.#server = server;
    this.url = server.url;
    this.decisions = decisions;
    this.#note = note;
  }

  async start(): Promise<void> {
    await addSchema(this.#server);
    await this.#mend();
  }

  /** What was left unfinished, or what other rules had made, is made anew. */
  async #mend(): Promise<void> {
    const isWhole = async () => {
      const marker = await reading(this.#server, markerIn);
      return !marker || (reportsOf(marker) !== undefined && !marker.unfinished);
    };
    if (await isWhole()) return;
    this.#note?.(
      "图谱由另一版本的规则生成，或上次入库未完成：正在由库中保存的事实重建，请稍候……",
      "the graph was made by other rules, or a load was not finished: it is being made anew from the kept facts …",
    );
    await holding(this.#server, LOCK, async () => {
      if (!(await isWhole())) await this.#remake();
    });
  }

  /** What the graph is made of, as this transaction sees it. */
  async #known(run: Run): Promise<Known> {
    const marker = await markerIn(run);
    if (marker?.unfinished)
      throw new StoreError(
        "locked",
        "图谱正在重建，请稍后再试",
        "the graph is being made anew; try again later",
      );
    const applied = marker ? decisionsOf(marker) : [];
    const digests = await this.#digestsOf(run, (marker && reportsOf(marker)) ?? new Map());
    return { state: this.#resolve(digests, applied), applied };
  }

  #resolve(digests: Map<string, Digest>, decisions: Decision[]): State {
    this.#last = { digests, resolved: this.#resolver.again(this.#last, digests, decisions) };
    this.#digests = new Map([...digests.values()].map((digest) => [keyOf(digest), digest]));
    return this.#last;
  }

  async #digestsOf(run: Run, versions: Map<string, string>): Promise<Map<string, Digest>> {
    const at = ([id, version]: [string, string]) => this.#digests.get(`${id} ${version}`);
    const lacking = [...versions].filter((one) => !at(one)).map(([id]) => id);
    for (const digest of await digestsIn(run, lacking)) this.#digests.set(keyOf(digest), digest);
    return new Map([...versions].map((one) => [one[0], at(one) as Digest]));
  }

  write(incoming: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await this.#mend();
      const { first, all } = await peek(incoming, FEW + 1);
      const loaded =
        first.length > FEW && !options.dryRun ? await this.#loadIfEmpty(all, options) : undefined;
      if (loaded) return loaded;
      const some = parts(all, CHARACTERS, ({ text }) => text.length);
      return this.#inParts(some, options, (known, part, factsOf) =>
        takeIn(part, known.state.digests, options.onSame, factsOf),
      );
    });
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await this.#mend();
      const there = (await reading(this.#server, (run) => this.#known(run))).state.digests;
      for (const id of ids) if (!there.has(id)) throw noSuchReport(id);
      // Reports of one slot go together: when one goes, the other may get another id.
      const slots = groupBy(new Set(ids), (id) => slotOf(there.get(id) as Digest)).values();
      const some = parts(slots, options.dryRun ? ids.length : REMOVED, ({ length }) => length);
      return this.#inParts(some, options, (known, part, factsOf) =>
        takeOut(part.flat(), known.state.digests, factsOf),
      );
    });
  }

  decide(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await this.#mend();
      const none = async function* () {
        yield [];
      };
      return this.#inParts(none(), {}, ({ state: { digests } }) => ({
        digests,
        reports: noReports(),
        fresh: [],
        moved: new Map(),
      }));
    });
  }

  /** A transaction for each part; what all did together is one change report. */
  async #inParts<T>(list: AsyncIterable<T>, options: WriteOptions, take: Take<T>): Promise<ChangeReport> {
    const begin = performance.now();
    const dryRun = options.dryRun ?? false;
    const told = noReports();
    const steps: Plan[] = [];
    const moved = new Map<string, string>();
    let [first, last]: (State | undefined)[] = [];
    let rows = 0;
    for await (const part of list) {
      const done = await this.#part(part, dryRun, take);
      for (const what of Object.keys(told) as (keyof typeof told)[]) told[what].push(...done.reports[what]);
      if (!done.plan) continue;
      first ??= done.before;
      last = done.after;
      rows += done.rows;
      for (const [old, now] of done.moved) moved.set(old, now);
      steps.push({ ...done.plan, delta: emptyDelta() });
      options.progress?.(rows, rows);
    }
    if (!first || !last) return { ...emptyReport(told, dryRun), milliseconds: performance.now() - begin };
    const report = describePlan(joinPlans(steps), told, first, last, moved);
    const whole = { ...report, dryRun, rows, milliseconds: performance.now() - begin };
    return dryRun ? whole : changing(this.#server, (run) => putChange(run, whole));
  }

  async #part<T>(part: T, dryRun: boolean, take: Take<T>) {
    const decisions = readDecisions(this.decisions);
    const work = async (run: Run) => {
      if (!dryRun) await run(LOCK);
      const known = await this.#known(run);
      const factsOf: FactsOf = (report) => factsThere(run, report);
      const taken = await take(known, part, factsOf);
      const unchanged = JSON.stringify(known.applied) === JSON.stringify(decisions);
      if (touched(taken.reports) === 0 && unchanged) return { reports: taken.reports, rows: 0 };
      const after = this.#resolve(taken.digests, decisions);
      const lookup = lookupOver(
        ({ cypher, parameters }) => run(cypher, parameters),
        withFresh(factsOf, taken),
      );
      const steps = await plan(known.state, after, lookup);
      if (!dryRun) await this.#commit(run, steps, known.state, taken, decisions);
      const { reports, moved } = taken;
      return { reports, moved, plan: steps, before: known.state, after, rows: rowsIn(steps.delta) };
    };
    return dryRun ? reading(this.#server, work) : changing(this.#server, work);
  }

  async #commit(run: Run, steps: Plan, before: State, taken: Taken, decisions: Decision[]): Promise<void> {
    for (const { cypher, parameters } of writing(steps.delta)) await run(cypher, parameters);
    for (const { digest, facts } of taken.fresh)
      if (taken.digests.get(digest.report.id)?.version === digest.version) await putFacts(run, digest, facts);
    await dropFacts(
      run,
      [...before.digests.keys()].filter((id) => !taken.digests.has(id)),
    );
    await writeMarker(run, markerOf(versionsOf(taken.digests), decisions));
  }

  #loadIfEmpty(incoming: AsyncIterable<Facts>, options: WriteOptions): Promise<ChangeReport | undefined> {
    return holding(this.#server, LOCK, async () => {
      const marker = await reading(this.#server, markerIn);
      return marker && reportsOf(marker)?.size !== 0 ? undefined : this.#load(incoming, options);
    });
  }

  /** Facts are kept as they come; until the marker says that all is done, what is kept is what the graph is to be of. */
  async #load(incoming: AsyncIterable<Facts>, options: WriteOptions): Promise<ChangeReport> {
    const begin = performance.now();
    const server = this.#server;
    await changing(server, (run) => writeMarker(run, markerOf(new Map(), []), true));
    const putting = inFlight(1);
    const near = nearFacts();
    const factsOf: FactsOf = async (report, version) => {
      const held = near.get(`${report} ${version}`);
      if (held) return held;
      await putting.end();
      return reading(server, (run) => factsThere(run, report));
    };
    const keep = (digest: Digest, facts: Facts) => {
      near.put(keyOf(digest), facts);
      return putting.add(() => changing(server, (run) => putFacts(run, digest, facts)));
    };
    const { digests, reports } = await takeIn(incoming, new Map(), options.onSame, factsOf, keep);
    await putting.end();
    const { state, tally } = await this.#make(digests, factsOf, options.progress);
    const nothing: State = { digests: new Map(), resolved: resolve([]) };
    const report = tally.report(reports, nothing, state);
    const whole = { ...report, rows: tally.rows, milliseconds: performance.now() - begin };
    return changing(server, (run) => putChange(run, whole));
  }

  /** The graph of these reports, and the marker that says so. There is none before. */
  async #make(digests: Map<string, Digest>, factsOf: FactsOf, progress: WriteOptions["progress"]) {
    const decisions = readDecisions(this.decisions);
    const state = this.#resolve(digests, decisions);
    const tally = new Tally();
    const read = ({ report, version }: Digest) => factsOf(report.id, version);
    await loadGraph(this.#server, state, read, (batch, reports) => {
      tally.add(batch);
      progress?.(reports, digests.size);
    });
    await changing(this.#server, async (run) => {
      const kept = await keptReports(run);
      await dropFacts(
        run,
        kept.filter((id) => !digests.has(id)),
      );
      await writeMarker(run, markerOf(versionsOf(digests), decisions));
    });
    return { state, tally };
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(() => holding(this.#server, LOCK, () => this.#remake()));
  }

  async #remake(): Promise<ChangeReport> {
    const begin = performance.now();
    const server = this.#server;
    await changing(server, (run) => writeMarker(run, markerOf(new Map(), []), true));
    await clearGraph(server);
    const digests = new Map<string, Digest>();
    const ids = await reading(server, keptReports);
    for await (const some of parts(ids, FEW, () => 1))
      for (const digest of await reading(server, (run) => digestsIn(run, some)))
        digests.set(digest.report.id, upToDate(digest));
    const factsOf: FactsOf = (report) => reading(server, (run) => factsThere(run, report));
    const { tally } = await this.#make(digests, factsOf, telling(this.#note));
    const milliseconds = performance.now() - begin;
    return { ...emptyReport(noReports()), rows: tally.rows, milliseconds };
  }

  changes(limit = 20): Promise<ChangeReport[]> {
    return reading(this.#server, async (run) =>
      markGone(await changesIn(run, limit), ({ cypher, parameters }) => run(cypher, parameters)),
    );
  }

  graph(): AsyncIterable<GraphPart> {
    const limits = { milliseconds: EXPORT, rows: Number.POSITIVE_INFINITY };
    return wholeGraph((cypher) => answered(this.#server, cypher, {}, limits));
  }

  async state(): Promise<State> {
    return (await reading(this.#server, (run) => this.#known(run))).state;
  }

  async reports(): Promise<ReportSummary[]> {
    return summaries((await this.state()).digests);
  }

  facts(reportId: string): Promise<Facts | undefined> {
    return reading(this.#server, (run) => factsIn(run, reportId));
  }

  async counts(): Promise<Counts> {
    const [nodes, links] = await Promise.all([this.ask("counts-nodes"), this.ask("counts-relationships")]);
    const table = ({ rows }: Answer) =>
      Object.fromEntries(rows.map(([name, count]) => [String(name), Number(count)]));
    const all = table(nodes);
    return { reports: all.Report ?? 0, nodes: all, relationships: table(links) };
  }

  async ask(name: string, given: Record<string, Cell> = {}): Promise<Answer> {
    const query = findQuery(this.#queries, name);
    const limits = { milliseconds: ASK, rows: Number.POSITIVE_INFINITY };
    return answered(this.#server, query.cypher, parametersFor(query, given), limits);
  }

  async run(cypher: string, parameters: Record<string, Cell> = {}, limits: Limits = {}): Promise<Answer> {
    guard(cypher);
    await onlyReads(this.#server, cypher, parameters);
    return answered(this.#server, cypher, parameters, limits);
  }

  async close(): Promise<void> {
    await this.#turns.write(() => this.#server.driver.close());
  }
}
