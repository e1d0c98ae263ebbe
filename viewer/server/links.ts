/** What one entity is tied to, as short rows: a hub has thousands, of which a picture or a panel shows the best known. */
import type { Store } from "../../cypher/store.ts";
import { type RelationType, relationTypes } from "../../ingest/ontology.ts";
import type { Direction } from "./api.ts";
import { isRelationType, number, text } from "./cards.ts";
import { ask, type Row } from "./rows.ts";

export interface Link {
  /** The other end. */
  id: string;
  type: string;
  relation: RelationType;
  direction: Direction;
  stated: boolean;
  /** How many reports name the other, and how often. */
  reports: number;
  mentions: number;
}

/** Of every relation, or of one with `only`. Named in more reports first, then more often. */
export async function linksOf(
  store: Store,
  id: string,
  only: { relation?: RelationType | undefined; direction?: Direction | undefined } = {},
): Promise<Link[]> {
  const types = only.relation ? [only.relation] : relationTypes;
  const ways = only.direction ? [only.direction] : (["out", "in"] as const);
  // two short questions: a condition on the direction would cost more than the rows
  const found = await Promise.all(
    ways.map(async (direction) => {
      const rows = await ask(store, `view-links-${direction}`, { id, types });
      return rows.flatMap((row) => linkOf(row, direction));
    }),
  );
  return found.flat().sort(bestKnownFirst);
}

function linkOf(row: Row, direction: Direction): Link[] {
  const relation = text(row.relation);
  if (!isRelationType(relation)) return [];
  return [
    {
      ...{ id: text(row.id), type: text(row.type), relation, direction, stated: row.basis !== "report" },
      ...{ reports: number(row.reports), mentions: number(row.mentions) },
    },
  ];
}

const bestKnownFirst = (a: Link, b: Link): number =>
  b.reports - a.reports || b.mentions - a.mentions || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A relation and its direction: the kinds by which links are counted and opened. */
export const kindOf = ({ relation, direction }: Pick<Link, "relation" | "direction">): string =>
  `${relation} ${direction}`;
