/** What a node or an edge looks like, from the data and what the reader is doing. Pure; scene.ts hands it to sigma. */
import type { EntityType, RelationType } from "../../../ingest/ontology.ts";
import { type Ground, INKS, LOOKS } from "../palette.ts";
import { labelText } from "./labels.ts";

export interface NodeData {
  x: number;
  y: number;
  /** Radius in pixels. */
  size: number;
  name: string;
  type: EntityType;
  reports: number;
  /** A node that carries the picture (a district of the overview): its label comes first. */
  hub: boolean;
}

export interface EdgeData {
  relation: RelationType;
  year: number | null;
  curvature: number;
}

/** What the reader is doing, as far as it shows on the canvas. */
export interface Sight {
  ground: Ground;
  off: ReadonlySet<EntityType>;
  hidden: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  chosen: string | null;
  hovered: string | null;
  /** The focus (hovered, else chosen) and its neighbours; null when all are equal. */
  near: ReadonlySet<string> | null;
  /** New on the canvas since the last step. */
  fresh: ReadonlySet<string>;
}

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  borderColor: string;
  label: string;
  hidden: boolean;
  forceLabel: boolean;
  highlighted: boolean;
  zIndex: number;
  dim: boolean;
  mark: string;
  weight: number;
}

export interface EdgeLook {
  color: string;
  size: number;
  hidden: boolean;
  zIndex: number;
  label: string;
}

export const focusOf = (sight: Pick<Sight, "chosen" | "hovered">): string | null =>
  sight.hovered ?? sight.chosen;

export function nodeLook(id: string, data: NodeData, sight: Sight): NodeLook {
  const ink = INKS[sight.ground];
  const color = LOOKS[data.type][sight.ground];
  const dim = sight.near !== null && !sight.near.has(id);
  const focus = id === sight.chosen || id === sight.hovered;
  return {
    x: data.x,
    y: data.y,
    size: id === sight.chosen ? data.size * 1.25 : data.size,
    color: dim ? mix(color, ink.ground, 0.72) : color,
    borderColor: id === sight.chosen ? ink.accent : sight.pinned.has(id) ? ink.ink : ink.ground,
    label: labelText(data.name),
    hidden: sight.off.has(data.type) || sight.hidden.has(id),
    forceLabel: focus,
    highlighted: false,
    zIndex: focus ? 3 : dim ? 0 : data.hub ? 2 : 1,
    dim,
    mark: LOOKS[data.type].mark,
    weight:
      (focus ? 1e6 : 0) +
      (dim ? 0 : 1e5) +
      (data.hub ? 1e4 : 0) +
      data.size * 100 +
      Math.min(data.reports, 99),
  };
}

export function edgeLook(data: EdgeData, from: string, to: string, sight: Sight, word: string): EdgeLook {
  const ink = INKS[sight.ground];
  const focus = focusOf(sight);
  const touches = focus !== null && (from === focus || to === focus);
  const away = sight.near !== null && !touches;
  return {
    color: touches ? ink.edgeStrong : away ? ink.dim : ink.edge,
    size: touches ? 1.6 : 1,
    hidden: sight.hidden.has(from) || sight.hidden.has(to),
    zIndex: touches ? 1 : 0,
    label: touches ? (data.year === null ? word : `${word} ${data.year}`) : "",
  };
}

/** A colour moved towards another: mix("#000000", "#ffffff", 0.5) → "#808080". */
export function mix(from: string, to: string, share: number): string {
  const part = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  const blend = (at: number): string =>
    Math.round(part(from, at) * (1 - share) + part(to, at) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${blend(1)}${blend(3)}${blend(5)}`;
}

/** Radius from how many reports name it and how many relations it has on the canvas: area grows with both. */
export function radiusOf(reports: number, degree: number, hub: boolean): number {
  const size = 4.5 + 1.9 * Math.log2(1 + reports) + 1.1 * Math.sqrt(degree);
  return Math.min(hub ? Math.max(size, 13) : size, 22);
}
