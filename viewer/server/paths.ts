/** The shortest ways between two entities, written in the order in which one walks them. */
import { isPath, type PathCell } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import type { PathStep, PathsAnswer } from "./api.ts";
import { edgeCard, evidenceOf, nodeCard } from "./cards.ts";
import { ask, distinct } from "./rows.ts";

export async function paths(store: Store, from: string, to: string, limit: number): Promise<PathsAnswer> {
  const rows = await ask(store, "paths", { from, to, limit });
  const found = rows.flatMap(({ path }) => (isPath(path) ? [stepsOf(path)] : []));
  const steps = found.flat();
  return {
    nodes: distinct(steps.flatMap((step) => [step.from, step.to])),
    edges: distinct(steps.map(({ edge }) => edge)),
    paths: found,
  };
}

function stepsOf({ nodes, relationships }: PathCell): PathStep[] {
  const cards = new Map(nodes.map((node) => [node.id, nodeCard(node)]));
  return relationships.flatMap((relationship) => {
    const edge = edgeCard(relationship);
    const [from, to] = [cards.get(relationship.from), cards.get(relationship.to)];
    return edge && from && to ? [{ edge, from, to, evidence: evidenceOf(relationship) }] : [];
  });
}
