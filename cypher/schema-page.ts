/**
 * The schema tables of cypher/README.md, from the ontology and from counts of the samples:
 * `node --import tsx cypher/schema-page.ts` writes them between the marks in README.md.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ENTITY_TYPES, entityTypes, RELATION_TYPES, relationTypes } from "../ingest/ontology.ts";
import { extractAll } from "../ingest/pool.ts";
import { savedQueries } from "./queries.ts";
import { type Counts, openStore, type Store } from "./store.ts";

const README = new URL("README.md", import.meta.url);
const SAMPLES = new URL("../ingest/samples/", import.meta.url);

/** Puts `table` between <!-- name --> and <!-- /name -->. */
function fill(text: string, name: string, table: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return text.replace(pattern, (_, open: string, close: string) => `${open}${table}\n${close}`);
}

export function entityTable({ nodes }: Counts): string {
  const rows = entityTypes.map((type) => `| \`${type}\` | ${ENTITY_TYPES[type].zh} | ${nodes[type] ?? 0} |`);
  return ["| label | 类型 | in the samples |", "|---|---|---|", ...rows].join("\n");
}

export function relationTable({ relationships }: Counts): string {
  const rows = relationTypes.map((type) => {
    const { zh, from, to } = RELATION_TYPES[type];
    return `| \`${type}\` | ${zh} | ${short(from)} → ${short(to)} | ${relationships[type] ?? 0} |`;
  });
  return ["| type | 关系 | from → to | in the samples |", "|---|---|---|---|", ...rows].join("\n");
}

const short = (types: readonly string[]): string =>
  types.length > entityTypes.length / 2
    ? `all but ${entityTypes.filter((type) => !types.includes(type)).join(", ")}`
    : types.join(", ");

export function questionTable(): string {
  const rows = savedQueries()
    .filter(({ internal }) => !internal)
    .map(
      ({ name, question }) =>
        `| [${name}](queries/${name === "passages" ? "neo4j/" : ""}${name}.cypher) | ${question.zh} | ${question.en} |`,
    );
  return ["| query | 问题 | question |", "|---|---|---|", ...rows].join("\n");
}

export async function loadSamples(store: Store): Promise<void> {
  const files = readdirSync(SAMPLES, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/^README/.test(entry.name),
  );
  const paths = files.map(({ name }) => fileURLToPath(new URL(name, SAMPLES)));
  for await (const { facts } of extractAll(paths)) if (facts) await store.write([facts]);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-schema-"));
  const store = await openStore(`embedded:${folder}`);
  await loadSamples(store);
  const counts = await store.counts();
  await store.close();
  rmSync(folder, { recursive: true });
  let text = readFileSync(README, "utf8");
  text = fill(text, "entities", entityTable(counts));
  text = fill(text, "relations", relationTable(counts));
  text = fill(text, "questions", questionTable());
  writeFileSync(README, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
