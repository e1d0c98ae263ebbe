/** Runs the force layout beside the page, so that nothing blocks. */
import { forceLayout } from "./force.ts";
import type { LayoutEdge, LayoutNode } from "./seed.ts";

addEventListener(
  "message",
  ({ data }: MessageEvent<{ key: number; nodes: LayoutNode[]; edges: LayoutEdge[] }>) => {
    postMessage({ key: data.key, positions: forceLayout(data.nodes, data.edges) });
  },
);
