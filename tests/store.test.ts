import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Keep } from "../cypher/keep.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { rounds } from "./long.ts";
import { county, xinghu2024, yunhe2023, yunhe2024 } from "./store-facts.ts";
import { killedLoad, load } from "./store-process.ts";
import { realSpec } from "./store-real-spec.ts";
import { exported, storeSpec } from "./store-spec.ts";

const MINUTES = 60_000;
const folders: string[] = [];
const open: Store[] = [];

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "zhengtu-store-"));
  folders.push(path);
  return path;
};

async function openIn(path: string, wait = 5000): Promise<Store> {
  const store = await openStore(`embedded:${path}`, { wait });
  open.push(store);
  return store;
}

const graphIn = (path: string): string => new Keep(path).graphFile();

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

storeSpec("embedded", { empty: () => openIn(folder()), runs: rounds(12, 200) });
realSpec("embedded", { empty: () => openIn(folder()), fresh: () => openIn(folder()), runs: rounds(2, 8) });

describe("the folder of the embedded store", () => {
  it("is the same after closing and opening", async () => {
    const path = folder();
    const store = await openIn(path);
    await store.write([yunhe2023(), xinghu2024()]);
    const before = await exported(store);
    await store.close();
    expect(await exported(await openIn(path))).toBe(before);
  });

  it("brings in at opening what was committed but is not yet in the graph file", async () => {
    const path = folder();
    const store = await openIn(path);
    await store.write([yunhe2023(), xinghu2024()]);
    await store.close();
    copyFileSync(graphIn(path), join(path, "old"));
    const later = await openIn(path);
    await later.write([yunhe2024()]);
    const after = await exported(later);
    await later.close();
    rmSync(`${graphIn(path)}.wal`, { recursive: true, force: true });
    copyFileSync(join(path, "old"), graphIn(path));
    expect(await exported(await openIn(path))).toBe(after);
  });

  it("makes a graph file that is damaged or missing anew from the kept facts", async () => {
    const path = folder();
    const store = await openIn(path);
    await store.write([yunhe2023()]);
    const before = await exported(store);
    await store.close();
    writeFileSync(graphIn(path), "not a graph");
    const mended = await openIn(path);
    expect(await exported(mended)).toBe(before);
    await mended.close();
    rmSync(graphIn(path));
    expect(await exported(await openIn(path))).toBe(before);
  });

  it("is held by one process at a time, and says by which", async () => {
    const path = folder();
    await openIn(path);
    await expect(openIn(path, 0)).rejects.toMatchObject({
      kind: "locked",
      zh: expect.stringContaining(String(process.pid)),
    });
  });

  it("waits for the other process to let go", async () => {
    const path = folder();
    const first = await openIn(path);
    setTimeout(() => void first.close(), 300);
    const second = await openIn(path, 10_000);
    expect(await second.reports()).toEqual([]);
  });

  it("refuses an address that is no store and a folder that cannot be made", async () => {
    await expect(openStore("http://127.0.0.1")).rejects.toMatchObject({ kind: "usage" });
    const path = join(folder(), "file");
    writeFileSync(path, "");
    await expect(openStore(`embedded:${path}`)).rejects.toMatchObject({ kind: "unreachable" });
  });

  it("takes the loads of two processes at once one after the other", { timeout: 30 * MINUTES }, async () => {
    const whole = await openIn(folder());
    await whole.write([yunhe2023(), yunhe2024(), xinghu2024()]);
    const expected = await exported(whole);
    for (let i = 0; i < rounds(1, 10); i++) {
      const path = folder();
      await Promise.all([load(path, [0, 1]), load(path, [1, 2])]);
      const store = await openIn(path);
      expect(await exported(store)).toBe(expected);
      await store.close();
    }
  });

  it("opens after kill -9 at any moment of a load, and the load run again gives the same graph", {
    timeout: 30 * MINUTES,
  }, async () => {
    const whole = await openIn(folder());
    await whole.write(county());
    const expected = await exported(whole);
    for (let i = 0; i < rounds(3, 20); i++) {
      const path = folder();
      const moment = Math.random() * 3000;
      await killedLoad(path, moment);
      const store = await openIn(path);
      await store.write(county());
      expect(await exported(store), `killed after ${moment} ms`).toBe(expected);
      await store.close();
    }
  });
});
