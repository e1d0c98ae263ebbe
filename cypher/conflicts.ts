/** Values that cannot both be true: one indicator of one subject, year, kind, measure and unit, said by different reports. */
import type { Bound } from "../ingest/ontology.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";
import type { NodeRow, RelationshipRow } from "./rows.ts";

export interface Saying {
  id: string;
  series: string;
  value: number | null;
  bound: Bound;
  reports: string[];
}

const ABOUT = 0.05; // 约890 allows 5 %

/** 突破890亿元 and 890.2亿元 agree; 890亿元 and 880亿元 do not. */
function interval({ value, bound }: Saying): [number, number] {
  const v = value ?? Number.NaN;
  if (bound === "min") return [v, Number.POSITIVE_INFINITY];
  if (bound === "max") return [Number.NEGATIVE_INFINITY, v];
  const margin = bound === "approx" ? Math.abs(v) * ABOUT : 0;
  return [v - margin, v + margin];
}

function disagree(a: Saying, b: Saying): boolean {
  if (a.value === null || b.value === null || a.reports.some((report) => b.reports.includes(report)))
    return false;
  const [p, q] = [interval(a), interval(b)];
  return p[1] < q[0] || q[1] < p[0];
}

/** `(:Observation)-[:CONFLICTS_WITH]->(:Observation)` for each pair, from the smaller id. */
export function conflictRows(sayings: Iterable<Saying>): RelationshipRow[] {
  const rows: RelationshipRow[] = [];
  for (const series of groupBy(sayings, ({ series }) => series).values()) {
    const sorted = series.sort((a, b) => (a.id < b.id ? -1 : 1));
    sorted.forEach((a, i) => {
      for (const b of sorted.slice(i + 1)) if (disagree(a, b)) rows.push(conflictRow(a.id, b.id));
    });
  }
  return rows;
}

function conflictRow(from: string, to: string): RelationshipRow {
  const own = id("l", "CONFLICTS_WITH", from, to);
  const ends = { from, fromBase: "Observation", to, toBase: "Observation" } as const;
  return { id: own, type: "CONFLICTS_WITH", ...ends, properties: { id: own } };
}

/** What one report says of it. */
export function sayingOf({ id: own, properties }: NodeRow, report: string): Saying {
  const { series, value, bound } = properties;
  return {
    id: own,
    series: String(series),
    value: typeof value === "number" ? value : null,
    bound: bound as Bound,
    reports: [report],
  };
}

/** The same observation said by several. */
export function mergeSayings(sayings: Iterable<Saying>): Saying[] {
  return [...groupBy(sayings, ({ id: own }) => own).values()].map((same) => ({
    ...(same[0] as Saying),
    reports: [...new Set(same.flatMap(({ reports }) => reports))].sort(),
  }));
}
