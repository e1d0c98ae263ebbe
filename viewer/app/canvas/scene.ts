/**
 * The canvas: one sigma for the life of the page, outside React. It is given pictures and a sight, and tells what the reader does.
 */
import Graph from "graphology";
import { ROW } from "../layout/year.ts";
import { INKS } from "../palette.ts";
import { drawMarks } from "./drawer.ts";
import { calm, ease, frame, move, shrinkFor, shrinkForRows } from "./frame.ts";
import { type Column, createMarker, type Marker, type Occasion } from "./marks.ts";
import type { Picture } from "./picture.ts";
import { type EdgeData, focusOf, type Sight } from "./reducers.ts";
import { createSigma, FARTHEST, NEAREST, type SceneGraph, type SceneSigma } from "./sigma.ts";
import { sync } from "./sync.ts";
import { type SceneEvents, wire } from "./wire.ts";

type Pins = Readonly<Record<string, [number, number]>>;

export interface Scene {
  show: (picture: Picture, pins: Pins) => void;
  look: (sight: Sight, relationWord: (data: EdgeData) => string, columns: readonly Column[]) => void;
  fit: () => void;
  zoom: (factor: number) => void;
  center: (id: string) => void;
  attach: (place: HTMLElement) => void;
  /** For tests and export. */
  sigma: SceneSigma;
  graph: SceneGraph;
  marker: Marker;
}

export function createScene(events: SceneEvents): Scene {
  const container = document.createElement("div");
  container.className = "scene";
  const graph: SceneGraph = new Graph({ multi: true, type: "directed" });
  let sight: Sight | null = null;
  let columns: readonly Column[] = [];
  let shrink = 1;
  let word: (data: EdgeData) => string = () => "";
  const sigma = createSigma(
    graph,
    container,
    () => sight,
    (data) => word(data),
    () => shrink,
  );
  const marker = createMarker(sigma);
  drawAfter(sigma, (what) => sight && drawMarks(sigma, marker, sight, columns, what));
  wire(sigma, marker, events);
  let stop: (() => void) | null = null;
  let framed: { picture: Picture; pins: Pins } | null = null;
  const camera = sigma.getCamera();

  return {
    sigma,
    graph,
    marker,
    show(picture, pins) {
      stop?.();
      const targets = sync(graph, picture, pins);
      frame(sigma, picture, pins);
      framed = { picture, pins };
      const radii = graph.mapNodes((_, { size }) => size);
      const rows = picture.columns ? shrinkForRows(sigma, radii, ROW) : 1;
      shrink = Math.min(rows, shrinkFor(radii, sigma.getDimensions()));
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
    zoom: (factor) => void camera.animate({ ratio: clamp(camera.ratio / factor) }, { duration: 180 }),
    center(id) {
      const at = sigma.getNodeDisplayData(id);
      if (at) void camera.animate({ x: at.x, y: at.y }, { duration: calm() ? 0 : 300 });
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

/** What lies upon the canvas comes to its place a little after the picture does. */
const REST_MS = 250;

/** Draws at every frame; once more when the camera rests, with all the words that there is room for. */
function drawAfter(sigma: SceneSigma, draw: (what: Occasion) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resting = false;
  sigma.on("afterRender", () => {
    draw(resting ? "rest" : "moving");
    clearTimeout(timer);
    const drawn = JSON.stringify(sigma.getCamera().getState());
    if (!resting)
      timer = setTimeout(() => {
        // on a slow machine the next frame of a move may still be to come
        if (JSON.stringify(sigma.getCamera().getState()) !== drawn) return;
        resting = true;
        sigma.scheduleRender();
      }, REST_MS);
    resting = false;
  });
}

const clamp = (ratio: number): number => Math.max(NEAREST, Math.min(FARTHEST, ratio));

/** The focus and its neighbours on the canvas. */
export function nearOf(
  graph: SceneGraph,
  chosen: string | null,
  hovered: string | null,
): ReadonlySet<string> | null {
  const focus = focusOf({ chosen, hovered });
  return focus && graph.hasNode(focus) ? new Set([focus, ...graph.neighbors(focus)]) : null;
}
