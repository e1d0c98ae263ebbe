/** Reports dropped on the page, asked about, removed and replaced, as a person would, in a real browser on a real store. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import { type Served, serve } from "../viewer/server/server.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { transferOf } from "./viewer/drop.ts";
import { drawnNames, settled } from "./viewer/looking.ts";
import { madeUpFacts } from "./viewer/made-up.ts";
import { madeUpReport } from "./viewer/reports.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 120_000 });

const browser: Browser | null = await launchBrowser();
/** Where pictures of the page are kept for looking at; none where it is not set. */
const PICTURES = process.env.ZHENGTU_PICTURES ?? "";

describe.skipIf(!browser)("reports from the page", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-reingest-"));
  const files = join(folder, "files");
  const file = (name: string, text: string | Uint8Array): string => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  };
  let store: Store;
  let served: Served;
  let page: Page;
  const wrong: string[] = [];
  let built: string;

  beforeAll(async () => {
    mkdirSync(files);
    store = await openStore(`embedded:${folder}/store`);
    await store.write(madeUpFacts());
    built = await buildPage();
    served = await serve(store, { port: 0, page: built });
    await visit({ width: 1440, height: 900 });
  });
  afterAll(async () => {
    await served?.close();
    await store?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function visit(viewport: { width: number; height: number }, dark = false, hash = ""): Promise<void> {
    const context = await (browser as Browser).newContext({
      viewport,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    page = await context.newPage();
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      if (!/^http:\/\/127\.0\.0\.1:/.test(request.url()) && !/^(blob|data):/.test(request.url()))
        wrong.push(request.url());
    });
    await page.goto(served.url + hash);
    await page.locator(".header").waitFor();
  }
  const picture = async (name: string): Promise<void> => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  /** As the browser does it when files are let go over the page. */
  async function drop(name: string, text: string): Promise<void> {
    const data = await transferOf(page, name, text);
    await page.dispatchEvent(".canvas", "dragenter", { dataTransfer: data });
    await page.locator(".drop").waitFor();
    await picture("drop");
    await page.dispatchEvent(".canvas", "drop", { dataTransfer: data });
    await page.locator(".drop").waitFor({ state: "detached" });
  }
  const job = () => page.locator(".ingest-job").first();
  const stage = async (): Promise<string> =>
    (await job().locator("[role=status]").allInnerTexts()).join(" ").trim();
  const ended = () => expect.poll(() => job().getAttribute("aria-busy"), { timeout: 100_000 }).toBe("false");

  test("a report dropped on the page goes through its stages and ends with what it changed", async () => {
    await drop("青浦区2024.txt", madeUpReport({ year: 2024 }));
    await job().waitFor();
    await ended();
    expect(await stage()).toContain("已导入");
    expect(await job().locator(".change summary").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/新增\s*\d+ 个实体\s*\d+ 条事实/)]),
    );
    await job().locator(".change summary").first().click();
    await picture("ingest-1440");
    await expect
      .poll(() => page.locator(".district-name").allInnerTexts())
      .toEqual(expect.arrayContaining(["青浦区"]));
  });

  test("what is new is ringed on the canvas, and the address says so", async () => {
    await job().getByText("在图上看新增的").click();
    await settled(page);
    expect(await drawnNames(page)).toContain("青浦区");
    await expect.poll(() => page.locator(".news").innerText()).toMatch(/新增的 \d+ 个/);
    expect(page.url()).toContain("news=c");
    await job().getByRole("button", { name: "关闭" }).click();
    await picture("news-1440");
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator(".news").innerText()).toMatch(/新增的 \d+ 个/);
    await page.locator(".news button").click();
    await expect.poll(() => page.locator(".news").count()).toBe(0);
  });

  test("a thing of the change report leads to its panel", async () => {
    await page.getByRole("button", { name: "回到总览" }).click();
    const newest = page.locator(".start .change");
    await newest.locator("summary").first().click();
    await newest.locator("li button").first().click();
    await settled(page);
    await expect.poll(() => page.locator("aside h2").count()).toBe(1);
    await page.getByRole("button", { name: "回到总览" }).click();
  });

  test("files are chosen too; what cannot be read says why and what to do", async () => {
    await page
      .locator("#ingest-files")
      .setInputFiles([
        file("照片.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])),
        file("青浦区2023.txt", madeUpReport({ year: 2023 })),
      ]);
    await job().waitFor();
    await ended();
    expect(await stage()).toMatch(/未导入.*已导入/);
    expect(await job().locator("[role=alert]").innerText()).toContain("OCR");
    await picture("refused-1440");
    await job().getByRole("button", { name: "关闭" }).click();
  });

  test("another text of the same district and year is asked about, with a preview of what replacing does", async () => {
    await page
      .locator("#ingest-files")
      .setInputFiles(file("别的.txt", madeUpReport({ year: 2024, other: true })));
    const question = page.locator(".ingest-question");
    await question.waitFor();
    expect(await question.innerText()).toContain("相同，内容不同");
    await expect
      .poll(() => question.locator(".change summary").allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringMatching(/撤回/)]));
    await picture("question-1440");
    await question.getByRole("button", { name: "两份都留" }).click();
    await ended();
    expect(await stage()).toBe("已导入");
    expect(
      (await store.reports()).filter(({ year, district }) => year === 2024 && district === "青浦区"),
    ).toHaveLength(2);
    await job().getByRole("button", { name: "关闭" }).click();
  });

  test("a report is removed after a preview of what goes", async () => {
    const before = (await store.reports()).length;
    await page.getByRole("button", { name: /移除或替换《青浦区2023/ }).click();
    await page.getByRole("menuitem", { name: "移除这份报告" }).click();
    const dialog = page.getByRole("dialog");
    await expect.poll(() => dialog.locator(".change summary").allInnerTexts()).not.toEqual([]);
    await picture("remove-1440");
    expect((await store.reports()).length).toBe(before);
    await dialog.getByRole("button", { name: "确定移除" }).click();
    await expect.poll(async () => (await store.reports()).length).toBe(before - 1);
    await expect.poll(() => page.getByRole("button", { name: /移除或替换《青浦区2023/ }).count()).toBe(0);
  });

  test("a report is replaced by a file that is chosen for it, after it was confirmed", async () => {
    await page.getByRole("button", { name: /移除或替换《青岚县2024/ }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("menuitem", { name: "用新文件替换" }).click();
    await (await chooser).setFiles(file("新的.txt", madeUpReport({ year: 2026 })));
    const question = page.locator(".ingest-question");
    await question.waitFor();
    expect(await question.innerText()).toMatch(/用《青浦区2026.*》替换《青岚县2024/);
    await question.getByRole("button", { name: "替换旧的" }).click();
    await ended();
    const titles = (await store.reports()).map(({ district, year }) => `${district}${year}`);
    expect(titles).toContain("青浦区2026");
    expect(titles).not.toContain("青岚县2024");
    await job().getByRole("button", { name: "关闭" }).click();
  });

  test("a cancelled upload changes nothing", async () => {
    const before = await store.reports();
    const many = Array.from({ length: 30 }, (_, index) =>
      file(`${index}.txt`, madeUpReport({ year: 1980 + index })),
    );
    await page.locator("#ingest-files").setInputFiles(many);
    await job().getByRole("button", { name: "取消导入" }).click();
    await expect.poll(() => job().innerText()).toContain("已取消");
    expect(await store.reports()).toEqual(before);
    await job().getByRole("button", { name: "关闭" }).click();
    await expect.poll(() => page.locator(".ingest-job").count()).toBe(0);
  });

  test("a hostile name and hostile words show as text", async () => {
    await drop("<img src=x onerror=window.hacked=1>.png", "\u0089PNG");
    await job().waitFor();
    await ended();
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(await job().locator(".ingest-name").innerText()).toContain("img src=x onerror");
    await job().getByRole("button", { name: "关闭" }).click();
  });

  test("an empty graph says how to begin, and shows the first report when it is there", async () => {
    const empty = await openStore(`embedded:${folder}/empty`);
    const other = await serve(empty, { port: 0, page: built });
    try {
      await page.goto(other.url);
      await page.locator(".start-empty").waitFor();
      await picture("empty-1440");
      await page.locator("#ingest-files").setInputFiles(file("青浦区2021.txt", madeUpReport({ year: 2021 })));
      await ended();
      await expect.poll(() => page.locator(".district-name").allInnerTexts()).toEqual(["青浦区"]);
      await settled(page);
      expect(await drawnNames(page)).toContain("青浦区");
      await picture("first-1440");
    } finally {
      await page.goto("about:blank");
      await other.close();
      await empty.close();
    }
  });

  test("on a phone, in the dark, the upload is a sheet at the bottom", async () => {
    await page.context().close();
    await visit({ width: 390, height: 844 }, true);
    await page.locator("#ingest-files").setInputFiles(file("青浦区2022.txt", madeUpReport({ year: 2022 })));
    await job().waitFor();
    await ended();
    await job().locator(".change summary").first().click();
    const box = await page.locator(".ingest").boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844).toBe(true);
    await picture("ingest-390-dark");
    await page.context().close();
    await visit({ width: 1024, height: 768 }, true);
    await page.locator(".start .change summary").first().click();
    await picture("start-1024-dark");
    expect(wrong).toEqual([]);
  });
});
