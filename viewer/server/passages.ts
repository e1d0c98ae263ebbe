/** Passages: found by their words, or fetched by their ids. */
import type { Store } from "../../cypher/store.ts";
import type { PassageCard, PassageHit } from "./api.ts";
import { number, text } from "./cards.ts";
import { ask } from "./rows.ts";

export async function textHits(store: Store, q: string, limit: number): Promise<PassageHit[]> {
  const rows = await ask(store, "passages", { q, limit });
  return rows.map((row) => ({
    passage: text(row.passage),
    report: text(row.report),
    title: text(row.title),
    year: typeof row.year === "number" ? row.year : null,
    heading: text(row.heading),
    text: text(row.text),
  }));
}

export async function passages(store: Store, ids: string[]): Promise<PassageCard[]> {
  const rows = await ask(store, "view-passages", { ids });
  return rows.map((row) => ({
    id: text(row.id),
    report: text(row.report),
    index: number(row.index),
    heading: text(row.heading),
    text: text(row.text),
    start: number(row.start),
  }));
}
