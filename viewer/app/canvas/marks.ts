/** What is drawn upon sigma's picture: the type's character in each disc, labels that never overlap, names of relations, loops. */
import { INKS } from "../palette.ts";
import { type Box, type LabelWish, placeLabels, visible } from "./labels.ts";
import { createLevels, type Levels } from "./levels.ts";
import { focusOf, type NodeLook, type Sight } from "./reducers.ts";
import { pointAt, type Ring, ringOf, type Span } from "./shape.ts";
import type { SceneSigma } from "./sigma.ts";
import { type Writing, widthOf } from "./writing.ts";

/** Up to this many nodes every one is looked at for a label; above it, the weightiest of each part in view. */
const ALL_NODES = 400;
const LOOKED_AT = 260;
/** In a very large graph fewer while the camera moves, so that it moves lightly. */
const LARGE = 800;
const LOOKED_AT_MOVING = 24;
/** Relations of the focus that are looked at for a name. */
const MOST_RELATIONS = 300;

/** A word above a column of the layout by year, in the graph's own coordinates. */
export interface Column {
  x: number;
  y: number;
  label: string;
}

export interface Disc {
  id: string;
  x: number;
  y: number;
  radius: number;
  color: string;
  border: string;
  /** Empty where the disc is too small for a character. */
  mark: string;
}

export interface Loop extends Ring {
  id: string;
  color: string;
  size: number;
}

/** What is written upon the picture at this moment, in CSS pixels of the canvas. */
export interface Marks {
  discs: Disc[];
  loops: Loop[];
  writings: Writing[];
  markInk: string;
  halo: string;
}

interface Seen extends LabelWish {
  look: NodeLook;
}

const SMALLEST_MARK = 7;
const LABEL_SIZE = 12.5;
const LARGE_SIZE = 14;
const RELATION_SIZE = 11;

export type Occasion = "moving" | "rest" | "file";

const isLarge = (sigma: SceneSigma): boolean => sigma.getGraph().order > LARGE;

export interface Marker {
  /** For "file" every disc in sight, else those that may bear words; while "moving" fewer of very many. */
  marks: (sight: Sight, columns: readonly Column[], covered: readonly Box[], what: Occasion) => Marks;
  /** Edges from a node to itself, as circles. */
  loops: () => Loop[];
}

/** Remembers between two frames what only a change of the picture alters. */
export function createMarker(sigma: SceneSigma): Marker {
  let levels: Levels | null = null;
  let looks = new Map<string, NodeLook>();
  sigma.on("afterProcess", () => {
    levels = null;
    looks = new Map();
  });
  const lookOf = (id: string): NodeLook | undefined => {
    const known = looks.get(id);
    if (known) return known;
    const look = sigma.getNodeDisplayData(id) as unknown as NodeLook | undefined;
    if (look) looks.set(id, look);
    return look;
  };
  const candidates = (sight: Sight, most: number): string[] => {
    levels ??= createLevels(itemsOf(sigma));
    const focus = [sight.hovered, sight.chosen].filter((id) => id !== null && sigma.getGraph().hasNode(id));
    return [...new Set([...(focus as string[]), ...levels(viewOf(sigma), most)])];
  };
  return {
    marks(sight, columns, covered, what) {
      const graph = sigma.getGraph();
      const few = graph.order <= ALL_NODES;
      const all = few || what === "file";
      const most = what === "moving" && isLarge(sigma) ? LOOKED_AT_MOVING : LOOKED_AT;
      const seen = nodesInSight(sigma, all ? graph.nodes() : candidates(sight, most), lookOf);
      const words = few || !all ? seen : nodesInSight(sigma, candidates(sight, most), lookOf);
      const ink = INKS[sight.ground];
      const heads = headsOf(sigma, columns, ink.edgeStrong);
      const names = namesOf(sigma, words, sight, [...covered, ...heads.map(boxOf)]);
      return {
        discs: seen.map(discOf),
        loops: loopsOf(sigma),
        writings: [...heads, ...names],
        markInk: ink.markInk,
        halo: ink.halo,
      };
    },
    loops: () => loopsOf(sigma),
  };
}

const itemsOf = (sigma: SceneSigma): { id: string; x: number; y: number; weight: number }[] =>
  sigma
    .getGraph()
    .nodes()
    .flatMap((id) => {
      const look = sigma.getNodeDisplayData(id) as unknown as NodeLook | undefined;
      return look && !look.hidden ? [{ id, x: look.x, y: look.y, weight: look.weight }] : [];
    });

function viewOf(sigma: SceneSigma): { left: number; right: number; low: number; high: number } {
  const { width, height } = sigma.getDimensions();
  const corners = [
    sigma.viewportToFramedGraph({ x: 0, y: 0 }),
    sigma.viewportToFramedGraph({ x: width, y: height }),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
}

const discOf = ({ id, x, y, radius, look }: Seen): Disc => ({
  id,
  x,
  y,
  radius,
  color: look.color,
  border: look.borderColor,
  mark: radius < SMALLEST_MARK ? "" : look.mark,
});

const headsOf = (sigma: SceneSigma, columns: readonly Column[], color: string): Writing[] =>
  columns.map(({ x, y, label }) => {
    const at = sigma.graphToViewport({ x, y });
    return { text: label, left: at.x - 14, middle: at.y, size: 15, bold: true, color };
  });

const boxOf = ({ text, left, middle, size, bold }: Writing): Box => ({
  left,
  right: left + widthOf(text, size, bold),
  top: middle - size / 2,
  bottom: middle + size / 2,
});

function namesOf(sigma: SceneSigma, seen: readonly Seen[], sight: Sight, covered: readonly Box[]): Writing[] {
  const ink = INKS[sight.ground];
  const looks = new Map(seen.map(({ id, look }) => [id, look]));
  const wishes = seen.flatMap((one) => (one.text === "" ? [] : [measured(one)]));
  const placed = placeLabels(
    [...wishes, ...relationWishes(sigma, sight)],
    seen,
    sigma.getDimensions(),
    covered,
  );
  return placed.map(({ id, text, left, middle, height }): Writing => {
    const look = looks.get(id);
    if (!look)
      return { text, left: left + APART, middle, size: RELATION_SIZE, bold: false, color: ink.edgeStrong };
    const large = height > 18;
    const size = large ? LARGE_SIZE : LABEL_SIZE;
    return { text, left, middle, size, bold: large, color: look.dim ? ink.faint : ink.ink };
  });
}

function nodesInSight(
  sigma: SceneSigma,
  ids: readonly string[],
  lookOf: (id: string) => NodeLook | undefined,
): Seen[] {
  const { width, height } = sigma.getDimensions();
  const seen: Seen[] = [];
  for (const id of ids) {
    const look = lookOf(id);
    if (!look || look.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(look);
    const radius = sigma.scaleSize(look.size);
    // before the canvas has its size, these are no numbers
    const inSight = radius > 0 && x > -60 && y > -30 && x < width + 60 && y < height + 30;
    if (!inSight) continue;
    const { label: text, weight, forceLabel: force } = look;
    seen.push({ id, text, x, y, radius, width: 0, height: 0, weight, force, look });
  }
  return seen.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function measured(wish: Seen): Seen {
  const large = wish.radius >= 11 || wish.force;
  const width = widthOf(wish.text, large ? LARGE_SIZE : LABEL_SIZE, large) + 2;
  return { ...wish, width, height: large ? 20 : 17 };
}

/** Before names that are dimmed, after those that are not. */
const RELATION_WEIGHT = 5e4;
/** Room to the left and right of a relation's name. */
const APART = 7;

/** The relations of the focus, named upon their line where there is room. */
function relationWishes(sigma: SceneSigma, sight: Sight): LabelWish[] {
  const focus = focusOf(sight);
  const graph = sigma.getGraph();
  if (!focus || !graph.hasNode(focus)) return [];
  return graph
    .edges(focus)
    .slice(0, MOST_RELATIONS)
    .flatMap((edge) => relationWish(sigma, edge, focus));
}

function relationWish(sigma: SceneSigma, edge: string, focus: string): LabelWish[] {
  const look = sigma.getEdgeDisplayData(edge);
  const span = spanOf(sigma, edge);
  if (!look?.label || !span) return [];
  const text = visible(look.label);
  const width = widthOf(text, RELATION_SIZE, false);
  if (Math.hypot(span.from.x - span.to.x, span.from.y - span.to.y) < width + 40) return [];
  // towards the other end, where lines are apart
  const outward = sigma.getGraph().source(edge) === focus ? [0.6, 0.72, 0.5, 0.4] : [0.4, 0.28, 0.5, 0.6];
  const spots = outward.map((share) => pointAt(span, share));
  const [at = { x: 0, y: 0 }] = spots;
  const sizes = { radius: 0, width: width + 2 * APART, height: 18, weight: RELATION_WEIGHT, force: false };
  return [{ id: `relation ${edge}`, text, ...at, ...sizes, spots }];
}

/** An edge's place on the screen; null where it is not drawn, or goes from a node to itself. */
export function spanOf(sigma: SceneSigma, edge: string): Span | null {
  const graph = sigma.getGraph();
  const [from, to] = graph.extremities(edge);
  const look = sigma.getEdgeDisplayData(edge);
  const [a, b] = [sigma.getNodeDisplayData(from), sigma.getNodeDisplayData(to)];
  if (from === to || !look || look.hidden || !a || !b || a.hidden || b.hidden) return null;
  return {
    from: sigma.framedGraphToViewport(a),
    to: sigma.framedGraphToViewport(b),
    curvature: look.type === "curvedArrow" ? graph.getEdgeAttribute(edge, "curvature") : 0,
  };
}

function loopsOf(sigma: SceneSigma): Loop[] {
  const graph = sigma.getGraph();
  if (graph.selfLoopCount === 0) return [];
  const counts = new Map<string, number>();
  return graph
    .filterEdges((_, __, from, to) => from === to)
    .flatMap((id) => {
      const node = graph.source(id);
      const [look, at] = [sigma.getEdgeDisplayData(id), sigma.getNodeDisplayData(node)];
      if (!look || !at || at.hidden || (look as { away?: boolean }).away) return [];
      const index = counts.get(node) ?? 0;
      counts.set(node, index + 1);
      const ring = ringOf(sigma.framedGraphToViewport(at), sigma.scaleSize(at.size), index);
      return [{ id, ...ring, color: look.color, size: look.size }];
    });
}
