/** What the reader does on the canvas: a click chooses, on a line opens the relation, a double click opens, dragging pins. */
import type { Marker } from "./marks.ts";
import { spanOf } from "./marks.ts";
import { distanceTo, distanceToRing, type Spot } from "./shape.ts";
import type { SceneSigma } from "./sigma.ts";

export interface SceneEvents {
  choose: (id: string | null) => void;
  open: (id: string) => void;
  hover: (id: string | null) => void;
  pin: (id: string, at: [number, number]) => void;
  /** A relation was clicked. */
  relation: (id: string, from: string, to: string) => void;
}

export function wire(sigma: SceneSigma, marker: Marker, events: SceneEvents): void {
  const drag = dragging(sigma, events);
  sigma.on("clickNode", ({ node }) => {
    // letting go after dragging is no click
    if (!drag.moved()) events.choose(node);
  });
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.open(node);
  });
  sigma.on("clickStage", ({ event }) => {
    const edge = edgeAt(sigma, marker, event);
    if (edge === null) events.choose(null);
    else events.relation(edge, ...sigma.getGraph().extremities(edge));
  });
  sigma.on("enterNode", ({ node }) => events.hover(node));
  sigma.on("leaveNode", () => events.hover(null));
}

/** How far beside a line a click still counts, in pixels. */
const NEAR = 6;

/** The relation at a place: sigma's own way would draw every edge twice at every frame. */
export function edgeAt(sigma: SceneSigma, marker: Pick<Marker, "loops">, at: Spot): string | null {
  let best: { id: string; far: number } | null = null;
  const offer = (id: string, far: number): void => {
    if (far <= NEAR && (best === null || far < best.far)) best = { id, far };
  };
  for (const loop of marker.loops()) offer(loop.id, distanceToRing(loop, at));
  sigma.getGraph().forEachEdge((id) => {
    const span = spanOf(sigma, id);
    if (span) offer(id, distanceTo(span, at));
  });
  return (best as { id: string } | null)?.id ?? null;
}

function dragging(sigma: SceneSigma, events: SceneEvents): { moved: () => boolean } {
  let dragged: string | null = null;
  let moved = false;
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
  return {
    moved: () => {
      const was = moved;
      moved = false;
      return was;
    },
  };
}
