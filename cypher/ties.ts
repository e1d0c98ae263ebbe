/**
 * What names have in common by which they could become one. Names that share no tie, directly or over others, are
 * never one, so that after a change only those need another look that are tied to a name that came or went.
 */
import { groupOf, type Member } from "./buckets.ts";
import { callOf } from "./decided.ts";
import type { Decision } from "./decisions.ts";
import type { Digest, Named } from "./digest.ts";
import { isBuilt, isQuoted, mayBeAlias, quotedPart, shorterCores } from "./links.ts";

export interface Tied extends Member {
  digest: Digest;
  index: number;
}

/** The names of all digests that were ever looked at, by tie; what is no longer in is passed over. */
export interface Ties {
  digests: Set<Digest>;
  byTie: Map<number, Tied[]>;
  /** Of the last decisions asked about: the names that they are about. */
  decided: { decisions: string; calls: ReadonlySet<string>; names: Tied[] };
}

export const noTies = (): Ties => ({
  digests: new Set(),
  byTie: new Map(),
  decided: { decisions: "[]", calls: new Set(), names: [] },
});

export function addTies(ties: Ties, digest: Digest): void {
  if (ties.digests.has(digest)) return;
  ties.digests.add(digest);
  for (const tied of namesOf(digest)) {
    for (const tie of tiesOf(tied.named)) {
      const others = ties.byTie.get(tie);
      if (others) others.push(tied);
      else ties.byTie.set(tie, [tied]);
    }
  }
  ties.decided.names.push(...calledIn(digest, ties.decided.calls));
}

export const namesOf = (digest: Digest): Tied[] =>
  digest.entities.map((named, index) => ({ report: digest.report.id, named, index, digest }));

/** A number for each tie. Two ties of one number by chance only make more to look at. */
function tiesOf(named: Named): number[] {
  const { identity, others } = named;
  const ties = [numberOf("group", groupOf(identity))];
  for (const other of others) if (mayBeAlias(other, identity)) ties.push(numberOf("group", groupOf(other)));
  const part = quotedPart(identity);
  if (part !== undefined) ties.push(numberOf("quoted", part));
  if (isBuilt(identity)) ties.push(numberOf("built", identity.core));
  if (identity.kind === "Initiative") {
    const scope = identity.scope.join("/");
    if (isQuoted(named)) ties.push(numberOf("longer", scope, identity.core));
    for (const core of shorterCores(identity)) ties.push(numberOf("longer", scope, core));
  }
  return ties;
}

/** FNV-1a. */
function numberOf(...parts: string[]): number {
  let number = 0x811c9dc5;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) number = Math.imul(number ^ part.charCodeAt(i), 0x01000193);
    number = Math.imul(number ^ 0xffff, 0x01000193);
  }
  return number | 0;
}

function calledIn(digest: Digest, calls: ReadonlySet<string>): Tied[] {
  return calls.size === 0 ? [] : namesOf(digest).filter(({ named }) => calls.has(callOf(named)));
}

/** The names that decisions are about: what they bring together is looked at whenever something changes. */
export function decidedNames(ties: Ties, decisions: readonly Decision[]): Tied[] {
  const text = JSON.stringify(decisions);
  if (ties.decided.decisions !== text) {
    const calls = new Set(decisions.flatMap(({ a, b }) => [callOf(a), callOf(b)]));
    const names = [...ties.digests].flatMap((digest) => calledIn(digest, calls));
    ties.decided = { decisions: text, calls, names };
  }
  return ties.decided.names;
}

/** All names of these digests that are tied to one of `from`, with those of `from` itself. */
export function tiedTo(
  ties: Ties,
  from: readonly Tied[],
  isIn: (digest: Digest) => boolean,
): ReadonlySet<Named> {
  const found = new Set(from.map(({ named }) => named));
  const followed = new Set<number>();
  const open = [...found];
  for (let named = open.pop(); named; named = open.pop())
    for (const tie of tiesOf(named)) {
      if (followed.has(tie)) continue;
      followed.add(tie);
      for (const other of ties.byTie.get(tie) ?? [])
        if (!found.has(other.named) && isIn(other.digest)) {
          found.add(other.named);
          open.push(other.named);
        }
    }
  return found;
}
