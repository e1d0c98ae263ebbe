/**
 * `npm run bench:viewer [-- STORE] [--ours]`: the page's speeds in a real Chromium, on the graph of STORE (default embedded:data/bench, made
 * from ../shared/corpus or the samples where it is not there), and drawing beside cytoscape and vis-network in the same run.
 * Without a graphics card all drawing is by software: script times are what they are elsewhere, frame times are not.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openStore, type Store } from "../../cypher/store.ts";
import { listFiles } from "../../ingest/cli/files.ts";
import { extractAll } from "../../ingest/pool.ts";
import type { Facts } from "../../ingest/types.ts";
import { serve } from "../../viewer/server/server.ts";
import { buildPage, launchBrowser } from "../browser.ts";
import { elsewhere } from "./elsewhere.ts";
import {
  atRest,
  drawOurs,
  expandMany,
  longTasksInLayout,
  makeGraph,
  moveOurs,
  suggestions,
  timeToStart,
} from "./page.ts";
import { median, print, type Row } from "./rows.ts";

const SIZES: { nodes: number; edges: number; bar?: number }[] = [
  { nodes: 1_000, edges: 3_000 },
  { nodes: 5_000, edges: 15_000, bar: 1 },
  { nodes: 50_000, edges: 150_000, bar: 4 },
];

/** `--ours` leaves the comparison out. */
const OTHERS = process.argv.includes("--ours") ? [] : (["cytoscape", "vis-network"] as const);

const url = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "embedded:data/bench";
const store = await openStore(url);
await fill(store);
const folder = await buildPage();
const browser = await launchBrowser();
if (!browser) process.exit(1);
const served = await serve(store, { port: 0, page: folder });
try {
  const { reports, nodes } = await store.counts();
  console.log(`${url}: ${reports} reports, ${Object.values(nodes).reduce((a, b) => a + b, 0)} nodes`);
  print(weigh(folder));
  print(await onThePage(browser, served.url));
  await drawing(browser, served.url);
} finally {
  await browser.close();
  await served.close();
  await store.close();
}

async function fill(target: Store): Promise<void> {
  if ((await target.reports()).length > 0) return;
  const { files } = await listFiles([existsSync("../shared/corpus") ? "../shared/corpus" : "ingest/samples"]);
  console.log(`reading ${files.length} reports into ${target.url} …`);
  await target.write(factsOf(files), { onSame: "keep-both" });
}

async function* factsOf(files: string[]): AsyncGenerator<Facts> {
  for await (const { facts } of extractAll(files)) if (facts) yield facts;
}

/** What the page loads before anything is opened: the scripts and styles that index.html names. */
function weigh(page: string): Row[] {
  const html = readFileSync(join(page, "index.html"), "utf8");
  const named = readdirSync(join(page, "assets")).filter((file) => html.includes(file));
  const size = (ending: string): number =>
    named
      .filter((file) => file.endsWith(ending))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(page, "assets", file))).length, 0) / 1024;
  return [
    { what: "script before the editor loads, gzip", value: size(".js"), unit: "kB", bar: 350 },
    { what: "styles, gzip", value: size(".css"), unit: "kB" },
  ];
}

async function onThePage(browser: Browser, address: string): Promise<Row[]> {
  return withPage(browser, async (page) => {
    const starts: number[] = [];
    for (let round = 0; round < 5; round++) starts.push(await timeToStart(page, address));
    await atRest(page);
    const typed = await suggestions(page);
    const expanded = await expandMany(page, address);
    return [
      { what: "start page interactive, first after the server began", value: starts[0] ?? 0, unit: "ms" },
      { what: "start page interactive (median of 5)", value: median(starts), unit: "ms", bar: 1500 },
      { what: `suggestions after a key (median of ${typed.length})`, value: median(typed), unit: "ms" },
      { what: "suggestions after a key (worst)", value: Math.max(...typed), unit: "ms", bar: 80 },
      {
        what: `expanding ${expanded.count} neighbours, drawn`,
        value: expanded.milliseconds,
        unit: "ms",
        bar: 300,
      },
    ];
  });
}

async function drawing(browser: Browser, address: string): Promise<void> {
  for (const size of SIZES) {
    const rows: Row[] = [];
    const name = `${size.nodes / 1000}k nodes, ${size.edges / 1000}k edges`;
    rows.push(...(await withPage(browser, (page) => ours(page, address, size, name))));
    if (size.nodes === 5_000) {
      const tasks = await withPage(browser, (page) => longTasksInLayout(page, address, size));
      rows.push({ what: `zhengtu: ${name}: layout in the worker`, value: tasks.milliseconds, unit: "ms" });
      rows.push({
        what: `zhengtu: ${name}: longest task of the page meanwhile`,
        value: tasks.longest,
        unit: "ms",
        bar: 100,
      });
    }
    print(rows);
    for (const library of OTHERS) print(await elsewhere(library, size, name));
  }
}

async function ours(page: Page, address: string, size: (typeof SIZES)[number], name: string): Promise<Row[]> {
  const open = await drawOurs(page, address, size);
  const { ticks, script, drawn } = await moveOurs(page, size);
  const row = (what: string, value: number, bar?: number): Row => ({
    ...{ what: `zhengtu: ${name}: ${what}`, value, unit: "ms" },
    ...(bar === undefined ? {} : { bar }),
  });
  return [
    row("opened", open),
    row("camera move, script", ticks, size.bar),
    row("camera move, script, by the clock", script),
    row("camera move, drawn again", drawn),
  ];
}

async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  // tsx names functions with a helper that the page does not have
  await context.addInitScript({
    content: `globalThis.__name = (value) => value; globalThis.graphOf = ${makeGraph.toString()};`,
  });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}
