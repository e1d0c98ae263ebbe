/** Districts side by side, as a person would look at them, in a real browser on a real store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import { scale, ticks } from "../viewer/app/compare/scale.ts";
import { compare, districtChoices, saidOf } from "../viewer/server/compare/compare.ts";
import type { Comparison } from "../viewer/server/compare/shapes.ts";
import { convert, splitUnit } from "../viewer/server/compare/units.ts";
import { createApp, type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { settled } from "./viewer/looking.ts";
import { madeUpFacts } from "./viewer/made-up.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 120_000 });

const PICTURES = process.env.ZHENGTU_PICTURES ?? "";
const folder = mkdtempSync(join(tmpdir(), "zhengtu-compare-"));
let store: Store;
let ids: string[];

beforeAll(async () => {
  store = await openStore(process.env.ZHENGTU_COMPARE_STORE ?? `embedded:${folder}/store`);
  if (!process.env.ZHENGTU_COMPARE_STORE) await store.write(madeUpFacts());
  const choices = await districtChoices(store);
  ids = choices.map(({ node }) => node.id);
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the comparison", () => {
  let made: Comparison;
  beforeAll(async () => {
    made = await compare(store, ids);
  });
  const nameOf = (id: string): string => made.districts.find((card) => card.id === id)?.name ?? "";

  test("one indicator of two districts stands in one group, with kind, year and where it is said", async () => {
    const gdp = made.indicators[0];
    expect(gdp).toMatchObject({ indicator: "地区生产总值", measure: "level", unit: "亿元" });
    expect(
      gdp?.figures.map(({ district, year, kind, value }) => [nameOf(district), year, kind, value]),
    ).toEqual([
      ["云河区", 2022, "actual", 512],
      expect.arrayContaining([2023]),
      expect.arrayContaining([2023]),
    ]);
    for (const { id } of gdp?.figures ?? [])
      expect(await saidOf(store, id)).toMatchObject([{ passage: expect.stringMatching(/\./) }]);
  });

  test("what both pursue comes first, what one pursues says which", () => {
    const [first] = made.aims;
    expect(first?.node.name).toBe("“三湖”创新带");
    expect(first?.districts.map(nameOf).sort()).toEqual(["云河区", "青岚县"]);
    const own = made.aims.find(({ node }) => node.name === "“466”攻坚行动");
    expect(own?.districts.map(nameOf)).toEqual(["云河区"]);
  });

  test("a project stands at what was reached last, not at what is aimed for", () => {
    const project = made.projects.find(({ name }) => name === "星海科技二期项目");
    expect(project).toMatchObject({ stage: "started", year: 2022, target: false });
  });

  test("what is no district, one district or six are refused", async () => {
    const app = createApp(store, { log: () => {} });
    const status = async (query: string): Promise<number> =>
      (
        await app.request(`http://127.0.0.1:7420/api/compare?ids=${query}`, {
          headers: { host: "127.0.0.1:7420" },
        })
      ).status;
    const firm = String((await store.ask("search", { q: "星海科技", limit: 1 })).rows[0]?.[0]);
    expect(await status(ids.join("~"))).toBe(200);
    expect(await status(`${ids[0]}`)).toBe(400);
    expect(await status("a~b~c~d~e~f")).toBe(400);
    expect(await status(`${ids[0]}~${firm}`)).toBe(404);
    expect(await status(`${ids[0]}~nobody`)).toBe(404);
  });
});

describe("units and axes", () => {
  test.each([
    ["亿元", "元", 1e8],
    ["万亿元", "元", 1e12],
    ["万人", "人", 1e4],
    ["元", "元", 1],
    ["万", "", 1e4],
    ["%", "%", 1],
  ])("%s is %s times a power of ten", (unit, base, factor) => {
    expect(splitUnit(unit)).toEqual({ base, factor });
  });
  test("5000 万元 among 亿元 is 0.5", () => {
    expect(convert(5000, "万元", "亿元")).toBe(0.5);
    expect(convert(7, "亿元", "亿元")).toBe(7);
  });
  test.each([
    [3, 17, [0, 5, 10, 15, 20]],
    [0, 1, [0, 0.5, 1]],
    [-4, 6.2, [-5, 0, 5, 10]],
    [0, 0, [0, 1]],
    [301, 550, [300, 400, 500, 600]],
  ])("the axis from %d to %d has round steps", (low, high, steps) => {
    expect(ticks(low, high)).toEqual(steps);
  });
  test("one value alone has an axis around it", () => {
    const [first, last] = [ticks(8, 8)[0], ticks(8, 8).at(-1)];
    expect(first).toBe(0);
    expect(last).toBeGreaterThanOrEqual(8);
    expect(scale(2024, 2024, 0, 10)(2024)).toBe(5);
  });
});

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("the comparison in a browser", () => {
  let served: Served;
  let page: Page;
  const wrong: string[] = [];
  beforeAll(async () => {
    served = await serve(store, { port: 0, page: await buildPage() });
    await visit(1440, 900);
  });
  afterAll(async () => {
    await served?.close();
    await browser?.close();
  });
  async function visit(width: number, height: number, dark = false, hash = ""): Promise<void> {
    const context = await (browser as Browser).newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    page = await context.newPage();
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(served.url + hash);
    await page.locator(".header").waitFor();
  }
  const picture = async (name: string, fullPage = false): Promise<void> => {
    if (!PICTURES) return;
    if (fullPage) await page.addStyleTag({ content: ".page,.compare{height:auto;overflow:visible}" });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
  };

  test("the start page leads to two districts side by side, and the address says which", async () => {
    await page.getByRole("button", { name: "比较几个行政区" }).click();
    await page.locator(".compare-indicator").first().waitFor();
    const table = page.getByRole("table", { name: "地区生产总值" });
    const rows = (await table.locator("tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(rows[0]).toMatch(/^2023 .*550 亿元以上 ?目标/);
    expect(rows[0]).toContain("301 亿元");
    expect(rows[1]).toMatch(/^2022 .*512 亿元/);
    expect(page.url()).toContain("#/compare?compare=");
    expect(await page.locator(".compare-plot path").count()).toBe(3);
    expect(await page.locator(".compare-plot path[data-kind=target]").count()).toBe(1);
    await picture("compare-1440");
  });

  test("a value opens the sentence that says it", async () => {
    await page.getByRole("button", { name: /301 亿元/ }).click();
    await expect
      .poll(() => page.locator(".compare-indicator .sentence blockquote").innerText())
      .toContain("完成地区生产总值301亿元");
    expect(page.url()).toContain("fact=");
  });

  test("shared initiatives carry the marks of all that share them; others stand with their district", async () => {
    const shared = page.locator(".compare-shared").first();
    await expect.poll(() => shared.locator(".chip").innerText()).toContain("“三湖”创新带");
    expect(await shared.locator(".compare-mark").count()).toBe(2);
    expect(
      await page.locator(".compare-columns > div", { hasText: "只见于 云河区" }).first().innerText(),
    ).toContain("“466”攻坚行动");
  });

  test("projects stand by stage, and a click leads to the graph", async () => {
    const started = page.locator(".compare-projects tbody tr", { hasText: "开工" });
    expect(await started.innerText()).toContain("星海科技二期项目");
    await picture("compare-1440-full", true);
    await started.getByRole("button", { name: /星海科技二期项目/ }).click();
    await settled(page);
    expect(await page.locator("aside h2").innerText()).toBe("星海科技二期项目");
    await page.goBack();
    await page.locator(".compare-indicator").first().waitFor();
  });

  test("an indicator is found by a part of its name", async () => {
    await page.getByRole("textbox", { name: "找指标" }).fill("没有的指标");
    await expect.poll(() => page.locator(".compare").innerText()).toContain("没有名称含");
    await page.getByRole("textbox", { name: "找指标" }).fill("生产总值");
    await expect.poll(() => page.locator(".compare-indicator").count()).toBe(1);
  });

  test("districts are taken out and picked by keyboard; with one the page says what to do", async () => {
    const field = page.getByLabel("选择二至五个行政区").first();
    await field.focus();
    await page.keyboard.press("Backspace");
    await expect.poll(() => page.locator(".compare").innerText()).toContain("再选一个行政区");
    await field.fill("青岚");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".compare-indicator").first().waitFor();
  });

  test("the panel of a district leads to the comparison", async () => {
    await page.getByRole("button", { name: "回到总览" }).first().click();
    await page.locator(".district-name").first().click();
    await settled(page);
    await page.locator("aside").getByRole("button", { name: "与别的行政区比较" }).click();
    await expect.poll(() => page.locator(".compare h1").innerText()).toBe("行政区比较");
  });

  test("the same address shows the same comparison, narrow and dark too", async () => {
    await page.context().close();
    await visit(390, 844, true, `#/compare?compare=${ids.slice(0, 3).join("~")}`);
    await page.locator(".compare-indicator").first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await picture("compare-390-dark", true);
    await page.context().close();
    await visit(1024, 768, true, `#/compare?compare=${ids.slice(0, 3).join("~")}`);
    await page.locator(".compare-indicator").first().waitFor();
    await picture("compare-1024-dark");
    expect(wrong).toEqual([]);
  });
});
