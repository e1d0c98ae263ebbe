/** The graph for other programs: canonical JSON, GEXF for Gephi, CSV for the bulk importer of Neo4j. */
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { entityTypes } from "../ingest/ontology.ts";
import type { Cell, NodeCell, RelationshipCell } from "./cells.ts";
import { readDecisions } from "./decisions.ts";
import { groupBy } from "./group.ts";
import { markerOf } from "./marker.ts";
import { PROPERTIES, type PropertyType } from "./properties.ts";
import type { Store } from "./store.ts";
import { versionsOf } from "./take.ts";

/** As two sorted lists, one thing a line: the same bytes from both stores. Empty lists of a property are left out. */
export async function* exportJson(store: Store): AsyncGenerator<string> {
  const nodes: [string, string][] = [];
  const relationships: [string, string][] = [];
  for await (const part of store.graph()) {
    if ("nodes" in part)
      for (const { id, labels, properties } of part.nodes)
        nodes.push([
          id,
          JSON.stringify({ id, labels: [...labels].sort(), properties: canonical(properties) }),
        ]);
    else
      for (const { id, type, from, to, properties } of part.relationships)
        relationships.push([id, JSON.stringify({ id, type, from, to, properties: canonical(properties) })]);
  }
  yield '{"nodes": [\n';
  yield* lines(nodes);
  yield '], "relationships": [\n';
  yield* lines(relationships);
  yield "]}\n";
}

const LINES = 1000;

function* lines(list: [string, string][]): Generator<string> {
  list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (let i = 0; i < list.length; i += LINES) {
    const part = list.slice(i, i + LINES).map(([, line]) => line);
    yield `${part.join(",\n")}${i + LINES < list.length ? "," : ""}\n`;
  }
}

function canonical(properties: Record<string, Cell>): Record<string, Cell> {
  const names = Object.keys(properties).sort();
  const kept = names.filter((name) => !(Array.isArray(properties[name]) && properties[name].length === 0));
  return Object.fromEntries(kept.map((name) => [name, properties[name] ?? null]));
}

/** The entities and the relations between them, for Gephi and the like. */
export async function* exportGexf(store: Store): AsyncGenerator<string> {
  const graph = new MultiDirectedGraph();
  for await (const part of store.graph()) {
    if ("nodes" in part) for (const node of part.nodes) addEntity(graph, node);
    else for (const link of part.relationships) addRelation(graph, link);
  }
  yield gexf.write(graph, {
    version: "1.3",
    formatNode: (_key, { label, ...attributes }) => ({ label, attributes }),
    formatEdge: (_key, { label, ...attributes }) => ({ label, attributes }),
  });
}

type Graph = MultiDirectedGraph;

function addEntity(graph: Graph, { id, labels, properties }: NodeCell): void {
  if (!labels.includes("Entity")) return;
  const { name, type, aliases, reports, mentions, since, scope } = properties;
  graph.addNode(id, {
    label: String(name),
    type: String(type),
    aliases: list(aliases),
    reports: Array.isArray(reports) ? reports.length : 0,
    mentions: Number(mentions),
    since: Number(since ?? 0),
    scope: String(scope),
  });
}

function addRelation(graph: Graph, { id, type, from, to, properties }: RelationshipCell): void {
  if (!graph.hasNode(from) || !graph.hasNode(to)) return;
  const { year, basis, title, reports } = properties;
  const said = new Set(Array.isArray(reports) ? reports : []).size;
  graph.addDirectedEdgeWithKey(id, from, to, {
    label: type,
    type,
    basis: String(basis),
    year: Number(year ?? 0),
    title: String(title ?? ""),
    reports: said,
  });
}

const list = (value: Cell | undefined): string => (Array.isArray(value) ? value.join("; ") : "");

/** Between the items of a list: nothing that occurs in a text (where it did all the same, it is left out of the item). */
const ITEM = "\u001f";

export interface CsvExport {
  files: string[];
  /** The words after neo4j-admin, to be run in the folder. */
  words: string[];
  command: string;
}

/**
 * Files for `neo4j-admin database import full` in the folder, and the command that imports them. With what the store
 * keeps for itself, so that reports can be written to the imported graph.
 */
export async function exportCsv(store: Store, folder: string): Promise<CsvExport> {
  mkdirSync(folder, { recursive: true });
  const nodes: string[] = [];
  const relationships: string[] = [];
  for await (const part of store.graph()) {
    if ("nodes" in part)
      for (const [label, group] of groupBy(part.nodes, labelOf)) {
        await writeTable(join(folder, `nodes-${label}.csv`), nodeTable(group));
        nodes.push(`nodes-${label}.csv`);
      }
    else if (part.relationships.length > 0) {
      const { type } = part.relationships[0] as RelationshipCell;
      await writeTable(join(folder, `relationships-${type}.csv`), relationshipTable(part.relationships));
      relationships.push(`relationships-${type}.csv`);
    }
  }
  await writeKept(store, join(folder, "nodes-Kept.csv"));
  nodes.push("nodes-Kept.csv");
  const flags = [
    "--overwrite-destination",
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--read-buffer-size=64m",
    ...nodes.map((file) => `--nodes=${file}`),
    ...relationships.map((file) => `--relationships=${file}`),
  ];
  const words = ["database", "import", "full", "neo4j", ...flags];
  return { files: [...nodes, ...relationships], words, command: `neo4j-admin ${words.join(" ")}` };
}

const labelOf = ({ labels }: NodeCell): string =>
  labels.find((label) => entityTypes.some((type) => type === label)) ?? labels[0] ?? "";

interface Table {
  head: string;
  rows: Iterable<string>;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Nothing for what is not there; every text in quotes, so that an empty one stays one. */
function field(value: Cell | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value))
    return value.length === 0
      ? ""
      : quoted(value.map((item) => String(item).replaceAll(ITEM, "")).join(ITEM));
  return typeof value === "string" ? quoted(value) : String(value);
}

function columnsOf(things: { properties: Record<string, Cell> }[]): string[] {
  const names = new Set<string>();
  for (const { properties } of things) for (const name of Object.keys(properties)) names.add(name);
  names.delete("id");
  return [...names].sort();
}

/** level: "county" of a district, but 2 of a heading: what the table's own values are decides. */
function headOf(name: string, things: { properties: Record<string, Cell> }[]): string {
  const declared: PropertyType = PROPERTIES[name]?.type ?? "string";
  const found = things.map(({ properties }) => properties[name] ?? null).filter((value) => value !== null);
  const numbers = declared === "string" && found.every((value) => typeof value === "number");
  return `${name}:${numbers ? (found.every(Number.isInteger) ? "long" : "double") : declared}`;
}

function nodeTable(nodes: NodeCell[]): Table {
  const columns = columnsOf(nodes);
  return {
    head: ["id:ID", ...columns.map((name) => headOf(name, nodes)), ":LABEL"].join(","),
    rows: rowsOf(nodes, ({ id, labels, properties }) => [
      quoted(id),
      ...columns.map((name) => field(properties[name])),
      quoted(labels.join(ITEM)),
    ]),
  };
}

function relationshipTable(links: RelationshipCell[]): Table {
  const columns = columnsOf(links);
  return {
    head: [":START_ID", ":END_ID", ":TYPE", "id:string", ...columns.map((name) => headOf(name, links))].join(
      ",",
    ),
    rows: rowsOf(links, ({ id, type, from, to, properties }) => [
      quoted(from),
      quoted(to),
      type,
      quoted(id),
      ...columns.map((name) => field(properties[name])),
    ]),
  };
}

function* rowsOf<T>(things: Iterable<T>, fields: (thing: T) => string[]): Generator<string> {
  for (const thing of things) yield fields(thing).join(",");
}

async function writeKept(store: Store, path: string): Promise<void> {
  const { digests } = await store.state();
  const { shape, decisions, reports, versions } = markerOf(
    versionsOf(digests),
    readDecisions(store.decisions),
  );
  const rows = [
    [
      quoted("state"),
      quoted(shape),
      quoted(decisions),
      field(reports),
      field(versions),
      "",
      "",
      quoted("Kept"),
    ].join(","),
  ];
  for (const [id, digest] of digests) {
    const facts = gzipSync(JSON.stringify(await store.facts(id))).toString("base64");
    const kept = [quoted(JSON.stringify(digest)), quoted(facts), quoted("Kept")];
    rows.push([quoted(`facts ${id}`), "", "", "", "", ...kept].join(","));
  }
  const head =
    "id:ID,shape:string,decisions:string,reports:string[],versions:string[],digest:string,facts:string,:LABEL";
  await writeTable(path, { head, rows });
}

async function writeTable(path: string, { head, rows }: Table): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${head}\n`);
  for (const row of rows) if (!file.write(`${row}\n`)) await once(file, "drain");
  file.end();
  await finished(file);
}
