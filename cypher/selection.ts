/** Which reports a writing brings in, replaces or leaves: by what they are and what they say, not by file name. */
import type { Facts } from "../ingest/types.ts";
import type { ChangedReport, ChangeReport } from "./changes.ts";
import { type Digest, digestOf, fromFile } from "./digest.ts";
import { inSlot } from "./slots.ts";
import type { WriteOptions } from "./store.ts";

export interface Choice {
  what: "added" | "replaced" | "unchanged" | "pending";
  digest: Digest;
  /** Which it takes the place of, or, of a pending one, finds there. */
  instead?: Digest;
}

/** What becomes of these facts beside the reports that are there. */
export async function choose(
  facts: Facts,
  there: ReadonlyMap<string, Digest>,
  onSame: WriteOptions["onSame"] = "replace",
  factsOf: (existing: Digest) => Promise<Facts>,
): Promise<Choice> {
  const digest = digestOf(facts);
  const others = inSlot(there, digest.report.id);
  const twin = others.find(({ report }) => report.textSha256 === digest.report.textSha256);
  if (twin) return sameText(digest, twin);
  if (others.length === 0 || onSame === "keep-both") return { what: "added", digest };
  if (others.length === 1 && onSame === "replace") return instead(digest, others[0]);
  const nearest = await mostAlike(facts, others, factsOf);
  if (onSame === "replace" || nearest.isNewVersion) return instead(digest, nearest.digest);
  return { what: "pending", digest, instead: nearest.digest };
}

const instead = (digest: Digest, old: Digest | undefined): Choice => ({
  what: "replaced",
  digest,
  ...(old && { instead: old }),
});

/** One text under two names: the name that sorts first stays, so that the order of loading does not show. */
function sameText(digest: Digest, twin: Digest): Choice {
  const kept = fromFile(digest, digest.report.file < twin.report.file ? digest.report : twin.report);
  return kept.version === twin.version ? { what: "unchanged", digest: twin } : instead(kept, twin);
}

/** The one with which these facts share most passages. */
async function mostAlike(facts: Facts, others: readonly Digest[], factsOf: (one: Digest) => Promise<Facts>) {
  const looked: { digest: Digest; common: number; isNewVersion: boolean }[] = [];
  for (const digest of others) looked.push({ digest, ...likeness(facts, await factsOf(digest)) });
  looked.sort((a, b) => b.common - a.common || (a.digest.report.id < b.digest.report.id ? -1 : 1));
  return looked[0] as (typeof looked)[number];
}

/** Half of the passages or more are the same: a new version of one text. */
export function likeness(facts: Facts, before: Facts): { common: number; isNewVersion: boolean } {
  const paragraphs = ({ text, passages }: Facts) =>
    new Set(passages.map(({ start, end }) => text.slice(start, end)));
  const [now, then] = [paragraphs(facts), paragraphs(before)];
  const common = [...now].filter((paragraph) => then.has(paragraph)).length;
  return { common, isNewVersion: common * 2 >= Math.min(now.size, then.size) };
}

export const described = ({ report }: Digest): ChangedReport => ({
  id: report.id,
  title: report.title,
  file: report.file,
});

export const noReports = (): ChangeReport["reports"] => ({
  added: [],
  replaced: [],
  unchanged: [],
  removed: [],
  pending: [],
});
