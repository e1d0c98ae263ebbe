/** Starting and searching, as a person would, in a real browser on the samples. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES } from "../ingest/ontology.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import type { GraphCounts, Neighbourhood, NodeCard } from "../viewer/server/api.ts";
import { initials } from "../viewer/server/pinyin.ts";
import { launchBrowser } from "./browser.ts";
import { colorsAt, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { nameOf, openSamples, type Samples, visit } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("starting with the samples", () => {
  let samples: Samples;
  let page: Page;
  let wrong: string[];
  /** The best known district, what it pursues, and one of its projects. */
  let home: NodeCard;
  let aim: NodeCard;

  beforeAll(async () => {
    samples = await openSamples();
    home = samples.home.node;
    aim = samples.home.initiatives[0] as NodeCard;
  });
  afterAll(async () => {
    await samples?.close();
    await browser?.close();
  });
  const at = async (hash = "", look: Parameters<typeof visit>[3] = {}): Promise<void> => {
    if (page) await page.context().close();
    ({ page, wrong } = await visit(browser as Browser, samples.url, hash, look));
    await settled(page);
  };
  afterEach(() => expect(wrong).toEqual([]));

  const panel = () => page.locator("aside");
  const searchField = () => page.getByRole("textbox").first();
  const neighbours = (id: string, among: string[] = []): Promise<Neighbourhood> =>
    samples.post("neighbours", { id, limit: 40, among });

  describe("start", () => {
    beforeEach(() => at());

    test("says how much there is, which reports, and what the newest brought", async () => {
      const counts = await samples.get<GraphCounts>("counts");
      const sum = (of: object): string =>
        Object.values(of)
          .reduce((a, b) => a + b, 0)
          .toLocaleString("en-US");
      await eventually(async () => (await page.locator(".totals").innerText()).replace(/\s+/g, " ")).toBe(
        `${samples.facts.length} 报告 ${sum(counts.entities)} 实体 ${sum(counts.relations)} 关系 ${counts.observations} 指标数据 ${counts.milestones} 进展节点`,
      );
      const rows = await page.locator(".report-list li").allInnerTexts();
      for (const { title, district, year } of samples.overview.reports)
        expect(rows.some((row) => [title, district, `${year}`].every((word) => row.includes(word)))).toBe(
          true,
        );
      const newest = page.locator("section", { hasText: "最近一次导入带来的" }).last();
      expect(await newest.innerText()).toContain(samples.overview.reports[0]?.title.slice(0, 6) ?? "");
      expect(await newest.locator("summary").first().innerText()).toMatch(/新增\s*\d+ 个实体\s*\d+ 条事实/);
    });

    test("lays the districts out with their initiatives, projects and enterprises", async () => {
      const names = await drawnNames(page);
      for (const { node, initiatives, projects, enterprises } of samples.overview.districts) {
        const row = page.locator(".district", { has: page.getByRole("button", { name: node.name }) });
        const words = await row.first().innerText();
        for (const card of [node, ...initiatives, ...projects, ...enterprises]) {
          expect(names).toContain(nameOf(card));
          expect(words).toContain(card.name.slice(0, 40));
        }
      }
      expect(await colorsAt(page, await placeOf(page, home.name), 9)).toContain(LOOKS.District.light);
      await page.locator(".tries .chip").first().click();
      await settled(page);
      expect(page.url()).toContain("#/graph");
    });

    test("has the search field in hand and three questions that answer at a click", async () => {
      expect(await searchField().evaluate((field) => field === document.activeElement)).toBe(true);
      const questions = () => page.locator(".question-link");
      expect(await questions().count()).toBe(3);
      expect(await questions().first().innerText()).toContain(aim.name);
      for (let index = 0; index < 3; index++) {
        if (index > 0) await at();
        await questions().nth(index).click();
        await eventually(() => page.locator(".result tbody tr").count()).toBeGreaterThan(0);
        const heads = (await page.locator(".result th").allInnerTexts()).join("");
        expect(heads).not.toMatch(/[a-z]{3}/);
        expect(await page.locator(".result td").allInnerTexts()).not.toContain("PURSUES");
      }
      const [address, rows] = [page.url(), await page.locator(".result tbody").innerText()];
      await page.context().close();
      ({ page, wrong } = await visit(browser as Browser, samples.url, address.slice(address.indexOf("#"))));
      await eventually(() => page.locator(".result tbody").innerText()).toBe(rows);
    });
  });

  describe("search", () => {
    beforeEach(() => at());

    test("finds by part, alias and initials, in groups of types, and full text below", async () => {
      await page.keyboard.press("Escape");
      await page.locator("h1").click();
      await page.keyboard.press("Control+k");
      await eventually(() => searchField().evaluate((field) => field === document.activeElement)).toBe(true);
      const part = samples.home.projects.find(({ name }) => name.length > 3)?.name.slice(1, 4) ?? "";
      await page.keyboard.type(part);
      await eventually(async () => (await page.locator(".hit").allInnerTexts()).join()).toContain(part);
      expect(await page.getByRole("listbox").locator("[class*='Combobox-group']").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining(ENTITY_TYPES.Project.zh)]),
      );
      const called = (await neighbours(home.id)).nodes.find(
        ({ aliases, name }) => aliases.length > 0 && aliases.every((alias) => !name.includes(alias)),
      );
      if (called) {
        await searchField().fill(called.aliases[0] ?? "");
        await eventually(async () => (await page.locator(".hit").allInnerTexts()).join()).toContain(
          called.name,
        );
      }
      await searchField().fill(initials(home.name)[0] ?? "");
      await eventually(async () => (await page.locator(".hit").allInnerTexts()).join()).toContain(home.name);
      const sentence = samples.facts[0]?.passages.findLast(({ kind }) => kind === "paragraph");
      const words = samples.facts[0]?.text.slice(sentence?.start, (sentence?.start ?? 0) + 8) ?? "";
      await searchField().fill(words);
      await page.locator(".hit-text", { hasText: words }).first().click();
      await eventually(() => page.locator(".reader [data-here='true']").innerText()).toContain(words);
    });

    test("does nothing while an input method composes, and says what to do where nothing is found", async () => {
      await searchField().fill(home.name);
      await page.getByRole("option").first().waitFor();
      await searchField().dispatchEvent("compositionstart");
      await searchField().dispatchEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 });
      expect(await panel().count()).toBe(0);
      await searchField().dispatchEvent("compositionend");
      await searchField().fill("没有哪里叫这个");
      await eventually(() => page.locator(".mantine-Combobox-empty").innerText()).toMatch(/没有叫.*换个简称/);
      await page.keyboard.press("Escape");
      await eventually(() => searchField().inputValue()).toBe("");
    });
  });
});
