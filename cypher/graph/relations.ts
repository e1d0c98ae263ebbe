/** Relations between entities: one row for each, with this report's evidence. */
import { key } from "../../ingest/names.ts";
import { RELATION_TYPES } from "../../ingest/ontology.ts";
import type { Relation } from "../../ingest/types.ts";
import { groupBy } from "../group.ts";
import { id } from "../hash.ts";
import type { Properties, RelationshipRow } from "../rows.ts";
import { mergeEvidence } from "./evidence.ts";
import { evidenceOf, type Frame, passageId } from "./frame.ts";

export function addRelations({ facts, report, node, out }: Frame): void {
  const rows = facts.relations.flatMap((relation) => {
    const from = node.get(key(relation.from));
    const to = node.get(key(relation.to));
    return from && to && from !== to ? [relationRow(relation, report, from, to)] : [];
  });
  for (const same of groupBy(rows, ({ id }) => id).values()) out.shared.push(mergeEvidence(same));
}

function relationRow(relation: Relation, report: string, from: string, to: string): RelationshipRow {
  const { type, basis, year, title, evidence } = relation;
  const symmetric = "symmetric" in RELATION_TYPES[type];
  const [a, b] = symmetric && to < from ? [to, from] : [from, to];
  const own = id("f", a, type, b, year, title, basis);
  const pieces = evidenceOf(evidence);
  const properties: Properties = {
    id: own,
    basis,
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    reports: pieces.map(() => report),
    passages: pieces.map(({ passage }) => passageId(report, passage)),
    starts: pieces.map(({ start }) => start),
    ends: pieces.map(({ end }) => end),
    rules: pieces.map(({ rule }) => rule),
  };
  return { id: own, type, from: a, fromBase: "Entity", to: b, toBase: "Entity", properties };
}
