/** The reports that are in, as cards. */
import { isNode } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import type { ReportCard } from "./api.ts";
import { number, numbers, text, texts } from "./cards.ts";
import { ask, type Row } from "./rows.ts";

export interface ReportRow {
  card: ReportCard;
  /** The properties of its node. */
  row: Row;
}

/** All of them, or the one with an id. */
export async function reportCards(store: Store, id = ""): Promise<ReportRow[]> {
  const rows = await ask(store, "view-reports", { id });
  return rows.flatMap(({ node }) =>
    isNode(node) ? [{ card: reportCard(node.id, node.properties), row: node.properties }] : [],
  );
}

function reportCard(id: string, row: Row): ReportCard {
  return {
    id,
    title: text(row.title),
    kind: text(row.kind) as ReportCard["kind"],
    district: text(row.district),
    chain: texts(row.chain),
    publisher: text(row.publisher) || null,
    date: text(row.date) || null,
    year: number(row.year) || null,
    reviewYears: numbers(row.reviewYears),
    planYears: numbers(row.planYears),
    file: text(row.file),
    characters: number(row.characters),
  };
}

/** Numbers and quoted names of its text, and what became of them. */
export const auditOf = (row: Row): { claimed: number; ignored: number; unclaimed: number } => ({
  claimed: number(row.claimed),
  ignored: number(row.ignored),
  unclaimed: number(row.unclaimed),
});

export const newestFirst = (a: ReportCard, b: ReportCard): number =>
  (b.year ?? 0) - (a.year ?? 0) ||
  (a.district < b.district ? -1 : a.district > b.district ? 1 : a.id < b.id ? -1 : 1);
