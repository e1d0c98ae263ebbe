/** What lies upon the canvas: legend and tools. No label goes under them. */
import type { Box } from "./labels.ts";

/** How long the boxes are believed: asking for them at every frame would cost more than the labels. */
const BOXES_MS = 400;
let boxes: { at: number; of: Box[] } = { at: Number.NEGATIVE_INFINITY, of: [] };

export function coveredBy(container: HTMLElement): Box[] {
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
