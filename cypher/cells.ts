/** What an answer is made of: plain JSON, the same from both stores. */

export interface NodeCell {
  id: string;
  labels: string[];
  properties: Record<string, Cell>;
}

export interface RelationshipCell {
  id: string;
  type: string;
  /** Ids of the nodes at its ends. */
  from: string;
  to: string;
  properties: Record<string, Cell>;
}

export interface PathCell {
  nodes: NodeCell[];
  relationships: RelationshipCell[];
}

export type Cell =
  | string
  | number
  | boolean
  | null
  | NodeCell
  | RelationshipCell
  | PathCell
  | Cell[]
  | { [key: string]: Cell };

export interface Answer {
  columns: string[];
  rows: Cell[][];
  /** More rows exist than the limit lets through. */
  more: boolean;
  milliseconds: number;
}

/** The rows as objects by column name. */
export function records(answer: Answer): Record<string, Cell>[] {
  return answer.rows.map((row) =>
    Object.fromEntries(answer.columns.map((column, i) => [column, row[i] ?? null])),
  );
}

const isObject = (cell: Cell | undefined): cell is { [key: string]: Cell } =>
  typeof cell === "object" && cell !== null && !Array.isArray(cell);

export const isNode = (cell: Cell | undefined): cell is NodeCell =>
  isObject(cell) && Array.isArray(cell.labels) && typeof cell.id === "string" && isObject(cell.properties);

export const isRelationship = (cell: Cell | undefined): cell is RelationshipCell =>
  isObject(cell) &&
  typeof cell.type === "string" &&
  typeof cell.from === "string" &&
  isObject(cell.properties);

export const isPath = (cell: Cell | undefined): cell is PathCell =>
  isObject(cell) && Array.isArray(cell.nodes) && Array.isArray(cell.relationships);
