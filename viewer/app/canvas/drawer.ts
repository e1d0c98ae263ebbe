/** Draws what sigma 3 does not do well for Chinese: the type's character in each disc, labels that never overlap, names of relations. */
import { INKS } from "../palette.ts";
import { type Box, type LabelWish, placeLabels, visible } from "./labels.ts";
import { focusOf, type NodeLook, type Sight } from "./reducers.ts";
import type { SceneSigma } from "./scene.ts";

export const FONT = `"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif`;

/** Up to this many nodes every one is looked at for a label; above it, only those that are large on the screen. */
const ALL_NODES = 3000;
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

export function drawMarks(sigma: SceneSigma, sight: Sight, columns: readonly Column[]): void {
  const context = sigma.getCanvases().labels?.getContext("2d");
  if (!context) return;
  const seen = nodesInSight(sigma);
  const wishes = seen.filter(({ look }) => look.label !== "").slice(0, MOST_LABELS);
  for (const wish of wishes) measure(context, wish);
  const ink = INKS[sight.ground];
  for (const wish of seen) drawMark(context, wish, ink.markInk);
  for (const { x, y, label } of columns) {
    const at = sigma.graphToViewport({ x, y });
    context.font = `600 15px ${FONT}`;
    write(context, label, at.x - 14, at.y, ink.edgeStrong, ink.halo);
  }
  const dimmed = new Set(wishes.filter(({ look }) => look.dim).map(({ id }) => id));
  const relations = relationWishes(sigma, context, sight);
  for (const place of placeLabels(
    [...wishes, ...relations],
    seen,
    sigma.getDimensions(),
    coveredBy(sigma.getContainer()),
  )) {
    const relation = place.id.startsWith("relation ");
    context.font = relation ? `11px ${FONT}` : fontOf(place.height > 18);
    const color = relation ? ink.edgeStrong : dimmed.has(place.id) ? ink.faint : ink.ink;
    write(context, place.text, place.left, place.middle, color, ink.halo);
  }
}

interface Seen extends LabelWish {
  look: NodeLook;
}

function nodesInSight(sigma: SceneSigma): Seen[] {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const least = graph.order > ALL_NODES ? 9 : 0;
  const seen: Seen[] = [];
  graph.forEachNode((id) => {
    const look = sigma.getNodeDisplayData(id) as unknown as NodeLook | undefined;
    if (!look || look.hidden) return;
    const radius = sigma.scaleSize(look.size);
    if (radius < least && !look.forceLabel) return;
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
  });
  return seen.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function drawMark(context: CanvasRenderingContext2D, { x, y, radius, look }: Seen, ink: string): void {
  if (look.mark === "" || radius < 7) return;
  context.font = `600 ${Math.round(Math.min(radius * 1.05, 17))}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = ink;
  context.fillText(look.mark, x, y + 0.5);
}

const fontOf = (large: boolean): string => (large ? `600 14px ${FONT}` : `12.5px ${FONT}`);

/** What lies upon the canvas: legend and tools. No label goes under them. */
function coveredBy(container: HTMLElement): Box[] {
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

function measure(context: CanvasRenderingContext2D, wish: Seen): void {
  const large = wish.radius >= 11 || wish.force;
  wish.height = large ? 20 : 17;
  wish.width = widthOf(context, wish.text, fontOf(large)) + 2;
}

function widthOf(context: CanvasRenderingContext2D, text: string, font: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 50_000) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** The relations of the focus, named at their middle. */
function relationWishes(sigma: SceneSigma, context: CanvasRenderingContext2D, sight: Sight): LabelWish[] {
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
    const width = widthOf(context, text, `11px ${FONT}`);
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

function write(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  middle: number,
  ink: string,
  halo: string,
): void {
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.strokeText(text, left, middle + 0.5);
  context.fillStyle = ink;
  context.fillText(text, left, middle + 0.5);
}
