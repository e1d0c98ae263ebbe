/** Draws the marks upon sigma's picture, each word from a picture of it. */
import { coveredBy } from "./covered.ts";
import type { Column, Loop, Marker, Occasion } from "./marks.ts";
import type { Sight } from "./reducers.ts";
import type { SceneSigma } from "./sigma.ts";
import { stampMark, stampWriting } from "./writing.ts";

export function drawMarks(
  sigma: SceneSigma,
  marker: Marker,
  sight: Sight,
  columns: readonly Column[],
  what: Occasion,
): void {
  const context = sigma.getCanvases().labels?.getContext("2d");
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const { discs, loops, writings, markInk, halo } = marker.marks(
    sight,
    columns,
    coveredBy(sigma.getContainer(), what === "rest"),
    what,
  );
  for (const loop of loops) drawLoop(context, loop);
  for (const { x, y, radius, mark } of discs)
    if (mark !== "") stampMark(context, { mark, x, y, size: markSize(radius), ink: markInk }, ratio);
  for (const writing of writings) stampWriting(context, writing, halo, ratio);
}

function drawLoop(context: CanvasRenderingContext2D, { x, y, radius, color, size }: Loop): void {
  context.strokeStyle = color;
  context.lineWidth = size;
  context.beginPath();
  context.arc(x, y, radius, 0.85 * Math.PI, 0.65 * Math.PI);
  context.stroke();
  const end = { x: x + radius * Math.cos(0.65 * Math.PI), y: y + radius * Math.sin(0.65 * Math.PI) };
  context.fillStyle = color;
  context.beginPath();
  context.arc(end.x, end.y, size + 1.2, 0, 2 * Math.PI);
  context.fill();
}

export const markSize = (radius: number): number => Math.round(Math.min(radius * 1.05, 17));
