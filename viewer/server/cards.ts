/** Cells of the store → shapes of the API. What is missing or of another kind becomes the empty value of its kind. */

import type { Cell, NodeCell, RelationshipCell } from "../../cypher/cells.ts";
import { type EntityType, entityTypes, type RelationType, relationTypes } from "../../ingest/ontology.ts";
import type { Direction, EdgeCard, EvidenceRef, MilestoneFact, NodeCard, ObservationFact } from "./api.ts";
import type { Row } from "./rows.ts";

export const text = (cell: Cell | undefined): string => (typeof cell === "string" ? cell : "");
export const texts = (cell: Cell | undefined): string[] =>
  Array.isArray(cell) ? cell.filter((item) => typeof item === "string") : [];
export const number = (cell: Cell | undefined): number => (typeof cell === "number" ? cell : 0);
export const numbers = (cell: Cell | undefined): number[] =>
  Array.isArray(cell) ? cell.filter((item) => typeof item === "number") : [];
const orNull = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);

const isType = (name: string): name is EntityType => (entityTypes as string[]).includes(name);
export const isRelationType = (name: string): name is RelationType =>
  (relationTypes as string[]).includes(name);

export const nodeCard = (node: NodeCell): NodeCard =>
  cardOf({ ...node.properties, id: node.id, type: node.properties.type ?? node.labels.find(isType) ?? "" });

/** From the properties of an entity, as columns or as a node. */
export function cardOf(row: Row): NodeCard {
  const type = text(row.type);
  return {
    id: text(row.id),
    name: text(row.name),
    type: isType(type) ? type : "Place",
    aliases: texts(row.aliases),
    ...(row.level ? { level: text(row.level) as NonNullable<NodeCard["level"]> } : {}),
    confidence: orNull(row.confidence) ?? 1,
    since: orNull(row.since),
    reports: texts(row.reports),
    mentions: number(row.mentions),
  };
}

/** Null for the relationships that are no facts (MENTIONS …). */
export function edgeCard({ id, type, from, to, properties }: RelationshipCell): EdgeCard | null {
  if (!isRelationType(type)) return null;
  return {
    id: text(properties.id) || id,
    from,
    to,
    type,
    ...(typeof properties.year === "number" ? { year: properties.year } : {}),
    ...(typeof properties.title === "string" && properties.title !== "" ? { title: properties.title } : {}),
    basis: properties.basis === "report" ? "report" : "stated",
    reports: [...new Set(texts(properties.reports))],
  };
}

export const directionFrom = (id: string, { from }: Pick<EdgeCard, "from">): Direction =>
  from === id ? "out" : "in";

/** The parallel lists of a relation, one piece of evidence an element. */
export function evidenceOf({ properties }: RelationshipCell): EvidenceRef[] {
  const [reports, passages, rules] = [
    texts(properties.reports),
    texts(properties.passages),
    texts(properties.rules),
  ];
  const [starts, ends] = [numbers(properties.starts), numbers(properties.ends)];
  return passages.map((passage, index) => ({
    report: reports[index] ?? "",
    passage,
    start: starts[index] ?? 0,
    end: ends[index] ?? 0,
    ...(rules[index] ? { rule: rules[index] } : {}),
  }));
}

export const evidenceRef = (row: Row): EvidenceRef => ({
  report: text(row.report),
  passage: text(row.passage),
  start: number(row.start),
  end: number(row.end),
  ...(row.rule ? { rule: text(row.rule) } : {}),
});

/** What an observation says, from its node's properties or from columns of the same names. */
export const figure = (row: Row): Omit<ObservationFact, "id" | "evidence"> => ({
  indicator: text(row.indicator),
  value: orNull(row.value),
  unit: text(row.unit) || null,
  year: number(row.year),
  kind: text(row.kind) as ObservationFact["kind"],
  bound: (text(row.bound) || "exact") as ObservationFact["bound"],
  measure: (text(row.measure) || "level") as ObservationFact["measure"],
  ...(row.text ? { text: text(row.text) } : {}),
});

export const observationFact = ({ id, properties }: NodeCell, evidence: EvidenceRef[]): ObservationFact => ({
  id,
  ...figure(properties),
  evidence,
});

export const milestoneFact = ({ id, properties }: NodeCell, evidence: EvidenceRef[]): MilestoneFact => ({
  id,
  stage: text(properties.stage) as MilestoneFact["stage"],
  year: number(properties.year),
  target: properties.target === true,
  evidence,
});
