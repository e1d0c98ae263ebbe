/**
 * All reports' names → which of them are one entity. A pure function of the set of digests and decisions: reports are
 * taken in the order of their ids, so the order of loading never shows.
 */

import { key } from "../ingest/names.ts";
import type { EntityType } from "../ingest/ontology.ts";
import type { Digest, Named } from "./digest.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";
import { depthOf, type Identity, identify } from "./identity.ts";

export interface Member {
  report: string;
  named: Named;
}

export interface Resolved {
  /** By report id: for each of the digest's entities, in its order, the id of its node. */
  nodeOf: Map<string, string[]>;
  /** By node id. */
  entities: Map<string, Cluster>;
}

export interface Cluster {
  id: string;
  type: EntityType;
  scope: string;
  members: Member[];
}

interface Bucketed extends Member {
  index: number;
  identity: Identity;
  bucket: string;
}

export function resolve(digests: readonly Digest[]): Resolved {
  const sorted = [...digests].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const all = sorted.flatMap(identities);
  assignBuckets(all);
  const parent = joinBuckets(all, sorted);
  return collect(all, parent, sorted);
}

function identities(digest: Digest): Bucketed[] {
  const home = digest.report.chain.length > 0 ? digest.report.chain : [digest.report.district];
  return digest.entities.map((named, index) => ({
    report: digest.report.id,
    named,
    index,
    identity: identify(named.type, named.name, home),
    bucket: "",
  }));
}

/** Names of one type and core are one where their scopes meet at the depth that the core reaches. */
function assignBuckets(all: Bucketed[]): void {
  const groups = groupBy(all, ({ named, identity }) => `${named.type}|${identity.core}`);
  for (const [group, members] of groups) {
    const scopes = new Set(members.map(({ identity }) => cut(identity).join("/")));
    for (const member of members)
      member.bucket = `${group}@${deepest(cut(member.identity), member.identity, scopes)}`;
  }
}

const cut = ({ reach, scope }: Identity): string[] => scope.slice(0, depthOf(reach, scope));

/** A city's report says 星海街道, its district's report too: the only one below is meant. */
function deepest(scope: string[], identity: Identity, scopes: ReadonlySet<string>): string {
  const own = scope.join("/");
  if (identity.reach === "exact" || scope.length >= depthOf(identity.reach, identity.scope)) return own;
  const below = [...scopes].filter((other) => other.startsWith(own === "" ? "" : `${own}/`) && other !== own);
  const leaves = below.filter((a) => !below.some((b) => b.startsWith(`${a}/`)));
  return leaves.length === 1 ? (leaves[0] ?? own) : own;
}

/** Aliases that reports state join buckets, unless some report tells the two apart. */
function joinBuckets(all: Bucketed[], digests: readonly Digest[]): Map<string, string> {
  const parent = new Map<string, string>();
  const reportsOf = new Map<string, Map<string, string>>();
  for (const { bucket, report } of all) {
    parent.set(bucket, bucket);
    const reports = reportsOf.get(bucket) ?? new Map<string, string>();
    reportsOf.set(bucket, reports.set(report, bucket));
  }
  for (const [a, b] of aliasLinks(all, digests, parent)) {
    const left = rootOf(parent, a);
    const right = rootOf(parent, b);
    if (left === right || toldApart(reportsOf.get(left), reportsOf.get(right))) continue;
    const [into, from] = left < right ? [left, right] : [right, left];
    parent.set(from, into);
    const merged = reportsOf.get(into);
    for (const [report, bucket] of reportsOf.get(from) ?? []) merged?.set(report, bucket);
  }
  return parent;
}

export function rootOf(parent: Map<string, string>, bucket: string): string {
  let at = bucket;
  for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
  parent.set(bucket, at);
  return at;
}

const toldApart = (a?: Map<string, string>, b?: Map<string, string>): boolean => {
  if (!a || !b) return false;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few.keys()].some((report) => many.has(report));
};

/** [bucket, bucket] for each alias that some report has as a name of its own, sorted. */
function aliasLinks(
  all: Bucketed[],
  digests: readonly Digest[],
  known: ReadonlyMap<string, string>,
): [string, string][] {
  const homes = new Map(digests.map(({ report }) => [report.id, report.chain]));
  const links = new Map<string, [string, string]>();
  for (const { named, report, identity, bucket } of all) {
    const home = homes.get(report) ?? [];
    for (const alias of named.aliases) {
      const other = identify(named.type, alias, home);
      if (other.core === identity.core || other.core.length < 2 || marks(alias) !== marks(named.name))
        continue;
      const target = `${named.type}|${other.core}@${cut(other).join("/")}`;
      if (known.has(target)) links.set(`${bucket}\n${target}`, [bucket, target]);
    }
  }
  return [...links.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** What never differs within one thing: 三期, 5号线, 西延. */
const MARKS =
  /[\d一二三四五六七八九十]+(?:期|号|批|届|标|次|院区|分|中学|小学|医院)|第[\d一二三四五六七八九十]+|[东南西北](?:延|段|区|线|环|站)/gu;
export const marks = (name: string): string => (key(name).match(MARKS) ?? []).sort().join(" ");

function collect(all: Bucketed[], parent: Map<string, string>, digests: readonly Digest[]): Resolved {
  const groups = groupBy(all, ({ bucket }) => rootOf(parent, bucket));
  const nodeOf = new Map(
    digests.map(({ report, entities }) => [report.id, new Array<string>(entities.length)]),
  );
  const entities = new Map<string, Cluster>();
  for (const members of groups.values()) {
    const first = members.reduce((a, b) => (before(b.bucket, a.bucket) ? b : a));
    const node = id("e", first.bucket);
    const scope = first.bucket.slice(first.bucket.lastIndexOf("@") + 1);
    entities.set(node, { id: node, type: first.named.type, scope, members });
    for (const { report, index } of members) {
      const nodes = nodeOf.get(report);
      if (nodes) nodes[index] = node;
    }
  }
  return { nodeOf, entities };
}

/** Shorter first: the core that all have is the steadiest. */
const before = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);
