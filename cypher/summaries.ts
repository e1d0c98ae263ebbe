/** The heads of reports, as a store lists them. */
import type { Digest } from "./digest.ts";
import type { ReportSummary } from "./store.ts";

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlaceAndYear = (a: ReportSummary, b: ReportSummary): number =>
  compare(a.chain.join("/"), b.chain.join("/")) ||
  a.year - b.year ||
  compare(a.kind, b.kind) ||
  compare(a.id, b.id);

export const summaries = (digests: ReadonlyMap<string, Digest>): ReportSummary[] =>
  [...digests.values()].map(({ report }) => report).sort(byPlaceAndYear);
