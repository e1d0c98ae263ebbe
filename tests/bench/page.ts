/** What bench:viewer measures inside the page. Times in milliseconds. */
import type { Page } from "playwright-core";
import type { Scene } from "../../viewer/app/canvas/scene.ts";
import type { layOut } from "../../viewer/app/layout/layout.ts";
import type { EdgeCard, NodeCard } from "../../viewer/server/api.ts";

/** Put into every page beforehand: a graph of 50,000 nodes is too long a message. */
declare global {
  var graphOf: typeof makeGraph;
}

type PageWindow = Window & { zhengtu?: Scene & { layOut: typeof layOut } };

export interface Size {
  nodes: number;
  edges: number;
}

/** From navigation until the search field takes keys and the overview is there. */
export async function timeToStart(page: Page, address: string): Promise<number> {
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "commit" });
  await page.locator(".district-name").first().waitFor();
  return page.evaluate(() => {
    const done = performance.getEntriesByName("start-ready")[0];
    return done ? done.startTime : performance.now();
  });
}

export const atRest = (page: Page): Promise<void> => page.waitForTimeout(1500);

const QUERIES = [
  "常",
  "常州",
  "新",
  "新能源",
  "开发区",
  "一",
  "大道",
  "医院",
  "产业园",
  "十四五",
  "csz",
  "kfq",
];

/** From the key (input event) until the list shows the answer to it. */
export async function suggestions(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const query of QUERIES) {
    times.push(
      await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>("[data-main-search]");
        if (!field) throw new Error("no search field");
        field.focus();
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
        set?.call(field, "");
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 250));
        const begun = performance.now();
        set?.call(field, text);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        while (!document.querySelector(".hit, .mantine-Combobox-empty:not(:has(.mantine-Loader-root))")) {
          if (performance.now() - begun > 5000) return 5000;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        return performance.now() - begun;
      }, query),
    );
  }
  return times;
}

/** The relation with the most neighbours of the best known district, from the click until they are drawn. */
export async function expandMany(
  page: Page,
  address: string,
): Promise<{ count: number; milliseconds: number }> {
  const best = await page.evaluate(async () => {
    const { districts } = (await (await fetch("/api/overview")).json()) as {
      districts: { node: { id: string } }[];
    };
    const id = districts[0]?.node.id ?? "";
    const facts = (await (await fetch(`/api/entity/${id}`)).json()) as {
      counts: { relation: string; direction: string; count: number }[];
    };
    const most = Math.max(...facts.counts.map(({ count }) => count));
    return { id, count: most, index: facts.counts.findIndex(({ count }) => count === most) };
  });
  await page.goto(`${address}#/graph?steps=a.${best.id}&chosen=${best.id}`);
  await page.reload();
  await page.locator("aside h2").waitFor();
  await page.waitForTimeout(1200);
  await page.getByRole("button", { name: "按关系展开" }).click();
  const item = page.getByRole("menuitem").nth(best.index);
  await item.waitFor();
  await page.waitForTimeout(400);
  const milliseconds = await item.evaluate(async (button) => {
    const scene = (window as PageWindow).zhengtu as Scene;
    const before = scene.graph.order;
    const begun = performance.now();
    const drawn = new Promise<void>((resolve) => {
      scene.sigma.on("afterRender", () => scene.graph.order > before && resolve());
    });
    (button as HTMLElement).click();
    await drawn;
    return performance.now() - begun;
  });
  return { count: Math.min(100, best.count), milliseconds };
}

/** A made-up graph: a few hubs, many small things. The same for every library. */
export function makeGraph(size: { nodes: number; edges: number }): {
  nodes: { id: string; x: number; y: number }[];
  edges: { id: string; from: string; to: string }[];
} {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const side = Math.sqrt(size.nodes) * 45;
  const nodes = Array.from({ length: size.nodes }, (_, index) => ({
    id: `n${index}`,
    x: (random() - 0.5) * side,
    y: (random() - 0.5) * side,
  }));
  const edges = Array.from({ length: size.edges }, (_, index) => ({
    id: `e${index}`,
    from: `n${Math.floor(random() * size.nodes)}`,
    to: `n${Math.floor(random() ** 3 * size.nodes)}`,
  })).filter(({ from, to }) => from !== to);
  return { nodes, edges };
}

/** Our scene with the made-up graph: until the first frame. */
export async function drawOurs(page: Page, address: string, size: Size): Promise<number> {
  await page.goto(address);
  await page.locator(".district-name").first().waitFor();
  await page.waitForTimeout(1000);
  const open = await page.evaluate(async (wanted) => {
    const scene = (window as PageWindow).zhengtu as Scene;
    const { nodes, edges } = globalThis.graphOf(wanted);
    const types = ["District", "Project", "Enterprise", "Initiative", "Park", "Institution"] as const;
    const cards = nodes.map(({ id }, index): [string, NodeCard] => [
      id,
      {
        ...{
          id,
          name: `实体名称${index}号`,
          type: types[index % types.length] ?? "Place",
          aliases: [],
          confidence: 1,
        },
        ...{
          since: 2022,
          reports: index % 50 === 0 ? ["r1", "r2", "r3", "r4", "r5", "r6"] : ["r1"],
          mentions: 1,
        },
      },
    ]);
    const links = edges.map(({ id, from, to }): [string, EdgeCard] => [
      id,
      { id, from, to, type: "LOCATED_IN", basis: "stated", reports: ["r1"] },
    ]);
    const positions = Object.fromEntries(nodes.map(({ id, x, y }) => [id, [x, y] as [number, number]]));
    const picture = {
      nodes: new Map(cards),
      edges: new Map(links),
      positions,
      hubs: new Set<string>(),
      fresh: new Set<string>(),
      left: new Map<string, number>(),
    };
    const begun = performance.now();
    const first = new Promise<void>((resolve) => scene.sigma.once("afterRender", () => resolve()));
    scene.show(picture, {});
    await first;
    return performance.now() - begun;
  }, size);
  await page.waitForTimeout(1500);
  return open;
}

export interface Move {
  /** The script of one frame, as the page's thread spent it (not counting when others had the processor). */
  ticks: number;
  /** The script of one frame by the clock, median. */
  script: number;
  /** From moving the camera until it is drawn again, median. */
  drawn: number;
}

/** What a move of the camera costs, with what drawOurs has opened. */
export async function moveOurs(page: Page, { nodes }: Size): Promise<Move> {
  const steps = nodes > 10_000 ? 20 : 60;
  const spent = await threadTime(page);
  await moves(page, 5);
  const before = await spent();
  const { script, drawn } = await moves(page, steps);
  return { ticks: ((await spent()) - before) / steps, script, drawn };
}

/** Milliseconds of script that the page's thread has worked. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
  };
}

function moves(page: Page, steps: number): Promise<{ script: number; drawn: number }> {
  return page.evaluate(async (count) => {
    const { sigma } = (window as PageWindow).zhengtu as Scene;
    const camera = sigma.getCamera();
    const [scripts, drawns]: [number[], number[]] = [[], []];
    let started = 0;
    const before = (): void => {
      started = performance.now();
    };
    const after = (): void => void scripts.push(performance.now() - started);
    sigma.on("beforeRender", before);
    sigma.on("afterRender", after);
    for (let step = 0; step < count; step++) {
      const next = new Promise<void>((resolve) => sigma.once("afterRender", () => resolve()));
      const begun = performance.now();
      const at = { x: 0.5 + 0.1 * Math.sin(step / 6), y: 0.5 + 0.1 * Math.cos(step / 6) };
      camera.setState({ ...at, ratio: 0.5 + 0.2 * Math.sin(step / 9) });
      await next;
      drawns.push(performance.now() - begun);
    }
    sigma.off("beforeRender", before);
    sigma.off("afterRender", after);
    const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    return { script: middle(scripts), drawn: middle(drawns) };
  }, steps);
}

/** The force layout of the made-up graph in a worker like the page's, and the longest task on the page's own thread meanwhile. */
export async function longTasksInLayout(
  page: Page,
  address: string,
  size: Size,
): Promise<{ milliseconds: number; longest: number }> {
  await page.goto(address);
  await page.locator(".district-name").first().waitFor();
  await page.waitForTimeout(1500);
  return page.evaluate(async (wanted) => {
    const { nodes, edges } = globalThis.graphOf(wanted);
    const scene = (window as PageWindow).zhengtu as Required<PageWindow>["zhengtu"];
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ entryTypes: ["longtask"] });
    const begun = performance.now();
    const wait = new Promise((resolve) => setTimeout(resolve, 1));
    await scene.layOut(
      nodes.map(({ id }) => ({ id, type: "Project", radius: 6 })),
      edges.map(({ from, to }) => ({ from, to })),
    );
    await wait;
    const milliseconds = performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { milliseconds, longest };
  }, size);
}
