/** Facts that come in → the set of reports as it will be; the same for both stores. */
import type { Facts } from "../ingest/types.ts";
import type { ChangeReport } from "./changes.ts";
import type { Saying } from "./conflicts.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import type { Lookup } from "./plan.ts";
import type { RelationshipRow } from "./rows.ts";
import { choose, described, noReports } from "./selection.ts";
import { inSlot, seated, slotOf } from "./slots.ts";
import { readingRelationships, readingSaid, readingSeries, type Statement } from "./statements.ts";
import type { WriteOptions } from "./store.ts";

export interface Taken {
  digests: Map<string, Digest>;
  reports: ChangeReport["reports"];
  /** What has to be kept, unless it was kept as it came. */
  fresh: { digest: Digest; facts: Facts }[];
  /** Reports that have another id now: old → new. */
  moved: Map<string, string>;
}

/** The reports stay as they are. */
export const nothingTaken = (there: ReadonlyMap<string, Digest>): Taken => ({
  digests: new Map(there),
  reports: noReports(),
  fresh: [],
  moved: new Map(),
});

export type FactsOf = (report: string, version: string) => Promise<Facts>;
/** Keeps facts as they come; else they are among the fresh ones. */
export type KeepFacts = (digest: Digest, facts: Facts) => Promise<void>;

export async function takeIn(
  incoming: Iterable<Facts> | AsyncIterable<Facts>,
  there: ReadonlyMap<string, Digest>,
  onSame: WriteOptions["onSame"],
  factsOf: FactsOf,
  keep?: KeepFacts,
): Promise<Taken> {
  const taken = nothingTaken(there);
  const known = withFresh(factsOf, taken);
  for await (const facts of incoming) {
    const read = ({ report, version }: Digest) => known(report.id, version);
    const { what, digest, instead } = await choose(facts, taken.digests, onSame, read);
    if (what === "unchanged" || what === "pending") {
      taken.reports[what].push({ ...described(digest), ...(instead && { there: described(instead) }) });
      continue;
    }
    const others = inSlot(taken.digests, slotOf(digest)).filter((other) => other !== instead);
    if (instead) taken.digests.delete(instead.report.id);
    const [own = digest] = await seat(
      taken,
      [digest, ...others],
      async (one) => (one === digest ? facts : read(one)),
      keep,
    );
    taken.reports[what].push(described(own));
  }
  return taken;
}

/** The reports of a slot with their ids; what gets another id is kept under it. */
async function seat(
  taken: Taken,
  members: Digest[],
  factsOf: (digest: Digest) => Promise<Facts>,
  keep?: KeepFacts,
): Promise<Digest[]> {
  const now = seated(members);
  for (const [i, digest] of now.entries()) {
    const was = members[i] as Digest;
    const isThere = taken.digests.get(was.report.id) === was;
    if (isThere && was.report.id === digest.report.id) continue;
    const facts = await factsOf(was);
    if (isThere) {
      taken.digests.delete(was.report.id);
      taken.moved.set(was.report.id, digest.report.id);
    }
    taken.digests.set(digest.report.id, digest);
    if (keep) await keep(digest, facts);
    else taken.fresh.push({ digest, facts });
  }
  return now;
}

/** Looks among what has just come in before it asks the store. */
export function withFresh(factsOf: FactsOf, { fresh }: Pick<Taken, "fresh">): FactsOf {
  return async (report, version) =>
    fresh.findLast(({ digest }) => digest.report.id === report && digest.version === version)?.facts ??
    factsOf(report, version);
}

export async function takeOut(
  ids: readonly string[],
  there: ReadonlyMap<string, Digest>,
  factsOf: FactsOf,
  keep?: KeepFacts,
): Promise<Taken> {
  const taken = nothingTaken(there);
  const slots = new Set<string>();
  for (const id of new Set(ids)) {
    const digest = there.get(id);
    if (!digest) throw noSuchReport(id);
    taken.reports.removed.push(described(digest));
    taken.digests.delete(id);
    slots.add(slotOf(digest));
  }
  for (const slot of slots)
    await seat(
      taken,
      inSlot(taken.digests, slot),
      ({ report, version }) => factsOf(report.id, version),
      keep,
    );
  return taken;
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

export const noSuchReport = (id: string): StoreError =>
  new StoreError(
    "usage",
    `库里没有报告 ${id}；用 zhengtu status 查看编号`,
    `there is no report ${id}; zhengtu status lists them`,
  );
