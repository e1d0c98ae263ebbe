/** What `resolve` gives, worked out from what it gave before: only names tied to what came or went are joined anew. */
import { nameAt } from "./buckets.ts";
import { type Decision, sameDecisions } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import { addClusters, emptyNodes, type Resolved, resolve } from "./resolve.ts";
import { addTies, decidedNames, namesOf, noTies, type Tied, type Ties, tiedTo } from "./ties.ts";

type Digests = ReadonlyMap<string, Digest>;

/** Remembers ties between calls, whatever the calls are about. */
export interface Resolver {
  again(
    before: { digests: Digests; resolved: Resolved },
    digests: Digests,
    decisions: readonly Decision[],
  ): Resolved;
}

/** A larger share of the reports than this changed: all are joined anew at once. */
const MANY = 0.3;
/** Digests remembered beside as many that are in. */
const STALE = 2;

export function resolver(): Resolver {
  let ties = noTies();
  return {
    again: (before, digests, decisions) => {
      const changed = changedIn(before.digests, digests);
      const same = sameDecisions(before.resolved.decisions, decisions);
      if (changed.length === 0 && same) return before.resolved;
      if (changed.length > digests.size * MANY || !same) return resolve([...digests.values()], decisions);
      if (ties.digests.size > digests.size * STALE) ties = noTies();
      return resolveTied(ties, before, digests, changed);
    },
  };
}

/** Ids of reports that came, went or are others. */
function changedIn(before: Digests, after: Digests): string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}

function resolveTied(
  ties: Ties,
  before: { digests: Digests; resolved: Resolved },
  digests: Digests,
  changed: readonly string[],
): Resolved {
  const { decisions } = before.resolved;
  for (const digest of before.digests.values()) addTies(ties, digest);
  for (const digest of digests.values()) addTies(ties, digest);
  const gone = changed.flatMap((id) => namesIn(before.digests, id));
  const come = changed.flatMap((id) => namesIn(digests, id));
  const isIn = (digest: Digest) => digests.get(digest.report.id) === digest;
  const decided = decidedNames(ties, decisions).filter(({ digest }) => isIn(digest));
  const tied = tiedTo(ties, [...gone, ...come, ...decided], isIn);
  const resolved = without(before.resolved, before.digests, gone, tied);
  for (const id of changed) {
    const digest = digests.get(id);
    if (digest) resolved.nodeOf.set(id, emptyNodes(digest.entities.length));
    else resolved.nodeOf.delete(id);
  }
  const reports = [...digests.keys()].sort();
  const names = reports.flatMap((report) =>
    (digests.get(report)?.entities ?? []).flatMap((named, index) =>
      tied.has(named) ? [nameAt(report, named, index)] : [],
    ),
  );
  addClusters(resolved, names, decisions);
  return resolved;
}

function namesIn(digests: Digests, id: string): Tied[] {
  const digest = digests.get(id);
  return digest ? namesOf(digest) : [];
}

/** Without the clusters of these names. Lists that are to be filled again are copies. */
function without(
  { nodeOf, entities, decisions }: Resolved,
  digests: Digests,
  gone: readonly Tied[],
  tied: ReadonlySet<unknown>,
): Resolved {
  const left: Resolved = { nodeOf: new Map(nodeOf), entities: new Map(entities), decisions };
  for (const { report, index } of gone) left.entities.delete(nodeOf.get(report)?.[index] ?? "");
  for (const [report, nodes] of nodeOf) {
    const named = digests.get(report)?.entities ?? [];
    if (!named.some((one) => tied.has(one))) continue;
    left.nodeOf.set(report, [...nodes]);
    named.forEach((one, index) => {
      if (tied.has(one)) left.entities.delete(nodes[index] ?? "");
    });
  }
  return left;
}
