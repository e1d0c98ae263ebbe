/** A real Chromium for tests: the system's where there is one, else @sparticuz/chromium; and the page as it is built. */
import { existsSync, mkdtempSync, readdirSync, renameSync, statSync } from "node:fs";
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
    return await chromium.launch({ executablePath: await whereIs(), args: ARGUMENTS });
  } catch (error) {
    if (process.env.CI === "true") throw new Error(HOW, { cause: error });
    console.warn(HOW);
    return null;
  }
}

/** One that can be ended even when its page hangs; null where there is none. */
export async function launchAlone(): Promise<{ browser: Browser; kill: () => Promise<void> } | null> {
  try {
    const server = await chromium.launchServer({ executablePath: await whereIs(), args: ARGUMENTS });
    return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.kill() };
  } catch {
    console.warn(HOW);
    return null;
  }
}

const whereIs = async (): Promise<string> =>
  PLACES.find((place) => place !== "" && existsSync(place)) ?? (await bundled());

async function bundled(): Promise<string> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

/** Builds the page anew for a run of tests, which all its files share, so that a test never serves an older build. */
export async function buildPage(): Promise<string> {
  const kept = join(tmpdir(), `zhengtu-page-${process.ppid}-${newest(APP)}`);
  if (existsSync(kept)) return kept;
  const outDir = mkdtempSync(join(tmpdir(), "zhengtu-page-"));
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  try {
    renameSync(outDir, kept);
    return kept;
  } catch {
    // another file of the run was first
    return existsSync(kept) ? kept : outDir;
  }
}

const APP = join(import.meta.dirname, "../viewer/app");

/** When the last change was made to a file of the page, in milliseconds. */
function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (name) => statSync(join(folder, name)).mtimeMs,
  );
  return Math.round(Math.max(...times));
}
