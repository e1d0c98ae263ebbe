/** Starting, searching and exploring, as a person would, in a real browser on the samples. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES, type EntityType, RELATION_TYPES } from "../ingest/ontology.ts";
import { GROUP_COLORS, INKS, LOOKS } from "../viewer/app/palette.ts";
import type {
  EdgeCard,
  GraphCounts,
  Neighbourhood,
  NodeCard,
  PathsAnswer,
  Picture,
} from "../viewer/server/api.ts";
import { initials } from "../viewer/server/pinyin.ts";
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
  const searchField = () => page.getByRole("textbox").first();
  const neighbours = (id: string, among: string[] = []): Promise<Neighbourhood> =>
    samples.post("neighbours", { id, limit: 40, among });
  const graph = (...ids: string[]): string => `#/graph?steps=${ids.map((id) => `o.${id}`).join("~")}`;
  const alone = (id: string): string => `#/graph?steps=a.${id}&chosen=${id}`;
  const pickView = async (group: string, word: string): Promise<void> => {
    await button("显示").click();
    await page.getByRole("radiogroup", { name: group }).getByText(word, { exact: true }).click();
    await page.keyboard.press("Escape");
    await settled(page);
  };
  const clickDisc = async (name: string): Promise<void> => {
    const { x, y } = await placeOf(page, name);
    await page.mouse.click(x, y);
    await eventually(() => panel().getByRole("heading", { level: 2 }).innerText()).toBe(name);
  };

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
      expect(await searchField().evaluate((field) => field === document.activeElement)).toBe(true);
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
      expect(await searchField().inputValue()).toBe("");
    });
  });

  describe("what is on the canvas", () => {
    test("one relation is expanded with its number known before, and collapsed again", async () => {
      await at(alone(home.id));
      const { counts } = await samples.entity(home.id);
      await button("按关系展开").click();
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

  describe("what of it is shown, and how", () => {
    const typesOf = ({ nodes }: Picture): Map<EntityType, string[]> => {
      const groups = new Map<EntityType, string[]>();
      for (const node of nodes) groups.set(node.type, [...(groups.get(node.type) ?? []), nameOf(node)]);
      return groups;
    };

    test("the legend counts; a click takes a type away, an Alt-click or its button leaves it alone", async () => {
      await at(graph(home.id));
      const types = typesOf(await neighbours(home.id));
      const row = (type: EntityType) => page.locator(".legend-row", { hasText: ENTITY_TYPES[type].zh });
      for (const [type, names] of types)
        expect((await row(type).innerText()).replace(/\s+/g, " ")).toMatch(
          new RegExp(`${ENTITY_TYPES[type].zh} ${names.length}$`),
        );
      const names = types.get("Initiative") ?? [];
      await row("Initiative").click();
      await eventually(async () => (await drawnNames(page)).some((name) => names.includes(name))).toBe(false);
      await row("Initiative").click();
      await eventually(() => drawnNames(page)).toEqual(expect.arrayContaining(names));
      await row("Initiative").click({ modifiers: ["Alt"] });
      await eventually(() => drawnNames(page)).toEqual([...names].sort());
      await page.locator(".legend").getByText("全部显示").click();
      await eventually(async () => (await drawnNames(page)).length).toBeGreaterThan(names.length);
      await row("District").hover();
      await page.getByRole("button", { name: /^只看行政区/ }).click();
      await eventually(() => drawnNames(page)).toEqual([...(types.get("District") ?? [])].sort());
    });

    test("a range of years dims the rest; played, it goes on by itself and stops", async () => {
      await at(graph(home.id));
      const bars = await page.locator(".timeline-bars span").count();
      const [first, last] = (await page.locator(".timeline-ends").innerText()).split(/\s+/).map(Number);
      expect(bars).toBe((last ?? 0) - (first ?? 0) + 1);
      const thumb = page.getByRole("slider", { name: "起始年份" });
      await thumb.focus();
      for (let year = first ?? 0; year < (last ?? 0); year++) await page.keyboard.press("ArrowRight");
      await eventually(() => page.url()).toContain(`years=${last}%7E${last}`);
      const dimmed = (await labels(page)).length;
      expect(dimmed).toBeGreaterThan(0);
      const picture = await neighbours(home.id);
      const early = quiet(picture, last ?? 0);
      await settled(page);
      const seen = await drawn(page);
      const faint = early.filter((node) => seen[nameOf(node)]);
      expect(faint.length).toBeGreaterThan(0);
      const [one] = faint as [NodeCard];
      expect(await colorsAt(page, await placeOf(page, nameOf(one)), 4)).not.toContain(LOOKS[one.type].light);
      await button("全部年份").click();
      await settled(page);
      expect(await colorsAt(page, await placeOf(page, nameOf(one)), 4)).toContain(LOOKS[one.type].light);

      await button("逐年播放").click();
      await eventually(() => page.url()).toContain(`years=${first}%7E${first}`);
      await eventually(() => page.url()).toContain(`years=${(first ?? 0) + 1}%7E${(first ?? 0) + 1}`);
      await page.getByRole("button", { name: "停", exact: true }).click();
      const stopped = page.url();
      await page.waitForTimeout(1500);
      expect(page.url()).toBe(stopped);
    });
    /** Neighbours that nothing ties to a year: neither an edge's own year nor that of a report that says it. */
    const quiet = ({ nodes, edges }: Picture, year: number): NodeCard[] => {
      const years = new Map(
        samples.overview.reports.map(({ id, year: own, reviewYears, planYears }) => [
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
      await at(graph(aim.id));
      const { nodes } = await neighbours(aim.id);
      const own = new Map(samples.overview.reports.map(({ id, district }) => [id, district]));
      const elsewhere = nodes.find(({ reports }) => reports.every((report) => own.get(report) !== home.name));
      const lit = async (node: NodeCard): Promise<boolean> =>
        (await colorsAt(page, await placeOf(page, nameOf(node)), 4)).includes(LOOKS[node.type].light);
      expect(await lit(elsewhere as NodeCard)).toBe(true);
      const choose = async (label: string, option: string): Promise<void> => {
        await button("显示").click();
        await page.getByRole("combobox", { name: label }).click();
        await page.getByRole("option", { name: option }).first().click();
        await page.keyboard.press("Escape");
        await settled(page);
      };
      await choose("只看这个行政区的报告", home.name);
      expect(page.url()).toContain(`in=${encodeURIComponent(home.name)}`);
      expect(await lit(elsewhere as NodeCard)).toBe(false);
      expect(await lit(home)).toBe(true);
      await button("显示").click();
      await button("取消筛选").click();
      await page.keyboard.press("Escape");
      await settled(page);
      expect(await lit(elsewhere as NodeCard)).toBe(true);
      const [report] = samples.overview.reports.filter(({ id }) => !elsewhere?.reports.includes(id));
      await choose("只看这份报告", report?.title ?? "");
      expect(page.url()).toContain(report?.id);
      expect(await lit(elsewhere as NodeCard)).toBe(false);
      await pickView("依据", "按报告推定");
      expect(page.url()).toContain("basis=report");
    });

    test("colours by type, by group and by district, and the legend says which", async () => {
      await at(graph(home.id, samples.overview.districts[1]?.node.id ?? ""));
      const color = async (): Promise<string[]> => colorsAt(page, await placeOf(page, home.name), 9);
      expect(await color()).toContain(LOOKS.District.light);
      for (const word of ["群组", "行政区"]) {
        await pickView("颜色", word);
        const groups = page.locator(".legend-groups .legend-row");
        expect(await groups.count()).toBeGreaterThan(1);
        expect((await color()).some((one) => GROUP_COLORS.light.includes(one))).toBe(true);
      }
      expect(await page.locator(".legend-groups").innerText()).toContain(home.name);
      // the character in the disc tells the type still
      expect((await writing(page)).map(({ text }) => text)).toContain(LOOKS.District.mark);
      await pickView("颜色", "类型");
      expect(await color()).toContain(LOOKS.District.light);
    });

    test("sizes by the number of reports or of relations", async () => {
      await at(graph(home.id));
      const { nodes, edges } = await neighbours(home.id);
      const ties = (id: string): number => edges.filter(({ from, to }) => from === id || to === id).length;
      const radii = async (): Promise<Map<string, number>> => {
        const found = new Map<string, number>();
        for (const { id } of nodes) found.set(id, (await disc(page, id))?.radius ?? 0);
        return found;
      };
      const byReports = await radii();
      const [few, many] = [...nodes]
        .filter(({ id }) => id !== home.id)
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
      const other = samples.overview.districts[1]?.node as NodeCard;
      await at(graph(home.id, other.id));
      const names = await drawnNames(page);
      const free = await drawn(page);
      await pickView("布局", "环绕");
      expect(await drawnNames(page)).toEqual(names);
      const around = await drawn(page);
      const middle = around[nameOf(home)] as Spot;
      const ring = (await neighbours(home.id)).nodes.flatMap(({ name, id }) => {
        const spot = around[name.slice(0, 60)];
        return id === home.id || !spot ? [] : [Math.round(Math.hypot(spot.x - middle.x, spot.y - middle.y))];
      });
      // the neighbours of the one in the middle stand on a ring around it, where they are many in two rows
      const rows = ring.sort((a, b) => a - b).filter((far, index, all) => far - (all[index - 1] ?? 0) > 4);
      expect(ring.length).toBeGreaterThan(10);
      expect(rows.length).toBeLessThanOrEqual(2);
      await pickView("布局", "年份");
      const { nodes } = await neighbours(home.id);
      const years = await drawn(page);
      const dated = nodes.filter(({ since, name }) => since !== null && years[name]);
      for (const a of dated)
        for (const b of dated)
          if ((a.since ?? 0) < (b.since ?? 0))
            expect(years[nameOf(a)]?.x).toBeLessThan(years[nameOf(b)]?.x ?? 0);
      const since = [...new Set(dated.map((node) => String(node.since)))];
      expect((await writing(page)).map(({ text }) => text)).toEqual(expect.arrayContaining(since));
      await pickView("布局", "行政区");
      expect(new Set([free, around, years, await drawn(page)].map((one) => JSON.stringify(one))).size).toBe(
        4,
      );
      expect(page.url()).toContain("layout=district");
    });

    test("two relations between the same two are curves apart, the chosen node's relations have their names", async () => {
      const [one, two, pair] = await parallelPair();
      await at(`#/graph?steps=a.${[one, two].sort().join(".")}&chosen=${one}`);
      for (let times = 0; times < 4; times++) await button("放大").click();
      await settled(page);
      const places = Object.values(await drawn(page));
      expect(places.length).toBe(2);
      const texts = (await labels(page)).map(({ text }) => text);
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
          page,
          { x: middle.x + beside.x * off, y: middle.y + beside.y * off },
          1,
        );
        if (colors.some((color) => color !== INKS.light.ground)) inked.push(off);
      }
      // two curves: ink on two places across, none between
      expect(Math.max(...inked) - Math.min(...inked)).toBeGreaterThan(4);
    });
    async function parallelPair(): Promise<[string, string, EdgeCard[]]> {
      const { edges } = await neighbours(home.id);
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
      await at(graph(home.id, samples.overview.districts[1]?.node.id ?? ""));
      const { x, y } = await placeOf(page, home.name);
      await page.mouse.move(x + 30, y + 30);
      for (const wheel of [0, -300, -300, -300, 1500]) {
        await page.mouse.wheel(0, wheel);
        await settled(page);
        const written = await labels(page);
        expect(written.length).toBeGreaterThan(3);
        expect(overlaps(written)).toEqual([]);
      }
    });
  });
});
