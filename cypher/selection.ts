/** Which reports a writing brings in, replaces or leaves: by what they are and what they say, not by file name. */
import type { Facts } from "../ingest/types.ts";
import type { ChangedReport, ChangeReport } from "./changes.ts";
import { type Digest, digestOf, fromFile } from "./digest.ts";
import type { WriteOptions } from "./store.ts";

export type Choice = { what: "added" | "replaced" | "unchanged" | "pending"; digest: Digest };

/** What becomes of these facts beside the reports that are there. */
export async function choose(
  facts: Facts,
  there: ReadonlyMap<string, Digest>,
  onSame: WriteOptions["onSame"] = "replace",
  alike: (existing: Digest) => Promise<boolean>,
): Promise<Choice> {
  const digest = digestOf(facts);
  const existing = there.get(digest.report.id);
  if (!existing) return { what: "added", digest };
  if (existing.report.textSha256 === digest.report.textSha256) return sameText(digest, existing);
  if (onSame === "replace" || (onSame === "ask" && (await alike(existing))))
    return { what: "replaced", digest };
  if (onSame === "ask") return { what: "pending", digest };
  const beside = digestOf(facts, true);
  return there.has(beside.report.id)
    ? { what: "unchanged", digest: beside }
    : { what: "added", digest: beside };
}

/** One text under two names: the name that sorts first stays, so that the order of loading does not show. */
function sameText(digest: Digest, existing: Digest): Choice {
  const kept = fromFile(digest, digest.report.file < existing.report.file ? digest.report : existing.report);
  return { what: kept.version === existing.version ? "unchanged" : "replaced", digest: kept };
}

/** Half of the passages or more are the same: a new version of one text. */
export function isNewVersion(facts: Facts, before: Facts): boolean {
  const paragraphs = ({ text, passages }: Facts) =>
    new Set(passages.map(({ start, end }) => text.slice(start, end)));
  const [now, then] = [paragraphs(facts), paragraphs(before)];
  const common = [...now].filter((paragraph) => then.has(paragraph)).length;
  return common * 2 >= Math.min(now.size, then.size);
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
