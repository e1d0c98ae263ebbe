/** Transactions on a Neo4j server, and queries whose rows come as cells. */
import neo4j, { type Driver, type Session } from "neo4j-driver";
import { cellsOf, parametersOf, translated } from "./bolt.ts";
import type { Answer, Cell } from "./cells.ts";
import { StoreError } from "./errors.ts";
import type { Limits } from "./store.ts";

export interface Server {
  driver: Driver;
  database: string;
  url: string;
}

/** A statement of a transaction, and the rows that it gives. */
export type Run = (cypher: string, parameters?: object) => Promise<unknown[][]>;

export const ASK = 60_000; // milliseconds for a saved query
const CONSOLE = 10_000;
const ROWS = 1_000;

type Statements = Pick<Session, "run">;

const runIn =
  (transaction: Statements): Run =>
  async (cypher, parameters = {}) => {
    const { records } = await transaction.run(cypher, parametersOf(parameters));
    return records.map((record) => record.keys.map((column) => record.get(column) as unknown));
  };

async function inSession<T>(
  { driver, database, url }: Server,
  mode: "READ" | "WRITE",
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session[mode] });
  try {
    return await work(session);
  } catch (error) {
    throw translated(error, "", url);
  } finally {
    await session.close();
  }
}

/** One transaction, again from its beginning after an error that passes. */
export const reading = <T>(server: Server, work: (run: Run) => Promise<T>): Promise<T> =>
  inSession(server, "READ", (session) =>
    session.executeRead((transaction) => work(runIn(transaction)), { timeout: ASK }),
  );

/** One transaction, again from its beginning after an error that passes. */
export const changing = <T>(server: Server, work: (run: Run) => Promise<T>): Promise<T> =>
  inSession(server, "WRITE", (session) => session.executeWrite((transaction) => work(runIn(transaction))));

/** Statements each in a transaction of its own, or in several (CALL … IN TRANSACTIONS). */
export const each = (server: Server, statements: readonly string[]): Promise<void> =>
  inSession(server, "WRITE", async (session) => {
    for (const statement of statements) await session.run(statement);
  });

/** While `work` runs, `lock` holds: a statement whose transaction stays open. */
export const holding = <T>(server: Server, lock: string, work: () => Promise<T>): Promise<T> =>
  inSession(server, "WRITE", async (session) => {
    const transaction = await session.beginTransaction();
    try {
      await transaction.run(lock);
      return await work();
    } finally {
      // A connection that broke has let go of the lock already.
      await transaction.rollback().catch(() => {});
    }
  });

/** The plan says whether a query writes, before it runs; READ access mode refuses it besides. */
export function onlyReads(server: Server, cypher: string, parameters: Record<string, Cell>): Promise<void> {
  const explain = /^\s*(?:EXPLAIN|PROFILE)\b/i.test(cypher)
    ? cypher.replace(/PROFILE/i, "EXPLAIN")
    : `EXPLAIN ${cypher}`;
  return inSession(server, "READ", async (session) => {
    try {
      const { summary } = await session.run(explain, parametersOf(parameters), { timeout: CONSOLE });
      if (summary.queryType !== "r")
        throw new StoreError("refused", "只读：这里不能写入", "read-only: nothing can be written here");
    } catch (error) {
      throw translated(error, cypher, server.url, "EXPLAIN ".length);
    }
  });
}

/** Within limits; closing the session ends the query on the server too. */
export async function answered(
  server: Server,
  cypher: string,
  parameters: Record<string, Cell>,
  { milliseconds = CONSOLE, rows: most = ROWS, signal }: Limits,
): Promise<Answer> {
  if (signal?.aborted) throw cancelled();
  const begin = performance.now();
  return inSession(server, "READ", async (session) => {
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
      const cells = await cellsOf(rows, (ids) => ownIds(server, ids));
      return { columns: columns.map(String), rows: cells, more, milliseconds: performance.now() - begin };
    } catch (error) {
      throw signal?.aborted ? cancelled() : translated(error, cypher, server.url);
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  });
}

/** Our ids of nodes of which only the server's are known (the ends of a relationship). */
async function ownIds(server: Server, elementIds: string[]): Promise<Map<string, string>> {
  const cypher = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.id AS own";
  const rows = await reading(server, (run) => run(cypher, { ids: elementIds }));
  return new Map(rows.map(([id, own]) => [String(id), String(own ?? id)]));
}

const cancelled = (): StoreError => new StoreError("cancelled", "查询已取消", "the query was cancelled");
