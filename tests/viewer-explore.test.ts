/** Exploring in a real browser: layouts, filters, paths, selections, questions, files, keys. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import { GROUP_COLORS, LOOKS } from "../viewer/app/palette.ts";
import type { SearchHit } from "../viewer/server/api.ts";
import { type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { colorsAt, drawn, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { madeUpFacts } from "./viewer/made-up.ts";

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("exploring", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-explore-"));
  let store: Store;
  let served: Served;
  let page: Page;

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

  const idOf = async (name: string): Promise<string> => {
    const hits = (await (
      await fetch(`${served.url}api/search?q=${encodeURIComponent(name)}`)
    ).json()) as SearchHit[];
    return hits.find((hit) => hit.name === name)?.id ?? "";
  };
  beforeEach(async () => {
    const context = await (browser as Browser).newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    page = await context.newPage();
    await page.goto(`${served.url}#/graph?steps=o.${await idOf("云河区")}`);
    await settled(page);
  });
  afterEach(() => page.context().close());

  const view = async (name: string): Promise<void> => {
    await page.getByRole("button", { name: "显示", exact: true }).click();
    await page.locator(".mantine-SegmentedControl-label", { hasText: name }).first().click();
    await page.keyboard.press("Escape");
    await settled(page);
  };

  test("each layout puts the same things elsewhere, and the address keeps it", async () => {
    const names = await drawnNames(page);
    const seen = new Set([JSON.stringify(await drawn(page))]);
    for (const layout of ["环绕", "年份"]) {
      await view(layout);
      expect(await drawnNames(page)).toEqual(names);
      seen.add(JSON.stringify(await drawn(page)));
    }
    expect(seen.size).toBe(3);
    expect(page.url()).toContain("layout=year");
  });

  test("colour by community shows in the discs and in the legend", async () => {
    await view("群组");
    expect(await page.locator(".legend-groups .legend-row").count()).toBeGreaterThan(0);
    const colors = await colorsAt(page, await placeOf(page, "云河区"), 10);
    expect(colors.some((color) => GROUP_COLORS.light.includes(color))).toBe(true);
  });

  test("a range of years dims what is said in other years", async () => {
    const id = await idOf("“三湖”创新带");
    await page.goto(`${served.url}#/graph?steps=o.${id}&years=2024~2024`);
    await page.reload();
    await settled(page);
    expect(await colorsAt(page, await placeOf(page, "青岚县"), 6)).toContain(LOOKS.District.light);
    expect(await colorsAt(page, await placeOf(page, "云河区"), 6)).not.toContain(LOOKS.District.light);
    await page.getByRole("button", { name: "全部年份" }).click();
    await settled(page);
    expect(await colorsAt(page, await placeOf(page, "云河区"), 6)).toContain(LOOKS.District.light);
  });

  test("paths between two are drawn and told as sentences with evidence", async () => {
    const at = await placeOf(page, "云河区");
    await page.mouse.click(at.x, at.y);
    await page.locator("aside").getByRole("button", { name: "找路径" }).click();
    await page.getByPlaceholder("到哪一个？输入名称").fill("青岚县");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".ways li").first().innerText()).toMatch(
      /云河区 推进[\s\S]*“三湖”创新带[\s\S]*青岚县 推进/,
    );
    await settled(page);
    expect(await drawnNames(page)).toContain("青岚县");
    await page.locator(".ways .fact-quote").first().click();
    await eventually(() => page.locator(".ways blockquote").first().innerText()).toContain("“三湖”创新带");
  });

  test("a box selects, and only the selected are kept", async () => {
    const at = await placeOf(page, "云河区");
    await page.getByRole("button", { name: /框选/ }).click();
    await page.mouse.move(at.x - 30, at.y - 30);
    await page.mouse.down();
    await page.mouse.move(at.x + 30, at.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("button", { name: "只留这些" }).click();
    await settled(page);
    const left = await drawnNames(page);
    expect(left).toContain("云河区");
    expect(left).not.toContain("新能源汽车");
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => drawnNames(page)).toContain("新能源汽车");
  });

  test("dragging a disc pins it there, in the address too", async () => {
    const from = await placeOf(page, "新能源汽车");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 5 });
    await page.mouse.up();
    await eventually(() => page.url()).toContain("pins=");
    const to = await placeOf(page, "新能源汽车");
    expect(Math.hypot(to.x - from.x - 60, to.y - from.y - 40)).toBeLessThan(12);
  });

  test("expanding by one relation shows how many there are before it happens", async () => {
    await page.goto(
      `${served.url}#/graph?steps=a.${await idOf("星海科技")}&chosen=${await idOf("星海科技")}`,
    );
    await page.reload();
    await settled(page);
    await page.getByRole("button", { name: "按关系展开" }).click();
    await eventually(() => page.getByRole("menuitem", { name: /承担/ }).innerText()).toMatch(/1$/);
    await page.getByRole("menuitem", { name: /承担/ }).click();
    await eventually(() => drawnNames(page)).toEqual(["星海科技", "星海科技二期项目"]);
  });

  test("keys walk the canvas, open, hide and clear", async () => {
    await page.locator(".canvas").focus();
    await page.keyboard.press("ArrowRight");
    const heading = page.locator("aside h2");
    await eventually(() => heading.innerText()).toBe("云河区");
    await page.keyboard.press("ArrowRight");
    await eventually(() => heading.innerText()).not.toBe("云河区");
    const walked = await heading.innerText();
    await page.keyboard.press("h");
    await eventually(() => drawnNames(page)).not.toContain(walked);
    await page.keyboard.press("Control+z");
    await eventually(() => drawnNames(page)).toContain(walked);
  });

  test("the canvas can be read as a list", async () => {
    await page.getByRole("button", { name: "列表" }).click();
    const list = page.getByRole("dialog");
    await eventually(() => list.innerText()).toMatch(/战略举措 2[\s\S]*“三湖”创新带\s*云河区 推进/);
  });

  test("what is on the canvas is saved as SVG, PNG, GEXF, CSV and JSON", async () => {
    const save = async (label: string): Promise<Buffer> => {
      await page.getByRole("button", { name: "分享导出" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: label, exact: true }).click(),
      ]);
      return readFileSync(await download.path());
    };
    expect((await save("SVG")).toString()).toMatch(/^<svg [\s\S]*“三湖”创新带/);
    expect((await save("PNG")).subarray(1, 4).toString()).toBe("PNG");
    expect((await save("GEXF")).toString()).toMatch(/<gexf [\s\S]*云河区/);
    expect((await save("CSV · 关系 relations")).toString()).toMatch(/云河区,PURSUES,推进,[^,]+,“三湖”创新带/);
    const json = JSON.parse((await save("JSON")).toString()) as { nodes: { name: string }[] };
    expect(json.nodes.map(({ name }) => name)).toContain("星海科技");
  });

  test("Cypher of one's own runs by keys, its result goes to the canvas, an error shows its place", async () => {
    await page.goto(
      `${served.url}#/cypher?cypher=${encodeURIComponent("MATCH (n:Initiative)\nRETURN n ORDER BY n.name")}`,
    );
    const editor = page.getByRole("textbox", { name: "Cypher 编辑器" });
    await editor.click();
    await page.keyboard.press("Control+Enter");
    await eventually(() => page.locator(".result tbody tr").count()).toBe(2);
    await editor.fill("MATCH (n:Initiative)\nRETRUN n");
    await page.keyboard.press("Control+Enter");
    await eventually(() => page.locator(".run-error").innerText()).toMatch(/第 2 行/);
    expect(await page.locator(".editor-error").count()).toBe(1);
    await editor.fill("MATCH (n:Initiative) RETURN n");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "全部上图" }).click({ timeout: 20_000 });
    await settled(page);
    await eventually(() => drawnNames(page)).toEqual(
      expect.arrayContaining(["“466”攻坚行动", "“三湖”创新带"]),
    );
  });

  test("the console refuses to write", async () => {
    await page.goto(`${served.url}#/cypher?cypher=${encodeURIComponent("MATCH (n) DETACH DELETE n")}`);
    await page.getByRole("button", { name: "运行" }).click();
    await eventually(() => page.getByRole("alert").innerText()).toMatch(/只能读|只读|拒绝/);
    expect((await store.counts()).reports).toBe(2);
  });

  test("saved questions ask for what they need in words", async () => {
    await page.goto(`${served.url}#/cypher`);
    await page.locator(".saved-name").first().waitFor();
    expect(await page.locator(".saved-name").count()).toBeGreaterThan(10);
    expect(await page.locator(".question h2").innerText()).toMatch(/\p{Script=Han}/u);
    await page.getByRole("button", { name: "改写这条 Cypher" }).click();
    await eventually(() => page.getByRole("textbox", { name: "Cypher 编辑器" }).innerText()).toContain(
      "MATCH",
    );
  });
});
