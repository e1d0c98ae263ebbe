/** Expanding, hiding, pinning, selecting, finding paths, as a person would, in a real browser on the samples. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { RELATION_TYPES } from "../ingest/ontology.ts";
import { INKS, LOOKS } from "../viewer/app/palette.ts";
import type { EdgeCard, Neighbourhood, NodeCard, PathsAnswer } from "../viewer/server/api.ts";
import { launchBrowser } from "./browser.ts";
import {
  colorsAt,
  disc,
  drawn,
  drawnNames,
  eventually,
  placeOf,
  type Spot,
  settled,
} from "./viewer/looking.ts";
import { nameOf, openSamples, type Samples, visit } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("exploring the samples", () => {
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
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const neighbours = (id: string, among: string[] = []): Promise<Neighbourhood> =>
    samples.post("neighbours", { id, limit: 40, among });
  const graph = (...ids: string[]): string => `#/graph?steps=${ids.map((id) => `o.${id}`).join("~")}`;
  const alone = (id: string): string => `#/graph?steps=a.${id}&chosen=${id}`;
  const clickDisc = async (name: string): Promise<void> => {
    const { x, y } = await placeOf(page, name);
    await page.mouse.click(x, y);
    await eventually(() => panel().getByRole("heading", { level: 2 }).innerText()).toBe(name);
  };

  describe("what is on the canvas", () => {
    test("one relation is expanded with its number known before, and collapsed again", async () => {
      await at(alone(home.id));
      const { counts } = await samples.entity(home.id);
      await button("按关系展开").click();
      await page.getByRole("menuitem").first().waitFor();
      const items = await page.getByRole("menuitem").allInnerTexts();
      expect(items.map((item) => Number(/\d+$/.exec(item)?.[0]))).toEqual(counts.map(({ count }) => count));
      const few = counts.find(({ count, direction }) => direction === "out" && count > 2 && count < 40);
      const index = counts.indexOf(few as (typeof counts)[number]);
      await page.getByRole("menuitem").nth(index).click();
      await settled(page);
      expect((await drawnNames(page)).length).toBe(1 + (few?.count ?? 0));
      expect(await page.locator(".legend-sum").innerText()).toContain(`图上 ${1 + (few?.count ?? 0)} 个`);
      await button("收起").click();
      await eventually(() => drawnNames(page)).toEqual([nameOf(home)]);
      await button("撤销").click();
      await eventually(async () => (await drawnNames(page)).length).toBe(1 + (few?.count ?? 0));
    });

    test("a double click opens the neighbours; what is left out is said", async () => {
      await at(graph(aim.id));
      const before = await drawnNames(page);
      const { x, y } = await placeOf(page, home.name);
      await page.mouse.dblclick(x, y);
      await eventually(async () => (await drawnNames(page)).length).toBeGreaterThan(before.length + 5);
      const { total } = await neighbours(home.id);
      if (total > 40) expect(await panel().innerText()).toContain(`另有 ${total - 40} 个邻居未展开`);
    });

    test("a click on a line opens the sentence that says the relation", async () => {
      await at(graph(aim.id));
      const { nodes, edges } = await neighbours(aim.id);
      const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
      const places = await drawn(page);
      const ends = ({ from, to }: EdgeCard): [Spot, Spot] =>
        [from, to].map((id) => places[names.get(id) ?? ""] ?? { x: 0, y: 0 }) as [Spot, Spot];
      const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      const clear = ({ x, y }: Spot): boolean =>
        Object.values(places).every((disc) => Math.hypot(disc.x - x, disc.y - y) > 40) &&
        edges.filter((edge) => offLine({ x, y }, ends(edge)) < 8).length === 1;
      const edge = edges.find((one) => clear(between(...ends(one)))) as EdgeCard;
      const { x, y } = between(...ends(edge));
      await page.mouse.click(x, y);
      await panel().locator(".sentence").first().waitFor();
      expect(page.url()).toContain(`fact=${edge.id}`);
      const fact = await panel().locator(".fact[data-opened=true]").innerText();
      expect([names.get(edge.from), names.get(edge.to)].some((name) => fact.includes(name ?? "?"))).toBe(
        true,
      );
    });
    /** How far a spot lies off the line between two. */
    const offLine = ({ x, y }: Spot, [a, b]: [Spot, Spot]): number => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
    };

    test("hiding, undo by button and by keys, redo", async () => {
      await at(graph(home.id));
      await clickDisc(nameOf(aim));
      await button("从图上隐藏").click();
      await eventually(() => drawnNames(page)).not.toContain(nameOf(aim));
      await button("撤销").click();
      await eventually(() => drawnNames(page)).toContain(nameOf(aim));
      await page.keyboard.press("Control+y");
      await eventually(() => drawnNames(page)).not.toContain(nameOf(aim));
      await page.keyboard.press("Control+z");
      await eventually(() => drawnNames(page)).toContain(nameOf(aim));
      await button("重做").click();
      await eventually(() => page.locator(".legend").innerText()).toContain("恢复隐藏的 1 个");
      await page.getByText("恢复隐藏的 1 个").click();
      await eventually(() => drawnNames(page)).toContain(nameOf(aim));
    });

    test("only it and its neighbours are kept by a button", async () => {
      await at(graph(home.id));
      await clickDisc(nameOf(aim));
      await button("只看它和邻居").click();
      await settled(page);
      const { nodes } = await neighbours(aim.id);
      expect(await drawnNames(page)).toEqual(nodes.map(nameOf).sort());
    });

    test("what is pinned by its button stays while all else moves, until it is let go", async () => {
      await at(graph(aim.id));
      await clickDisc(nameOf(home));
      const other = (await neighbours(aim.id)).nodes.find(({ id }) => id !== home.id && id !== aim.id);
      const [kept, moved] = [await disc(page, home.id), await disc(page, other?.id ?? "")];
      await button("固定位置").click();
      await eventually(() => page.url()).toContain("pins=");
      await button("展开").click();
      await settled(page);
      expect(await disc(page, home.id)).toMatchObject({ x: kept?.x, y: kept?.y });
      expect((await disc(page, other?.id ?? ""))?.x).not.toBe(moved?.x);
      await button("已固定，单击松开").click();
      await eventually(() => page.url()).not.toContain("pins=");
    });

    test("what is dragged stays where it was let go, and the address keeps it", async () => {
      await at(graph(aim.id));
      const from = await placeOf(page, home.name);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 70, from.y + 30, { steps: 5 });
      await page.mouse.up();
      await eventually(() => page.url()).toContain("pins=");
      const to = await placeOf(page, home.name);
      expect(Math.hypot(to.x - from.x - 70, to.y - from.y - 30)).toBeLessThan(12);
      expect(await colorsAt(page, to, 6)).toContain(LOOKS.District.light);
    });

    test("a box and a lasso select what lies inside, and only that is kept", async () => {
      await at(graph(home.id));
      const all = await drawnNames(page);
      const spot = await placeOf(page, nameOf(aim));
      const inside = async (reach: number): Promise<string[]> =>
        Object.entries(await drawn(page))
          .filter(([, { x, y }]) => Math.abs(x - spot.x) <= reach && Math.abs(y - spot.y) <= reach)
          .map(([name]) => name);
      await page.keyboard.down("Shift");
      await drag([
        { x: spot.x - 40, y: spot.y - 40 },
        { x: spot.x + 40, y: spot.y + 40 },
      ]);
      await page.keyboard.up("Shift");
      expect(await page.getByRole("toolbar", { name: /选中/ }).innerText()).toContain(
        `选中 ${(await inside(40)).length} 个`,
      );
      await page.getByRole("toolbar", { name: /选中/ }).getByRole("button", { name: "关闭" }).click();
      await button(/套索/).click();
      await drag([
        { x: spot.x - 26, y: spot.y - 26 },
        { x: spot.x + 26, y: spot.y - 26 },
        { x: spot.x + 26, y: spot.y + 26 },
        { x: spot.x - 26, y: spot.y + 26 },
      ]);
      const few = await inside(26);
      expect(await page.getByRole("toolbar", { name: /选中/ }).innerText()).toContain(
        `选中 ${few.length} 个`,
      );
      await button("只留这些").click();
      await eventually(() => drawnNames(page)).toEqual(few.sort());
      await button("撤销").click();
      await eventually(() => drawnNames(page)).toEqual(all);
    });
    const drag = async (line: Spot[]): Promise<void> => {
      const [first, ...rest] = line as [Spot, ...Spot[]];
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    };

    test("paths between two are lines in red and sentences with their evidence", async () => {
      const [, second] = samples.overview.districts;
      const other = second?.node as NodeCard;
      await at(`${graph(home.id)}&chosen=${home.id}`);
      await button("找路径").click();
      await page.getByPlaceholder("到哪一个？输入名称").fill(other.name);
      await page
        .getByRole("option", { name: new RegExp(`^.?${other.name}`) })
        .first()
        .click();
      await page.locator(".ways li").first().waitFor();
      await settled(page);
      const { paths } = await samples.get<PathsAnswer>(`paths?from=${home.id}&to=${other.id}`);
      const words = (await page.locator(".ways .step").allInnerTexts()).map((text) =>
        text.replace(/\s+/g, " "),
      );
      expect(words.map((text) => text.replace(/(^| )\S (?=\S)/g, "$1").trim()).length).toBe(
        paths.flat().length,
      );
      for (const [index, { edge, from, to }] of paths.flat().entries())
        for (const word of [from.name, RELATION_TYPES[edge.type].zh, to.name])
          expect(words[index]).toContain(word.slice(0, 60));
      const [step] = paths[0] ?? [];
      const [a, b] = [await placeOf(page, step?.from.name ?? ""), await placeOf(page, step?.to.name ?? "")];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      expect(await colorsAt(page, middle, 5)).toContain(INKS.light.accent);
      await page.locator(".ways .fact-quote").first().click();
      const sentence = page.locator(".ways blockquote").first();
      await eventually(() => sentence.innerText()).toMatch(/\S{4}/);
      await page.locator(".panel-close").click();
      await eventually(() => page.locator(".ways").count()).toBe(0);
      await settled(page);
      expect(await colorsAt(page, middle, 5)).not.toContain(INKS.light.accent);
    });
  });
});
