/**
 * All reports' names → which of them are one entity. A pure function of the set of digests and decisions: reports are
 * taken in the order of their ids, so the order of loading never shows.
 */

import { key } from "../ingest/names.ts";
import { type EntityType, entityTypes } from "../ingest/ontology.ts";
import type { Decision, DecisionSide } from "./decisions.ts";
import type { Digest, Named } from "./digest.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";
import { depthOf, type Identity } from "./identity.ts";
import { cityDepth } from "./places.ts";

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

export function resolve(digests: readonly Digest[], decisions: readonly Decision[] = []): Resolved {
  const sorted = [...digests].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const all = sorted.flatMap(identities);
  assignBuckets(all);
  const decided = applyTo(all, decisions);
  const parent = joinBuckets(all, decided);
  return collect(all, parent, sorted);
}

function identities(digest: Digest): Bucketed[] {
  return digest.entities.map((named, index) => ({
    report: digest.report.id,
    named,
    index,
    identity: named.identity,
    bucket: "",
  }));
}

/** Names of one kind and core are one where their scopes meet at the depth that the core reaches. */
function assignBuckets(all: Bucketed[]): void {
  for (const [group, members] of groupBy(all, ({ identity }) => groupOf(identity))) {
    const close = inSeveralPlaces(members);
    const cuts = members.map(({ identity }) => cut(identity, close));
    const scopes = new Set(cuts.map((scope) => scope.join("/")));
    members.forEach((member, i) => {
      member.bucket = `${group}@${deepest(cuts[i] ?? [], member.identity, scopes, close)}`;
    });
  }
}

const groupOf = ({ kind, core }: Identity): string => `${kind}|${core}`;

/**
 * 云河低碳产业园 and 星湖低碳产业园 are two, though both of one city: then each place is taken by itself. So it is where only
 * one is told by its place, but not of roads, which go from one place into the next.
 */
const inSeveralPlaces = (members: readonly Bucketed[]): boolean => {
  const closer = members.filter(({ identity }) => identity.said === "closer");
  if (members[0]?.identity.kind !== "Infrastructure") return closer.length > 0;
  return new Set(closer.map(({ identity }) => identity.scope.join("/"))).size > 1;
};

function cut({ reach, scope }: Identity, close = false): string[] {
  return close && (reach === "city" || reach === "province") ? scope : scope.slice(0, depthOf(reach, scope));
}

/** A city's report says 星海街道, its district's report too: the only one below is meant. */
function deepest(scope: string[], identity: Identity, scopes: ReadonlySet<string>, close: boolean): string {
  const own = scope.join("/");
  // 云州马拉松 is the city's, whatever lies below it.
  if (identity.said === "reach" || identity.reach === "exact") return own;
  if (!close && scope.length >= depthOf(identity.reach, identity.scope)) return own;
  const below = [...scopes].filter((other) => other.startsWith(own === "" ? "" : `${own}/`) && other !== own);
  const leaves = below.filter((a) => !below.some((b) => b.startsWith(`${a}/`)));
  return leaves.length === 1 ? (leaves[0] ?? own) : own;
}

/** Aliases that reports state join buckets, unless some report tells the two apart. */
function joinBuckets(all: Bucketed[], decided: Decided): Map<string, string> {
  const parent = new Map(all.map(({ bucket }) => [bucket, bucket]));
  const likely = [...aliasLinks(all, parent), ...quotedLinks(all), ...longerLinks(all), ...builtLinks(all)];
  const reportsOf = reportsIn(all, new Set([...decided.same, ...decided.different, ...likely].flat()));
  const join = (a: string, b: string, sure: boolean) => {
    const [left, right] = [rootOf(parent, a), rootOf(parent, b)];
    if (left === right || (!sure && toldApart(reportsOf.get(left), reportsOf.get(right)))) return;
    const [into, from] = left < right ? [left, right] : [right, left];
    parent.set(from, into);
    const merged = reportsOf.get(into);
    for (const report of reportsOf.get(from) ?? []) merged?.add(report);
  };
  for (const [a, b] of decided.same) join(a, b, true);
  // A "different" is as if one more report told the two apart.
  decided.different.forEach((sides, i) => {
    for (const bucket of sides) reportsOf.get(rootOf(parent, bucket))?.add(`different ${i}`);
  });
  for (const [a, b] of likely) join(a, b, false);
  return parent;
}

/** Which reports name the buckets that some link is about. */
function reportsIn(all: Bucketed[], linked: ReadonlySet<string>): Map<string, Set<string>> {
  const reportsOf = new Map<string, Set<string>>();
  for (const { bucket, report } of all) {
    if (!linked.has(bucket)) continue;
    const reports = reportsOf.get(bucket);
    if (reports) reports.add(report);
    else reportsOf.set(bucket, new Set([report]));
  }
  return reportsOf;
}

interface Decided {
  same: [string, string][];
  /** The buckets of both sides of each "different". */
  different: string[][];
}

function applyTo(all: Bucketed[], decisions: readonly Decision[]): Decided {
  const decided: Decided = { same: [], different: [] };
  if (decisions.length === 0) return decided;
  const byName = groupBy(all, ({ named }) => `${named.type} ${key(named.name)}`);
  const meant = ({ type, name, scope, report }: DecisionSide): Bucketed[] =>
    (byName.get(`${type} ${key(name)}`) ?? []).filter(
      (member) =>
        (scope === undefined || scopeOf(member.bucket) === scope) &&
        (report === undefined || member.report === report),
    );
  for (const { decision, a, b } of decisions) {
    const [left, right] = [meant(a), meant(b)];
    if (decision === "same") decided.same.push(...pairs(left, right));
    if (decision === "different") decided.different.push(apart(left, right, b.report));
  }
  return decided;
}

const bucketsOf = (members: readonly Bucketed[]): string[] =>
  [...new Set(members.map(({ bucket }) => bucket))].sort();

function pairs(left: readonly Bucketed[], right: readonly Bucketed[]): [string, string][] {
  const all = bucketsOf([...left, ...right]);
  const [first, ...others] = left.length > 0 && right.length > 0 ? all : [];
  return first === undefined ? [] : others.map((other) => [first, other]);
}

/** One name that two reports mean differently: what the report named on the right means gets a bucket of its own. */
function apart(left: readonly Bucketed[], right: readonly Bucketed[], report: string | undefined): string[] {
  const common = new Set(left.map(({ bucket }) => bucket));
  if (report !== undefined)
    for (const member of right) if (common.has(member.bucket)) member.bucket = `${member.bucket}#${report}`;
  return bucketsOf([...left, ...right]);
}

const scopeOf = (bucket: string): string => bucket.slice(bucket.lastIndexOf("@") + 1).replace(/#.*$/, "");

export function rootOf(parent: Map<string, string>, bucket: string): string {
  let at = bucket;
  for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
  parent.set(bucket, at);
  return at;
}

const toldApart = (a?: Set<string>, b?: Set<string>): boolean => {
  if (!a || !b) return false;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const report of few) if (many.has(report)) return true;
  return false;
};

/** [bucket, bucket] for each alias that some report has as a name of its own, sorted. */
function aliasLinks(all: Bucketed[], known: ReadonlyMap<string, string>): [string, string][] {
  const links = new Map<string, [string, string]>();
  for (const { named, identity, bucket } of all)
    named.others.forEach((other, i) => {
      // “一带一路”枢纽 is not the programme that a report calls it by.
      if (other.kind === "*" && identity.kind !== "*") return;
      if (other.core === identity.core || other.core.length < 2) return;
      const target = `${groupOf(other)}@${cut(other).join("/")}`;
      if (known.has(target) && marks(named.aliases[i] ?? "") === marks(named.name))
        links.set(`${bucket}\n${target}`, [bucket, target]);
    });
  return [...links.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** Initiatives of one city that agree in their quoted part. */
function quotedLinks(all: Bucketed[]): [string, string][] {
  const quoted = all.filter(({ identity }) => identity.quoted && identity.reach !== "nation");
  const place = ({ identity }: Bucketed) => identity.scope.slice(0, cityDepth(identity.scope)).join("/");
  const groups = groupBy(quoted, (one) => `${one.identity.kind}|${one.identity.quoted}@${place(one)}`);
  return linksIn(groups);
}

const SHORTEST = 4;
const LONGER_BY = 3;

/** “助企行动” and 干部助企行动 of one district: the longer name only says more before. */
function longerLinks(all: Bucketed[]): [string, string][] {
  const initiatives = all.filter(({ identity }) => identity.kind === "Initiative");
  const links: [string, string][] = [];
  for (const members of groupBy(initiatives, ({ identity }) => identity.scope.join("/")).values()) {
    const quoted = members.filter(({ named }) => named.name.startsWith("“"));
    const byCore = new Map(quoted.map((member) => [member.identity.core, member.bucket]));
    for (const { identity, bucket } of members)
      for (let by = 1; by <= LONGER_BY && identity.core.length - by >= SHORTEST; by++) {
        const shorter = byCore.get(identity.core.slice(by));
        if (shorter && !COUNTING.test(identity.core.slice(0, by))) links.push([bucket, shorter]);
      }
  }
  return sortedLinks(links);
}

/** What makes another thing of a name when it stands before it: 新能源, 二次, 省级. */
const COUNTING = /[\d一二三四五六七八九十百千万两双全新老旧大小东南西北省市区县镇村级非再]/u;

const BUILT: ReadonlySet<string> = new Set(["Project", "Infrastructure", "Place", "Park", "Institution"]);

/** What is built goes by one name, whether a report takes it for a project or for the road that it becomes. */
function builtLinks(all: Bucketed[]): [string, string][] {
  const built = all.filter(
    ({ identity }) => BUILT.has(identity.kind) && identity.reach !== "exact" && identity.core.length >= 3,
  );
  return linksIn(groupBy(built, ({ bucket }) => bucket.slice(bucket.indexOf("|"))));
}

const linksIn = (groups: Map<string, Bucketed[]>): [string, string][] =>
  sortedLinks(
    [...groups.values()].flatMap((members) => {
      const [first, ...others] = bucketsOf(members);
      return first === undefined ? [] : others.map((other): [string, string] => [first, other]);
    }),
  );

const sortedLinks = (links: [string, string][]): [string, string][] =>
  links.sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1));

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
    const scope = scopeOf(first.bucket);
    entities.set(node, { id: node, type: typeOf(members), scope, members });
    for (const { report, index } of members) {
      const nodes = nodeOf.get(report);
      if (nodes) nodes[index] = node;
    }
  }
  return { nodeOf, entities };
}

/** The type that most of its reports give it; the earlier of the ontology's where they are as many. */
function typeOf(members: readonly Bucketed[]): EntityType {
  const votes = groupBy(members, ({ named }) => named.type);
  const count = (type: EntityType) => votes.get(type)?.length ?? 0;
  return [...votes.keys()].sort(
    (a, b) => count(b) - count(a) || entityTypes.indexOf(a) - entityTypes.indexOf(b),
  )[0] as EntityType;
}

/** Shorter first: the core that all have is the steadiest. */
const before = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);
