/**
 * Reports of one district, kind and year that are kept beside each other. One alone has the id of the slot; of several
 * each has the hash of its text in its id as well. So ids tell which reports are there, never which came first.
 */
import type { Digest } from "./digest.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";

export const slotOf = ({ slot, report }: Digest): string => slot ?? report.id;

export function inSlot(there: ReadonlyMap<string, Digest>, slot: string): Digest[] {
  const alone = there.get(slot);
  return alone ? [alone] : [...there.values()].filter((digest) => digest.slot === slot);
}

/** The reports of a slot with the ids that they have together, in the same order. */
export function seated(members: readonly Digest[]): Digest[] {
  return members.map((digest) => {
    const slot = slotOf(digest);
    return withId(digest, slot, members.length === 1 ? slot : id("R", slot, digest.report.textSha256));
  });
}

function withId({ slot: _, ...digest }: Digest, slot: string, own: string): Digest {
  return { ...digest, ...(own !== slot && { slot }), report: { ...digest.report, id: own } };
}

/** Reports that come at once, each with the id that it has among them. */
export function seatedAll(digests: readonly Digest[]): Digest[] {
  const now = new Map<Digest, Digest>();
  for (const members of groupBy(digests, slotOf).values())
    for (const [i, digest] of seated(members).entries()) now.set(members[i] as Digest, digest);
  return digests.map((digest) => now.get(digest) ?? digest);
}
