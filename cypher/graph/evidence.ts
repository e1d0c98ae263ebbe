/** The evidence of a relation: parallel lists on its row, one element for each place that says it. */
import type { Properties, RelationshipRow } from "../rows.ts";

interface Piece {
  report: string;
  passage: string;
  start: number;
  end: number;
  rule: string;
}

const at = <T>(list: unknown, i: number): T => (list as T[])[i] as T;

/** The parallel lists of a relationship as pieces of evidence. */
export function piecesOf({ properties }: RelationshipRow): Piece[] {
  return (properties.reports as string[]).map((report, i) => ({
    report,
    passage: at<string>(properties.passages, i),
    start: at<number>(properties.starts, i),
    end: at<number>(properties.ends, i),
    rule: at<string>(properties.rules, i),
  }));
}

const order = (a: Piece, b: Piece): number =>
  compare(a.report, b.report) || a.start - b.start || a.end - b.end || compare(a.rule, b.rule);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same relation with these pieces of evidence, each once and in order. */
export function withPieces(row: RelationshipRow, pieces: readonly Piece[]): RelationshipRow {
  const sorted = [...pieces]
    .sort(order)
    .filter((piece, i, all) => i === 0 || order(all[i - 1] as Piece, piece) !== 0);
  const properties: Properties = {
    ...row.properties,
    reports: sorted.map(({ report }) => report),
    passages: sorted.map(({ passage }) => passage),
    starts: sorted.map(({ start }) => start),
    ends: sorted.map(({ end }) => end),
    rules: sorted.map(({ rule }) => rule),
  };
  return { ...row, properties };
}

/** One relation said in several places. */
export function mergeEvidence(rows: readonly RelationshipRow[]): RelationshipRow {
  return withPieces(rows[0] as RelationshipRow, rows.flatMap(piecesOf));
}
