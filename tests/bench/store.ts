/**
 * `npm run bench -- store`: the graph stores on the corpus. Rows a second into each, one changed report again, every
 * saved question; for Neo4j beside single MERGE statements and the bulk importer, all in this run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { records } from "../../cypher/cells.ts";
import { exportCsv } from "../../cypher/export.ts";
import { admin, missing, startServer } from "../../cypher/neo4j/server.ts";
import { savedQueries } from "../../cypher/queries.ts";
import { openStore, type Store } from "../../cypher/store.ts";
import { extractAll } from "../../ingest/pool.ts";
import type { Facts } from "../../ingest/types.ts";

const SINGLES = 2000; // single MERGE statements to measure their rate by
const ROUNDS = 5;

export async function benchStore(files: string[]): Promise<void> {
  const facts = await factsOf(files);
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-bench-"));
  try {
    const embedded = await openStore(`embedded:${join(folder, "data")}`);
    await load("embedded", embedded, facts);
    await again("embedded", embedded, facts);
    await questions("embedded", embedded);
    await benchNeo4j(embedded, facts, folder);
    await embedded.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function factsOf(files: string[]): Promise<Facts[]> {
  const facts: Facts[] = [];
  for await (const one of extractAll(files)) if (one.facts && !one.facts.notAReport) facts.push(one.facts);
  return facts;
}

const seconds = (since: number): number => (performance.now() - since) / 1000;
const say = (what: string, figure: string): void => console.log(`${what.padEnd(52)} ${figure}`);
const rate = (rows: number, time: number): string =>
  `${Math.round(rows / time).toLocaleString("en")} rows/s (${rows.toLocaleString("en")} in ${time.toFixed(1)} s)`;

async function load(name: string, store: Store, facts: Facts[]): Promise<number> {
  const begin = performance.now();
  const { rows } = await store.write(facts);
  const time = seconds(begin);
  say(`${name}: load of ${facts.length} reports`, rate(rows, time));
  return rows / time;
}

/** One report with a paragraph less, and back. */
async function again(name: string, store: Store, facts: Facts[]): Promise<void> {
  const whole = facts[Math.floor(facts.length / 2)];
  if (!whole) return;
  const edited: Facts = { ...whole, text: `${whole.text}\n`, relations: whole.relations.slice(1) };
  for (const version of [edited, whole]) {
    const begin = performance.now();
    await store.write([version]);
    say(`${name}: one changed report in the full graph`, `${seconds(begin).toFixed(2)} s`);
  }
}

async function questions(name: string, store: Store): Promise<void> {
  const parameters = await parametersFrom(store);
  const all: { name: string; scan: boolean; median: number; worst: number }[] = [];
  for (const query of savedQueries(store.kind)) {
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const begin = performance.now();
      await store.ask(query.name, given(query.parameters, parameters));
      times.push(performance.now() - begin);
    }
    times.sort((a, b) => a - b);
    all.push({ name: query.name, scan: query.scan, median: times[2] ?? 0, worst: times.at(-1) ?? 0 });
  }
  for (const { name: query, scan, median, worst } of all)
    say(
      `${name}: ${query}${scan ? " (scan)" : ""}`,
      `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
    );
}

/** The busiest district, its firm, its report: what makes each question hard. */
async function parametersFrom(store: Store): Promise<Record<string, string | string[]>> {
  const busiest = async (type: string) =>
    records(await store.ask("search", { q: "", types: [type], limit: 1 }))[0] ?? {};
  const [district, enterprise, project, initiative] = await Promise.all(
    ["District", "Enterprise", "Project", "Initiative"].map(busiest),
  );
  const reports = await store.reports();
  const own = reports.find(({ kind }) => kind === "government work report") ?? reports[0];
  return {
    id: String(district?.id),
    ids: [String(district?.id), String(enterprise?.id), String(project?.id)],
    entity: String(initiative?.name),
    district: own?.district ?? "",
    one: own?.district ?? "",
    other: reports.at(-1)?.district ?? "",
    from: own?.district ?? "",
    to: reports.at(-1)?.district ?? "",
    place: own?.chain.at(-2) ?? own?.district ?? "",
    project: String(project?.name),
    initiative: String(initiative?.name),
    report: own?.id ?? "",
  };
}

function given(
  parameters: readonly { name: string; default: unknown }[],
  known: Record<string, string | string[]>,
): Record<string, string | string[]> {
  const wanted = parameters.filter(
    ({ name, default: usual }) => name in known && usual !== "" && usual !== undefined,
  );
  const ids = parameters.filter(({ name }) => ["id", "ids", "report", "from", "to"].includes(name));
  return Object.fromEntries([...wanted, ...ids].map(({ name }) => [name, known[name] ?? ""]));
}

async function benchNeo4j(embedded: Store, facts: Facts[], folder: string): Promise<void> {
  const lack = missing();
  if (lack) {
    console.log(`Neo4j: ${lack}`);
    return;
  }
  const server = await startServer();
  process.env.NEO4J_PASSWORD = server.password;
  try {
    const store = await openStore(server.uri, { decisions: join(folder, "none.jsonl") });
    await load("Neo4j, cold", store, facts.slice(0, 10));
    await store.remove((await store.reports()).map(({ id }) => id));
    const driven = await load("Neo4j, warm", store, facts);
    const single = await singleMerges(server.uri, server.password);
    say("Neo4j: times the rate of single MERGE statements", (driven / single).toFixed(0));
    await again("Neo4j", store, facts);
    await questions("Neo4j", store);
    await store.close();
  } finally {
    await server.stop();
  }
  await bulkImport(embedded, folder);
}

async function singleMerges(uri: string, password: string): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password));
  const session = driver.session({ database: "neo4j" });
  const begin = performance.now();
  for (let i = 0; i < SINGLES; i++)
    await session.run("MERGE (n:Passage {id: $id}) SET n.text = $text", { id: `bench ${i}`, text: "一段话" });
  const time = seconds(begin);
  await session.run("MATCH (n:Passage) WHERE n.id STARTS WITH 'bench ' DELETE n");
  await session.close();
  await driver.close();
  say("Neo4j: single MERGE statements", rate(SINGLES, time));
  return SINGLES / time;
}

async function bulkImport(embedded: Store, folder: string): Promise<void> {
  const csv = join(folder, "csv");
  let begin = performance.now();
  const { words } = await exportCsv(embedded, csv);
  say("CSV export", `${seconds(begin).toFixed(1)} s`);
  const { nodes, relationships } = await embedded.counts();
  const rows = [...Object.values(nodes), ...Object.values(relationships)].reduce((sum, n) => sum + n, 0);
  const server = await startServer({
    before: (home) => {
      begin = performance.now();
      admin(home, words, csv);
      say("neo4j-admin database import", rate(rows, seconds(begin)));
    },
  });
  await server.stop();
}
