/** The committed result: tests/score/result.json. A lower F1 than it holds fails the test. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { rates, type Score } from "./counts.ts";

const Rates = z.object({ p: z.number(), r: z.number(), f1: z.number() });
/** Name of a set of reports (samples, gold, left out) → name of a row → rates. */
const Results = z.record(z.string(), z.record(z.string(), Rates));
export type Results = z.infer<typeof Results>;

const PATH = join(import.meta.dirname, "result.json");

export function committed(): Results {
  return existsSync(PATH) ? Results.parse(JSON.parse(readFileSync(PATH, "utf8"))) : {};
}

export function commit(set: string, score: Score): void {
  const rows = Object.fromEntries(
    Object.keys(score)
      .sort()
      .map((name) => [name, rates(score[name] ?? { tp: 0, fp: 0, fn: 0 })]),
  );
  const all = { ...committed(), [set]: rows };
  writeFileSync(PATH, `${JSON.stringify(all, null, 2)}\n`);
}

/** Differences under it are rounding. */
const SLACK = 0.002;

/** "entities: F1 0.801 → 0.780" for every kind of thing that got worse than committed. */
export function drops(set: string, score: Score, kinds: readonly string[]): string[] {
  const before = committed()[set] ?? {};
  return kinds.flatMap((kind) => {
    const was = before[kind]?.f1;
    const now = rates(score[kind] ?? { tp: 0, fp: 0, fn: 0 }).f1;
    return was !== undefined && now < was - SLACK ? [`${set} ${kind}: F1 ${was} → ${now}`] : [];
  });
}
