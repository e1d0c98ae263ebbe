/** The reader's decisions → buckets that are one, and buckets that are told apart. */
import { key } from "../ingest/names.ts";
import { type Bucketed, bucketsOf, scopeOf } from "./buckets.ts";
import type { Decision, DecisionSide } from "./decisions.ts";
import type { Named } from "./digest.ts";
import { groupBy } from "./group.ts";
import type { Link } from "./links.ts";

export interface Decided {
  same: Link[];
  /** The buckets of both sides of each "different". */
  different: string[][];
}

/** What a decision's side and a name agree in: "Park 银杏谷". */
export const callOf = ({ type, name }: Pick<Named | DecisionSide, "type" | "name">): string =>
  `${type} ${key(name)}`;

/** Gives names a bucket of their own where a decision says that one report means another thing by them. */
export function decide(all: readonly Bucketed[], decisions: readonly Decision[]): Decided {
  const decided: Decided = { same: [], different: [] };
  if (decisions.length === 0) return decided;
  const byCall = groupBy(all, ({ named }) => callOf(named));
  const meant = (side: DecisionSide): Bucketed[] =>
    (byCall.get(callOf(side)) ?? []).filter(
      ({ bucket, report }) =>
        (side.scope === undefined || scopeOf(bucket) === side.scope) &&
        (side.report === undefined || report === side.report),
    );
  for (const { decision, a, b } of decisions) {
    const [left, right] = [meant(a), meant(b)];
    if (decision === "same") decided.same.push(...pairs(left, right));
    if (decision === "different") decided.different.push(apart(left, right, b.report));
  }
  return decided;
}

function pairs(left: readonly Bucketed[], right: readonly Bucketed[]): Link[] {
  const all = bucketsOf([...left, ...right]);
  const [first, ...others] = left.length > 0 && right.length > 0 ? all : [];
  return first === undefined ? [] : others.map((other): Link => [first, other]);
}

/** One name that two reports mean differently: what the report named on the right means gets a bucket of its own. */
function apart(left: readonly Bucketed[], right: readonly Bucketed[], report: string | undefined): string[] {
  const common = new Set(left.map(({ bucket }) => bucket));
  if (report !== undefined)
    for (const member of right) if (common.has(member.bucket)) member.bucket = `${member.bucket}#${report}`;
  return bucketsOf([...left, ...right]);
}
