/** The six samples of ingest/samples in a store of their own, served with the page: what the tests of the page expect is read from there. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openStore, type Store } from "../../cypher/store.ts";
import { ingestFile } from "../../ingest/ingest.ts";
import type { Facts } from "../../ingest/types.ts";
import type {
  DistrictCard,
  EntityFacts,
  Neighbourhood,
  NodeCard,
  Overview,
} from "../../viewer/server/api.ts";
import { type Served, serve } from "../../viewer/server/server.ts";
import { buildPage } from "../browser.ts";
import { recordWriting, settled } from "./looking.ts";

export const SAMPLES = join(import.meta.dirname, "../../ingest/samples");

export interface Samples {
  store: Store;
  /** As extracted, in the order of the files' names. */
  facts: Facts[];
  url: string;
  /** Where the built page lies, for serving another store with it. */
  built: string;
  overview: Overview;
  /** The district that most reports are about, with what is best known of it. */
  home: DistrictCard;
  get: <T>(path: string) => Promise<T>;
  post: <T>(path: string, body: unknown) => Promise<T>;
  entity: (id: string) => Promise<EntityFacts>;
  close: () => Promise<void>;
}

export async function openSamples(): Promise<Samples> {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-samples-"));
  const store = await openStore(`embedded:${folder}/store`);
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith(".md"));
  const facts: Facts[] = [];
  for (const name of files.sort()) facts.push(await ingestFile(join(SAMPLES, name)));
  await store.write(facts);
  const built = await buildPage();
  const served: Served = await serve(store, { port: 0, page: built });
  const api = createAsk(served.url);
  const overview = await api.get<Overview>("overview");
  return {
    store,
    facts,
    url: served.url,
    built,
    overview,
    home: overview.districts[0] as DistrictCard,
    ...api,
    entity: (id) => api.get<EntityFacts>(`entity/${encodeURIComponent(id)}`),
    close: async () => {
      await served.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createAsk(url: string) {
  const read = async <T>(response: Response): Promise<T> => (await response.json()) as T;
  return {
    get: async <T>(path: string): Promise<T> => read(await fetch(`${url}api/${path}`)),
    post: async <T>(path: string, body: unknown): Promise<T> =>
      read(
        await fetch(`${url}api/${path}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ),
  };
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  /** What moves moves; else nothing does. */
  moving?: boolean;
}

export interface Visit {
  page: Page;
  /** Errors of the page and requests to elsewhere; there must be none. */
  wrong: string[];
}

/** Opens an address of the page as a new reader, who may use the clipboard and save files. */
async function visit(browser: Browser, url: string, hash = "", look: Look = {}): Promise<Visit> {
  const { width = 1280, height = 800, dark = false, moving = false } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: moving ? "no-preference" : "reduce",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) wrong.push(request.url());
  });
  await page.addInitScript(recordWriting);
  await page.goto(url + hash);
  await page.locator(".header").waitFor();
  return { page, wrong };
}

/** Somebody who reads the samples, test after test. */
export interface Reader {
  readonly samples: Samples;
  /** Where the reader is. */
  readonly page: Page;
  /** The best known district, and what it pursues first. */
  readonly home: NodeCard;
  readonly aim: NodeCard;
  /** Leaves the page for an address of the samples. */
  at(hash?: string, look?: Look): Promise<void>;
  /** Opens an address beside the page; from then on that is where the reader is. */
  visit(url: string, hash: string): Promise<void>;
  panel(): Locator;
  button(name: string | RegExp): Locator;
  words(of: Locator): Promise<string>;
  neighbours(id: string, among?: string[]): Promise<Neighbourhood>;
}

/**
 * For a file of tests: opens the samples before them, closes samples and browser behind them, and after each test
 * expects that nothing went wrong on the page. `settles`: whether `at` waits until the picture rests.
 */
export function readSamples(browser: Browser | null, { settles }: { settles: boolean }): Reader {
  let samples: Samples;
  let page: Page;
  let wrong: string[];
  const go = async (url: string, hash: string, look?: Look): Promise<void> => {
    ({ page, wrong } = await visit(browser as Browser, url, hash, look));
  };
  beforeAll(async () => {
    samples = await openSamples();
  });
  afterAll(async () => {
    await samples?.close();
    await browser?.close();
  });
  afterEach(() => expect(wrong).toEqual([]));
  return {
    get samples() {
      return samples;
    },
    get page() {
      return page;
    },
    get home() {
      return samples.home.node;
    },
    get aim() {
      return samples.home.initiatives[0] as NodeCard;
    },
    at: async (hash = "", look = {}) => {
      if (page) await page.context().close();
      await go(samples.url, hash, look);
      if (settles) await settled(page);
    },
    visit: go,
    panel: () => page.locator("aside"),
    button: (name) => page.getByRole("button", { name, exact: true }),
    words: async (of) => (await of.innerText()).replace(/\s+/g, " "),
    neighbours: (id, among = []) => samples.post("neighbours", { id, limit: 40, among }),
  };
}

/** The card of an entity as the canvas calls it. */
export const nameOf = ({ name }: Pick<NodeCard, "name">): string => name.slice(0, 60);
