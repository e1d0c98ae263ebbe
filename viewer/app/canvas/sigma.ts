/** Sigma with our programs and reducers. Words are drawn by drawer.ts: sigma's own would overlap. */
import { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import type Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData } from "sigma/types";
import { type EdgeData, edgeLook, type NodeData, nodeLook, type Sight } from "./reducers.ts";

export type SceneGraph = Graph<NodeData, EdgeData>;
export type SceneSigma = Sigma<NodeData, EdgeData>;

/** Above this many edges they are drawn as plain lines. */
export const PLAIN_EDGES = 5000;

export const NEAREST = 0.03;
export const FARTHEST = 4;

export function createSigma(
  graph: SceneGraph,
  container: HTMLElement,
  sight: () => Sight | null,
  word: (data: EdgeData) => string,
  shrink: () => number,
): SceneSigma {
  return new Sigma<NodeData, EdgeData>(graph, container, {
    allowInvalidContainer: true,
    defaultNodeType: "border",
    nodeProgramClasses: { border: borderProgram() },
    defaultEdgeType: "arrow",
    edgeProgramClasses: EDGE_PROGRAMS,
    zIndex: true,
    renderLabels: false,
    renderEdgeLabels: false,
    stagePadding: 70,
    minCameraRatio: NEAREST,
    maxCameraRatio: FARTHEST,
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.6 / shrink(),
    hideEdgesOnMove: false,
    defaultDrawNodeHover: () => {},
    nodeReducer: (id, data) => {
      const now = sight();
      return now ? nodeLook(id, data, now) : data;
    },
    edgeReducer: (edge, data) => {
      const now = sight();
      if (!now) return {};
      const [from, to] = graph.extremities(edge);
      const look = edgeLook(edge, data, from, to, now, word(data));
      // sigma cannot draw an edge from a node to itself: drawer.ts does
      const away = look.hidden;
      return {
        ...{ ...look, away, hidden: away || from === to, curvature: data.curvature },
        type: edgeProgram(graph, data),
      } as Partial<EdgeDisplayData>;
    },
  });
}

const borderProgram = () =>
  createNodeBorderProgram<NodeData, EdgeData>({
    borders: [
      { size: { value: 2, mode: "pixels" }, color: { attribute: "borderColor" } },
      { size: { fill: true }, color: { attribute: "color" } },
    ],
  });

// sigma's own programs are typed for any attributes
const EDGE_PROGRAMS = {
  arrow: EdgeArrowProgram,
  line: EdgeLineProgram,
  curvedArrow: EdgeCurvedArrowProgram,
} as unknown as Record<string, EdgeProgramType<NodeData, EdgeData>>;

const edgeProgram = (graph: SceneGraph, { curvature }: EdgeData): string =>
  graph.size > PLAIN_EDGES ? "line" : curvature === 0 ? "arrow" : "curvedArrow";
