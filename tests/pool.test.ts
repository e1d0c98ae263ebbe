/** Extraction on threads can be stopped at any moment and leaves none running. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { extractAll, type Outcome } from "../ingest/pool.ts";
import { madeUpReport } from "./viewer/reports.ts";

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "zhengtu-pool-"));
const paths = Array.from({ length: 8 }, (_, index) => join(folder, `${index}.txt`));
beforeAll(() => {
  paths.forEach((path, index) => {
    writeFileSync(path, madeUpReport({ year: 2000 + index }));
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const threads = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === "MessagePort" || name === "Worker").length;

test("outcomes come in the order of the files, a refused one in its place", async () => {
  const given = [paths[0] ?? "", join(folder, "missing.txt"), paths[1] ?? ""];
  const outcomes: Outcome[] = [];
  for await (const outcome of extractAll(given, { threads: 2 })) outcomes.push(outcome);
  expect(outcomes.map(({ path }) => path)).toEqual(given);
  expect(outcomes.map(({ facts }) => facts?.report.planYears[0])).toEqual([2000, undefined, 2001]);
  expect(outcomes[1]?.refused?.zh).toContain("找不到文件");
});

test("an abort does not wait for the file in hand, and files behind it start no thread", async () => {
  const before = threads();
  const control = new AbortController();
  const work = (async () => {
    for await (const _ of extractAll(paths, { threads: 2, signal: control.signal }));
  })();
  setTimeout(() => control.abort(new Error("stopped")), 20);
  await expect(work).rejects.toThrow("stopped");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(threads()).toBeLessThanOrEqual(before);
});

test("who stops reading outcomes leaves no thread behind", async () => {
  const before = threads();
  for await (const { facts } of extractAll(paths, { threads: 1 })) {
    expect(facts?.report.planYears).toEqual([2000]);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(threads()).toBeLessThanOrEqual(before);
});
