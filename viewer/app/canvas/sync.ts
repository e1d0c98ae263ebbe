/** Brings sigma's graph to a picture. */
import { curvaturesOf } from "./parallel.ts";
import { degreesOf, type Picture } from "./picture.ts";
import { type NodeData, radiusOf } from "./reducers.ts";
import { PLAIN_EDGES, type SceneGraph } from "./sigma.ts";

export type Targets = Record<string, { x: number; y: number }>;

/** Returns where each node shall move to. New ones start at a neighbour that was there. */
export function sync(
  graph: SceneGraph,
  picture: Picture,
  pins: Readonly<Record<string, [number, number]>>,
): Targets {
  const degree = degreesOf(picture.edges.values());
  for (const id of graph.nodes()) if (!picture.nodes.has(id)) graph.dropNode(id);
  const targets: Targets = {};
  const near = anchors(picture, new Set(graph.nodes()));
  for (const { id, name, type, reports } of picture.nodes.values()) {
    const [x, y] = pins[id] ?? picture.positions[id] ?? [0, 0];
    targets[id] = { x, y };
    const [links, hub] = [degree.get(id) ?? 0, picture.hubs.has(id)];
    const size = radiusOf({ reports, degree: links, hub }, "reports");
    if (graph.hasNode(id)) {
      graph.mergeNodeAttributes(id, { size, hub, degree: links });
      continue;
    }
    const from = near.get(id);
    const start = from === undefined ? { x, y } : placeOf(graph, from);
    graph.addNode(id, { ...start, size, name, type, reports, degree: links, hub });
  }
  syncEdges(graph, picture);
  return targets;
}

function placeOf(graph: SceneGraph, id: string): Pick<NodeData, "x" | "y"> {
  const { x, y } = graph.getNodeAttributes(id);
  return { x, y };
}

/** For each new node a neighbour that is already drawn. */
function anchors({ edges }: Picture, had: ReadonlySet<string>): Map<string, string> {
  const near = new Map<string, string>();
  for (const { from, to } of edges.values()) {
    if (had.has(from) && !had.has(to)) near.set(to, from);
    if (had.has(to) && !had.has(from)) near.set(from, to);
  }
  return near;
}

function syncEdges(graph: SceneGraph, { edges }: Picture): void {
  for (const id of graph.edges()) if (!edges.has(id)) graph.dropEdge(id);
  const curvature = edges.size > PLAIN_EDGES ? new Map<string, number>() : curvaturesOf(edges.values());
  for (const { id, from, to, type, year, basis, reports } of edges.values()) {
    const bend = curvature.get(id) ?? 0;
    if (graph.hasEdge(id)) {
      if (graph.getEdgeAttribute(id, "curvature") !== bend) graph.setEdgeAttribute(id, "curvature", bend);
    } else if (graph.hasNode(from) && graph.hasNode(to))
      graph.addEdgeWithKey(id, from, to, {
        ...{ relation: type, year: year ?? null, basis, reports, curvature: bend },
      });
  }
}
