/** Starting and searching, as a person would, in a real browser on the samples. */
import type { Browser } from "playwright-core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES } from "../ingest/ontology.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import type { GraphCounts } from "../viewer/server/api.ts";
import { initials } from "../viewer/server/pinyin.ts";
import { launchBrowser } from "./browser.ts";
import { colorsAt, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { nameOf, readSamples } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("starting with the samples", () => {
  const on = readSamples(browser, { settles: true });
  const { at, panel, neighbours } = on;

  const searchField = () => on.page.getByRole("textbox").first();

  describe("start", () => {
    beforeEach(() => at());

    test("says how much there is, which reports, and what the newest brought", async () => {
      const counts = await on.samples.get<GraphCounts>("counts");
      const sum = (of: object): string =>
        Object.values(of)
          .reduce((a, b) => a + b, 0)
          .toLocaleString("en-US");
      await eventually(async () => (await on.page.locator(".totals").innerText()).replace(/\s+/g, " ")).toBe(
        `${on.samples.facts.length} 报告 ${sum(counts.entities)} 实体 ${sum(counts.relations)} 关系 ${counts.observations} 指标数据 ${counts.milestones} 进展节点`,
      );
      const rows = await on.page.locator(".report-list li").allInnerTexts();
      for (const { title, district, year } of on.samples.overview.reports)
        expect(rows.some((row) => [title, district, `${year}`].every((word) => row.includes(word)))).toBe(
          true,
        );
      const newest = on.page.locator("section", { hasText: "最近一次导入带来的" }).last();
      expect(await newest.innerText()).toContain(on.samples.overview.reports[0]?.title.slice(0, 6) ?? "");
      expect(await newest.locator("summary").first().innerText()).toMatch(/新增\s*\d+ 个实体\s*\d+ 条事实/);
    });

    test("lays the districts out with their initiatives, projects and enterprises", async () => {
      const names = await drawnNames(on.page);
      for (const { node, initiatives, projects, enterprises } of on.samples.overview.districts) {
        const row = on.page.locator(".district", { has: on.page.getByRole("button", { name: node.name }) });
        const words = await row.first().innerText();
        for (const card of [node, ...initiatives, ...projects, ...enterprises]) {
          expect(names).toContain(nameOf(card));
          expect(words).toContain(card.name.slice(0, 40));
        }
      }
      expect(await colorsAt(on.page, await placeOf(on.page, on.home.name), 9)).toContain(
        LOOKS.District.light,
      );
      await on.page.locator(".tries .chip").first().click();
      await settled(on.page);
      expect(on.page.url()).toContain("#/graph");
    });

    test("has the search field in hand and three questions that answer at a click", async () => {
      expect(await searchField().evaluate((field) => field === document.activeElement)).toBe(true);
      const questions = () => on.page.locator(".question-link");
      expect(await questions().count()).toBe(3);
      expect(await questions().first().innerText()).toContain(on.aim.name);
      for (let index = 0; index < 3; index++) {
        if (index > 0) await at();
        await questions().nth(index).click();
        await eventually(() => on.page.locator(".result tbody tr").count()).toBeGreaterThan(0);
        const heads = (await on.page.locator(".result th").allInnerTexts()).join("");
        expect(heads).not.toMatch(/[a-z]{3}/);
        expect(await on.page.locator(".result td").allInnerTexts()).not.toContain("PURSUES");
      }
      const [address, rows] = [on.page.url(), await on.page.locator(".result tbody").innerText()];
      await on.page.context().close();
      await on.visit(on.samples.url, address.slice(address.indexOf("#")));
      await eventually(() => on.page.locator(".result tbody").innerText()).toBe(rows);
    });
  });

  describe("search", () => {
    beforeEach(() => at());

    test("finds by part, alias and initials, in groups of types, and full text below", async () => {
      await on.page.keyboard.press("Escape");
      await on.page.locator("h1").click();
      await on.page.keyboard.press("Control+k");
      await eventually(() => searchField().evaluate((field) => field === document.activeElement)).toBe(true);
      const part = on.samples.home.projects.find(({ name }) => name.length > 3)?.name.slice(1, 4) ?? "";
      await on.page.keyboard.type(part);
      await eventually(async () => (await on.page.locator(".hit").allInnerTexts()).join()).toContain(part);
      expect(await on.page.getByRole("listbox").locator("[class*='Combobox-group']").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining(ENTITY_TYPES.Project.zh)]),
      );
      const called = (await neighbours(on.home.id)).nodes.find(
        ({ aliases, name }) => aliases.length > 0 && aliases.every((alias) => !name.includes(alias)),
      );
      if (called) {
        await searchField().fill(called.aliases[0] ?? "");
        await eventually(async () => (await on.page.locator(".hit").allInnerTexts()).join()).toContain(
          called.name,
        );
      }
      await searchField().fill(initials(on.home.name)[0] ?? "");
      await eventually(async () => (await on.page.locator(".hit").allInnerTexts()).join()).toContain(
        on.home.name,
      );
      const sentence = on.samples.facts[0]?.passages.findLast(({ kind }) => kind === "paragraph");
      const words = on.samples.facts[0]?.text.slice(sentence?.start, (sentence?.start ?? 0) + 8) ?? "";
      await searchField().fill(words);
      await on.page.locator(".hit-text", { hasText: words }).first().click();
      await eventually(() => on.page.locator(".reader [data-here='true']").innerText()).toContain(words);
    });

    test("does nothing while an input method composes, and says what to do where nothing is found", async () => {
      await searchField().fill(on.home.name);
      await on.page.getByRole("option").first().waitFor();
      await searchField().dispatchEvent("compositionstart");
      await searchField().dispatchEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 });
      expect(await panel().count()).toBe(0);
      await searchField().dispatchEvent("compositionend");
      await searchField().fill("没有哪里叫这个");
      await eventually(() => on.page.locator(".mantine-Combobox-empty").innerText()).toMatch(
        /没有叫.*换个简称/,
      );
      await on.page.keyboard.press("Escape");
      await eventually(() => searchField().inputValue()).toBe("");
    });
  });
});
