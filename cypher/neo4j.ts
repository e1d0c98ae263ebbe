/**
 * The store on a Neo4j server. A writing is a transaction for a few reports at a time, in which the graph's own lock is
 * taken first (neo4j-parts.ts): writings of several processes go one after another, and each sees what the graph is made
 * of. Many reports for an empty graph are loaded at once (neo4j-whole.ts).
 */
import neo4j, { type Driver } from "neo4j-driver";
import type { Facts } from "../ingest/types.ts";
import { translated } from "./bolt.ts";
import type { Answer, Cell } from "./cells.ts";
import type { ChangeReport } from "./changes.ts";
import type { Digest } from "./digest.ts";
import { markGone } from "./gone.ts";
import { groupBy } from "./group.ts";
import { guard } from "./guard.ts";
import { changesIn, factsIn } from "./neo4j-kept.ts";
import { memory, type ServedGraph } from "./neo4j-known.ts";
import { addSchema } from "./neo4j-load.ts";
import { writeParts } from "./neo4j-parts.ts";
import { ASK, answered, onlyReads, reading, type Server } from "./neo4j-session.ts";
import { loadIfEmpty, makeAnew, mend } from "./neo4j-whole.ts";
import { parts, peek } from "./parts.ts";
import type { State } from "./plan.ts";
import { findQuery, parametersFor, queryTable } from "./queries.ts";
import { Turns } from "./queue.ts";
import { slotOf } from "./slots.ts";
import type { Counts, Limits, OpenOptions, ReportSummary, Store, WriteOptions } from "./store.ts";
import { summaries } from "./summaries.ts";
import { noSuchReport, nothingTaken, takeIn, takeOut } from "./take.ts";
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

class Neo4jStore implements Store {
  readonly kind = "neo4j" as const;
  readonly decisions: string;
  readonly url: string;
  readonly #graph: ServedGraph;
  readonly #turns = new Turns();
  readonly #queries = queryTable("neo4j");

  constructor(server: Server, { decisions = "data/decisions.jsonl", note }: OpenOptions) {
    this.url = server.url;
    this.decisions = decisions;
    this.#graph = { server, decisions, note, memory: memory() };
  }

  async start(): Promise<void> {
    await addSchema(this.#graph.server);
    await mend(this.#graph);
  }

  write(incoming: Iterable<Facts> | AsyncIterable<Facts>, options: WriteOptions = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await mend(this.#graph);
      const { first, all } = await peek(incoming, FEW + 1);
      const loaded =
        first.length > FEW && !options.dryRun ? await loadIfEmpty(this.#graph, all, options) : undefined;
      if (loaded) return loaded;
      const some = parts(all, CHARACTERS, ({ text }) => text.length);
      return writeParts(this.#graph, some, options, (known, part, factsOf) =>
        takeIn(part, known.state.digests, options.onSame, factsOf),
      );
    });
  }

  remove(ids: string[], options: Pick<WriteOptions, "dryRun"> = {}): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await mend(this.#graph);
      const there = (await reading(this.#graph.server, (run) => this.#graph.memory.known(run))).state.digests;
      for (const id of ids) if (!there.has(id)) throw noSuchReport(id);
      // Reports of one slot go together: when one goes, the other may get another id.
      const slots = groupBy(new Set(ids), (id) => slotOf(there.get(id) as Digest)).values();
      const some = parts(slots, options.dryRun ? ids.length : REMOVED, ({ length }) => length);
      return writeParts(this.#graph, some, options, (known, part, factsOf) =>
        takeOut(part.flat(), known.state.digests, factsOf),
      );
    });
  }

  decide(): Promise<ChangeReport> {
    return this.#turns.write(async () => {
      await mend(this.#graph);
      const none = async function* () {
        yield [];
      };
      return writeParts(this.#graph, none(), {}, ({ state }) => nothingTaken(state.digests));
    });
  }

  rebuild(): Promise<ChangeReport> {
    return this.#turns.write(() => makeAnew(this.#graph));
  }

  changes(limit = 20): Promise<ChangeReport[]> {
    return reading(this.#graph.server, async (run) =>
      markGone(await changesIn(run, limit), ({ cypher, parameters }) => run(cypher, parameters)),
    );
  }

  graph(): AsyncIterable<GraphPart> {
    const limits = { milliseconds: EXPORT, rows: Number.POSITIVE_INFINITY };
    return wholeGraph((cypher) => answered(this.#graph.server, cypher, {}, limits));
  }

  async state(): Promise<State> {
    return (await reading(this.#graph.server, (run) => this.#graph.memory.known(run))).state;
  }

  async reports(): Promise<ReportSummary[]> {
    return summaries((await this.state()).digests);
  }

  facts(reportId: string): Promise<Facts | undefined> {
    return reading(this.#graph.server, (run) => factsIn(run, reportId));
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
    return answered(this.#graph.server, query.cypher, parametersFor(query, given), limits);
  }

  async run(cypher: string, parameters: Record<string, Cell> = {}, limits: Limits = {}): Promise<Answer> {
    guard(cypher);
    await onlyReads(this.#graph.server, cypher, parameters);
    return answered(this.#graph.server, cypher, parameters, limits);
  }

  async close(): Promise<void> {
    await this.#turns.write(() => this.#graph.server.driver.close());
  }
}
