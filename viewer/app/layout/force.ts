/** Force layout with a fixed number of iterations: the same graph gives the same picture, however fast the machine. */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import { type LayoutEdge, type LayoutNode, type Positions, seedPositions } from "./seed.ts";

/** Positions in about pixels at zoom 1, centred on 0, without overlapping discs. */
export function forceLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Positions {
  const graph = build(nodes, edges);
  if (graph.order < 2) return positionsOf(graph);
  forceAtlas2.assign(graph, {
    iterations: iterationsFor(graph.order),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      gravity: 0.5,
      scalingRatio: 420,
      strongGravityMode: false,
      linLogMode: false,
      outboundAttractionDistribution: false,
      slowDown: 4,
      barnesHutOptimize: graph.order > 800,
    },
  });
  if (graph.order <= 6000)
    noverlap.assign(graph, {
      maxIterations: graph.order > 1500 ? 30 : 120,
      settings: { margin: 7, ratio: 1.1, expansion: 1.05 },
    });
  return positionsOf(graph);
}

const iterationsFor = (order: number): number => Math.max(30, Math.min(260, Math.round(120_000 / order)));

function build(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Graph {
  const graph = new Graph({ multi: false, type: "undirected" });
  const at = seedPositions(nodes, edges);
  for (const { id, radius, fixed } of nodes) {
    const [x, y] = at[id] ?? [0, 0];
    graph.addNode(id, { x, y, size: radius, fixed: fixed === true });
  }
  for (const { from, to } of edges)
    if (from !== to && graph.hasNode(from) && graph.hasNode(to) && !graph.hasEdge(from, to))
      graph.addEdge(from, to, { weight: 1 });
  return graph;
}

function positionsOf(graph: Graph): Positions {
  const at: Positions = {};
  graph.forEachNode((id, { x, y }) => {
    at[id] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
  return at;
}
