/** Draws what sigma 3 does not do well for Chinese: the type's character in each disc, labels that never overlap, names of relations. */
import { INKS } from "../palette.ts";
import { type Box, type LabelWish, placeLabels, visible } from "./labels.ts";
import { focusOf, type NodeLook, type Sight } from "./reducers.ts";
import type { SceneSigma } from "./scene.ts";

export const FONT = `"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif`;

/** Up to this many nodes every one is looked at for a label; above it, only those that sigma's grid of labels offers. */
export const ALL_NODES = 400;
const MOST_LABELS = 900;
/** With more relations than this their names would only be noise; the panel lists them. */
const MOST_RELATION_NAMES = 18;

const widths = new Map<string, number>();

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

export interface Writing {
  text: string;
  left: number;
  middle: number;
  /** Font size in pixels. */
  size: number;
  bold: boolean;
  color: string;
}

/** What is written upon the picture at this moment, in CSS pixels of the canvas. */
export interface Marks {
  discs: Disc[];
  writings: Writing[];
  markInk: string;
  halo: string;
}

const SMALLEST_MARK = 7;

export function marksOf(
  sigma: SceneSigma,
  sight: Sight,
  columns: readonly Column[],
  covered: readonly Box[],
): Marks {
  const seen = nodesInSight(sigma);
  const wishes = seen.filter(({ look }) => look.label !== "").slice(0, MOST_LABELS);
  for (const wish of wishes) measure(wish);
  const ink = INKS[sight.ground];
  const dimmed = new Set(wishes.filter(({ look }) => look.dim).map(({ id }) => id));
  const relations = relationWishes(sigma, sight);
  const heads = columns.map(({ x, y, label }): Writing => {
    const at = sigma.graphToViewport({ x, y });
    return { text: label, left: at.x - 14, middle: at.y, size: 15, bold: true, color: ink.edgeStrong };
  });
  const names = placeLabels([...wishes, ...relations], seen, sigma.getDimensions(), covered).map(
    ({ id, text, left, middle, height }): Writing => {
      const relation = id.startsWith("relation ");
      const large = height > 18;
      const size = relation ? RELATION_SIZE : large ? LARGE_SIZE : LABEL_SIZE;
      const color = relation ? ink.edgeStrong : dimmed.has(id) ? ink.faint : ink.ink;
      return { text, left, middle, size, bold: large && !relation, color };
    },
  );
  const discs = seen.map(
    ({ id, x, y, radius, look }): Disc => ({
      id,
      x,
      y,
      radius,
      color: look.color,
      border: look.borderColor,
      mark: radius < SMALLEST_MARK ? "" : look.mark,
    }),
  );
  return { discs, writings: [...heads, ...names], markInk: ink.markInk, halo: ink.halo };
}

export function drawMarks(sigma: SceneSigma, sight: Sight, columns: readonly Column[]): void {
  const context = sigma.getCanvases().labels?.getContext("2d");
  if (!context) return;
  const { discs, writings, markInk, halo } = marksOf(sigma, sight, columns, coveredBy(sigma.getContainer()));
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.fillStyle = markInk;
  for (const { x, y, radius, mark } of discs) {
    if (mark === "") continue;
    context.font = `600 ${markSize(radius)}px ${FONT}`;
    context.fillText(mark, x, y + 0.5);
  }
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = HALO_WIDTH;
  context.strokeStyle = halo;
  for (const { text, left, middle, size, bold, color } of writings) {
    context.font = fontOf(size, bold);
    context.strokeText(text, left, middle + 0.5);
    context.fillStyle = color;
    context.fillText(text, left, middle + 0.5);
  }
}

export const HALO_WIDTH = 3.5;
const LABEL_SIZE = 12.5;
const LARGE_SIZE = 14;
const RELATION_SIZE = 11;

export const markSize = (radius: number): number => Math.round(Math.min(radius * 1.05, 17));
const fontOf = (size: number, bold: boolean): string => `${bold ? "600 " : ""}${size}px ${FONT}`;

interface Seen extends LabelWish {
  look: NodeLook;
}

function nodesInSight(sigma: SceneSigma): Seen[] {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const seen: Seen[] = [];
  const visit = (id: string): void => {
    const look = sigma.getNodeDisplayData(id) as unknown as NodeLook | undefined;
    if (!look || look.hidden) return;
    const radius = sigma.scaleSize(look.size);
    const { x, y } = sigma.framedGraphToViewport(look);
    if (x < -60 || y < -30 || x > width + 60 || y > height + 30) return;
    seen.push({
      id,
      text: look.label,
      x,
      y,
      radius,
      width: 0,
      height: 0,
      weight: look.weight,
      force: look.forceLabel,
      look,
    });
  };
  if (graph.order <= ALL_NODES) graph.forEachNode(visit);
  else for (const id of sigma.getNodeDisplayedLabels()) visit(id);
  return seen.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** How long the boxes of legend and tools are believed: asking for them at every frame would cost more than the labels. */
const BOXES_MS = 400;
let boxes: { at: number; of: Box[] } = { at: Number.NEGATIVE_INFINITY, of: [] };

/** What lies upon the canvas: legend and tools. No label goes under them. */
function coveredBy(container: HTMLElement): Box[] {
  const now = performance.now();
  if (now - boxes.at > BOXES_MS) boxes = { at: now, of: boxesUpon(container) };
  return boxes.of;
}

function boxesUpon(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect();
  const above =
    container
      .closest(".canvas-column")
      ?.querySelectorAll(".legend, .canvas-tools, .timeline, .canvas-top > *") ?? [];
  return [...above].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top };
  });
}

function measure(wish: Seen): void {
  const large = wish.radius >= 11 || wish.force;
  wish.height = large ? 20 : 17;
  wish.width = widthOf(wish.text, large ? fontOf(LARGE_SIZE, true) : fontOf(LABEL_SIZE, false)) + 2;
}

let ruler: CanvasRenderingContext2D | null = null;

function widthOf(text: string, font: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 50_000) widths.clear();
    ruler ??= document.createElement("canvas").getContext("2d");
    if (!ruler) return text.length * LABEL_SIZE;
    ruler.font = font;
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** The relations of the focus, named at their middle. */
function relationWishes(sigma: SceneSigma, sight: Sight): LabelWish[] {
  const focus = focusOf(sight);
  const graph = sigma.getGraph();
  if (!focus || !graph.hasNode(focus) || graph.degree(focus) > MOST_RELATION_NAMES) return [];
  const wishes: LabelWish[] = [];
  graph.forEachEdge(focus, (edge, _, from, to) => {
    const data = sigma.getEdgeDisplayData(edge);
    const [a, b] = [sigma.getNodeDisplayData(from), sigma.getNodeDisplayData(to)];
    if (!data?.label || data.hidden || !a || !b || a.hidden || b.hidden) return;
    const [start, end] = [sigma.framedGraphToViewport(a), sigma.framedGraphToViewport(b)];
    const text = visible(data.label);
    const width = widthOf(text, fontOf(RELATION_SIZE, false));
    if (Math.hypot(start.x - end.x, start.y - end.y) < width + 40) return;
    const [x, y] = [(start.x + end.x) / 2 - width / 2 - 4, (start.y + end.y) / 2];
    wishes.push({
      id: `relation ${edge}`,
      text,
      x,
      y,
      radius: 0,
      width,
      height: 14,
      weight: -1,
      force: false,
    });
  });
  return wishes;
}
