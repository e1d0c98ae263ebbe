/** Expanding, hiding, pinning, selecting, finding paths, as a person would, in a real browser on the samples. */
import type { Browser } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { RELATION_TYPES } from "../ingest/ontology.ts";
import { INKS, LOOKS } from "../viewer/app/palette.ts";
import type { EdgeCard, NodeCard, PathsAnswer } from "../viewer/server/api.ts";
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
import { nameOf, readSamples } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("exploring the samples", () => {
  const on = readSamples(browser, { settles: true });
  const { at, panel, button, neighbours } = on;

  const graph = (...ids: string[]): string => `#/graph?steps=${ids.map((id) => `o.${id}`).join("~")}`;
  const alone = (id: string): string => `#/graph?steps=a.${id}&chosen=${id}`;
  const clickDisc = async (name: string): Promise<void> => {
    const { x, y } = await placeOf(on.page, name);
    await on.page.mouse.click(x, y);
    await eventually(() => panel().getByRole("heading", { level: 2 }).innerText()).toBe(name);
  };

  describe("what is on the canvas", () => {
    test("one relation is expanded with its number known before, and collapsed again", async () => {
      await at(alone(on.home.id));
      const { counts } = await on.samples.entity(on.home.id);
      await button("按关系展开").click();
      await on.page.getByRole("menuitem").first().waitFor();
      const items = await on.page.getByRole("menuitem").allInnerTexts();
      expect(items.map((item) => Number(/\d+$/.exec(item)?.[0]))).toEqual(counts.map(({ count }) => count));
      const few = counts.find(({ count, direction }) => direction === "out" && count > 2 && count < 40);
      const index = counts.indexOf(few as (typeof counts)[number]);
      await on.page.getByRole("menuitem").nth(index).click();
      await settled(on.page);
      expect((await drawnNames(on.page)).length).toBe(1 + (few?.count ?? 0));
      expect(await on.page.locator(".legend-sum").innerText()).toContain(`图上 ${1 + (few?.count ?? 0)} 个`);
      await button("收起").click();
      await eventually(() => drawnNames(on.page)).toEqual([nameOf(on.home)]);
      await button("撤销").click();
      await eventually(async () => (await drawnNames(on.page)).length).toBe(1 + (few?.count ?? 0));
    });

    test("a double click opens the neighbours; what is left out is said", async () => {
      await at(graph(on.aim.id));
      const before = await drawnNames(on.page);
      const { x, y } = await placeOf(on.page, on.home.name);
      await on.page.mouse.dblclick(x, y);
      await eventually(async () => (await drawnNames(on.page)).length).toBeGreaterThan(before.length + 5);
      const { total } = await neighbours(on.home.id);
      if (total > 40) expect(await panel().innerText()).toContain(`另有 ${total - 40} 个邻居未展开`);
    });

    test("a click on a line opens the sentence that says the relation", async () => {
      await at(graph(on.aim.id));
      const { nodes, edges } = await neighbours(on.aim.id);
      const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
      const places = await drawn(on.page);
      const ends = ({ from, to }: EdgeCard): [Spot, Spot] =>
        [from, to].map((id) => places[names.get(id) ?? ""] ?? { x: 0, y: 0 }) as [Spot, Spot];
      const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      const clear = ({ x, y }: Spot): boolean =>
        Object.values(places).every((disc) => Math.hypot(disc.x - x, disc.y - y) > 40) &&
        edges.filter((edge) => offLine({ x, y }, ends(edge)) < 8).length === 1;
      const edge = edges.find((one) => clear(between(...ends(one)))) as EdgeCard;
      const { x, y } = between(...ends(edge));
      await on.page.mouse.click(x, y);
      await panel().locator(".sentence").first().waitFor();
      expect(on.page.url()).toContain(`fact=${edge.id}`);
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
      await at(graph(on.home.id));
      await clickDisc(nameOf(on.aim));
      await button("从图上隐藏").click();
      await eventually(() => drawnNames(on.page)).not.toContain(nameOf(on.aim));
      await button("撤销").click();
      await eventually(() => drawnNames(on.page)).toContain(nameOf(on.aim));
      await on.page.keyboard.press("Control+y");
      await eventually(() => drawnNames(on.page)).not.toContain(nameOf(on.aim));
      await on.page.keyboard.press("Control+z");
      await eventually(() => drawnNames(on.page)).toContain(nameOf(on.aim));
      await button("重做").click();
      await eventually(() => on.page.locator(".legend").innerText()).toContain("恢复隐藏的 1 个");
      await on.page.getByText("恢复隐藏的 1 个").click();
      await eventually(() => drawnNames(on.page)).toContain(nameOf(on.aim));
    });

    test("only it and its neighbours are kept by a button", async () => {
      await at(graph(on.home.id));
      await clickDisc(nameOf(on.aim));
      await button("只看它和邻居").click();
      await settled(on.page);
      const { nodes } = await neighbours(on.aim.id);
      expect(await drawnNames(on.page)).toEqual(nodes.map(nameOf).sort());
    });

    test("what is pinned by its button stays while all else moves, until it is let go", async () => {
      await at(graph(on.aim.id));
      await clickDisc(nameOf(on.home));
      const other = (await neighbours(on.aim.id)).nodes.find(
        ({ id }) => id !== on.home.id && id !== on.aim.id,
      );
      const [kept, moved] = [await disc(on.page, on.home.id), await disc(on.page, other?.id ?? "")];
      await button("固定位置").click();
      await eventually(() => on.page.url()).toContain("pins=");
      await button("展开").click();
      await settled(on.page);
      expect(await disc(on.page, on.home.id)).toMatchObject({ x: kept?.x, y: kept?.y });
      expect((await disc(on.page, other?.id ?? ""))?.x).not.toBe(moved?.x);
      await button("已固定，单击松开").click();
      await eventually(() => on.page.url()).not.toContain("pins=");
    });

    test("what is dragged stays where it was let go, and the address keeps it", async () => {
      await at(graph(on.aim.id));
      const from = await placeOf(on.page, on.home.name);
      await on.page.mouse.move(from.x, from.y);
      await on.page.mouse.down();
      await on.page.mouse.move(from.x + 70, from.y + 30, { steps: 5 });
      await on.page.mouse.up();
      await eventually(() => on.page.url()).toContain("pins=");
      const to = await placeOf(on.page, on.home.name);
      expect(Math.hypot(to.x - from.x - 70, to.y - from.y - 30)).toBeLessThan(12);
      expect(await colorsAt(on.page, to, 6)).toContain(LOOKS.District.light);
    });

    test("a box and a lasso select what lies inside, and only that is kept", async () => {
      await at(graph(on.home.id));
      const all = await drawnNames(on.page);
      const spot = await placeOf(on.page, nameOf(on.aim));
      const inside = async (reach: number): Promise<string[]> =>
        Object.entries(await drawn(on.page))
          .filter(([, { x, y }]) => Math.abs(x - spot.x) <= reach && Math.abs(y - spot.y) <= reach)
          .map(([name]) => name);
      await on.page.keyboard.down("Shift");
      await drag([
        { x: spot.x - 40, y: spot.y - 40 },
        { x: spot.x + 40, y: spot.y + 40 },
      ]);
      await on.page.keyboard.up("Shift");
      expect(await on.page.getByRole("toolbar", { name: /选中/ }).innerText()).toContain(
        `选中 ${(await inside(40)).length} 个`,
      );
      await on.page.getByRole("toolbar", { name: /选中/ }).getByRole("button", { name: "关闭" }).click();
      await button(/套索/).click();
      await drag([
        { x: spot.x - 26, y: spot.y - 26 },
        { x: spot.x + 26, y: spot.y - 26 },
        { x: spot.x + 26, y: spot.y + 26 },
        { x: spot.x - 26, y: spot.y + 26 },
      ]);
      const few = await inside(26);
      expect(await on.page.getByRole("toolbar", { name: /选中/ }).innerText()).toContain(
        `选中 ${few.length} 个`,
      );
      await button("只留这些").click();
      await eventually(() => drawnNames(on.page)).toEqual(few.sort());
      await button("撤销").click();
      await eventually(() => drawnNames(on.page)).toEqual(all);
    });
    const drag = async (line: Spot[]): Promise<void> => {
      const [first, ...rest] = line as [Spot, ...Spot[]];
      await on.page.mouse.move(first.x, first.y);
      await on.page.mouse.down();
      for (const { x, y } of rest) await on.page.mouse.move(x, y, { steps: 4 });
      await on.page.mouse.up();
    };

    test("paths between two are lines in red and sentences with their evidence", async () => {
      const [, second] = on.samples.overview.districts;
      const other = second?.node as NodeCard;
      await at(`${graph(on.home.id)}&chosen=${on.home.id}`);
      await button("找路径").click();
      await on.page.getByPlaceholder("到哪一个？输入名称").fill(other.name);
      await on.page
        .getByRole("option", { name: new RegExp(`^.?${other.name}`) })
        .first()
        .click();
      await on.page.locator(".ways li").first().waitFor();
      await settled(on.page);
      const { paths } = await on.samples.get<PathsAnswer>(`paths?from=${on.home.id}&to=${other.id}`);
      const words = (await on.page.locator(".ways .step").allInnerTexts()).map((text) =>
        text.replace(/\s+/g, " "),
      );
      expect(words.map((text) => text.replace(/(^| )\S (?=\S)/g, "$1").trim()).length).toBe(
        paths.flat().length,
      );
      for (const [index, { edge, from, to }] of paths.flat().entries())
        for (const word of [from.name, RELATION_TYPES[edge.type].zh, to.name])
          expect(words[index]).toContain(word.slice(0, 60));
      const [step] = paths[0] ?? [];
      const [a, b] = [
        await placeOf(on.page, step?.from.name ?? ""),
        await placeOf(on.page, step?.to.name ?? ""),
      ];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      expect(await colorsAt(on.page, middle, 5)).toContain(INKS.light.accent);
      await on.page.locator(".ways .fact-quote").first().click();
      const sentence = on.page.locator(".ways blockquote").first();
      await eventually(() => sentence.innerText()).toMatch(/\S{4}/);
      await on.page.locator(".panel-close").click();
      await eventually(() => on.page.locator(".ways").count()).toBe(0);
      await settled(on.page);
      expect(await colorsAt(on.page, middle, 5)).not.toContain(INKS.light.accent);
    });
  });
});
