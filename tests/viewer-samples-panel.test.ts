/** The panel of an entity and the text of a report, as a person would read them, in a real browser on the samples. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openStore } from "../cypher/store.ts";
import { ENTITY_TYPES, RELATION_TYPES, STAGES } from "../ingest/ontology.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import type { EntityFacts, NodeCard, ReportText } from "../viewer/server/api.ts";
import { serve } from "../viewer/server/server.ts";
import { launchBrowser } from "./browser.ts";
import { eventually, settled } from "./viewer/looking.ts";
import { readSamples } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("reading the samples", () => {
  const on = readSamples(browser, { settles: false });
  const { at, panel, button, words } = on;
  let facts: EntityFacts;
  beforeAll(async () => {
    facts = await on.samples.entity(on.home.id);
  });

  const chosen = (id: string): string => `#/graph?steps=o.${id}&chosen=${id}`;

  describe("the panel of an entity", () => {
    test("tells names, type and place, and relations in groups with their numbers", async () => {
      await at(chosen(on.home.id));
      await panel().getByRole("heading", { level: 2 }).waitFor();
      const head = await words(panel().locator(".panel-head"));
      expect(head).toContain(ENTITY_TYPES.District.zh);
      for (const alias of on.home.aliases.filter((name) => name !== on.home.name))
        expect(head).toContain(alias);
      expect(head).toContain(`见于 ${on.home.reports.length} 份报告`);
      const groups = await panel().locator(".facts h4").allInnerTexts();
      for (const { relation, direction, count } of facts.counts) {
        const word = RELATION_TYPES[relation].zh;
        const title = direction === "out" ? `${word} → ${count}` : `← ${word} ${count}`;
        expect(groups.map((text) => text.replace(/\s+/g, " "))).toContain(title);
      }
      const large = facts.counts.find(({ count }) => count > 6);
      const title = RELATION_TYPES[large?.relation ?? "PURSUES"].zh;
      const group = panel().locator(".fact-group", {
        has: on.page.locator("h4", { hasText: large?.direction === "out" ? `${title} →` : `← ${title}` }),
      });
      const few = await group.first().locator(".fact").count();
      await group.first().locator(".more").click();
      await eventually(() => group.first().locator(".fact").count()).toBeGreaterThan(few);
    });

    test("a fact opens its sentence with the words marked, the paragraph around it, and the full text at its place", async () => {
      const fact = facts.relations.find(({ basis, evidence }) => basis === "stated" && evidence.length > 0);
      await at(`${chosen(on.home.id)}&fact=${fact?.id}`);
      const sentence = panel().locator(".sentence").first();
      await sentence.waitFor();
      const place = fact?.evidence[0];
      const report = on.samples.overview.reports.find(({ id }) => id === place?.report);
      expect(await words(sentence.locator("figcaption"))).toContain(`${report?.title} · ${report?.year}`);
      const said = (await sentence.locator(".said").allInnerTexts()).join("");
      const text = on.samples.facts.find(({ report: { title } }) => title === report?.title)?.text ?? "";
      expect(said).toBe(text.slice(place?.start, place?.end));
      expect(await sentence.locator("mark.named").count()).toBeGreaterThan(0);
      const ground = await sentence
        .locator(".said")
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(ground).not.toBe("rgba(0, 0, 0, 0)");
      await sentence.getByText("看全文").click();
      const here = on.page.locator(".reader [data-here='true']");
      await here.waitFor();
      expect(await here.innerText()).toContain(said.slice(0, 12));
      expect(await here.evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)).toBe(
        true,
      );
      await on.page.goBack();
      await eventually(() => panel().locator(".sentence").count()).toBeGreaterThan(0);
    });

    test("figures are plotted over the years, targets apart from what was reached", async () => {
      await at(chosen(on.home.id));
      const chart = panel().locator("svg.chart").first();
      await chart.waitFor();
      expect(await chart.locator("circle, path").count()).toBeGreaterThan(1);
      const kinds = new Set(facts.observations.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(expect.arrayContaining(["actual", "target"]));
      while ((await panel().locator(".facts").last().locator("> .more").count()) > 0)
        await panel().locator(".facts").last().locator("> .more").click();
      const figures = await words(panel().locator(".facts").last());
      for (const { year, value, unit, measure } of facts.observations.filter(({ value }) => value !== null))
        if (measure === "level" && unit)
          expect(figures).toContain(
            `${year}年 ${(value ?? 0) < 0 ? "−" : ""}${Math.abs(value ?? 0).toLocaleString("en-US", { maximumFractionDigits: 4 })}${unit === "%" ? "" : " "}${unit}`,
          );
      expect(await panel().locator(".kind-target").count()).toBeGreaterThan(0);
      expect(await panel().locator(".chart-target path").count()).toBeGreaterThan(0);
    });

    test("milestones stand on a line of time", async () => {
      const project = on.samples.overview.districts.flatMap(({ projects }) => projects);
      const told = (await Promise.all(project.map(({ id }) => on.samples.entity(id)))).find(
        ({ milestones }) => milestones.length > 0,
      );
      await at(chosen(told?.node.id ?? ""));
      const rows = panel().locator(".progress-row");
      await rows.first().waitFor();
      expect(await rows.count()).toBe(told?.milestones.length);
      for (const { year, stage } of told?.milestones ?? [])
        expect(await words(panel().locator(".progress"))).toContain(`${year}年 ${STAGES[stage].zh}`);
    });

    test("is copied as text, and leads to its Cypher and what that finds", async () => {
      await at(chosen(on.home.id));
      await button("复制为文字").click();
      const [fact] = facts.relations.filter(({ direction }) => direction === "out");
      await eventually(() => on.page.evaluate(() => navigator.clipboard.readText())).toContain(
        `${on.home.name} ${RELATION_TYPES[fact?.relation ?? "PURSUES"].zh} ${fact?.other.name}`,
      );
      await button("在 Cypher 里看").click();
      await eventually(() => on.page.locator(".cm-content").innerText()).toContain(on.home.id);
      await button("运行").click();
      await eventually(() => on.page.locator(".result tbody tr").count()).toBeGreaterThan(5);
      expect(await on.page.locator(".result tbody").innerText()).toContain(fact?.other.name.slice(0, 40));
    });

    test("what may be the same is decided with a reason, and undone", async () => {
      const [one, other] = on.samples.home.projects as [NodeCard, NodeCard];
      await at(chosen(one.id));
      const same = panel().locator(".same");
      await same.locator("summary").click();
      await same.getByText("与另一个实体是同一个").click();
      await same.getByRole("textbox", { name: "输入名称选择" }).fill(other.name);
      await on.page.getByRole("option", { name: other.name }).first().click();
      const pair = same.locator(".same-one", { hasText: other.name });
      await pair.getByRole("button", { name: "不是" }).click();
      await eventually(() => words(same)).toContain(`${other.name} 不是同一个`);
      await same.getByRole("button", { name: "撤销判定" }).click();
      await eventually(() => words(same)).not.toContain(`${other.name} 不是同一个`);
    });
  });

  describe("the reader", () => {
    const read = (id: string): string => `#/report?report=${id}`;

    test("shows headings to go by, names by their type, figures, and leads to the graph and back", async () => {
      const [report] = on.samples.overview.reports as [(typeof on.samples.overview.reports)[0]];
      const text = await on.samples.get<ReportText>(`report/${report.id}`);
      await at(read(report.id));
      expect(await on.page.locator(".reader h1").innerText()).toBe(report.title);
      const headings = text.passages.filter(({ kind }) => kind === "heading");
      const last = headings.at(-1);
      await on.page.locator(".contents-row").last().click();
      await eventually(() =>
        on.page
          .locator(`#passage-${escaped(last?.id ?? "")}`)
          .evaluate((element) => element.getBoundingClientRect().top < window.innerHeight),
      ).toBe(true);
      const marks = text.passages.flatMap((passage) => passage.marks);
      for (const type of new Set(marks.map((mark) => mark.type))) {
        const name = on.page.locator(`.name-${type}`).first();
        if ((await name.count()) === 0) continue;
        expect(await name.evaluate((element) => getComputedStyle(element).borderBottomColor)).toBe(
          rgb(LOOKS[type].light),
        );
        expect(await name.getAttribute("title")).toContain(ENTITY_TYPES[type].zh);
      }
      const districts = on.page.locator(".mark-key").getByRole("button", { name: ENTITY_TYPES.District.zh });
      await districts.click();
      expect(
        await on.page
          .locator(".name-District")
          .first()
          .evaluate((element) => getComputedStyle(element).borderBottomColor),
      ).toBe("rgba(0, 0, 0, 0)");
      const figure = text.passages.flatMap(({ figures }) => figures)[0];
      await on.page.locator(".figure-mark").first().click();
      await panel().getByRole("heading", { level: 2 }).waitFor();
      expect(on.page.url()).toContain(`fact=${figure?.fact}`);
      await eventually(() => panel().locator(".sentence").count()).toBeGreaterThan(0);
      await on.page.goBack();
      await on.page.locator(".reader h1").waitFor();
      await on.page.locator(".name-Initiative").first().click();
      await settled(on.page);
      expect(await panel().locator(".panel-type").innerText()).toContain(ENTITY_TYPES.Initiative.zh);
      await on.page.goBack();
      await eventually(() => on.page.locator(".reader h1").innerText()).toBe(report.title);
    });
    const escaped = (id: string): string => id.replace(/[^\w-]/g, "\\$&");
    const rgb = (hex: string): string =>
      `rgb(${[1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)).join(", ")})`;

    test("marks a number that was not recognised as such", async () => {
      const [first] = on.samples.facts as [(typeof on.samples.facts)[0]];
      const passage = first.passages.findLast(
        ({ kind, start, end }) => kind === "paragraph" && /\d/.test(first.text.slice(start, end)),
      );
      const start = (passage?.start ?? 0) + (/\d+/.exec(first.text.slice(passage?.start))?.index ?? 0);
      const folder = mkdtempSync(join(tmpdir(), "zhengtu-unclaimed-"));
      const store = await openStore(`embedded:${folder}/store`);
      const lost = {
        what: "number" as const,
        passage: passage?.index ?? 0,
        start,
        end: start + 1,
        status: "unclaimed" as const,
      };
      const mentions = first.mentions.filter((mention) => mention.end <= start || mention.start > start);
      await store.write([{ ...first, mentions, observations: [], milestones: [], audit: [lost] }]);
      const served = await serve(store, { port: 0, page: on.samples.built });
      try {
        await on.page.context().close();
        const [report] = await store.reports();
        await on.visit(served.url, `#/report?report=${report?.id}`);
        const mark = on.page.locator(".unclaimed");
        await mark.first().waitFor();
        expect(await mark.first().innerText()).toBe(first.text.slice(start, start + 1));
        expect(await mark.first().getAttribute("title")).toBe("未能识别的数字");
        expect(await words(on.page.locator(".reader-head"))).toContain("未识别 1 处");
      } finally {
        await on.page.goto("about:blank");
        await served.close();
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
