/** What part of the plane is seen, and how nodes get to their places. */
import { animateNodes } from "sigma/utils";
import type { Picture } from "./picture.ts";
import type { SceneSigma } from "./sigma.ts";
import type { Targets } from "./sync.ts";

const MOVE_MS = 450;
/** With more nodes than this they jump. */
const MOST_MOVED = 500;
const LEGEND_WIDTH = 150;
/** Room below the picture for the years, as a share of its height. */
const BELOW = 0.13;

export const calm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** All of the picture, in the middle. */
export const ease = (sigma: SceneSigma): void =>
  void sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: calm() ? 0 : MOVE_MS });

/** Share of the canvas that all discs together may take. */
const FULL = 0.11;

/** By what discs are made smaller so that very many do not cover each other: 1 for a few hundred. */
export function shrinkFor(
  radii: readonly number[],
  { width, height }: { width: number; height: number },
): number {
  const taken = radii.reduce((sum, radius) => sum + Math.PI * radius * radius, 0);
  return taken === 0 ? 1 : Math.min(1, Math.sqrt((FULL * width * height) / taken));
}

/** On a narrow screen the rows of a column draw together: then discs of usual size still do not cover each other. */
export function shrinkForRows(sigma: SceneSigma, radii: readonly number[], row: number): number {
  const box = sigma.getCustomBBox();
  const usual = [...radii].sort((a, b) => a - b)[radii.length >> 1];
  if (!box || usual === undefined) return 1;
  const { width, height } = sigma.getDimensions();
  const padding = 2 * sigma.getSetting("stagePadding");
  const scale = Math.min(
    (width - padding) / (box.x[1] - box.x[0]),
    (height - padding) / (box.y[1] - box.y[0]),
  );
  return Math.min(1, (row * scale) / (2.1 * usual));
}

/** How much wider the frame must be on the left for the legend to cover nothing, as a share of the picture. */
function legendShare(sigma: SceneSigma): number {
  const { width } = sigma.getDimensions();
  return width < 600 ? 0 : LEGEND_WIDTH / (width - LEGEND_WIDTH - 140);
}

/** A frame around all, never so narrow that two nodes fly apart. */
export function frame(
  sigma: SceneSigma,
  { positions }: Picture,
  pins: Readonly<Record<string, [number, number]>>,
): void {
  const all = Object.entries(positions).map(([id, at]) => pins[id] ?? at);
  const [left, right] = spanOf(
    all.map(([x]) => x),
    520,
  );
  const [bottom, top] = spanOf(
    all.map(([, y]) => y),
    420,
  );
  sigma.setCustomBBox({
    x: [left - legendShare(sigma) * (right - left), right],
    y: [bottom - BELOW * (top - bottom), top],
  });
}

function spanOf(values: readonly number[], least: number): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) return [-least / 2, least / 2];
  const slack = Math.max(0, least - (high - low)) / 2;
  return [low - slack, high + slack];
}

/** Returns how to stop, where it takes time. */
export function move(sigma: SceneSigma, targets: Targets): (() => void) | null {
  const graph = sigma.getGraph();
  if (!calm() && Object.keys(targets).length <= MOST_MOVED)
    return animateNodes(graph, targets, { duration: MOVE_MS });
  graph.updateEachNodeAttributes((id, data) => ({ ...data, ...targets[id] }));
  return null;
}
