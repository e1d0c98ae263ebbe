/**
 * The store on a Neo4j server. A writing is a transaction for a few reports at a time, in which the graph's own marker
 * is taken first: writings of several processes go one after another, and each sees what the graph is made of.
 */

import { gunzipSync, gzipSync } from "node:zlib";
import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import type { Facts } from "../ingest/types.ts";
import { cellsOf, parametersOf, translated } from "./bolt.ts";
import type { Answer, Cell } from "./cells.ts";
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { type Decision, readDecisions } from "./decisions.ts";
import { type Digest, upToDate } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { guard } from "./guard.ts";
import { decisionsOf, type Marker, markerOf, reportsOf } from "./marker.ts";
import { joinPlans, type Plan, plan, type State } from "./plan.ts";
import { findQuery, parametersFor, queryTable } from "./queries.ts";
import { Turns } from "./queue.ts";
import { resolve } from "./resolve.ts";
import { resolver } from "./resolve-again.ts";
import { noReports } from "./selection.ts";
import { schemaStatements, writing } from "./statements.ts";
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
import { type GraphPart, wholeGraph } from "./whole.ts";

/** Characters of report text in one transaction: some 20,000 rows, well below the memory of a small server. */
const CHARACTERS = 300_000;
const ASK = 60_000; // milliseconds for a saved query
const EXPORT = 600_000;
const CONSOLE = 10_000;
const ROWS = 1_000;
const LOGGED = 50;

export async function openNeo4j(url: string, options: OpenOptions): Promise<Store> {
  const { NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  const auth = NEO4J_PASSWORD ? neo4j.auth.basic(NEO4J_USERNAME ?? "neo4j", NEO4J_PASSWORD) : undefined;
  const driver = neo4j.driver(url, auth, { disableLosslessIntegers: true, userAgent: "zhengtu" });
  try {
    const server = await driver.getServerInfo({ database: NEO4J_DATABASE ?? "neo4j" });
    if (!server) throw new Error("no answer");
    const store = new Neo4jStore(url, driver, NEO4J_DATABASE ?? "neo4j", options);
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

class Neo4jStore implements Store {
  readonly kind = "neo4j" as const;
  readonly decisions: string;
  readonly url: string;
  readonly #driver: Driver;
  readonly #database: string;
  readonly #turns = new Turns();
  readonly #queries = queryTable("neo4j");
  /** Digests seen, by report and version: a digest never changes. */
  readonly #digests = new Map<string, Digest>();
  readonly #resolver = resolver();
  /** What was last worked out: the next is worked out from it, whether or not it came to be. */
  #last: State = { digests: new Map(), resolved: resolve([]) };

  constructor(url: string, driver: Driver, database: string, options: OpenOptions) {
    this.url = url;
    this.#driver = driver;
    this.#database = database;
    this.decisions = options.decisions ?? "data/decisions.jsonl";
  }

  /** Schema, then what was left unfinished, or what other rules had made. */
  async start(): Promise<void> {
    const session = this.#session("WRITE");
    try {
      for (const statement of schemaStatements("neo4j")) await session.run(statement);
      await session.run("CALL db.awaitIndexes(120)");
    } finally {
      await session.close();
    }
    const marker = await this.#marker();
    if (marker && (!reportsOf(marker) || marker.unfinished)) await this.rebuild();
  }

  #session(mode: "READ" | "WRITE"): Session {
    return this.#driver.session({ database: this.#database, defaultAccessMode: neo4j.session[mode] });
  }

  async #read<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const session = this.#session("READ");
    try {
      return await session.executeRead((transaction) => work(runIn(transaction)), { timeout: ASK });
    } catch (error) {
      throw translated(error, "", this.url);
    } finally {
      await session.close();
    }
  }

  async #write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const session = this.#session("WRITE");
    try {
      return await session.executeWrite((transaction) => work(runIn(transaction)));
    } catch (error) {
      throw translated(error, "", this.url);
    } finally {
      await session.close();
    }
  }

  async #marker(): Promise<(Marker & { unfinished?: boolean }) | undefined> {
    const rows = await this.#read((run) =>
      run("MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker"),
    );
    return rows[0]?.[0] as (Marker & { unfinished?: boolean }) | undefined;
  }

  /** What the graph is made of, as this transaction sees it. Taking the marker makes other writers wait. */
  async #known(run: Run, lock: boolean): Promise<Known> {
    const rows = await run(
      lock
        ? "MERGE (k:Kept {id: 'state'}) SET k.turn = coalesce(k.turn, 0) + 1 RETURN properties(k) AS marker"
        : "MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker",
    );
    const marker = rows[0]?.[0] as Marker | undefined;
    const versions = (marker?.reports && reportsOf(marker)) || new Map<string, string>();
    const applied = marker?.decisions ? decisionsOf(marker) : [];
    const digests = await this.#digestsOf(run, versions);
    return { state: this.#resolve(digests, applied), applied };
  }

  #resolve(digests: Map<string, Digest>, decisions: Decision[]): State {
    this.#last = { digests, resolved: this.#resolver.again(this.#last, digests, decisions) };
    return this.#last;
  }

  async #digestsOf(run: Run, versions: Map<string, string>): Promise<Map<string, Digest>> {
    const lacking = [...versions].filter(([id, version]) => !this.#digests.has(`${id} ${version}`));
    const rows = lacking.length
      ? await run("UNWIND $ids AS id MATCH (k:Kept {id: id}) RETURN k.digest AS digest", {
          ids: lacking.map(([id]) => keptId(id)),
        })
      : [];
    for (const [text] of rows) {
      const digest = upToDate(JSON.parse(String(text)) as Digest);
      this.#digests.set(`${digest.report.id} ${digest.version}`, digest);
    }
    return new Map(
      [...versions].map(([id, version]) => [id, this.#digests.get(`${id} ${version}`) as Digest]),
    );
  }

  write(incoming: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(() =>
      this.#inParts(parts(incoming), options, (known, part, factsOf) =>
        takeIn(part, known.state.digests, options.onSame, factsOf),
      ),
    );
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(() =>
      this.#inParts([ids], options, async (known, part) => takeOut(part, known.state.digests)),
    );
  }

  decide(): Promise<ChangeReport> {
    return this.#turns.write(() =>
      this.#inParts([null], {}, async ({ state }) => ({
        digests: state.digests,
        reports: noReports(),
        fresh: [],
      })),
    );
  }

  /** A transaction for each part; what all did together is one change report. */
  async #inParts<T>(
    list: Iterable<T> | AsyncIterable<T>,
    options: WriteOptions,
    take: (known: Known, part: T, factsOf: FactsIn) => Promise<Taken>,
  ): Promise<ChangeReport> {
    const begin = performance.now();
    const dryRun = options.dryRun ?? false;
    const told = noReports();
    const steps: Plan[] = [];
    let [first, last]: (State | undefined)[] = [];
    let rows = 0;
    for await (const part of list) {
      const done = await this.#part(part, dryRun, take);
      for (const what of Object.keys(told) as (keyof typeof told)[]) told[what].push(...done.reports[what]);
      if (!done.plan) continue;
      first ??= done.before;
      last = done.after;
      rows += done.rows;
      steps.push({
        ...done.plan,
        delta: { nodes: [], relationships: [], goneNodes: [], goneRelationships: [] },
      });
      options.progress?.(rows, rows);
    }
    if (!first || !last) return { ...emptyReport(told, dryRun), milliseconds: performance.now() - begin };
    const report = describePlan(joinPlans(steps), told, first, last);
    const whole = { ...report, dryRun, rows, milliseconds: performance.now() - begin };
    return dryRun ? whole : this.#log(whole);
  }

  async #part<T>(
    part: T,
    dryRun: boolean,
    take: (known: Known, part: T, factsOf: FactsIn) => Promise<Taken>,
  ) {
    const decisions = readDecisions(this.decisions);
    const work = async (run: Run) => {
      const known = await this.#known(run, !dryRun);
      const factsOf = this.#factsIn(run);
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
      const rows = Object.values(steps.delta).reduce((sum, list) => sum + list.length, 0);
      return { reports: taken.reports, plan: steps, before: known.state, after, rows };
    };
    return dryRun ? this.#read(work) : this.#write(work);
  }

  async #commit(run: Run, steps: Plan, before: State, taken: Taken, decisions: Decision[]): Promise<void> {
    for (const { cypher, parameters } of writing(steps.delta)) await run(cypher, parameters);
    const kept = taken.fresh
      .filter(({ digest }) => taken.digests.get(digest.report.id)?.version === digest.version)
      .map(({ digest, facts }) => ({
        id: keptId(digest.report.id),
        properties: {
          id: keptId(digest.report.id),
          digest: JSON.stringify(digest),
          facts: gzipSync(JSON.stringify(facts)).toString("base64"),
        },
      }));
    if (kept.length > 0)
      await run("UNWIND $rows AS row MERGE (k:Kept {id: row.id}) SET k = row.properties", { rows: kept });
    const gone = [...before.digests.keys()].filter((id) => !taken.digests.has(id)).map(keptId);
    if (gone.length > 0) await run("UNWIND $ids AS id MATCH (k:Kept {id: id}) DELETE k", { ids: gone });
    await run("MERGE (k:Kept {id: 'state'}) SET k += $marker", {
      marker: markerOf(versionsOf(taken.digests), decisions),
    });
  }

  #factsIn(run: Run): FactsIn {
    return async (report) => {
      const rows = await run("MATCH (k:Kept {id: $id}) RETURN k.facts AS facts", { id: keptId(report) });
      return unpack(rows[0]?.[0], report);
    };
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      const begin = performance.now();
      const ids = await this.#write(async (run) => {
        await run("MERGE (k:Kept {id: 'state'}) SET k = $marker", {
          marker: { id: "state", ...markerOf(new Map(), []), unfinished: true },
        });
        const rows = await run("MATCH (k:Kept) WHERE k.facts IS NOT NULL RETURN k.id AS id ORDER BY id");
        return rows.map(([id]) => String(id));
      });
      await this.#clear();
      const load = async function* (store: Neo4jStore) {
        for (const id of ids)
          yield await store.#read(async (run) => {
            const rows = await run("MATCH (k:Kept {id: $id}) RETURN k.facts AS facts, k.digest AS digest", {
              id,
            });
            const digest = JSON.parse(String(rows[0]?.[1])) as Digest;
            return { facts: unpack(rows[0]?.[0], id), digest };
          });
      };
      let rows = 0;
      for await (const part of parts(load(this), ({ facts }) => facts.text.length)) {
        const done = await this.#part(part, false, async ({ state }, kept) => {
          const fresh = kept.map(({ facts, digest }) => ({ facts, digest: upToDate(digest) }));
          const digests = new Map(state.digests);
          for (const { digest } of fresh) digests.set(digest.report.id, digest);
          const added = fresh.map(({ digest: { report } }) => ({
            id: report.id,
            title: report.title,
            file: report.file,
          }));
          return { digests, fresh, reports: { ...noReports(), added } };
        });
        rows += done.rows;
      }
      await this.#write((run) => run("MATCH (k:Kept {id: 'state'}) REMOVE k.unfinished"));
      return { ...emptyReport(noReports()), rows, milliseconds: performance.now() - begin };
    });
  }

  /** All but what is kept, in batches: one transaction would not fit. */
  async #clear(): Promise<void> {
    const session = this.#session("WRITE");
    try {
      for (const label of ["Passage", "Observation", "Milestone", "Report", "Entity"])
        await session.run(`MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS`);
    } catch (error) {
      throw translated(error, "", this.url);
    } finally {
      await session.close();
    }
  }

  async #log(report: ChangeReport): Promise<ChangeReport> {
    const rows = await this.#write(async (run) => {
      const [row] = await run(
        "MERGE (k:Kept {id: 'state'}) SET k.logged = coalesce(k.logged, 0) + 1 RETURN k.logged AS number",
      );
      const number = Number(row?.[0]);
      const numbered = { ...report, id: `c${number}` };
      await run("MERGE (k:Kept {id: $id}) SET k.change = $number, k.text = $text", {
        id: `change ${number}`,
        number,
        text: JSON.stringify(numbered),
      });
      await run("MATCH (k:Kept) WHERE k.change <= $old DELETE k", { old: number - LOGGED });
      return numbered;
    });
    return rows;
  }

  async changes(limit = 20): Promise<ChangeReport[]> {
    const cypher =
      "MATCH (k:Kept) WHERE k.change IS NOT NULL RETURN k.text AS text ORDER BY k.change DESC LIMIT $limit";
    const rows = await this.#read((run) => run(cypher, { limit }));
    return rows.map(([text]) => JSON.parse(String(text)) as ChangeReport);
  }

  graph(): AsyncIterable<GraphPart> {
    const limits = { milliseconds: EXPORT, rows: Number.POSITIVE_INFINITY };
    return wholeGraph((cypher) => this.#answer(cypher, {}, limits));
  }

  async state(): Promise<State> {
    return (await this.#read((run) => this.#known(run, false))).state;
  }

  async reports(): Promise<ReportSummary[]> {
    return summaries((await this.state()).digests);
  }

  async facts(reportId: string): Promise<Facts | undefined> {
    const cypher = "MATCH (k:Kept {id: $id}) RETURN k.facts AS facts";
    const rows = await this.#read((run) => run(cypher, { id: keptId(reportId) }));
    return rows.length > 0 ? unpack(rows[0]?.[0], reportId) : undefined;
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
    return this.#answer(query.cypher, parametersFor(query, given), {
      milliseconds: ASK,
      rows: Number.POSITIVE_INFINITY,
    });
  }

  async run(cypher: string, parameters: Record<string, Cell> = {}, limits: Limits = {}): Promise<Answer> {
    guard(cypher);
    await this.#onlyReads(cypher, parameters);
    return this.#answer(cypher, parameters, limits);
  }

  /** The plan says whether a query writes, before it runs; READ access mode refuses it besides. */
  async #onlyReads(cypher: string, parameters: Record<string, Cell>): Promise<void> {
    const session = this.#session("READ");
    try {
      const explain = /^\s*(?:EXPLAIN|PROFILE)\b/i.test(cypher)
        ? cypher.replace(/PROFILE/i, "EXPLAIN")
        : `EXPLAIN ${cypher}`;
      const { summary } = await session.run(explain, parametersOf(parameters), { timeout: CONSOLE });
      if (summary.queryType !== "r")
        throw new StoreError("refused", "只读：这里不能写入", "read-only: nothing can be written here");
    } catch (error) {
      throw translated(error, cypher, this.url, "EXPLAIN ".length);
    } finally {
      await session.close();
    }
  }

  async #answer(cypher: string, parameters: Record<string, Cell>, limits: Limits): Promise<Answer> {
    const { milliseconds = CONSOLE, rows: most = ROWS, signal } = limits;
    if (signal?.aborted) throw cancelled();
    const begin = performance.now();
    const session = this.#session("READ");
    // Closing the session ends the query on the server too.
    const abort = () => void session.close();
    signal?.addEventListener("abort", abort, { once: true });
    try {
      const result = session.run(cypher, parametersOf(parameters), { timeout: milliseconds });
      const columns = await result.keys();
      const rows: unknown[][] = [];
      let more = false;
      for await (const record of result) {
        if (rows.length >= most) {
          more = true;
          break;
        }
        rows.push(columns.map((column) => record.get(column) as unknown));
      }
      const cells = await cellsOf(rows, (ids) => this.#idsOf(ids));
      return { columns: columns.map(String), rows: cells, more, milliseconds: performance.now() - begin };
    } catch (error) {
      throw signal?.aborted ? cancelled() : translated(error, cypher, this.url);
    } finally {
      signal?.removeEventListener("abort", abort);
      await session.close();
    }
  }

  /** Our ids of nodes of which only the server's are known (the ends of a relationship). */
  async #idsOf(elementIds: string[]): Promise<Map<string, string>> {
    const cypher = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.id AS own";
    const rows = await this.#read((run) => run(cypher, { ids: elementIds }));
    return new Map(rows.map(([id, own]) => [String(id), String(own ?? id)]));
  }

  async close(): Promise<void> {
    await this.#turns.write(() => this.#driver.close());
  }
}

type FactsIn = (report: string, version: string) => Promise<Facts>;
type Run = (cypher: string, parameters?: object) => Promise<unknown[][]>;

const runIn =
  (transaction: ManagedTransaction): Run =>
  async (cypher, parameters = {}) => {
    const { records } = await transaction.run(cypher, parametersOf(parameters));
    return records.map((record) => record.keys.map((column) => record.get(column) as unknown));
  };

const keptId = (report: string): string => `facts ${report}`;

function unpack(text: unknown, report: string): Facts {
  if (typeof text !== "string")
    throw new StoreError(
      "damaged",
      `库里缺少报告 ${report} 的事实；请重新入库这份报告`,
      `the facts of report ${report} are missing; ingest it again`,
    );
  return JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString("utf8")) as Facts;
}

const cancelled = (): StoreError => new StoreError("cancelled", "查询已取消", "the query was cancelled");

/** Items in groups of some 300,000 characters. */
async function* parts<T = Facts>(
  items: Iterable<T> | AsyncIterable<T>,
  lengthOf: (item: T) => number = (item) => (item as Facts).text.length,
): AsyncGenerator<T[]> {
  let part: T[] = [];
  let characters = 0;
  for await (const item of items) {
    part.push(item);
    characters += lengthOf(item);
    if (characters < CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
