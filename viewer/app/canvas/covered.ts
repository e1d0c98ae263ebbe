/** What lies upon the canvas: legend and tools. No label goes under them. */
import type { Box } from "./labels.ts";

let boxes: Box[] = [];

/** Looked for `again` when the canvas rests: asking for them at every frame would cost more than the labels. */
export function coveredBy(container: HTMLElement, again: boolean): Box[] {
  if (again || boxes.length === 0) boxes = boxesUpon(container);
  return boxes;
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
