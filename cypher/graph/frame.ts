/** What the rows of one report are made from and collected in. */
import type { Evidence, Facts } from "../../ingest/types.ts";
import { id } from "../hash.ts";
import type { BaseLabel, NodeRow, Properties, RelationshipRow } from "../rows.ts";

export interface Contribution {
  report: string;
  /** Of this report alone. */
  nodes: NodeRow[];
  relationships: RelationshipRow[];
  /** Said by others too, perhaps: entity → entity, with this report's evidence only. */
  shared: RelationshipRow[];
  /** Observations and milestones, with `HAS_…`; they stay as long as some report says them. */
  sharedNodes: Map<string, { node: NodeRow; has: RelationshipRow }>;
}

export interface Frame {
  facts: Facts;
  report: string;
  /** Entity node by the name's key, of this report. */
  node: Map<string, string>;
  out: Contribution;
}

export const passageId = (report: string, index: number): string => `${report}.${index}`;

export function link(
  type: string,
  [from, fromBase]: [string, BaseLabel],
  [to, toBase]: [string, BaseLabel],
  properties: Properties = {},
  ...more: string[]
): RelationshipRow {
  const own = id("l", type, from, to, ...more);
  return { id: own, type, from, fromBase, to, toBase, properties: { id: own, ...properties } };
}

/** A fact without evidence of its own points at the title: that the report says it at all. */
export const evidenceOf = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length > 0 ? evidence : [{ passage: 0, start: 0, end: 0, quote: "", rule: "report" }];
