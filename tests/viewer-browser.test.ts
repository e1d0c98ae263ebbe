/** Drives the page as a person would, in a real browser on a real embedded store, and looks at what is drawn. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import { type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { colorsAt, drawn, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { HOSTILE, madeUpFacts, makeFacts, type Plan } from "./viewer/made-up.ts";

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-viewer-"));
  let store: Store;
  let served: Served;
  let page: Page;
  let outside: string[];

  beforeAll(async () => {
    store = await openStore(`embedded:${folder}/store`);
    await store.write(madeUpFacts());
    served = await serve(store, { port: 0, page: await buildPage() });
  });
  afterAll(async () => {
    await served?.close();
    await store?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const visit = async (
    hash = "",
    options: { width?: number; height?: number; dark?: boolean } = {},
  ): Promise<void> => {
    const { width = 1280, height = 800, dark = false } = options;
    const context = await (browser as Browser).newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    page = await context.newPage();
    outside = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.url) && !/^(blob|data):/.test(request.url()))
        outside.push(request.url());
    });
    page.on("pageerror", (error) => outside.push(`error: ${error.message}`));
    await page.goto(served.url + hash);
    if (width > 820) await settled(page);
  };
  beforeEach(() => visit());
  afterEach(async () => {
    expect(outside).toEqual([]);
    await page.context().close();
  });

  const searchFor = async (text: string): Promise<void> => {
    await page.getByRole("textbox").first().fill(text);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await settled(page);
  };
  const panel = () => page.locator("aside");

  test("the start page tells what is in the graph and draws the districts with what is theirs", async () => {
    await eventually(() => page.locator(".totals").innerText()).toMatch(/2\s*报告/);
    expect(await page.locator(".district-name").allInnerTexts()).toEqual(
      expect.arrayContaining(["云河区", "青岚县"]),
    );
    expect(await drawnNames(page)).toEqual(
      expect.arrayContaining(["云河区", "青岚县", "“三湖”创新带", "星海科技"]),
    );
    expect(await colorsAt(page, await placeOf(page, "云河区"), 9)).toContain(LOOKS.District.light);
  });

  test("a part of a name finds the entity, and Enter puts it on the canvas with its neighbours and its panel", async () => {
    await page.getByRole("textbox").first().fill("河区");
    await eventually(() => page.locator(".hit").allInnerTexts()).toEqual([expect.stringContaining("云河区")]);
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await panel().getByRole("heading", { level: 2 }).innerText()).toBe("云河区");
    expect(await drawnNames(page)).toEqual(
      expect.arrayContaining(["云河区", "“三湖”创新带", "星海科技", "新能源汽车"]),
    );
    expect(await drawnNames(page)).not.toContain("青岚县");
    expect(await colorsAt(page, await placeOf(page, "“三湖”创新带"), 6)).toContain(LOOKS.Initiative.light);
  });

  test("an alias and the initials of the pinyin find too, and what is not there is said so", async () => {
    await page.getByRole("textbox").first().fill("高新区");
    await eventually(() => page.locator(".hit").allInnerTexts()).toEqual([
      expect.stringContaining("云河高新区"),
    ]);
    await page.getByRole("textbox").first().fill("xhkj");
    await eventually(async () => (await page.getByRole("option").allInnerTexts()).join()).toContain(
      "星海科技",
    );
    await page.getByRole("textbox").first().fill("没有这个名字");
    await eventually(() => page.locator(".mantine-Combobox-empty").innerText()).toContain("没有叫");
  });

  test("words of a text find its sentence, and picking it opens the text at that place", async () => {
    await page.getByRole("textbox").first().fill("稳中有进");
    await page.locator(".hit-text", { hasText: "稳中有进" }).first().click();
    await eventually(() => page.locator(".reader [data-here='true']").innerText()).toContain(
      "经济运行稳中有进",
    );
  });

  test("while an input method composes, Enter picks nothing", async () => {
    const field = page.getByRole("textbox").first();
    await field.fill("云河区");
    await page.getByRole("option").first().waitFor();
    await field.dispatchEvent("compositionstart");
    await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 });
    expect(await page.locator("aside").count()).toBe(0);
  });

  test("a click on a disc chooses it, a double click opens its neighbours", async () => {
    await searchFor("云河区");
    const before = await drawnNames(page);
    const at = await placeOf(page, "“三湖”创新带");
    await page.mouse.click(at.x, at.y);
    await eventually(() => panel().getByRole("heading", { level: 2 }).innerText()).toBe("“三湖”创新带");
    await page.waitForTimeout(400);
    await page.mouse.dblclick(at.x, at.y);
    await eventually(() => drawnNames(page)).toContain("青岚县");
    expect((await drawnNames(page)).length).toBeGreaterThan(before.length);
  });

  test("a fact opens the sentence that says it, with the words marked, report and year", async () => {
    await searchFor("云河区");
    const fact = panel().locator(".fact", { hasText: "“三湖”创新带" });
    await fact.getByRole("button", { name: /原文/ }).click();
    const sentence = fact.locator(".sentence");
    await eventually(() => sentence.locator("blockquote").innerText()).toContain(
      "云河区深入推进“三湖”创新带建设",
    );
    expect(await sentence.locator(".said").allInnerTexts()).toEqual(["云河区", "深入推进", "“三湖”创新带"]);
    expect(await sentence.locator("figcaption").innerText()).toMatch(/云河区2023年政府工作报告 · 2023/);
    await sentence.getByText("看全文").click();
    await eventually(() => page.locator(".reader [data-here='true']").innerText()).toContain("过去一年");
    await page.locator(".reader .name", { hasText: "“三湖”创新带" }).first().click();
    await settled(page);
    expect(await panel().getByRole("heading", { level: 2 }).innerText()).toBe("“三湖”创新带");
  });

  test("figures and milestones show year, value and whether they are a target", async () => {
    await searchFor("云河区");
    expect(await panel().innerText()).toMatch(
      /地区生产总值[\s\S]*2022年\s*512 亿元\s*实际[\s\S]*2023年\s*550 亿元以上\s*目标/,
    );
    await searchFor("星海科技二期");
    expect(await panel().innerText()).toMatch(/2022年\s*开工[\s\S]*2023年\s*建成\s*目标/);
  });

  test("the legend counts the types and filters what is drawn", async () => {
    await searchFor("云河区");
    const place = await placeOf(page, "星海科技");
    expect(await colorsAt(page, place, 4)).toContain(LOOKS.Enterprise.light);
    const row = page.locator(".legend-row", { hasText: "企业" });
    expect(await row.innerText()).toMatch(/2$/);
    await row.click();
    await eventually(() => drawnNames(page)).not.toContain("星海科技");
    expect(await colorsAt(page, place, 4)).not.toContain(LOOKS.Enterprise.light);
    await row.click();
    await eventually(() => drawnNames(page)).toContain("星海科技");
    await page.locator(".legend-row", { hasText: "战略举措" }).click({ modifiers: ["Alt"] });
    await expect
      .poll(async () => (await drawnNames(page)).sort())
      .toEqual(["“466”攻坚行动", "“三湖”创新带"].sort());
  });

  test("the same address shows the same picture", async () => {
    await searchFor("云河区");
    await searchFor("恒立重工");
    const [names, places] = [await drawnNames(page), await drawn(page)];
    const address = page.url();
    await page.context().close();
    await visit(address.slice(address.indexOf("#")));
    await eventually(() => drawnNames(page)).toEqual(names);
    await settled(page);
    expect(await drawn(page)).toEqual(places);
  });

  test("hiding can be undone and redone", async () => {
    await searchFor("云河区");
    const at = await placeOf(page, "星海科技");
    await page.mouse.click(at.x, at.y);
    await panel().getByRole("button", { name: "从图上隐藏" }).click();
    await eventually(() => drawnNames(page)).not.toContain("星海科技");
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => drawnNames(page)).toContain("星海科技");
    await page.getByRole("button", { name: "重做" }).click();
    await eventually(() => drawnNames(page)).not.toContain("星海科技");
  });

  test("of two hundred and thirty relations every one is reached, page by page", async () => {
    const firms = Array.from({ length: 230 }, (_, index) => `岭上${index + 1}号工厂`);
    const plan: Plan = {
      title: "岭上县2024年政府工作报告",
      district: "岭上县",
      chain: ["东江省", "星洲市", "岭上县"],
      year: 2024,
      lines: firms.map((firm) => `${firm}在岭上县投产。`),
      entities: [
        ["岭上县", "District", [], "county"],
        ...firms.map((firm): [string, "Enterprise"] => [firm, "Enterprise"]),
      ],
      relations: firms.map((firm): [string, "LOCATED_IN", string] => [firm, "LOCATED_IN", "岭上县"]),
    };
    await store.write([makeFacts(plan)]);
    const { rows } = await store.ask("search", { q: "岭上县", limit: 1 });
    await page.context().close();
    await visit(`#/graph?steps=a.${rows[0]?.[0]}&chosen=${rows[0]?.[0]}`);
    const group = panel().locator(".fact-group");
    expect(await group.locator("h4").innerText()).toMatch(/230$/);
    const left: string[] = [];
    while ((await group.locator(".more").count()) > 0) {
      left.push(await group.locator(".more").innerText());
      const before = await group.locator(".fact").count();
      await group.locator(".more").click();
      await eventually(() => group.locator(".fact").count()).toBeGreaterThan(before);
    }
    expect(left).toEqual(["再看 224 条", "再看 130 条", "再看 30 条"]);
    expect(new Set(await group.locator(".other").allInnerTexts()).size).toBe(230);
    await store.remove(
      (await store.reports()).filter(({ district }) => district === "岭上县").map(({ id }) => id),
    );
  });

  test("text of reports that tries to be markup stays text", async () => {
    await searchFor("青岚县");
    await page.getByRole("textbox").first().fill("<img");
    await eventually(async () => (await page.getByRole("option").allInnerTexts()).join()).toContain(
      `<img src=x`,
    );
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await panel().getByRole("heading", { level: 2 }).innerText()).toBe(HOSTILE.markup);
    for (const quote of await panel().locator(".fact-quote").all()) await quote.click();
    await eventually(() => panel().locator(".sentence").count()).toBeGreaterThan(0);
    await searchFor("<script");
    await searchFor("倒序集团");
    expect(await panel().getByRole("heading", { level: 2 }).innerText()).toBe("倒序集团");
    await searchFor("长长长长长长");
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("img, script:not([src])").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test("the page speaks English and goes dark on demand", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await eventually(() => page.locator(".totals").innerText()).toMatch(/Reports/);
    await page.getByRole("button", { name: "Light or dark" }).click();
    await eventually(async () => colorsAt(page, await placeOf(page, "云河区"), 9)).toContain(
      LOOKS.District.dark,
    );
  });

  test("on a phone one can search, read the panel and the text", async () => {
    await page.context().close();
    await visit("", { width: 390, height: 780 });
    await page.getByRole("textbox").first().fill("星海");
    await page.getByRole("option").first().click();
    await eventually(() => panel().getByRole("heading", { level: 2 }).innerText()).toMatch(/^星海科技/);
    await panel().locator(".fact-quote").first().click();
    await panel().getByText("看全文").first().click();
    await eventually(() => page.locator(".reader-head h1").innerText()).toBe("云河区2023年政府工作报告");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test("when the server is gone, the page says what to do", async () => {
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("textbox").first().fill("云河");
    await eventually(() => page.getByRole("alert").innerText()).toContain("请确认 zhengtu 仍在运行");
    await page.unroute("**/api/**");
  });
});
