/** What other programs get: canonical JSON, GEXF, CSV of the embedded store. Neo4j's importer reads the CSV in neo4j.test.ts. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCsv, exportGexf, exportJson } from "../cypher/export.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { relationTypes } from "../ingest/ontology.ts";
import { ODD_NAMES, odd } from "./odd-facts.ts";
import { fixture } from "./store-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "zhengtu-export-"));
let store: Store;
beforeAll(async () => {
  store = await openStore(`embedded:${join(folder, "data")}`);
  await store.write([...fixture(), odd()]);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const whole = async (parts: AsyncIterable<string>): Promise<string> => {
  let text = "";
  for await (const part of parts) text += part;
  return text;
};
const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

const isRelation = (type: string): boolean => relationTypes.some((relation) => relation === type);

interface Thing {
  id: string;
  properties: Record<string, unknown>;
}

describe("the canonical JSON", () => {
  it("is one document with a node or relationship a line, each list sorted by id", async () => {
    const text = await whole(exportJson(store));
    const { nodes, relationships } = JSON.parse(text) as { nodes: Thing[]; relationships: Thing[] };
    const counts = await store.counts();
    expect([nodes.length, relationships.length]).toEqual([total(counts.nodes), total(counts.relationships)]);
    for (const list of [nodes, relationships]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
      for (const { properties } of list)
        expect(Object.keys(properties)).toEqual(Object.keys(properties).sort());
    }
    // two brackets that open, one between the lists, one that closes
    expect(text.trimEnd().split("\n")).toHaveLength(nodes.length + relationships.length + 3);
    const names = nodes.map(({ properties }) => properties.name);
    expect(names).toEqual(expect.arrayContaining([...ODD_NAMES]));
  });
});

describe("the GEXF", () => {
  it("is XML with every entity, every relation and the names as they are", async () => {
    const $ = load(await whole(exportGexf(store)), { xml: true });
    const { relationships } = await store.counts();
    const { rows } = await store.ask("view-names");
    const labels = $("node")
      .toArray()
      .map((node) => $(node).attr("label"));
    expect(labels).toHaveLength(rows.length);
    expect(labels).toEqual(expect.arrayContaining([...ODD_NAMES]));
    expect($("edge")).toHaveLength(
      total(Object.fromEntries(Object.entries(relationships).filter(([type]) => isRelation(type)))),
    );
    const ids = new Set(
      $("node")
        .toArray()
        .map((node) => $(node).attr("id")),
    );
    for (const edge of $("edge").toArray())
      expect([ids.has($(edge).attr("source")), ids.has($(edge).attr("target"))]).toEqual([true, true]);
  });
});

/** RFC 4180: fields in quotes, quotes doubled, line breaks inside allowed. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe("the CSV", () => {
  it("keeps names, sentences and lists, and says of each column what it is", async () => {
    const { files, command } = await exportCsv(store, join(folder, "csv"));
    const tables = new Map(
      files.map((file) => [file, parseCsv(readFileSync(join(folder, "csv", file), "utf8"))]),
    );
    for (const [file, [head = [], ...rows]] of tables) {
      expect(command).toContain(file);
      for (const row of rows) expect(row, file).toHaveLength(head.length);
    }
    const column = (file: string, name: string): string[] => {
      const [head = [], ...rows] = tables.get(file) ?? [];
      const at = head.findIndex((field) => field.startsWith(`${name}:`));
      return rows.map((row) => row[at] ?? "");
    };
    expect(column("nodes-Enterprise.csv", "name")).toEqual(expect.arrayContaining([...ODD_NAMES]));
    expect(column("nodes-Report.csv", "file")).toContain('奇 名,"区";2024.txt');
    expect(column("nodes-Report.csv", "chain")).toContain("江省\u001f云州市\u001f奇名区");
    expect(tables.get("nodes-Passage.csv")?.[0]).toContain("level:long");
    expect(tables.get("nodes-Report.csv")?.[0]).toEqual(
      expect.arrayContaining(["year:long", "chain:string[]"]),
    );
    const rows = [...tables]
      .filter(([file]) => file !== "nodes-Kept.csv")
      .map(([, table]) => table.length - 1);
    const counts = await store.counts();
    expect(rows.reduce((sum, n) => sum + n, 0)).toBe(total(counts.nodes) + total(counts.relationships));
  });
});
