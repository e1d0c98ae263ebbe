/** Cells of an answer as text, and the entities in them. Pure. */
import { type Cell, isNode, isPath, isRelationship, type NodeCell } from "../../../cypher/cells.ts";

export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if (isNode(cell)) return nodeText(cell);
  if (isRelationship(cell)) return cell.type;
  if (isPath(cell)) return cell.nodes.map(nodeText).join(" – ");
  if (Array.isArray(cell)) return cell.map(cellText).join("、");
  return JSON.stringify(cell);
}

/** The name, title or words that a node goes by. */
function nodeText({ id, properties }: NodeCell): string {
  for (const key of ["name", "title", "indicator", "stage", "text"]) {
    const value = properties[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return id;
}

/** Ids of all entities in the rows, each once. */
export function entitiesIn(rows: readonly Cell[][]): string[] {
  const ids = new Set<string>();
  const visit = (cell: Cell): void => {
    if (typeof cell !== "object" || cell === null) return;
    if (isNode(cell)) {
      if (cell.labels.includes("Entity")) ids.add(cell.id);
    } else if (isPath(cell)) cell.nodes.forEach(visit);
    else if (Array.isArray(cell)) cell.forEach(visit);
    else if (!isRelationship(cell)) Object.values(cell).forEach(visit);
  };
  for (const row of rows) row.forEach(visit);
  return [...ids];
}
