/** A real Chromium for tests: the system's where there is one, else @sparticuz/chromium; and the page as it is built. */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";

const PLACES = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const ARGUMENTS = [
  "--no-sandbox",
  "--headless=new",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--no-first-run",
];

const HOW =
  "没有可用的 Chromium，跳过浏览器测试。安装 chromium 或设 CHROME_PATH 即可 (no Chromium: install one or set CHROME_PATH)";

/** Null where there is none: the tests are skipped with one line. With CI=true that is an error. */
export async function launchBrowser(): Promise<Browser | null> {
  try {
    const executablePath = PLACES.find((place) => place !== "" && existsSync(place)) ?? (await bundled());
    return await chromium.launch({ executablePath, args: ARGUMENTS });
  } catch (error) {
    if (process.env.CI === "true") throw new Error(HOW, { cause: error });
    console.warn(HOW);
    return null;
  }
}

async function bundled(): Promise<string> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

/** Builds the page into a folder of its own, so that a test never serves an older build. */
export async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "zhengtu-page-"));
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  return outDir;
}
