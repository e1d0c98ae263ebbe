/** Comparing, asking, bringing in and taking along, as a person would, in a real browser on the samples. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES, RELATION_TYPES, STAGES } from "../ingest/ontology.ts";
import type { NodeCard } from "../viewer/server/api.ts";
import type { Comparison } from "../viewer/server/compare/shapes.ts";
import { launchBrowser } from "./browser.ts";
import { transferOf } from "./viewer/drop.ts";
import { drawn, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { madeUpReport } from "./viewer/reports.ts";
import { nameOf, readSamples, SAMPLES } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("asking the samples", () => {
  const on = readSamples(browser, { settles: false });
  const { at, panel, button, words } = on;

  const saved = async (press: () => Promise<void>): Promise<Buffer> => {
    const [download] = await Promise.all([on.page.waitForEvent("download"), press()]);
    return readFileSync(await download.path());
  };

  test("three districts stand side by side: figures by year as table and plot, initiatives, projects by stage", async () => {
    const ids = on.samples.overview.districts.slice(0, 3).map(({ node }) => node.id);
    const made = await on.samples.get<Comparison>(`compare?ids=${ids.join("~")}`);
    await at();
    await button("比较几个行政区").click();
    await on.page.locator(".compare h1").waitFor();
    const field = on.page.getByLabel("选择二至五个行政区").first();
    await field.fill(on.samples.overview.districts[2]?.node.name ?? "");
    await on.page.getByRole("option").first().click();
    await on.page.keyboard.press("Escape");
    await eventually(() => on.page.url()).toContain(`compare=${ids.join("%7E")}`);
    await on.page.locator(".compare-indicator").first().waitFor();
    const [first] = made.indicators;
    const table = on.page.getByRole("table").first();
    for (const { node } of on.samples.overview.districts.slice(0, 3))
      expect(await words(table)).toContain(node.name);
    for (const { year } of first?.figures ?? []) expect(await words(table)).toContain(`${year}`);
    expect(await on.page.locator(".compare-plot").first().locator("path").count()).toBeGreaterThan(1);
    const shared = made.aims.filter(({ districts }) => districts.length > 1);
    const own = made.aims.find(({ districts }) => districts.length === 1);
    expect(await words(on.page.locator(".compare-shared").first())).toContain(shared[0]?.node.name);
    expect(await words(on.page.locator(".compare-columns").first())).toContain(own?.node.name);
    const [project] = made.projects;
    await on.page.locator(".compare-value").first().click();
    await on.page.locator(".compare .sentence").first().waitFor();
    const stages = await words(on.page.locator(".compare-projects"));
    for (const { stage } of made.projects) if (stage) expect(stages).toContain(STAGES[stage].zh);
    await on.page.locator(".compare-projects").getByRole("button", { name: project?.name }).first().click();
    await settled(on.page);
    expect(await panel().locator("h2").innerText()).toBe(project?.name);
  });

  describe("questions", () => {
    test("a saved one is filled in plain Chinese, answered as a table, sorted, and saved as CSV", async () => {
      await at("#/cypher");
      await on.page.locator(".saved-name").first().waitFor();
      for (const theme of ["行政区与战略", "项目与企业", "指标", "名称与原文", "报告与图谱"])
        expect(await on.page.locator(".saved-list").innerText()).toContain(theme);
      await on.page.locator(".saved-name", { hasText: "某个行政区的项目" }).click();
      await eventually(() => on.page.locator(".field-label").innerText()).toContain(on.home.name);
      await on.page.locator(".fields").getByRole("combobox", { name: "阶段" }).click();
      await on.page.getByRole("option", { name: STAGES.started.zh }).click();
      await button("运行").click();
      const rows = on.page.locator(".result tbody tr");
      await eventually(() => rows.count()).toBeGreaterThan(1);
      const column = (await on.page.locator(".result th").allInnerTexts()).indexOf("项目");
      const cells = async (): Promise<string[]> =>
        (await on.page.locator(`.result tbody td:nth-child(${column + 1})`).allInnerTexts()).map((text) =>
          text.trim(),
        );
      expect(new Set(await cells()).size).toBeGreaterThan(1);
      const sorted = [...(await cells())].sort((a, b) => a.localeCompare(b, "zh-CN"));
      await on.page.locator(".result th").nth(column).getByRole("button").click();
      await eventually(() => cells()).toEqual(sorted);
      await on.page.locator(".result th").nth(column).getByRole("button").click();
      await eventually(() => cells()).toEqual(sorted.reverse());
      const csv = (await saved(() => button("下载 CSV").click())).toString();
      expect(csv).toMatch(/项目/);
      expect(csv.split("\n").length).toBeGreaterThan(await rows.count());
      expect(on.page.url()).toContain("p.stage=started");
      const table = await on.page.locator(".result tbody").innerText();
      const address = on.page.url();
      await at(address.slice(address.indexOf("#")));
      await eventually(async () => (await on.page.locator(".result tbody").innerText()).length).toBe(
        table.length,
      );
    });

    test("Cypher has colours, completion, an error at its place, a history, and its rows go to the canvas", async () => {
      await at("#/cypher");
      await on.page.getByRole("tab", { name: /Cypher/ }).click();
      const editor = on.page.getByRole("textbox", { name: "Cypher 编辑器" });
      await editor.waitFor();
      const keyword = on.page.locator(".cm-line span", { hasText: "MATCH" }).first();
      const plain = await editor.evaluate((element) => getComputedStyle(element).color);
      expect(await keyword.evaluate((element) => getComputedStyle(element).color)).not.toBe(plain);
      await editor.fill("");
      await eventually(() => editor.isVisible()).toBe(true);
      await editor.click();
      await on.page.keyboard.type("MATCH (n:Init");
      await eventually(() => on.page.locator(".cm-tooltip-autocomplete").innerText()).toContain("Initiative");
      await on.page.keyboard.press("Escape");
      await editor.fill("MATCH (n:Initiative)\nRETRUN n");
      await on.page.keyboard.press("Control+Enter");
      await eventually(() => on.page.locator(".run-error").innerText()).toMatch(/第 2 行/);
      expect(await on.page.locator(".editor-error").first().innerText()).toContain("RETRUN");
      await editor.fill(
        "MATCH (n:Initiative) RETURN n, n.mentions AS 次数 ORDER BY n.mentions DESC, n.name LIMIT 3",
      );
      await on.page.keyboard.press("Control+Enter");
      await eventually(() => on.page.locator(".result tbody tr").count()).toBe(3);
      const names = (
        await on.page.locator(".result tbody td:first-child .other span:last-child").allInnerTexts()
      ).map((name) => name.trim());
      await on.page.getByRole("combobox", { name: "历史" }).click();
      await eventually(async () => (await on.page.getByRole("option").allInnerTexts()).join()).toContain(
        "RETRUN",
      );
      await on.page.keyboard.press("Escape");
      await on.page.locator(".result tbody tr").first().getByText("上图").click();
      await settled(on.page);
      expect(await drawnNames(on.page)).toEqual([names[0]]);
      await on.page.goBack();
      await button("运行").click();
      await button("全部上图").click();
      await settled(on.page);
      await eventually(() => drawnNames(on.page)).toEqual([...names].sort());
    });
  });

  describe("bringing reports in", () => {
    const drop = async (name: string, text: string): Promise<void> => {
      const data = await transferOf(on.page, name, text);
      await on.page.dispatchEvent("body", "dragenter", { dataTransfer: data });
      await on.page.getByText("松开鼠标，导入这些报告").waitFor();
      await on.page.dispatchEvent("body", "drop", { dataTransfer: data });
    };
    const job = () => on.page.locator(".ingest-job").first();
    const ended = () => expect.poll(() => job().getAttribute("aria-busy"), { timeout: 60_000 }).toBe("false");

    test("a sample dropped again changes nothing; a new report says what it brings, ringed, and is removed again", async () => {
      await at("#/cypher");
      const file = on.samples.facts[0]?.report.file ?? "";
      await drop(file, readFileSync(join(SAMPLES, file), "utf8"));
      await ended();
      expect(await words(job())).toContain("没有变化");
      await job().getByRole("button", { name: "关闭" }).click();
      await drop("新报告.txt", madeUpReport({ year: 2025 }));
      await ended();
      expect(await words(job())).toMatch(/已导入.*新增 \d+ 个实体 \d+ 条事实/);
      await job().getByText("在图上看新增的").click();
      await job().getByRole("button", { name: "关闭" }).click();
      await settled(on.page);
      await eventually(() => words(on.page.locator(".news"))).toMatch(/新增的 \d+ 个以红圈标出/);
      await button("回到总览").first().click();
      await on.page.getByRole("button", { name: /移除或替换《.*2025/ }).click();
      await on.page.getByRole("menuitem", { name: "移除这份报告" }).click();
      await eventually(() => words(on.page.getByRole("dialog"))).toMatch(/撤回 \d+ 个实体/);
      await button("确定移除").click();
      await eventually(async () => (await on.samples.store.reports()).length).toBe(on.samples.facts.length);
      await eventually(async () =>
        (await on.page.locator(".totals").innerText()).replace(/\s+/g, " "),
      ).toContain(`${on.samples.facts.length} 报告`);
    });

    test("what cannot be read says why", async () => {
      await at();
      const folder = mkdtempSync(join(tmpdir(), "zhengtu-unreadable-"));
      writeFileSync(join(folder, "扫描件.png"), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]));
      await on.page.locator("#ingest-files").setInputFiles(join(folder, "扫描件.png"));
      await ended();
      expect(await job().getByRole("alert").first().innerText()).toMatch(/OCR/);
      rmSync(folder, { recursive: true, force: true });
    });
  });

  describe("keeping and sharing", () => {
    test("the same link shows the same picture: what is hidden, off, chosen, filtered, its layout and colours", async () => {
      await at(`#/graph?steps=o.${on.home.id}`);
      await settled(on.page);
      const { x, y } = await placeOf(on.page, nameOf(on.samples.home.initiatives[0] as NodeCard));
      await on.page.mouse.click(x, y);
      await button("从图上隐藏").click();
      await on.page.locator(".legend-row", { hasText: ENTITY_TYPES.Policy.zh }).click();
      await button("显示").click();
      for (const word of ["环绕", "群组", "关系数"])
        await on.page.locator(".mantine-SegmentedControl-label", { hasText: word }).click();
      await on.page.keyboard.press("Escape");
      await settled(on.page);
      await button("分享导出").click();
      await on.page.getByRole("menuitem", { name: "复制链接" }).click();
      const link = await on.page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(on.page.url());
      await on.page.keyboard.press("Escape");
      await on.page.mouse.move(5, 5);
      await settled(on.page);
      const bare = (): Promise<Buffer> => on.page.locator(".scene").screenshot();
      await on.page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const [places, picture] = [await drawn(on.page), await bare()];
      await at(link.slice(link.indexOf("#")));
      await settled(on.page);
      await on.page.mouse.move(5, 5);
      await settled(on.page);
      expect(await drawn(on.page)).toEqual(places);
      expect((await bare()).equals(picture)).toBe(true);
    });

    test("PNG in any size, SVG, GEXF, CSV and JSON hold what is on the canvas", async () => {
      await at(`#/graph?steps=o.${on.home.id}`);
      await settled(on.page);
      const names = await drawnNames(on.page);
      const save = (label: string): Promise<Buffer> =>
        saved(async () => {
          await button("分享导出").click();
          await on.page.getByRole("menuitem", { name: label, exact: true }).click();
        });
      const canvas = await on.page.locator(".scene").boundingBox();
      const size = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
      const [width, height] = [Math.round(canvas?.width ?? 0), Math.round(canvas?.height ?? 0)];
      expect(size(await save("PNG"))).toEqual([width, height]);
      const large = await save("PNG × 4");
      expect(size(large)).toEqual([width * 4, height * 4]);
      const svg = (await save("SVG")).toString();
      expect(svg).toContain(`>${on.home.name}<`);
      const gexf = (await save("GEXF")).toString();
      const csv = (await save("CSV · 实体 entities")).toString();
      const relations = (await save("CSV · 关系 relations")).toString();
      const json = JSON.parse((await save("JSON")).toString()) as { nodes: NodeCard[] };
      expect(json.nodes.map(nameOf).sort()).toEqual(names);
      expect(csv.trim().split("\n").length).toBe(names.length + 1);
      for (const name of names) expect(csv).toContain(name.replaceAll('"', '""'));
      expect(gexf.match(/<node /g)?.length).toBe(names.length);
      expect(relations).toContain(`${on.home.name},PURSUES,${RELATION_TYPES.PURSUES.zh}`);
      await on.page
        .locator(".legend-row", { hasText: ENTITY_TYPES.Initiative.zh })
        .click({ modifiers: ["Alt"] });
      await settled(on.page);
      const fewer = JSON.parse((await save("JSON")).toString()) as { nodes: NodeCard[] };
      expect(new Set(fewer.nodes.map(({ type }) => type))).toEqual(new Set(["Initiative"]));
    });
  });
});
