/** A Neo4j server for the benchmarks, and what our writing is compared with: single statements, the bulk importer. */
import { statSync } from "node:fs";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { parametersOf } from "../../cypher/bolt.ts";
import { build } from "../../cypher/build.ts";
import { digestOf } from "../../cypher/digest.ts";
import { exportCsv } from "../../cypher/export.ts";
import { admin, missing, startServer } from "../../cypher/neo4j/server.ts";
import { resolve } from "../../cypher/resolve.ts";
import { emptyDelta } from "../../cypher/rows.ts";
import { type Statement, schemaStatements, writing } from "../../cypher/statements.ts";
import type { Store } from "../../cypher/store.ts";
import { login } from "../neo4j.ts";
import { factsOf } from "./facts.ts";
import { line, number, rate, seconds } from "./figures.ts";

/** Single statements measured, and run before. */
const SINGLES = 3000;
const WARM_UP = 1000;
/** Reports that they are of: the shortest, so that there are nodes and relationships of several. */
const FEW = 20;

export interface Bench {
  uri: string;
  driver: Driver;
  /** The most that the server's heap has held. */
  peakHeap(): Promise<string>;
}

/** One that NEO4J_URI names, if it is empty, else one of our own that is gone afterwards. */
export async function withNeo4j(work: (server: Bench) => Promise<void>): Promise<void> {
  const given = process.env.NEO4J_URI;
  const lack = given ? undefined : missing();
  if (lack) {
    console.log(`\nNeo4j: ${lack}`);
    return;
  }
  const own = given ? undefined : await startServer();
  if (own) login(own);
  const uri = given ?? own?.uri ?? "";
  const { NEO4J_USERNAME = "neo4j", NEO4J_PASSWORD = "" } = process.env;
  const driver = neo4j.driver(uri, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
  try {
    const { records } = await driver.executeQuery("MATCH (n) RETURN count(n) AS count");
    if (records[0]?.get("count").toNumber() > 0)
      throw new Error(
        `NEO4J_URI=${uri} 不是空库，基准会写入它 (is not empty, and the benchmark writes to it)`,
      );
    await work({ uri, driver, peakHeap: () => peakHeap(driver) });
    if (given) await clear(driver);
  } finally {
    await driver.close();
    await own?.stop();
  }
}

async function clear(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
  await session.close();
}

async function peakHeap(driver: Driver): Promise<string> {
  const { records } = await driver.executeQuery(
    "CALL dbms.queryJmx('java.lang:type=MemoryPool,*') YIELD name, attributes " +
      "WHERE attributes.Type.value = 'HEAP' RETURN sum(attributes.PeakUsage.value.properties.used) AS bytes",
  );
  return `${number(Number(records[0]?.get("bytes")) / 2 ** 20)} MB at most (sum of the peaks of its pools)`;
}

/** The rows of a few reports, each in a statement and transaction of its own: rows a second. */
export async function singleMerges({ driver }: Bench, files: string[]): Promise<number> {
  const session = driver.session();
  for (const statement of schemaStatements("neo4j")) await session.run(statement);
  await session.run("CALL db.awaitIndexes(120)");
  const statements = await singles(files, WARM_UP + SINGLES);
  let begin = performance.now();
  for (const [i, { cypher, parameters }] of statements.entries()) {
    if (i === WARM_UP) begin = performance.now();
    await session.run(cypher, parametersOf(parameters));
  }
  const time = seconds(begin);
  await session.close();
  await clear(driver);
  const rows = Math.max(0, statements.length - WARM_UP);
  line("single MERGE statements of the same rows, warm", rate(rows, time));
  return rows / time;
}

/** Report by report, its nodes before its relationships. */
async function singles(files: string[], count: number): Promise<Statement[]> {
  const list: Statement[] = [];
  const short = [...files].sort((a, b) => statSync(a).size - statSync(b).size).slice(0, FEW);
  for (const one of await factsOf(short)) {
    const digest = digestOf(one);
    const digests = new Map([[digest.report.id, digest]]);
    for await (const batch of build({ digests, resolved: resolve([digest], []) }, async () => one)) {
      for (const row of batch.nodes) list.push(...writing({ ...emptyDelta(), nodes: [row] }));
      for (const row of batch.relationships) list.push(...writing({ ...emptyDelta(), relationships: [row] }));
      if (list.length >= count) return list.slice(0, count);
    }
  }
  return list;
}

/** The importer of Neo4j on our export of the same graph, the start of its JVM included. */
export async function bulkImport(store: Store, folder: string): Promise<void> {
  const lack = missing();
  if (lack) return;
  console.log("\n### neo4j-admin database import full");
  const csv = join(folder, "csv");
  const begin = performance.now();
  const { words } = await exportCsv(store, csv);
  const exported = seconds(begin);
  const { nodes, relationships } = await store.counts();
  const rows = [...Object.values(nodes), ...Object.values(relationships)].reduce((sum, n) => sum + n, 0);
  line("CSV export of the graph", rate(rows, exported));
  const server = await startServer({
    before: (home) => {
      const start = performance.now();
      admin(home, words, csv);
      line("import of these files", rate(rows, seconds(start)));
    },
  });
  await server.stop();
}
