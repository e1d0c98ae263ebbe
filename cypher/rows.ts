/** What is written: the nodes and relationships of the graph as flat rows that both stores can keep. */

export type Value = string | number | boolean | string[] | number[];
export type Properties = Record<string, Value>;

/** The label under which a node's id is unique. */
export type BaseLabel = "Entity" | "Report" | "Passage" | "Observation" | "Milestone";
export const baseLabels: readonly BaseLabel[] = ["Entity", "Report", "Passage", "Observation", "Milestone"];

export interface NodeRow {
  /** `properties.id` too. */
  id: string;
  base: BaseLabel;
  /** The type label of an entity. */
  label?: string;
  properties: Properties;
}

export interface RelationshipRow {
  id: string;
  type: string;
  from: string;
  fromBase: BaseLabel;
  to: string;
  toBase: BaseLabel;
  properties: Properties;
}

/** What one writing does to the graph. */
export interface Delta {
  /** Entities as they were, that have another label now. */
  relabelled: NodeRow[];
  nodes: NodeRow[];
  relationships: RelationshipRow[];
  goneNodes: NodeRow[];
  goneRelationships: RelationshipRow[];
}

export const emptyDelta = (): Delta => ({
  relabelled: [],
  nodes: [],
  relationships: [],
  goneNodes: [],
  goneRelationships: [],
});

export const rowsIn = (delta: Delta): number =>
  delta.nodes.length + delta.relationships.length + delta.goneNodes.length + delta.goneRelationships.length;

/** Same content, whatever the order of the properties. */
export function sameProperties(a: Properties, b: Properties): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => sameValue(a[key], b[key]));
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => value === b[i]);
  return a === b;
}
