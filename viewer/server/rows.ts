/** Saved queries as rows by column name. */
import { type Cell, records } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";

export type Row = Record<string, Cell>;

export const ask = async (
  store: Store,
  name: string,
  parameters: Record<string, Cell> = {},
): Promise<Row[]> => records(await store.ask(name, parameters));

/** The last of each id, at the place of the first. */
export const distinct = <T extends { id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
