/** Extracts files one after another in a thread of its own; pool.ts hands them out. */
import { parentPort } from "node:worker_threads";
import { ingestFile } from "./ingest.ts";
import type { Outcome } from "./pool.ts";
import { ReadError } from "./read/errors.ts";

parentPort?.on("message", async (path: string) => {
  parentPort?.postMessage(await outcome(path));
});

async function outcome(path: string): Promise<Outcome> {
  try {
    return { path, facts: await ingestFile(path) };
  } catch (error) {
    if (error instanceof ReadError) return { path, refused: { zh: error.in("zh"), en: error.in("en") } };
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { path, refused: { zh: `抽取时出错：${what}`, en: `extraction failed: ${what}` } };
  }
}
