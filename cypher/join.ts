/** Buckets that links and decisions make one, unless some report tells them apart. */
import type { Bucketed } from "./buckets.ts";
import type { Decided } from "./decided.ts";
import { type Link, likelyLinks } from "./links.ts";

/** The bucket that stands for all that are one with this one. */
export type RootOf = (bucket: string) => string;

export function joinBuckets(all: readonly Bucketed[], decided: Decided): RootOf {
  const known = new Set(all.map(({ bucket }) => bucket));
  const likely = likelyLinks(all, known);
  // Only of buckets that are linked: all others stand for themselves.
  const parent = new Map<string, string>();
  const reportsOf = reportsIn(all, new Set([...decided.same, ...decided.different, ...likely].flat()));
  const join = ([a, b]: Link, sure: boolean) => {
    const [left, right] = [rootIn(parent, a), rootIn(parent, b)];
    if (left === right || (!sure && toldApart(reportsOf.get(left), reportsOf.get(right)))) return;
    const [into, from] = left < right ? [left, right] : [right, left];
    parent.set(from, into);
    const merged = reportsOf.get(into);
    for (const report of reportsOf.get(from) ?? []) merged?.add(report);
  };
  for (const link of decided.same) join(link, true);
  // A "different" is as if one more report told the two apart.
  decided.different.forEach((sides, i) => {
    for (const bucket of sides) reportsOf.get(rootIn(parent, bucket))?.add(`different ${i}`);
  });
  for (const link of likely) join(link, false);
  return (bucket) => rootIn(parent, bucket);
}

/** Which reports name the buckets that some link is about. */
function reportsIn(all: readonly Bucketed[], linked: ReadonlySet<string>): Map<string, Set<string>> {
  const reportsOf = new Map<string, Set<string>>();
  for (const { bucket, report } of all) {
    if (!linked.has(bucket)) continue;
    const reports = reportsOf.get(bucket);
    if (reports) reports.add(report);
    else reportsOf.set(bucket, new Set([report]));
  }
  return reportsOf;
}

function rootIn(parent: Map<string, string>, bucket: string): string {
  let at = bucket;
  for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
  if (at !== bucket) parent.set(bucket, at);
  return at;
}

const toldApart = (a?: Set<string>, b?: Set<string>): boolean => {
  if (!a || !b) return false;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const report of few) if (many.has(report)) return true;
  return false;
};
