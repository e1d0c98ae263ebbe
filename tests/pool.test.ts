/** Extraction on threads can be stopped at any moment and leaves none running. */
import { execFile } from "node:child_process";
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

/** Runs the pool in a process of its own, which ends by itself only when no thread is left; gives its exit code. */
function runAlone(body: string): Promise<number | null> {
  const pool = new URL("../ingest/pool.ts", import.meta.url).href;
  const script = `import { extractAll } from ${JSON.stringify(pool)};
const paths = ${JSON.stringify(paths)};
${body}`;
  const file = join(folder, "run.mjs");
  writeFileSync(file, script);
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["--import", "tsx", file]);
    const tooLong = setTimeout(() => child.kill("SIGKILL"), 60_000);
    child.on("exit", (code) => {
      clearTimeout(tooLong);
      resolve(code);
    });
  });
}

test("outcomes come in the order of the files, a refused one in its place", async () => {
  const given = [paths[0] ?? "", join(folder, "missing.txt"), paths[1] ?? ""];
  const outcomes: Outcome[] = [];
  for await (const outcome of extractAll(given, { threads: 2 })) outcomes.push(outcome);
  expect(outcomes.map(({ path }) => path)).toEqual(given);
  expect(outcomes.map(({ facts }) => facts?.report.planYears[0])).toEqual([2000, undefined, 2001]);
  expect(outcomes[1]?.refused?.zh).toContain("找不到文件");
});

test("an abort does not wait for the file in hand, and files behind it start no thread", async () => {
  const code = await runAlone(`
    const control = new AbortController();
    setTimeout(() => control.abort(new Error("stopped")), 20);
    try {
      for await (const _ of extractAll(paths, { threads: 2, signal: control.signal }));
    } catch (error) {
      process.exitCode = error.message === "stopped" ? 7 : 1;
    }`);
  expect(code).toBe(7);
});

test("who stops reading outcomes leaves no thread behind", async () => {
  const code = await runAlone(`
    for await (const { facts } of extractAll(paths, { threads: 1 })) {
      process.exitCode = facts.report.planYears[0] === 2000 ? 7 : 1;
      break;
    }`);
  expect(code).toBe(7);
});
