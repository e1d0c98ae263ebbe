/** The page on a Neo4j server, used as a person would: what works on the embedded store works there. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Counts, openStore, type Store } from "../cypher/store.ts";
import { ingestFile } from "../ingest/ingest.ts";
import type { EntityFacts, Overview } from "../viewer/server/api.ts";
import { type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { reasonToSkip, type TestServer, testServer } from "./neo4j.ts";
import { drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { madeUpReport } from "./viewer/reports.ts";

vi.setConfig({ testTimeout: 120_000 });

const SAMPLES = new URL("../ingest/samples/", import.meta.url).pathname;
const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser || reasonToSkip())("the page on Neo4j", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-page-neo4j-"));
  const wrong: string[] = [];
  let server: TestServer;
  let store: Store;
  let served: Served;
  let page: Page;
  let overview: Overview;
  let before: Counts;

  beforeAll(async () => {
    server = await testServer();
    store = await openStore(server.uri, { decisions: join(folder, "decisions.jsonl") });
    await empty();
    const files = readdirSync(SAMPLES).filter((name) => /^\w.*-\d.*\.md$/.test(name));
    for (const name of files.sort()) await store.write([await ingestFile(join(SAMPLES, name))]);
    served = await serve(store, { port: 0, page: await buildPage() });
    const context = await (browser as Browser).newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    page = await context.newPage();
    page.on("pageerror", (error) => wrong.push(error.message));
    overview = await get<Overview>("overview");
    before = await store.counts();
  }, 480_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    if (store) await empty();
    await store?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function empty(): Promise<void> {
    const all = await store.reports();
    if (all.length > 0) await store.remove(all.map(({ id }) => id));
  }
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${served.url}api/${path}`)).json()) as T;
  const first = () => {
    const [district] = overview.districts;
    if (!district) throw new Error("no district");
    return district;
  };
  const start = async (): Promise<void> => {
    await page.goto("about:blank");
    await page.goto(served.url);
    await page.locator(".district-name").first().waitFor();
    await settled(page);
  };

  test("the start page tells what is in the graph, as it is in the store", async () => {
    await start();
    expect(overview.reports).toHaveLength(before.reports);
    await eventually(() => page.locator(".totals dd").first().textContent()).toBe(String(before.reports));
    await eventually(() => page.locator(".totals dd").nth(3).textContent()).toBe(
      (before.nodes.Observation ?? 0).toLocaleString("en-US"),
    );
    expect(await drawnNames(page)).toContain(first().node.name);
  });

  test("typing finds a name, Enter opens it with its neighbours and its facts", async () => {
    await page.getByRole("combobox").or(page.locator("[data-main-search]")).first().fill(first().node.name);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator("aside h2").waitFor();
    await settled(page);
    expect(await page.locator("aside h2").textContent()).toBe(first().node.name);
    expect((await drawnNames(page)).length).toBeGreaterThan(3);
  });

  test("one kind of relation is opened, with the number that was told before", async () => {
    const facts = await get<EntityFacts>(`entity/${first().node.id}`);
    const most = facts.counts.reduce((a, b) => (b.count > a.count ? b : a));
    const fewer = (await drawnNames(page)).length;
    await page.getByRole("button", { name: "按关系展开" }).click();
    const item = page.getByRole("menuitem").nth(facts.counts.indexOf(most));
    expect(await item.textContent()).toContain(String(most.count));
    await item.click();
    await eventually(async () => {
      await settled(page);
      return (await drawnNames(page)).length;
    }).toBeGreaterThan(fewer);
  });

  test("a fact opens the sentence that says it", async () => {
    await page.locator("aside .fact-quote").first().click();
    await eventually(
      async () => (await page.locator("aside blockquote mark").first().textContent())?.length,
    ).toBeGreaterThan(0);
  });

  test("the ways between two are told with their sentences", async () => {
    const { node, initiatives, projects } = first();
    const other = [...projects, ...initiatives][0];
    if (!other) throw new Error("nothing to go to");
    await page.goto("about:blank");
    await page.goto(`${served.url}#/graph?steps=o.${node.id}&path=${node.id}~${other.id}`);
    await eventually(() => page.locator(".ways li").first().textContent()).toContain(other.name);
  });

  test("Cypher runs, goes to the canvas, shows the place of an error, and cannot write", async () => {
    await page.goto("about:blank");
    await page.goto(
      `${served.url}#/cypher?cypher=${encodeURIComponent("MATCH (n:District)\nRETURN n ORDER BY n.name LIMIT 3")}`,
    );
    const editor = page.getByRole("textbox", { name: "Cypher 编辑器" });
    await editor.click();
    await page.keyboard.press("Control+Enter");
    await eventually(() => page.locator(".result tbody tr").count()).toBe(3);
    await editor.fill("MATCH (n:District)\nRETRUN n");
    // without running it: the plan is asked for once typing pauses
    await eventually(() => page.locator(".editor-error").count()).toBe(1);
    expect(await page.locator(".editor-error").getAttribute("title")).not.toBe("");
    await editor.fill("MATCH (n) DETACH DELETE n");
    await page.keyboard.press("Control+Enter");
    await eventually(() => page.getByRole("alert").textContent()).toMatch(/只能读|只读|拒绝/);
    expect((await store.counts()).reports).toBe(overview.reports.length);
  });

  test("every saved question answers", async () => {
    const queries = await get<{ name: string; fields: { default: string }[] }[]>("queries");
    for (const { name } of queries.filter(({ fields }) => fields.every((field) => field.default !== ""))) {
      const response = await fetch(`${served.url}api/question`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name, parameters: {} }),
      });
      expect([name, response.status]).toEqual([name, 200]);
    }
  });

  test("what is on the canvas is saved as a file", async () => {
    await page.goto("about:blank");
    await page.goto(`${served.url}#/graph?steps=o.${first().node.id}`);
    await settled(page);
    await page.getByRole("button", { name: /导出/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "GEXF", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.gexf$/);
  });

  test("a report is added from the page, is on it at once, and is removed with what only it said", async () => {
    await start();
    const path = join(folder, "青浦区2024.txt");
    writeFileSync(path, madeUpReport({ year: 2024 }));
    await page.locator("#ingest-files").setInputFiles(path);
    const job = page.locator(".ingest-job").first();
    await expect.poll(() => job.getAttribute("aria-busy"), { timeout: 100_000 }).toBe("false");
    expect(await job.locator("[role=status]").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("已导入")]),
    );
    const added = (await store.reports()).find(({ district }) => district === "青浦区");
    expect((await get<Overview>("overview")).reports.map(({ id }) => id)).toContain(added?.id);
    await job.getByText("在图上看新增的").click();
    await settled(page);
    expect(await drawnNames(page)).toContain("青浦区");
    await placeOf(page, "青浦区");
    const response = await fetch(`${served.url}api/remove`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ids: [added?.id], dryRun: false }),
    });
    expect(response.status).toBe(200);
    const after = await get<Overview>("overview");
    expect(after.reports.map(({ id }) => id)).toEqual(overview.reports.map(({ id }) => id));
    expect((await store.counts()).nodes).toEqual(before.nodes);
  });

  test("nothing went wrong in the page", () => {
    expect(wrong).toEqual([]);
  });
});
