/**
 * All reports' names → which of them are one entity. A pure function of the set of digests and decisions: reports are
 * taken in the order of their ids, so the order of loading never shows.
 */
import { type EntityType, entityTypes } from "../ingest/ontology.ts";
import { assignBuckets, type Bucketed, bucketed, type Member, scopeOf } from "./buckets.ts";
import { decide } from "./decided.ts";
import type { Decision } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";
import { joinBuckets } from "./join.ts";

export interface Resolved {
  /** By report id: for each of the digest's entities, in its order, the id of its node. */
  nodeOf: Map<string, string[]>;
  /** By node id. */
  entities: Map<string, Cluster>;
  /** With which it was made. */
  decisions: readonly Decision[];
}

export interface Cluster {
  id: string;
  type: EntityType;
  scope: string;
  /** In the order of the reports' ids. */
  members: Member[];
}

export function resolve(digests: readonly Digest[], decisions: readonly Decision[] = []): Resolved {
  const sorted = [...digests].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const resolved: Resolved = {
    nodeOf: new Map(sorted.map(({ report, entities }) => [report.id, emptyNodes(entities.length)])),
    entities: new Map(),
    decisions,
  };
  addClusters(resolved, sorted.flatMap(bucketed), decisions);
  return resolved;
}

export const emptyNodes = (length: number): string[] => new Array<string>(length).fill("");

/** Joins these names among each other. `all` in the order of their reports' ids. */
export function addClusters({ nodeOf, entities }: Resolved, all: Bucketed[], decisions: readonly Decision[]) {
  assignBuckets(all);
  const rootOf = joinBuckets(all, decide(all, decisions));
  for (const members of groupBy(all, ({ bucket }) => rootOf(bucket)).values()) {
    const first = members.reduce((a, b) => (before(b.bucket, a.bucket) ? b : a));
    const node = id("e", first.bucket);
    entities.set(node, { id: node, type: typeOf(members), scope: scopeOf(first.bucket), members });
    for (const { report, index } of members) {
      const nodes = nodeOf.get(report);
      if (nodes) nodes[index] = node;
    }
  }
}

/** The type that most of its reports give it; the earlier of the ontology's where they are as many. */
function typeOf(members: readonly Bucketed[]): EntityType {
  const [first, ...others] = members as [Bucketed, ...Bucketed[]];
  if (others.every(({ named }) => named.type === first.named.type)) return first.named.type;
  const votes = groupBy(members, ({ named }) => named.type);
  const count = (type: EntityType) => votes.get(type)?.length ?? 0;
  return [...votes.keys()].sort(
    (a, b) => count(b) - count(a) || entityTypes.indexOf(a) - entityTypes.indexOf(b),
  )[0] as EntityType;
}

/** Shorter first: the core that all have is the steadiest. */
const before = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);
