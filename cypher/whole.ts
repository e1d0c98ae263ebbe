/** The whole graph, label by label and type by type, for exports. */
import type { Answer, Cell, NodeCell, RelationshipCell } from "./cells.ts";
import { baseLabels } from "./rows.ts";
import { allRelationshipTypes } from "./statements.ts";

export type GraphPart = { nodes: NodeCell[] } | { relationships: RelationshipCell[] };

export async function* wholeGraph(read: (cypher: string) => Promise<Answer>): AsyncGenerator<GraphPart> {
  for (const label of baseLabels) {
    const { rows } = await read(`MATCH (n:${label}) RETURN n`);
    yield { nodes: rows.map(([node]) => node as NodeCell) };
  }
  for (const type of allRelationshipTypes) {
    const { rows } = await read(
      `MATCH (a)-[r:${type}]->(b) RETURN r.id AS id, a.id AS from, b.id AS to, properties(r) AS properties`,
    );
    yield { relationships: rows.map((row) => relationship(type, row)) };
  }
}

function relationship(type: string, [id, from, to, properties]: Cell[]): RelationshipCell {
  return {
    id: String(id),
    type,
    from: String(from),
    to: String(to),
    properties: properties as RelationshipCell["properties"],
  };
}
