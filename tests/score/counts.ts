/** Counts, rates and the likeness of names: the arithmetic that score.ts and the reference ../shared/score.py share. */
import { key } from "../../ingest/names.ts";

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}
/** entities, entities/Park, relations/stated, relations/stated/AWARDED, observations, milestones … → counts. */
export type Score = Record<string, Counts>;

function bigrams(name: string): string[] {
  const chars = [...key(name)];
  const pairs = chars.slice(1).map((char, i) => `${chars[i]}${char}`);
  return pairs.length ? pairs : [chars.join("")];
}

/** Likeness of two names by pairs of characters, 0 … 1. */
export function dice(a: string, b: string): number {
  const one = bigrams(a);
  const left = bigrams(b);
  const total = one.length + left.length;
  let shared = 0;
  for (const pair of one) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / total;
}

/** Sums of counts: micro-averages over reports. */
export function sum(scores: readonly Score[]): Score {
  const total: Score = {};
  for (const score of scores) {
    for (const [name, { tp, fp, fn }] of Object.entries(score)) {
      total[name] ??= { tp: 0, fp: 0, fn: 0 };
      total[name].tp += tp;
      total[name].fp += fp;
      total[name].fn += fn;
    }
  }
  return total;
}

export interface Rates {
  p: number;
  r: number;
  f1: number;
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** Rounded to three digits; 0 where nothing was found or wanted. */
export function rates({ tp, fp, fn }: Counts): Rates {
  const p = tp + fp ? tp / (tp + fp) : 0;
  const r = tp + fn ? tp / (tp + fn) : 0;
  return { p: round(p), r: round(r), f1: round(p + r ? (2 * p * r) / (p + r) : 0) };
}
