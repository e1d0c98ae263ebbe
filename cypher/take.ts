/** Facts that come in → the set of reports as it will be; the same for both stores. */
import type { Facts } from "../ingest/types.ts";
import type { ChangeReport } from "./changes.ts";
import type { Saying } from "./conflicts.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import type { Lookup } from "./plan.ts";
import type { RelationshipRow } from "./rows.ts";
import { choose, described, isNewVersion, noReports } from "./selection.ts";
import { readingRelationships, readingSaid, readingSeries, type Statement } from "./statements.ts";
import type { ReportSummary, WriteOptions } from "./store.ts";

export interface Taken {
  digests: Map<string, Digest>;
  reports: ChangeReport["reports"];
  /** What has to be kept, unless it was kept as it came. */
  fresh: { digest: Digest; facts: Facts }[];
}

export type FactsOf = (report: string, version: string) => Promise<Facts>;

export async function takeIn(
  incoming: Iterable<Facts> | AsyncIterable<Facts>,
  there: ReadonlyMap<string, Digest>,
  onSame: WriteOptions["onSame"],
  factsOf: FactsOf,
  keep?: (digest: Digest, facts: Facts) => Promise<void>,
): Promise<Taken> {
  const taken: Taken = { digests: new Map(there), reports: noReports(), fresh: [] };
  const known = withFresh(factsOf, taken);
  for await (const facts of incoming) {
    const alike = async ({ report, version }: Digest) => isNewVersion(facts, await known(report.id, version));
    const { what, digest } = await choose(facts, taken.digests, onSame, alike);
    taken.reports[what].push(described(digest));
    if (what === "unchanged" || what === "pending") continue;
    taken.digests.set(digest.report.id, digest);
    if (keep) await keep(digest, facts);
    else taken.fresh.push({ digest, facts });
  }
  return taken;
}

/** Looks among what has just come in before it asks the store. */
export function withFresh(factsOf: FactsOf, { fresh }: Pick<Taken, "fresh">): FactsOf {
  return async (report, version) =>
    fresh.findLast(({ digest }) => digest.report.id === report && digest.version === version)?.facts ??
    factsOf(report, version);
}

export function takeOut(ids: readonly string[], there: ReadonlyMap<string, Digest>): Taken {
  const digests = new Map(there);
  const reports = noReports();
  for (const id of new Set(ids)) {
    const digest = digests.get(id);
    if (!digest) throw noSuchReport(id);
    reports.removed.push(described(digest));
    digests.delete(id);
  }
  return { digests, reports, fresh: [] };
}

export const touched = ({ added, replaced, removed }: ChangeReport["reports"]): number =>
  added.length + replaced.length + removed.length;

export const versionsOf = (digests: ReadonlyMap<string, Digest>): Map<string, string> =>
  new Map([...digests].map(([id, { version }]) => [id, version]));

/** What planning looks up, by a function that runs a statement and gives its rows. */
export function lookupOver(run: (statement: Statement) => Promise<unknown[][]>, facts: FactsOf): Lookup {
  return {
    facts,
    relationships: async (rows) => {
      const found = new Map<string, RelationshipRow>();
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const statement of readingRelationships(rows))
        for (const [id, properties] of await run(statement)) {
          const row = byId.get(String(id));
          if (row) found.set(row.id, { ...row, properties: properties as RelationshipRow["properties"] });
        }
      return found;
    },
    saidByOthers: async (nodes, reports) => {
      const ids = new Set<string>();
      for (const statement of readingSaid(nodes, reports))
        for (const [id] of await run(statement)) ids.add(String(id));
      return ids;
    },
    series: async (rows) => {
      const sayings: Saying[] = [];
      for (const statement of readingSeries(rows))
        for (const [id, series, value, bound, reports] of await run(statement))
          sayings.push({ id, series, value, bound, reports } as Saying);
      return sayings;
    },
  };
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

export function summaries(digests: ReadonlyMap<string, Digest>): ReportSummary[] {
  const byPlaceAndYear = (a: ReportSummary, b: ReportSummary): number =>
    compare(a.chain.join("/"), b.chain.join("/")) ||
    a.year - b.year ||
    compare(a.kind, b.kind) ||
    compare(a.id, b.id);
  return [...digests.values()].map(({ report }) => report).sort(byPlaceAndYear);
}

export const noSuchReport = (id: string): StoreError =>
  new StoreError(
    "usage",
    `库里没有报告 ${id}；用 zhengtu status 查看编号`,
    `there is no report ${id}; zhengtu status lists them`,
  );
