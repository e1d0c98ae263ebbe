/** What every store does; run on the embedded one and on Neo4j. */
import { rmSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { type Cell, isRelationship, records } from "../cypher/cells.ts";
import { type Decision, recordDecision } from "../cypher/decisions.ts";
import { exportJson } from "../cypher/export.ts";
import type { Store } from "../cypher/store.ts";
import type { RelationType } from "../ingest/ontology.ts";
import type { Facts } from "../ingest/types.ts";
import { rounds } from "./long.ts";
import { type Draft, factsOf, xinghu2024, yunhe2023, yunhe2024 } from "./store-facts.ts";

export async function exported(store: Store): Promise<string> {
  let text = "";
  for await (const part of exportJson(store)) text += part;
  return text;
}

export interface Setting {
  /** An empty store, the same one or a new one. */
  empty(): Promise<Store>;
  /** Runs of the property test. */
  runs: number;
}

export function storeSpec(name: string, { empty, runs }: Setting): void {
  describe(`the ${name} store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await empty();
      rmSync(store.decisions, { force: true });
      await store.decide();
    });
    const found = async (q: string) => records(await store.ask("search", { q }));
    const names = async (q: string) => (await found(q)).map((row) => `${row.name}:${row.type}`).sort();
    const idOf = async (q: string, type: string) =>
      String((await found(q)).find((row) => row.type === type)?.id);

    it("finds what a report names, by name, alias and part of a name", async () => {
      await store.write([yunhe2023()]);
      expect(await names("云河")).toEqual(["云河区:District"]);
      expect(await names("七三一")).toEqual(["“七三一”发展战略:Initiative"]);
      expect(await names("科技三期")).toEqual(["星海科技三期项目:Project"]);
      expect(await names("没有这个")).toEqual([]);
    });

    it("leads from a relation to the words that say it", async () => {
      await store.write([yunhe2023()]);
      const rows = records(
        await store.ask("facts-of-entity", { entity: await idOf("星海科技", "Enterprise") }),
      );
      expect(rows).toHaveLength(1);
      const [row] = rows as [Record<string, Cell>];
      expect(String(row.text).slice(Number(row.start), Number(row.end))).toBe("星海科技");
      expect(row).toMatchObject({ direction: "out", year: 2023, title: expect.stringContaining("云河区") });
    });

    it("joins the short and the full name, the strategy with and without 发展, and a road in two districts", async () => {
      await store.write([yunhe2023(), yunhe2024(), xinghu2024()]);
      expect(await names("七三一")).toEqual(["“七三一”发展战略:Initiative"]);
      expect(await names("银杏大道")).toEqual(["银杏大道:Infrastructure", "银杏大道东延:Infrastructure"]);
      expect(await names("星海科技股份")).toEqual(["星海科技股份有限公司:Enterprise"]);
      const [firm] = await found("星海科技股份");
      expect(firm).toMatchObject({ reports: 3, aliases: ["星海科技"] });
    });

    it("keeps apart 三期 and 四期, a firm and its project, and equal common names of two districts", async () => {
      await store.write([yunhe2023(), yunhe2024(), xinghu2024()]);
      expect(await names("三期")).toEqual(["星海科技三期项目:Project"]);
      expect(await names("四期")).toEqual(["星海科技四期项目:Project"]);
      expect(await names("市民中心")).toEqual(["市民中心:Institution", "市民中心:Institution"]);
    });

    it("keeps a district and its court, and one name of two types, apart", async () => {
      await store.write([
        factsOf({
          lines: ["云河区报告", "云河区人民法院和云河区，银杏谷园区，银杏谷战略"],
          entities: [
            ["District", "云河区"],
            ["Institution", "云河区人民法院"],
            ["Park", "银杏谷"],
          ],
        }),
        factsOf({ year: 2023, lines: ["云河区报告", "银杏谷战略"], entities: [["Initiative", "银杏谷"]] }),
      ]);
      expect(await names("云河区")).toEqual(["云河区:District", "云河区人民法院:Institution"]);
      expect(await names("银杏谷")).toEqual(["银杏谷:Initiative", "银杏谷:Park"]);
    });

    it("lets an entity be of the type that most of its reports give it, whichever came or went", async () => {
      const named = (year: number, type: "Industry" | "Initiative") =>
        factsOf({ year, lines: ["报告", "长江经济带"], entities: [[type, "长江经济带"]] });
      await store.write([named(2021, "Industry")]);
      expect(await names("长江经济带")).toEqual(["长江经济带:Industry"]);
      await store.write([named(2022, "Initiative"), named(2023, "Initiative")]);
      const { rows } = await store.run(
        "MATCH (e:Entity {name: '长江经济带'}) UNWIND labels(e) AS label RETURN label ORDER BY label",
      );
      expect(rows).toEqual([["Entity"], ["Initiative"]]);
      expect((await store.counts()).nodes.Industry ?? 0).toBe(0);
    });

    it("writes a relation that two reports say once, with the evidence of both", async () => {
      await store.write([yunhe2023(), yunhe2024()]);
      const id = await idOf("云河区", "District");
      const rows = records(await store.ask("neighbours", { entity: id, types: ["PURSUES"] }));
      expect(rows).toHaveLength(1);
      const link = rows[0]?.relationship;
      expect(isRelationship(link) && new Set(link.properties.reports as string[]).size).toBe(2);
    });

    it("changes nothing when the same is written again", async () => {
      await store.write([yunhe2023(), yunhe2024()]);
      const before = [await store.counts(), await exported(store)];
      const again = await store.write([yunhe2024(), yunhe2023(), yunhe2024()]);
      expect(again.reports.unchanged).toHaveLength(3);
      expect(again.rows).toBe(0);
      expect([await store.counts(), await exported(store)]).toEqual(before);
    });

    it("knows a report by what it says: same text under another name is one, same name with new text replaces", async () => {
      await store.write([yunhe2023()]);
      await store.write([{ ...yunhe2023(), report: { ...yunhe2023().report, file: "另一个名字.txt" } }]);
      expect(await store.reports()).toHaveLength(1);
      const edited = factsOf({
        year: 2023,
        lines: ["云河区2023年政府工作报告", "云河区建设青藤湖公园。"],
        entities: [
          ["District", "云河区"],
          ["Place", "青藤湖公园"],
        ],
      });
      const change = await store.write([edited]);
      expect(change.reports.replaced).toHaveLength(1);
      expect(await store.reports()).toHaveLength(1);
      expect(await names("七三一")).toEqual([]);
      expect(await names("青藤湖")).toEqual(["青藤湖公园:Place"]);
    });

    it("takes out with a report only what it alone said", async () => {
      await store.write([yunhe2023(), yunhe2024(), xinghu2024()]);
      const of2024 = (await store.reports()).find(
        ({ district, year }) => district === "云河区" && year === 2024,
      );
      const change = await store.remove([String(of2024?.id)]);
      expect(change.reports.removed).toHaveLength(1);
      expect(await names("四期")).toEqual([]);
      expect(await names("七三一")).toEqual(["“七三一”发展战略:Initiative"]);
      expect(await names("国家级绿色园区")).toEqual([]);
      const alone = await empty();
      await alone.write([xinghu2024(), yunhe2023()]);
      const expected = await exported(alone);
      const again = await empty();
      await again.write([yunhe2023(), yunhe2024(), xinghu2024()]);
      await again.remove([String(of2024?.id)]);
      expect(await exported(again)).toBe(expected);
    });

    it("keeps two years of one indicator, and a target beside what came of it", async () => {
      await store.write([yunhe2023(), yunhe2024()]);
      const rows = records(await store.ask("observations-of", { entity: await idOf("云河区", "District") }));
      expect(rows.map(({ year, kind, value }) => [year, kind, value])).toEqual([
        [2022, "actual", 512],
        [2023, "actual", 548],
        [2023, "target", 550],
      ]);
    });

    it("keeps values that do not agree side by side, marks and lists them", async () => {
      const communique = factsOf({
        kind: "statistical communique",
        year: 2023,
        lines: ["云河区公报", "地区生产总值551亿元"],
        entities: [["District", "云河区"]],
        observations: [["云河区", "地区生产总值", 551, "亿元", 2023]],
      });
      await store.write([yunhe2024()]);
      const change = await store.write([communique]);
      expect(change.conflicts.count).toBe(1);
      const rows = records(await store.ask("conflicts"));
      expect(rows).toHaveLength(1);
      expect([rows[0]?.value, rows[0]?.other].sort()).toEqual([548, 551]);
      await store.remove([String(change.reports.added[0]?.id)]);
      expect((await store.ask("conflicts")).rows).toEqual([]);
    });

    it("keeps quotes, backticks, markup and line marks in names as they are", async () => {
      const hard = "“甲”`乙`'丙'\"丁\"\\戊$己<b>|庚";
      await store.write([factsOf({ lines: ["报告", `名为${hard}的项目`], entities: [["Project", hard]] })]);
      expect(await names("乙")).toEqual([`${hard}:Project`]);
    });

    it("keeps a long passage whole and more than a thousand nodes", async () => {
      const long = `云河区${"很长的一段话，".repeat(3000)}终`;
      const many: Draft["entities"] = Array.from({ length: 1200 }, (_, i) => ["Project", `青藤${i}号项目`]);
      await store.write([factsOf({ lines: ["报告", long], entities: [["District", "云河区"], ...many] })]);
      const [report] = await store.reports();
      const passages = records(await store.ask("report-text", { report: String(report?.id) }));
      expect(passages[1]?.text).toBe(long);
      expect((await store.counts()).nodes.Project).toBe(1200);
    });

    it("says what a writing changed, and changes nothing in a dry run", async () => {
      await store.write([yunhe2023()]);
      const before = await exported(store);
      const dry = await store.write([yunhe2024()], { dryRun: true });
      expect(dry.dryRun).toBe(true);
      expect(await exported(store)).toBe(before);
      const change = await store.write([yunhe2024()]);
      expect(change.entities.added.first.map(({ text }) => text)).toEqual(
        dry.entities.added.first.map(({ text }) => text),
      );
      expect(change.entities.added.first.map(({ text }) => text)).toContain("星海科技四期项目");
      expect(change.facts.confirmed.first.map(({ text }) => text)).toContain("云河区 推进 “七三一”发展战略");
      expect((await store.changes(1))[0]?.id).toBe(change.id);
    });

    it("keeps what the last writings changed in the graph, through a rebuild, and marks what is gone since", async () => {
      await store.write([yunhe2023()]);
      const brought = await store.write([yunhe2024()]);
      const [newest] = await store.changes(1);
      expect(newest).toEqual(brought);
      expect(newest?.entities.added.first.some(({ gone }) => gone)).toBe(false);
      await store.remove([String(brought.reports.added[0]?.id)]);
      await store.rebuild();
      const [removal, earlier] = await store.changes(2);
      expect(removal?.reports.removed).toHaveLength(1);
      expect(earlier?.id).toBe(brought.id);
      const gone = (name: string) => {
        const { added } = earlier?.facts ?? { added: { first: [] } };
        return [...(earlier?.entities.added.first ?? []), ...added.first].find(({ text }) =>
          text.includes(name),
        );
      };
      expect(gone("星海科技四期项目")?.gone).toBe(true);
      expect(gone("地区生产总值 548")?.gone).toBeUndefined();
      const kept = await store.run("MATCH (k:Kept {id: $id}) RETURN k.text AS text", {
        id: `change ${brought.id?.slice(1)}`,
      });
      expect(JSON.parse(String(kept.rows[0]?.[0]))).toMatchObject({ id: brought.id });
      expect(await exported(store)).not.toContain("Kept");
    });

    it("does not take it for a change of what a report says that another is kept beside it", async () => {
      await store.write([yunhe2023()]);
      const other = factsOf({
        year: 2023,
        lines: ["另一份报告", "青藤湖公园建成。"],
        entities: [["Place", "青藤湖公园"]],
      });
      const { entities, facts, reports } = await store.write([other], { onSame: "keep-both" });
      expect(reports.added).toHaveLength(1);
      expect(entities.added.first.map(({ text }) => text)).toEqual(["青藤湖公园"]);
      // The district is named by one more report now.
      expect(entities.changed.first.map(({ text }) => text)).toEqual(["云河区"]);
      expect([facts.changed.count, facts.withdrawn.count, entities.withdrawn.count]).toEqual([0, 0, 0]);
    });

    it("asks about another text of the same district, kind and year, or keeps it beside", async () => {
      const other = factsOf({
        year: 2023,
        lines: ["另一份报告", "青藤湖公园建成。"],
        entities: [["Place", "青藤湖公园"]],
      });
      await store.write([yunhe2023()]);
      const asked = await store.write([other], { onSame: "ask" });
      expect(asked.reports.pending).toHaveLength(1);
      expect(await names("青藤湖")).toEqual([]);
      await store.write([other], { onSame: "keep-both" });
      expect(await store.reports()).toHaveLength(2);
      expect(await names("七三一")).toHaveLength(1);
    });

    it("gives reports kept beside each other ids that do not tell which came first, and one left alone its own", async () => {
      const versions = [1, 2, 3].map((n) =>
        factsOf({
          year: 2023,
          file: `${n}.txt`,
          lines: [`第${n}份报告`, `青藤${n}号公园和银杏谷`],
          entities: [
            ["Place", `青藤${n}号公园`],
            ["Park", "银杏谷"],
          ],
        }),
      ) as [Facts, Facts, Facts];
      const text = async (order: number[], left: number[]): Promise<string> => {
        const one = await empty();
        for (const at of order)
          await one.write([versions[at] as Facts, yunhe2024()], { onSame: "keep-both" });
        const files = left.map((at) => versions[at]?.report.file);
        const ids = (await one.reports()).filter(({ year, file }) => year === 2023 && !files.includes(file));
        if (ids.length > 0) await one.remove(ids.map(({ id }) => id));
        return exported(one);
      };
      const all = await text([0, 1, 2], [0, 1, 2]);
      expect(await text([2, 0, 1, 0], [0, 1, 2])).toBe(all);
      expect(await text([2, 1, 0], [0, 1])).toBe(await text([1, 0], [0, 1]));
      expect(await text([0, 2], [2])).toBe(await text([2], [2]));
      expect(await text([1], [1])).not.toBe(await text([2], [2]));
    });

    it("replaces of several reports beside each other the one that the new text is a version of", async () => {
      const draft = (n: number, more: string): Facts =>
        factsOf({
          year: 2023,
          lines: [`第${n}份报告`, `青藤${n}号公园建成`, `第${n}件事`, more],
          entities: [["Place", `青藤${n}号公园`]],
        });
      await store.write([draft(1, "甲"), draft(2, "甲")], { onSame: "keep-both" });
      const change = await store.write([draft(2, "乙")], { onSame: "ask" });
      expect(change.reports.replaced).toHaveLength(1);
      expect(
        (await store.write([draft(9, "丙")], { onSame: "ask" })).reports.pending[0]?.there,
      ).toBeDefined();
      const other = await empty();
      await other.write([draft(2, "乙"), draft(1, "甲")], { onSame: "keep-both" });
      const expected = await exported(other);
      const again = await empty();
      await again.write([draft(1, "甲"), draft(2, "甲")], { onSame: "keep-both" });
      await again.write([draft(2, "乙")]);
      expect(await exported(again)).toBe(expected);
    });

    it("applies decisions, keeps them through a rebuild, and takes them back", async () => {
      await store.write([yunhe2023(), xinghu2024()]);
      const before = await exported(store);
      const decide = async (decision: Decision["decision"]) => {
        const a = { type: "Infrastructure", name: "银杏大道" };
        const b = { type: "Infrastructure", name: "银杏大道东延" };
        recordDecision(store.decisions, { decision, a, b, reason: "试验" });
        await store.decide();
      };
      await decide("same");
      expect(await names("银杏大道")).toEqual(["银杏大道东延:Infrastructure"]);
      await store.rebuild();
      expect(await names("银杏大道")).toEqual(["银杏大道东延:Infrastructure"]);
      await decide("undo");
      expect(await exported(store)).toBe(before);
    });

    it("gives the same graph when it is made anew", async () => {
      await store.write([yunhe2023(), yunhe2024(), xinghu2024()]);
      const before = await exported(store);
      await store.rebuild();
      expect(await exported(store)).toBe(before);
    });

    it("takes writings that come at once one after another", async () => {
      await Promise.all([
        store.write([yunhe2023()]),
        store.write([xinghu2024()]),
        store.write([yunhe2024()]),
      ]);
      const before = await exported(store);
      const other = await empty();
      await other.write([xinghu2024(), yunhe2024(), yunhe2023()]);
      expect(await exported(other)).toBe(before);
    });

    it("names what it does not know: a report, a query, a parameter", async () => {
      await expect(store.remove(["R不存在"])).rejects.toMatchObject({ kind: "usage" });
      await expect(store.ask("没有这个查询")).rejects.toMatchObject({ kind: "usage" });
      await expect(store.ask("search", { nothing: 1 })).rejects.toMatchObject({ kind: "usage" });
      await expect(store.ask("search", { q: "云", limit: "许多" })).rejects.toMatchObject({ kind: "usage" });
    });

    const long = { timeout: rounds(4, 60) * 60_000 };
    it(
      "is a function of the set of reports: any order, repetition, replacement and removal gives one graph",
      long,
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step(), { minLength: 1, maxLength: 7 }), async (steps) => {
            const one = await empty();
            const last = new Map<string, Facts[]>();
            for (const { what, facts } of steps) {
              const place = facts.report.chain.join() + facts.report.planYears.join();
              const there = last.get(place) ?? [];
              if (what === "beside") {
                await one.write([facts], { onSame: "keep-both" });
                last.set(place, [...there.filter(({ text }) => text !== facts.text), facts]);
              } else if (what === "write" && there.length < 2) {
                await one.write([facts]);
                last.set(place, [facts]);
              } else if (last.delete(place)) {
                const { district, planYears } = facts.report;
                const all = await one.reports();
                await one.remove(
                  all.filter((r) => r.district === district && r.year === planYears[0]).map(({ id }) => id),
                );
              }
            }
            const first = await exported(one);
            const other = await empty();
            await other.write([...last.values()].flat().reverse(), { onSame: "keep-both" });
            expect(await exported(other)).toBe(first);
          }),
          { numRuns: runs, seed: 20241129 },
        );
      },
    );
  });
}

const PLACES = [
  ["江省", "云州市", "云河区"],
  ["江省", "云州市", "星湖区"],
  ["江省", "云州市"],
];
const WORDS: Draft["entities"][number][] = [
  ["Initiative", "“九曲”发展战略", "“九曲”战略"],
  ["Initiative", "“九曲”战略"],
  ["Enterprise", "青藤能源", "青藤能源股份有限公司"],
  ["Enterprise", "青藤能源股份有限公司"],
  ["Project", "青藤能源二期"],
  ["Institution", "市民中心"],
  ["Institution", "云河区人民医院", "人民医院"],
  ["Infrastructure", "银杏大道"],
  ["Project", "银杏大道"],
  ["Initiative", "长江经济带"],
  ["Industry", "长江经济带"],
  ["District", "白鹭镇", "白鹭"],
  ["Park", "银杏谷产业园", "银杏谷"],
  ["Park", "银杏谷"],
  ["Place", "银杏谷"],
];

/** Write or remove one of a few reports, with some of a few names that meet across reports. */
function step() {
  return fc
    .record({
      what: fc.constantFrom("write" as const, "write" as const, "beside" as const, "remove" as const),
      place: fc.constantFrom(...PLACES),
      year: fc.constantFrom(2023, 2024),
      words: fc.subarray(WORDS, { minLength: 1, maxLength: 6 }),
      value: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ what, place, year, words, value }) => {
      const unique = words.filter(([, name], i) => words.findIndex(([, other]) => other === name) === i);
      const district = place.at(-1) ?? "";
      const draft: Draft = {
        chain: place,
        year,
        lines: [`${district}报告`, ...unique.map(([, ...names]) => `${names.join("、")}，${value}`)],
        entities: [["District", district], ...unique],
        relations: unique.map(([type, name]): [string, RelationType, string] =>
          type === "Initiative" ? [district, "PURSUES", name] : [name, "LOCATED_IN", district],
        ),
        observations: [[district, "地区生产总值", value, "亿元", 2022]],
      };
      return { what, facts: factsOf(draft) };
    });
}
