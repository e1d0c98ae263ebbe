/**
 * The same graph with the same positions in cytoscape and vis-network. Each has a browser of its own, which is ended when its
 * time is over: a library that hangs costs no more than that, and what it had done by then is told.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchAlone } from "../browser.ts";
import { makeGraph, type Size } from "./page.ts";
import { median, type Row } from "./rows.ts";

const require = createRequire(import.meta.url);

const SCRIPTS = {
  cytoscape: "cytoscape/dist/cytoscape.min.js",
  "vis-network": "vis-network/standalone/umd/vis-network.min.js",
};
export type Library = keyof typeof SCRIPTS;

/** How long a library may take with one graph, all in all. */
const PATIENCE = 40_000;

/** What the page has told so far, in milliseconds. */
interface Told {
  open: number | null;
  moves: number[];
}

export async function elsewhere(library: Library, size: Size, name: string): Promise<Row[]> {
  const script = find(SCRIPTS[library]);
  if (!script) {
    console.log(`${library} is not installed: npm install --no-save ${library}`);
    return [];
  }
  const alone = await launchAlone();
  if (!alone) return [];
  const told: Told = { open: null, moves: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const measured = alone.browser
    .newPage({ viewport: { width: 1280, height: 800 } })
    .then((page) => measure(page, library, script, size, told));
  let ended = false;
  const failed = (error: unknown): void => {
    if (!ended) console.log(`${library}: ${String(error).slice(0, 200)}`);
  };
  await Promise.race([measured.catch(failed), late]);
  ended = true;
  clearTimeout(timer);
  await alone.kill();
  const gone = `gave up after ${PATIENCE / 1000} s`;
  const row = (what: string, value: number | null): Row => ({
    what: `${library}: ${name}: ${what}`,
    value,
    unit: value === null ? gone : "ms",
  });
  return [
    row("opened", told.open),
    row("camera move, drawn again", told.moves.length === 0 ? null : median(told.moves)),
  ];
}

function find(path: string): string | null {
  try {
    return require.resolve(path);
  } catch {
    const inTree = join("node_modules", path);
    return existsSync(inTree) ? inTree : null;
  }
}

async function measure(page: Page, library: Library, script: string, size: Size, told: Told): Promise<void> {
  // told by the console: what was said before a page hangs is here all the same
  page.on("console", (message) => {
    const [what, milliseconds] = message.text().split(" ");
    if (what === "opened") told.open = Number(milliseconds);
    if (what === "moved") told.moves.push(Number(milliseconds));
  });
  await page.setContent('<div id="place" style="width:1240px;height:760px"></div>');
  await page.evaluate(`globalThis.__name = (value) => value; globalThis.graphOf = ${makeGraph.toString()};`);
  await page.addScriptTag({ path: script });
  await (library === "cytoscape" ? inCytoscape(page, size) : inVis(page, size));
}

/** Until the library draws, and until it has drawn again after the camera was moved: for as many times as there is patience. */
const MOVES = 12;

type Cytoscape = (options: object) => {
  one: (event: string, done: () => void) => void;
  pan: (at: { x: number; y: number }) => void;
  fit: () => void;
};

function inCytoscape(page: Page, size: Size): Promise<void> {
  return page.evaluate(
    async ({ wanted, moves }) => {
      const { nodes, edges } = globalThis.graphOf(wanted);
      const make = (window as unknown as { cytoscape: Cytoscape }).cytoscape;
      const begun = performance.now();
      const graph = make({
        container: document.getElementById("place"),
        elements: {
          nodes: nodes.map(({ id, x, y }) => ({ data: { id, label: `实体名称${id}` }, position: { x, y } })),
          edges: edges.map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
        },
        style: [
          { selector: "node", style: { label: "data(label)", width: 10, height: 10, "font-size": 11 } },
          {
            selector: "edge",
            style: { width: 1, "target-arrow-shape": "triangle", "curve-style": "straight" },
          },
        ],
        layout: { name: "preset" },
        hideLabelsOnViewport: false,
      });
      graph.fit();
      const frame = (): Promise<void> => new Promise((resolve) => graph.one("render", () => resolve()));
      await frame();
      console.log(`opened ${performance.now() - begun}`);
      for (let step = 0; step < moves; step++) {
        const next = frame();
        const started = performance.now();
        graph.pan({ x: 600 + step * 7, y: 380 });
        await next;
        console.log(`moved ${performance.now() - started}`);
      }
    },
    { wanted: size, moves: MOVES },
  );
}

interface Vis {
  Network: new (
    place: HTMLElement | null,
    data: object,
    options: object,
  ) => {
    once: (event: string, done: () => void) => void;
    moveTo: (to: object) => void;
    redraw: () => void;
  };
}

function inVis(page: Page, size: Size): Promise<void> {
  return page.evaluate(
    async ({ wanted, moves }) => {
      const { nodes, edges } = globalThis.graphOf(wanted);
      const { Network } = (window as unknown as { vis: Vis }).vis;
      const begun = performance.now();
      const network = new Network(
        document.getElementById("place"),
        {
          nodes: nodes.map(({ id, x, y }) => ({ id, x, y, label: `实体名称${id}`, shape: "dot", size: 5 })),
          edges: edges.map(({ id, from, to }) => ({ id, from, to, arrows: "to", smooth: false })),
        },
        { physics: false, layout: { improvedLayout: false } },
      );
      const frame = (): Promise<void> =>
        new Promise((resolve) => network.once("afterDrawing", () => resolve()));
      await frame();
      console.log(`opened ${performance.now() - begun}`);
      for (let step = 0; step < moves; step++) {
        const next = frame();
        const started = performance.now();
        network.moveTo({ position: { x: step * 7, y: 0 }, scale: 0.2, animation: false });
        network.redraw();
        await next;
        console.log(`moved ${performance.now() - started}`);
      }
    },
    { wanted: size, moves: MOVES },
  );
}
