/** Legend, years, filters, colours, sizes, layouts and labels, as a person would use them, in a real browser on the samples. */
import type { Browser } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES, type EntityType, RELATION_TYPES } from "../ingest/ontology.ts";
import { GROUP_COLORS, INKS, LOOKS } from "../viewer/app/palette.ts";
import type { EdgeCard, NodeCard, Picture } from "../viewer/server/api.ts";
import { launchBrowser } from "./browser.ts";
import {
  colorsAt,
  disc,
  drawn,
  drawnNames,
  eventually,
  labels,
  overlaps,
  placeOf,
  type Spot,
  settled,
  writing,
} from "./viewer/looking.ts";
import { nameOf, readSamples } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("looking at the samples", () => {
  const on = readSamples(browser, { settles: true });
  const { at, button, neighbours } = on;

  const graph = (...ids: string[]): string => `#/graph?steps=${ids.map((id) => `o.${id}`).join("~")}`;
  const pickView = async (group: string, word: string): Promise<void> => {
    await button("显示").click();
    await on.page.getByRole("radiogroup", { name: group }).getByText(word, { exact: true }).click();
    await on.page.keyboard.press("Escape");
    await settled(on.page);
  };

  describe("what of it is shown, and how", () => {
    const typesOf = ({ nodes }: Picture): Map<EntityType, string[]> => {
      const groups = new Map<EntityType, string[]>();
      for (const node of nodes) groups.set(node.type, [...(groups.get(node.type) ?? []), nameOf(node)]);
      return groups;
    };

    test("the legend counts; a click takes a type away, an Alt-click or its button leaves it alone", async () => {
      await at(graph(on.home.id));
      const types = typesOf(await neighbours(on.home.id));
      const row = (type: EntityType) => on.page.locator(".legend-row", { hasText: ENTITY_TYPES[type].zh });
      for (const [type, names] of types)
        expect((await row(type).innerText()).replace(/\s+/g, " ")).toMatch(
          new RegExp(`${ENTITY_TYPES[type].zh} ${names.length}$`),
        );
      const names = types.get("Initiative") ?? [];
      await row("Initiative").click();
      await eventually(async () => (await drawnNames(on.page)).some((name) => names.includes(name))).toBe(
        false,
      );
      await row("Initiative").click();
      await eventually(() => drawnNames(on.page)).toEqual(expect.arrayContaining(names));
      await row("Initiative").click({ modifiers: ["Alt"] });
      await eventually(() => drawnNames(on.page)).toEqual([...names].sort());
      await on.page.locator(".legend").getByText("全部显示").click();
      await eventually(async () => (await drawnNames(on.page)).length).toBeGreaterThan(names.length);
      await row("District").hover();
      await on.page.getByRole("button", { name: /^只看行政区/ }).click();
      await eventually(() => drawnNames(on.page)).toEqual([...(types.get("District") ?? [])].sort());
    });

    test("a range of years dims the rest; played, it goes on by itself and stops", async () => {
      await at(graph(on.home.id));
      const bars = await on.page.locator(".timeline-bars span").count();
      const [first, last] = (await on.page.locator(".timeline-ends").innerText()).split(/\s+/).map(Number);
      expect(bars).toBe((last ?? 0) - (first ?? 0) + 1);
      const thumb = on.page.getByRole("slider", { name: "起始年份" });
      await thumb.focus();
      for (let year = first ?? 0; year < (last ?? 0); year++) await on.page.keyboard.press("ArrowRight");
      await eventually(() => on.page.url()).toContain(`years=${last}%7E${last}`);
      const dimmed = (await labels(on.page)).length;
      expect(dimmed).toBeGreaterThan(0);
      const picture = await neighbours(on.home.id);
      const early = quiet(picture, last ?? 0);
      await settled(on.page);
      const seen = await drawn(on.page);
      const faint = early.filter((node) => seen[nameOf(node)]);
      expect(faint.length).toBeGreaterThan(0);
      const [one] = faint as [NodeCard];
      expect(await colorsAt(on.page, await placeOf(on.page, nameOf(one)), 4)).not.toContain(
        LOOKS[one.type].light,
      );
      await button("全部年份").click();
      await settled(on.page);
      expect(await colorsAt(on.page, await placeOf(on.page, nameOf(one)), 4)).toContain(
        LOOKS[one.type].light,
      );

      await button("逐年播放").click();
      await eventually(() => on.page.url()).toContain(`years=${first}%7E${first}`);
      await eventually(() => on.page.url()).toContain(`years=${(first ?? 0) + 1}%7E${(first ?? 0) + 1}`);
      await on.page.getByRole("button", { name: "停", exact: true }).click();
      const stopped = on.page.url();
      await on.page.waitForTimeout(1500);
      expect(on.page.url()).toBe(stopped);
    });
    /** Neighbours that nothing ties to a year: neither an edge's own year nor that of a report that says it. */
    const quiet = ({ nodes, edges }: Picture, year: number): NodeCard[] => {
      const years = new Map(
        on.samples.overview.reports.map(({ id, year: own, reviewYears, planYears }) => [
          id,
          [own, ...reviewYears, ...planYears],
        ]),
      );
      const says = (edge: EdgeCard): boolean =>
        edge.year === undefined
          ? edge.reports.some((report) => years.get(report)?.includes(year))
          : edge.year === year;
      const tied = new Set(edges.filter(says).flatMap(({ from, to }) => [from, to]));
      return nodes.filter(
        ({ id, reports }) => !tied.has(id) && !reports.some((report) => years.get(report)?.includes(year)),
      );
    };

    test("filters by district, by report and by how it is known dim the rest and stand in the address", async () => {
      await at(graph(on.aim.id));
      const { nodes } = await neighbours(on.aim.id);
      const own = new Map(on.samples.overview.reports.map(({ id, district }) => [id, district]));
      const elsewhere = nodes.find(({ reports }) =>
        reports.every((report) => own.get(report) !== on.home.name),
      );
      const lit = async (node: NodeCard): Promise<boolean> =>
        (await colorsAt(on.page, await placeOf(on.page, nameOf(node)), 4)).includes(LOOKS[node.type].light);
      expect(await lit(elsewhere as NodeCard)).toBe(true);
      const choose = async (label: string, option: string): Promise<void> => {
        await button("显示").click();
        await on.page.getByRole("combobox", { name: label }).click();
        await on.page.getByRole("option", { name: option }).first().click();
        await on.page.keyboard.press("Escape");
        await settled(on.page);
      };
      await choose("只看这个行政区的报告", on.home.name);
      expect(on.page.url()).toContain(`in=${encodeURIComponent(on.home.name)}`);
      expect(await lit(elsewhere as NodeCard)).toBe(false);
      expect(await lit(on.home)).toBe(true);
      await button("显示").click();
      await button("取消筛选").click();
      await on.page.keyboard.press("Escape");
      await settled(on.page);
      expect(await lit(elsewhere as NodeCard)).toBe(true);
      const [report] = on.samples.overview.reports.filter(({ id }) => !elsewhere?.reports.includes(id));
      await choose("只看这份报告", report?.title ?? "");
      expect(on.page.url()).toContain(report?.id);
      expect(await lit(elsewhere as NodeCard)).toBe(false);
      await pickView("依据", "按报告推定");
      expect(on.page.url()).toContain("basis=report");
    });

    test("colours by type, by group and by district, and the legend says which", async () => {
      await at(graph(on.home.id, on.samples.overview.districts[1]?.node.id ?? ""));
      const color = async (): Promise<string[]> => colorsAt(on.page, await placeOf(on.page, on.home.name), 9);
      expect(await color()).toContain(LOOKS.District.light);
      for (const word of ["群组", "行政区"]) {
        await pickView("颜色", word);
        const groups = on.page.locator(".legend-groups .legend-row");
        expect(await groups.count()).toBeGreaterThan(1);
        expect((await color()).some((one) => GROUP_COLORS.light.includes(one))).toBe(true);
      }
      expect(await on.page.locator(".legend-groups").innerText()).toContain(on.home.name);
      // the character in the disc tells the type still
      expect((await writing(on.page)).map(({ text }) => text)).toContain(LOOKS.District.mark);
      await pickView("颜色", "类型");
      expect(await color()).toContain(LOOKS.District.light);
    });

    test("sizes by the number of reports or of relations", async () => {
      await at(graph(on.home.id));
      const { nodes, edges } = await neighbours(on.home.id);
      const ties = (id: string): number => edges.filter(({ from, to }) => from === id || to === id).length;
      const radii = async (): Promise<Map<string, number>> => {
        const found = new Map<string, number>();
        for (const { id } of nodes) found.set(id, (await disc(on.page, id))?.radius ?? 0);
        return found;
      };
      const byReports = await radii();
      const [few, many] = [...nodes]
        .filter(({ id }) => id !== on.home.id)
        .sort((a, b) => a.reports.length - b.reports.length)
        .filter((_, index, all) => index === 0 || index === all.length - 1);
      expect(byReports.get(many?.id ?? "")).toBeGreaterThan(byReports.get(few?.id ?? "") ?? 99);
      await pickView("大小", "关系数");
      const byTies = await radii();
      const sorted = [...nodes].sort((a, b) => ties(a.id) - ties(b.id));
      expect(byTies.get(sorted.at(-1)?.id ?? "")).toBe(Math.max(...byTies.values()));
      expect([...byTies]).not.toEqual([...byReports]);
    });

    test("four layouts: around one, by district and by year each have their order", async () => {
      const other = on.samples.overview.districts[1]?.node as NodeCard;
      await at(graph(on.home.id, other.id));
      const names = await drawnNames(on.page);
      const free = await drawn(on.page);
      await pickView("布局", "环绕");
      expect(await drawnNames(on.page)).toEqual(names);
      const around = await drawn(on.page);
      const middle = around[nameOf(on.home)] as Spot;
      const ring = (await neighbours(on.home.id)).nodes.flatMap(({ name, id }) => {
        const spot = around[name.slice(0, 60)];
        return id === on.home.id || !spot
          ? []
          : [Math.round(Math.hypot(spot.x - middle.x, spot.y - middle.y))];
      });
      // the neighbours of the one in the middle stand on a ring around it, where they are many in two rows
      const rows = ring.sort((a, b) => a - b).filter((far, index, all) => far - (all[index - 1] ?? 0) > 4);
      expect(ring.length).toBeGreaterThan(10);
      expect(rows.length).toBeLessThanOrEqual(2);
      await pickView("布局", "年份");
      const { nodes } = await neighbours(on.home.id);
      const years = await drawn(on.page);
      const dated = nodes.filter(({ since, name }) => since !== null && years[name]);
      for (const a of dated)
        for (const b of dated)
          if ((a.since ?? 0) < (b.since ?? 0))
            expect(years[nameOf(a)]?.x).toBeLessThan(years[nameOf(b)]?.x ?? 0);
      const since = [...new Set(dated.map((node) => String(node.since)))];
      expect((await writing(on.page)).map(({ text }) => text)).toEqual(expect.arrayContaining(since));
      await pickView("布局", "行政区");
      expect(
        new Set([free, around, years, await drawn(on.page)].map((one) => JSON.stringify(one))).size,
      ).toBe(4);
      expect(on.page.url()).toContain("layout=district");
    });

    test("two relations between the same two are curves apart, the chosen node's relations have their names", async () => {
      const [one, two, pair] = await parallelPair();
      await at(`#/graph?steps=a.${[one, two].sort().join(".")}&chosen=${one}`);
      for (let times = 0; times < 4; times++) await button("放大").click();
      await settled(on.page);
      const places = Object.values(await drawn(on.page));
      expect(places.length).toBe(2);
      const texts = (await labels(on.page)).map(({ text }) => text);
      expect(texts.some((text) => pair.some(({ type }) => text.startsWith(RELATION_TYPES[type].zh)))).toBe(
        true,
      );
      const [a, b] = places as [Spot, Spot];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const length = Math.hypot(a.x - b.x, a.y - b.y);
      const beside = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
      const inked: number[] = [];
      for (let off = -60; off <= 60; off += 2) {
        const colors = await colorsAt(
          on.page,
          { x: middle.x + beside.x * off, y: middle.y + beside.y * off },
          1,
        );
        if (colors.some((color) => color !== INKS.light.ground)) inked.push(off);
      }
      // two curves: ink on two places across, none between
      expect(Math.max(...inked) - Math.min(...inked)).toBeGreaterThan(4);
    });
    async function parallelPair(): Promise<[string, string, EdgeCard[]]> {
      const { edges } = await neighbours(on.home.id);
      const pairs = new Map<string, EdgeCard[]>();
      for (const edge of edges) {
        const key = [edge.from, edge.to].sort().join(" ");
        pairs.set(key, [...(pairs.get(key) ?? []), edge]);
      }
      const [key, pair] = [...pairs].find(([, of]) => of.length > 1) ?? ["", []];
      const [one, two] = key.split(" ");
      return [one ?? "", two ?? "", pair];
    }

    test("labels never overlap, at any zoom", async () => {
      await at(graph(on.home.id, on.samples.overview.districts[1]?.node.id ?? ""));
      const { x, y } = await placeOf(on.page, on.home.name);
      await on.page.mouse.move(x + 30, y + 30);
      for (const wheel of [0, -300, -300, -300, 1500]) {
        await on.page.mouse.wheel(0, wheel);
        await settled(on.page);
        const written = await labels(on.page);
        expect(written.length).toBeGreaterThan(3);
        expect(overlaps(written)).toEqual([]);
      }
    });
  });
});
