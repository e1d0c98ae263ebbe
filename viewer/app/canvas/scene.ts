/**
 * The canvas: one sigma for the life of the page, outside React. It is given pictures and a sight, and tells what the reader does.
 */
import { EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData } from "sigma/types";
import { animateNodes } from "sigma/utils";
import { INKS } from "../palette.ts";
import { ALL_NODES, type Column, drawMarks } from "./drawer.ts";
import { degreesOf, EMPTY, type Picture } from "./picture.ts";
import {
  type EdgeData,
  edgeLook,
  focusOf,
  type NodeData,
  type NodeLook,
  nodeLook,
  radiusOf,
  type Sight,
} from "./reducers.ts";

export type SceneGraph = Graph<NodeData, EdgeData>;
export type SceneSigma = Sigma<NodeData, EdgeData>;

export interface SceneEvents {
  choose: (id: string | null) => void;
  open: (id: string) => void;
  hover: (id: string | null) => void;
  pin: (id: string, at: [number, number]) => void;
}

export interface Scene {
  show: (picture: Picture, pins: Record<string, [number, number]>) => void;
  look: (sight: Sight, relationWord: (data: EdgeData) => string, columns: Column[]) => void;
  fit: () => void;
  zoom: (factor: number) => void;
  center: (id: string) => void;
  attach: (place: HTMLElement) => void;
  /** For tests and export. */
  sigma: SceneSigma;
  graph: SceneGraph;
}

/** Above this many edges they are drawn as plain lines. */
const PLAIN_EDGES = 5000;
const MOVE_MS = 450;
const LEGEND_WIDTH = 150;
/** Room below the picture for the years, as a share of its height. */
const BELOW = 0.13;

export function createScene(events: SceneEvents): Scene {
  const container = document.createElement("div");
  container.className = "scene";
  const graph: SceneGraph = new Graph({ multi: true, type: "directed" });
  let sight: Sight | null = null;
  let columns: Column[] = [];
  let word: (data: EdgeData) => string = () => "";
  const sigma = createSigma(
    graph,
    container,
    () => sight,
    (data) => word(data),
  );
  sigma.on("afterRender", () => sight && drawMarks(sigma, sight, columns));
  wire(sigma, events);
  let stop: (() => void) | null = null;
  let framed: { picture: Picture; pins: Record<string, [number, number]> } | null = null;

  return {
    sigma,
    graph,
    show(picture, pins) {
      stop?.();
      const targets = sync(graph, picture, pins);
      const many = graph.order > ALL_NODES;
      sigma.setSetting("labelDensity", graph.order > 3000 ? 0.15 : many ? 1 : 10);
      sigma.setSetting("labelRenderedSizeThreshold", many ? 5 : 0);
      frame(sigma, picture, pins);
      framed = { picture, pins };
      stop = move(sigma, targets);
      ease(sigma);
    },
    look(next, nextWord, nextColumns) {
      sight = next;
      columns = nextColumns;
      word = nextWord;
      container.style.background = INKS[next.ground].ground;
      sigma.refresh({ skipIndexation: true });
    },
    fit: () => ease(sigma),
    zoom: (factor) =>
      void sigma.getCamera().animate({ ratio: clamp(sigma.getCamera().ratio / factor) }, { duration: 180 }),
    center(id) {
      const at = sigma.getNodeDisplayData(id);
      if (at) void sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: calm() ? 0 : 300 });
    },
    attach(place) {
      if (container.parentElement === place) return;
      place.append(container);
      new ResizeObserver(() => {
        if (container.parentElement !== place || place.clientWidth === 0) return;
        sigma.resize();
        if (framed) frame(sigma, framed.picture, framed.pins);
        sigma.refresh();
      }).observe(place);
      sigma.resize();
      sigma.refresh();
    },
  };
}

const clamp = (ratio: number): number => Math.max(0.05, Math.min(4, ratio));
const calm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const ease = (sigma: SceneSigma): void =>
  void sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: calm() ? 0 : MOVE_MS });

function createSigma(
  graph: SceneGraph,
  container: HTMLElement,
  sight: () => Sight | null,
  word: (data: EdgeData) => string,
): SceneSigma {
  const Border = createNodeBorderProgram<NodeData, EdgeData>({
    borders: [
      { size: { value: 2, mode: "pixels" }, color: { attribute: "borderColor" } },
      { size: { fill: true }, color: { attribute: "color" } },
    ],
  });
  return new Sigma<NodeData, EdgeData>(graph, container, {
    allowInvalidContainer: true,
    defaultNodeType: "border",
    nodeProgramClasses: { border: Border },
    defaultEdgeType: "arrow",
    edgeProgramClasses: EDGE_PROGRAMS,
    zIndex: true,
    renderEdgeLabels: false,
    labelDensity: 10,
    labelRenderedSizeThreshold: 0,
    stagePadding: 70,
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.6,
    hideEdgesOnMove: false,
    defaultDrawNodeLabel: () => {},
    defaultDrawNodeHover: () => {},
    nodeReducer: (id, data) => {
      const now = sight();
      return now ? nodeLook(id, data, now) : data;
    },
    edgeReducer: (edge, data) => {
      const now = sight();
      if (!now) return {};
      const look = edgeLook(edge, data, graph.source(edge), graph.target(edge), now, word(data));
      return {
        ...look,
        curvature: data.curvature,
        type: edgeProgram(graph, data),
      } as Partial<EdgeDisplayData>;
    },
  });
}

// sigma's own programs are typed for any attributes
const EDGE_PROGRAMS = {
  arrow: EdgeArrowProgram,
  line: EdgeLineProgram,
  curvedArrow: EdgeCurvedArrowProgram,
} as unknown as Record<string, EdgeProgramType<NodeData, EdgeData>>;

const edgeProgram = (graph: SceneGraph, { curvature }: EdgeData): string =>
  graph.size > PLAIN_EDGES ? "line" : curvature === 0 ? "arrow" : "curvedArrow";

/** Brings the graph to the picture; returns where each node shall move to. New ones start at a neighbour that was there. */
function sync(
  graph: SceneGraph,
  picture: Picture,
  pins: Record<string, [number, number]>,
): Record<string, { x: number; y: number }> {
  const degree = degreesOf(picture.edges.values());
  const hubs = picture.hubs;
  graph.forEachNode((id) => void (picture.nodes.has(id) || graph.dropNode(id)));
  const targets: Record<string, { x: number; y: number }> = {};
  const had = new Set(graph.nodes());
  const near = anchors(picture, had);
  for (const { id, name, type, reports } of picture.nodes.values()) {
    const [x, y] = pins[id] ?? picture.positions[id] ?? [0, 0];
    targets[id] = { x, y };
    const from = near.get(id);
    const links = degree.get(id) ?? 0;
    const hub = hubs.has(id);
    const data: NodeData = {
      x: from === undefined ? x : graph.getNodeAttribute(from, "x"),
      y: from === undefined ? y : graph.getNodeAttribute(from, "y"),
      size: radiusOf({ reports, degree: links, hub }, "reports"),
      name,
      type,
      reports,
      degree: links,
      hub,
    };
    if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { size: data.size, hub, degree: links });
    else graph.addNode(id, data);
  }
  syncEdges(graph, picture);
  return targets;
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
  graph.forEachEdge((id) => void (edges.has(id) || graph.dropEdge(id)));
  for (const { id, from, to, type, year, basis, reports } of edges.values())
    if (from !== to && !graph.hasEdge(id) && graph.hasNode(from) && graph.hasNode(to))
      graph.addEdgeWithKey(id, from, to, {
        relation: type,
        year: year ?? null,
        basis,
        reports,
        curvature: 0,
      });
  if (graph.size > PLAIN_EDGES) return;
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMaxIndexAttribute: "parallelMost" });
  graph.forEachEdge((id, attributes) => {
    const { parallel, parallelMost } = attributes as EdgeData & {
      parallel?: number | null;
      parallelMost?: number | null;
    };
    const curvature =
      typeof parallel === "number" && typeof parallelMost === "number"
        ? (0.35 * (parallel + 0.5)) / (parallelMost + 1) + 0.1
        : 0;
    graph.setEdgeAttribute(id, "curvature", curvature);
  });
}

/** How much wider the frame must be on the left for the legend to cover nothing, as a share of the picture. */
function legendShare(sigma: SceneSigma): number {
  const { width } = sigma.getDimensions();
  return width < 600 ? 0 : LEGEND_WIDTH / (width - LEGEND_WIDTH - 140);
}

/** A frame around all, never so narrow that two nodes fly apart. */
function frame(sigma: SceneSigma, { positions }: Picture, pins: Record<string, [number, number]>): void {
  const all = Object.entries(positions).map(([id, at]) => pins[id] ?? at);
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const span = (values: number[], least: number): [number, number] => {
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (!Number.isFinite(low)) return [-least / 2, least / 2];
    const slack = Math.max(0, least - (high - low)) / 2;
    return [low - slack, high + slack];
  };
  const [left, right] = span(xs, 520);
  const [bottom, top] = span(ys, 420);
  sigma.setCustomBBox({
    x: [left - legendShare(sigma) * (right - left), right],
    y: [bottom - BELOW * (top - bottom), top],
  });
}

function move(sigma: SceneSigma, targets: Record<string, { x: number; y: number }>): (() => void) | null {
  const graph = sigma.getGraph();
  if (!calm() && Object.keys(targets).length <= 1500)
    return animateNodes(graph, targets, { duration: MOVE_MS });
  graph.updateEachNodeAttributes((id, data) => ({ ...data, ...targets[id] }));
  return null;
}

/** A click chooses, a double click opens, dragging pins. */
function wire(sigma: SceneSigma, events: SceneEvents): void {
  let dragged: string | null = null;
  let moved = false;
  sigma.on("clickNode", ({ node }) => {
    // letting go after dragging is no click
    if (!moved) events.choose(node);
    moved = false;
  });
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.open(node);
  });
  sigma.on("clickStage", () => events.choose(null));
  sigma.on("enterNode", ({ node }) => events.hover(node));
  sigma.on("leaveNode", () => events.hover(null));
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    moved = false;
    sigma.setCustomBBox(sigma.getCustomBBox() ?? sigma.getBBox());
  });
  sigma.on("moveBody", ({ event }) => {
    if (!dragged) return;
    moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    sigma.getGraph().mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = (): void => {
    if (dragged && moved && sigma.getGraph().hasNode(dragged)) {
      const { x, y } = sigma.getGraph().getNodeAttributes(dragged);
      events.pin(dragged, [Math.round(x), Math.round(y)]);
    }
    dragged = null;
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
}

/** The focus and its neighbours on the canvas. */
export function nearOf(
  graph: SceneGraph,
  chosen: string | null,
  hovered: string | null,
): ReadonlySet<string> | null {
  const focus = focusOf({ chosen, hovered });
  return focus && graph.hasNode(focus) ? new Set([focus, ...graph.neighbors(focus)]) : null;
}

export type { NodeLook };
export { EMPTY };
