/** A Neo4j for tests: the one of NEO4J_URI, or one started here, or a line that says what is missing. */
import { missing, type Server, startServer } from "../cypher/neo4j/server.ts";

import { openStore } from "../cypher/store.ts";
import { BY_HAND } from "./store-facts.ts";

export interface TestServer {
  uri: string;
  stop(): Promise<void>;
}

/** Why there is none; with CI=true that is a failure, else a skip. */
export function reasonToSkip(): string | undefined {
  if (process.env.NEO4J_URI) return undefined;
  const lack = missing();
  if (lack && process.env.CI === "true") throw new Error(`Neo4j: ${lack}`);
  if (lack) console.warn(`跳过 Neo4j 测试 (skipping the Neo4j tests)：${lack}`);
  return lack;
}

/** Starts one unless NEO4J_URI names one, and sets the environment for it. */
export async function testServer(): Promise<TestServer> {
  const given = process.env.NEO4J_URI;
  if (given) {
    await onlyTestReports(given);
    return { uri: given, stop: async () => {} };
  }
  const server = await startServer();
  login(server);
  return { uri: server.uri, stop: server.stop };
}

export function login(server: Server): void {
  process.env.NEO4J_USERNAME = server.username;
  process.env.NEO4J_PASSWORD = server.password;
  process.env.NEO4J_DATABASE = "neo4j";
}

/** The tests empty the database: never one in which somebody works. */
async function onlyTestReports(uri: string): Promise<void> {
  const store = await openStore(uri, { decisions: "/dev/null" });
  const others = (await store.reports()).filter(({ extractor }) => extractor !== BY_HAND);
  await store.close();
  if (others.length > 0)
    throw new Error(
      `NEO4J_URI=${uri} 里有 ${others.length} 份报告，测试会清空它；请换一个空库 (this database is in use; the tests would empty it)`,
    );
}
