/** Names of one kind and core → buckets: names of one bucket mean one thing by what they are, whatever else is said. */
import type { Digest, Named } from "./digest.ts";
import { groupBy } from "./group.ts";
import { depthOf, type Identity } from "./identity.ts";

export interface Member {
  report: string;
  named: Named;
}

/** A name of a report, and its bucket: "Park|银杏谷@江省/云州市". */
export interface Bucketed extends Member {
  /** Which of the digest's entities it is. */
  index: number;
  identity: Identity;
  bucket: string;
}

export const bucketed = (digest: Digest): Bucketed[] =>
  digest.entities.map((named, index) => nameAt(digest.report.id, named, index));

export const nameAt = (report: string, named: Named, index: number): Bucketed => ({
  report,
  named,
  index,
  identity: named.identity,
  bucket: "",
});

/** Names of one kind and core are one where their scopes meet at the depth that the core reaches. */
export function assignBuckets(all: readonly Bucketed[]): void {
  for (const [group, members] of groupBy(all, ({ identity }) => groupOf(identity))) {
    const close = inSeveralPlaces(members);
    const cuts = members.map(({ identity }) => cut(identity, close));
    const scopes = new Set(cuts.map((scope) => scope.join("/")));
    members.forEach((member, i) => {
      member.bucket = `${group}@${deepest(cuts[i] ?? [], member.identity, scopes, close)}`;
    });
  }
}

export const groupOf = ({ kind, core }: Identity): string => `${kind}|${core}`;

/**
 * 云河低碳产业园 and 星湖低碳产业园 are two, though both of one city: then each place is taken by itself. So it is where only
 * one is told by its place, but not of roads, which go from one place into the next.
 */
function inSeveralPlaces(members: readonly Bucketed[]): boolean {
  const closer = members.filter(({ identity }) => identity.said === "closer");
  if (members[0]?.identity.kind !== "Infrastructure") return closer.length > 0;
  return new Set(closer.map(({ identity }) => identity.scope.join("/"))).size > 1;
}

export function cut({ reach, scope }: Identity, close = false): string[] {
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

export const scopeOf = (bucket: string): string =>
  bucket.slice(bucket.lastIndexOf("@") + 1).replace(/#.*$/, "");

export const bucketsOf = (members: readonly Bucketed[]): string[] =>
  [...new Set(members.map(({ bucket }) => bucket))].sort();
