/** The facts of many reports, extracted once and kept outside the checkout, so that a second run is quick. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { EXTRACTOR } from "../../ingest/ingest.ts";
import { extractAll } from "../../ingest/pool.ts";
import type { Facts } from "../../ingest/types.ts";

/** ZHENGTU_BENCH_CACHE, or a folder of the system's temporary one; delete it after a change that EXTRACTOR does not tell. */
export const cacheFolder = (): string =>
  join(process.env.ZHENGTU_BENCH_CACHE ?? join(tmpdir(), "zhengtu-bench-facts"), EXTRACTOR);

/** In the order of the files, without those that are refused or are no reports. */
export async function factsOf(files: string[]): Promise<Facts[]> {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const kept = new Map(files.map((file) => [file, join(folder, `${keyOf(file)}.json.gz`)]));
  const lacking = files.filter((file) => !existsSync(kept.get(file) ?? ""));
  let done = 0;
  for await (const { path, facts } of extractAll(lacking)) {
    keep(kept.get(path) ?? "", facts ?? null);
    if (++done % 50 === 0) console.error(`${done} of ${lacking.length} extracted`);
  }
  return files.flatMap((file) => {
    const facts = read(kept.get(file) ?? "");
    return facts && !facts.notAReport ? [facts] : [];
  });
}

/** By name and content: one text may lie under two names. */
const keyOf = (file: string): string =>
  createHash("sha256").update(basename(file)).update("\0").update(readFileSync(file)).digest("hex");

function keep(path: string, facts: Facts | null): void {
  writeFileSync(`${path}.part`, gzipSync(JSON.stringify(facts), { level: 1 }));
  renameSync(`${path}.part`, path);
}

const read = (path: string): Facts | null =>
  JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as Facts | null;
