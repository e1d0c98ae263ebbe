/** "Is it the same?": suggested, decided with a reason, undone; over the API and in a real browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import type { ApiError } from "../viewer/server/api.ts";
import type { DecisionAnswer, SameCard } from "../viewer/server/same/shapes.ts";
import { createApp, type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { settled } from "./viewer/looking.ts";
import { makeFacts, PLANS, type Plan } from "./viewer/made-up.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 120_000 });

const PICTURES = process.env.ZHENGTU_PICTURES ?? "";
const folder = mkdtempSync(join(tmpdir(), "zhengtu-same-"));
const LATER: Plan = {
  title: "云河区2025年政府工作报告",
  district: "云河区",
  chain: ["东江省", "星洲市", "云河区"],
  year: 2025,
  lines: [
    "# 一、2024年工作回顾",
    "云河区全年推进重点项目建设，星海科技二期扩建项目建成投产，云河大道跨河大桥通车。",
  ],
  entities: [
    ["云河区", "District", ["云河"], "county"],
    ["星海科技二期扩建项目", "Project"],
    ["云河大道跨河大桥", "Infrastructure"],
  ],
  relations: [["星海科技二期扩建项目", "LOCATED_IN", "云河区"]],
};
let store: Store;

beforeAll(async () => {
  store = await openStore(`embedded:${folder}/store`);
  await store.write([...PLANS, LATER].map(makeFacts));
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const nodeOf = async (name: string): Promise<string> => {
  const { rows } = await store.ask("search", { q: name, limit: 5 });
  return String(rows.find((row) => row[1] === name)?.[0] ?? rows[0]?.[0] ?? "");
};

describe("the API of decisions", () => {
  const call = async <T>(path: string, body?: unknown): Promise<{ status: number; json: T }> => {
    const app = createApp(store, { log: () => {} });
    const response = await app.request(`http://127.0.0.1:7420/api/${path}`, {
      headers: { host: "127.0.0.1:7420", "content-type": "application/json" },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as T };
  };

  test("a decision joins two entities, is kept with its reason, and undone parts them again", async () => {
    const [a, b] = [await nodeOf("星海科技二期项目"), await nodeOf("星海科技二期扩建项目")];
    const before = (await call<SameCard>(`same/${a}`)).json;
    expect(before.suggestions.map(({ other }) => other.id)).toEqual([b]);
    expect(before.suggestions[0]?.why.zh).not.toBe("");
    const made = await call<DecisionAnswer>("same", { decision: "same", a, b, reason: "同一处厂房" });
    const node = made.json.node ?? "";
    expect(node).not.toBe("");
    expect(readFileSync(store.decisions, "utf8")).toContain("同一处厂房");
    const joined = (await call<SameCard>(`same/${node}`)).json;
    expect(joined.suggestions).toEqual([]);
    expect(joined.decisions).toMatchObject([{ decision: "same", reason: "同一处厂房" }]);
    const [decision] = joined.decisions;
    const undone = await call<DecisionAnswer>("same/undo", { a: decision?.a, b: decision?.b, at: node });
    expect(undone.status).toBe(200);
    expect((await call<SameCard>(`same/${a}`)).json).toEqual(before);
    expect((await call("same/undo", { a: decision?.a, b: decision?.b, at: node })).status).toBe(409);
  });

  test("different and unsure are kept apart, and unsure is suggested again", async () => {
    const [a, b] = [await nodeOf("星海科技二期项目"), await nodeOf("星海科技二期扩建项目")];
    await call("same", { decision: "different", a, b, reason: "" });
    expect((await call<SameCard>(`same/${a}`)).json.suggestions).toEqual([]);
    await call("same", { decision: "unsure", a, b, reason: "" });
    const { suggestions, decisions } = (await call<SameCard>(`same/${a}`)).json;
    expect(suggestions.map(({ unsure }) => unsure)).toEqual([true]);
    const [made] = decisions;
    await call("same/undo", { a: made?.a, b: made?.b, at: a });
  });

  test("things of different types, one thing twice and unknown things are refused", async () => {
    const [a, firm] = [await nodeOf("星海科技二期项目"), await nodeOf("星海科技")];
    const decide = async (b: string): Promise<number> =>
      (await call<ApiError>("same", { decision: "same", a, b, reason: "" })).status;
    expect([await decide(firm), await decide(a), await decide("nobody")]).toEqual([400, 400, 404]);
  });
});

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("decisions in the panel", () => {
  let served: Served;
  let page: Page;
  beforeAll(async () => {
    served = await serve(store, { port: 0, page: await buildPage() });
    page = await (browser as Browser).newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(
      `${served.url}#/graph?steps=o.${await nodeOf("云河区")}&chosen=${await nodeOf("星海科技二期项目")}`,
    );
    await settled(page);
  });
  afterAll(async () => {
    await served?.close();
    await browser?.close();
  });
  const same = () => page.locator("aside .same");

  test("what may be the same is said with why; a click joins them, and the panel shows both names", async () => {
    await expect.poll(() => same().locator("summary").innerText()).toMatch(/是同一个吗？\s*1 个名称相近/);
    await same().locator("summary").click();
    const one = same().locator(".same-one").first();
    expect(await one.innerText()).toContain("星海科技二期扩建项目");
    await one.getByRole("textbox").fill("报告里是同一处厂房");
    if (PICTURES) await page.screenshot({ path: join(PICTURES, "same-1440.png") });
    await one.getByRole("button", { name: "同一个" }).click();
    await expect
      .poll(() => page.locator("aside .panel-head").innerText())
      .toMatch(/星海科技二期扩建项目[\s\S]*又名\s*星海科技二期项目/);
    expect((await store.reports()).length).toBe(3);
    await expect.poll(() => same().innerText()).toContain("已判定 1");
  });

  test("undone, they are two again", async () => {
    if ((await same().getAttribute("open")) === null) await same().locator("summary").click();
    await expect.poll(() => same().innerText()).toContain("报告里是同一处厂房");
    if (PICTURES) await page.screenshot({ path: join(PICTURES, "same-decided-1440.png") });
    await same().getByRole("button", { name: "撤销判定" }).click();
    await expect.poll(() => same().locator("summary").innerText()).toContain("1 个名称相近");
  });

  test("an entity that is not suggested is found by name and told to be different", async () => {
    if ((await same().getAttribute("open")) === null) await same().locator("summary").click();
    await same().getByText("与另一个实体是同一个").click();
    await same().getByRole("textbox", { name: "输入名称选择" }).fill("云河大道快速化");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    const one = same().locator(".same-one", { hasText: "云河大道快速化改造工程" });
    await one.getByRole("button", { name: "不是" }).click();
    await expect.poll(() => same().innerText()).toContain("云河大道快速化改造工程 不是同一个");
  });
});
