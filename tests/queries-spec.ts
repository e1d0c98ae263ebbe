/** Every saved question runs on a store and gives the columns that it promises. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Cell } from "../cypher/cells.ts";
import { isNode, isPath, isRelationship } from "../cypher/cells.ts";
import { savedQueries } from "../cypher/queries.ts";
import type { Store } from "../cypher/store.ts";

/** Ids and names of the fixture for questions that want them. */
export async function fixtureParameters(store: Store): Promise<Record<string, Record<string, Cell>>> {
  const idOf = async (q: string) => String((await store.ask("search", { q, limit: 1 })).rows[0]?.[0]);
  const [district, other, firm, project] = await Promise.all(
    ["云河区", "星湖区", "星海科技", "星海科技三期"].map(idOf),
  );
  const reports = await store.reports();
  const report = reports.find(({ year }) => year === 2024)?.id ?? "";
  const communique = reports.find(({ kind }) => kind === "statistical communique")?.id ?? "";
  const id = { id: district as string };
  return {
    nodes: { ids: [district, other] as string[] },
    "report-text": { report },
    "report-mentions": { report },
    "report-facts": { report },
    paths: { from: district as string, to: other as string },
    "view-said": {
      id: String((await store.ask("compare-figures", { ids: [district as string] })).rows[0]?.[1]),
    },
    "compare-figures": { ids: [district, other] as string[] },
    "compare-aims": { ids: [district, other] as string[] },
    "compare-projects": { ids: [district, other] as string[] },
    "view-best": id,
    "view-called": id,
    "view-observations": id,
    "view-milestones": { id: project as string },
    "view-passages": { ids: [`${report}.1`] },
    "view-unclaimed": { id: communique },
    "view-links-out": { ...id, types: ["PURSUES", "FOCUSES_ON", "HOSTS"] },
    "view-links-in": { ...id, types: ["LOCATED_IN"] },
    "view-relations": { id: district as string, others: [firm, project] as string[] },
    "view-among": { ids: [district] as string[], all: [district, firm, project] as string[] },
  };
}

/** Questions to which the fixture has no answer. */
export const EMPTY: ReadonlySet<string> = new Set(["offices"]);

/** The ten examples of cypher/README.md, each as a reader would paste it. */
export function examples(): string[] {
  const page = readFileSync(new URL("../cypher/README.md", import.meta.url), "utf8");
  const block = /## Ten examples[\s\S]*?```cypher\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  return block.split(/;\n/).filter((text) => text.trim() !== "");
}

export function queriesSpec(name: string, store: () => Store): void {
  describe(`the saved questions on the ${name} store`, () => {
    for (const query of savedQueries("embedded"))
      it(`${query.name}: ${query.question.zh}`, async () => {
        const parameters = (await fixtureParameters(store()))[query.name] ?? {};
        const { columns, rows } = await store().ask(query.name, parameters);
        expect(columns).toEqual(query.columns);
        expect(rows.length > 0).toBe(!EMPTY.has(query.name));
      });

    it.each(examples())("runs as an example of cypher/README.md: %s", async (cypher) => {
      expect((await store().run(cypher)).columns.length).toBeGreaterThan(0);
    });
  });
}

/** Rows without scores, which differ from engine to engine. */
export function comparable(columns: string[], rows: Cell[][]): Cell[][] {
  const kept = columns.map((column) => column !== "score");
  return rows.map((row) => row.filter((_, i) => kept[i]).map(withoutOrder));
}

const withoutOrder = (cell: Cell): Cell => {
  if (isNode(cell) || isRelationship(cell)) return JSON.parse(JSON.stringify(cell)) as Cell;
  if (isPath(cell)) return cell.nodes.map(({ id }) => id);
  return cell;
};
