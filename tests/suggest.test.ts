import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordDecision } from "../cypher/decisions.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { suggest } from "../cypher/suggest.ts";
import { factsOf } from "./store-facts.ts";

const path = mkdtempSync(join(tmpdir(), "zhengtu-suggest-"));
let store: Store;
beforeAll(async () => {
  store = await openStore(`embedded:${path}`);
  const of = (year: number, ...entities: Parameters<typeof factsOf>[0]["entities"]) =>
    factsOf({ year, lines: ["报告", entities.map(([, name]) => name).join("、")], entities });
  await store.write([
    of(2022, ["Enterprise", "星海智能装备"], ["Project", "青藤三期项目"], ["District", "常州市"]),
    of(2023, ["Enterprise", "星海智能装备制造"], ["Project", "青藤四期项目"], ["District", "江苏省"]),
  ]);
});
afterAll(async () => {
  await store.close();
  rmSync(path, { recursive: true, force: true });
});

describe("suggestions of what may be one", () => {
  const names = async () => (await suggest(store)).map((one) => [...one.names].sort());

  it("are names that lie within one another, never 三期 and 四期, never a city and its province", async () => {
    expect(await names()).toEqual([["星海智能装备", "星海智能装备制造"]]);
  });

  it("go when they are decided, stay when left open, and come back when undone", async () => {
    const [first] = await suggest(store);
    const [a, b] = first?.sides ?? [];
    if (!a || !b) throw new Error("no suggestion");
    recordDecision(store.decisions, { decision: "unsure", a, b, reason: "" });
    expect((await suggest(store))[0]?.unsure).toBe(true);
    recordDecision(store.decisions, { decision: "different", a, b, reason: "两家公司" });
    expect(await names()).toEqual([]);
    recordDecision(store.decisions, { decision: "undo", a, b, reason: "" });
    expect(await names()).toHaveLength(1);
    recordDecision(store.decisions, { decision: "same", a, b, reason: "一家公司" });
    const change = await store.decide();
    expect(change.entities.withdrawn.count).toBe(1);
    expect(await names()).toEqual([]);
  });
});
