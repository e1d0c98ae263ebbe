/** What a node or an edge looks like, from the data and what the reader is doing. Pure; scene.ts hands it to sigma. */
import type { Basis, EntityType, RelationType } from "../../../ingest/ontology.ts";
import { GROUP_COLORS, type Ground, INKS, LOOKS } from "../palette.ts";
import type { Sizing } from "../state.ts";
import { COLORED_GROUPS } from "./groups.ts";
import { labelText } from "./labels.ts";

export interface NodeData {
  x: number;
  y: number;
  /** Radius in pixels. */
  size: number;
  name: string;
  type: EntityType;
  reports: readonly string[];
  /** Links on the canvas. */
  degree: number;
  /** A node that carries the picture (a district of the overview): its label comes first. */
  hub: boolean;
}

export interface EdgeData {
  relation: RelationType;
  year: number | null;
  basis: Basis;
  reports: readonly string[];
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
  /** Reports that the filter lets through; null for all. */
  reports: ReadonlySet<string> | null;
  years: readonly [number, number] | null;
  basis: Basis | null;
  /** What the shown paths go over: ids of nodes and edges; null when none are shown. */
  path: ReadonlySet<string> | null;
  /** Selected by a box. */
  picked: ReadonlySet<string>;
  size: Sizing;
  /** Group of each node where the colour is not its type's. */
  groups: ReadonlyMap<string, number> | null;
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
  const color = colorOf(id, data, sight);
  const dim = isAway(id, data, sight);
  const size = radiusOf(data, sight.size);
  const focus = id === sight.chosen || id === sight.hovered;
  return {
    x: data.x,
    y: data.y,
    size: id === sight.chosen ? size * 1.25 : size,
    color: dim ? mix(color, ink.ground, 0.72) : color,
    borderColor:
      id === sight.chosen || sight.picked.has(id) ? ink.accent : sight.pinned.has(id) ? ink.ink : ink.ground,
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
      size * 100 +
      Math.min(data.reports.length, 99),
  };
}

function colorOf(id: string, data: NodeData, { ground, groups }: Sight): string {
  if (!groups) return LOOKS[data.type][ground];
  const group = groups.get(id);
  const colored = group !== undefined && group < COLORED_GROUPS;
  return (colored ? GROUP_COLORS[ground][group] : undefined) ?? INKS[ground].faint;
}

/** Beside the paths, outside the filter, or not a neighbour of the focus. */
function isAway(id: string, { reports }: NodeData, sight: Sight): boolean {
  if (sight.path && focusOf(sight) === null) return !sight.path.has(id);
  if (sight.reports && !reports.some((report) => sight.reports?.has(report))) return true;
  return sight.near !== null && !sight.near.has(id);
}

/** The filter lets this relation through. */
export function passes(
  { year, basis, reports }: EdgeData,
  sight: Pick<Sight, "reports" | "years" | "basis">,
): boolean {
  if (sight.basis !== null && basis !== sight.basis) return false;
  if (year !== null && sight.years !== null && (year < sight.years[0] || year > sight.years[1])) return false;
  return sight.reports === null || reports.some((report) => sight.reports?.has(report));
}

export function edgeLook(
  id: string,
  data: EdgeData,
  from: string,
  to: string,
  sight: Sight,
  word: string,
): EdgeLook {
  const ink = INKS[sight.ground];
  const focus = focusOf(sight);
  const onPath = sight.path?.has(id) === true;
  const touches = onPath || (focus !== null && (from === focus || to === focus));
  const away = (sight.near !== null || sight.path !== null) && !touches;
  return {
    color: onPath ? ink.accent : touches ? ink.edgeStrong : away ? ink.dim : ink.edge,
    size: onPath ? 2.6 : touches ? 1.6 : 1,
    hidden: sight.hidden.has(from) || sight.hidden.has(to) || !passes(data, sight),
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

/** Radius from how many reports name it, or how many links it has here; a hub is never small. */
export function radiusOf(
  { reports, degree, hub }: Pick<NodeData, "reports" | "degree" | "hub">,
  by: Sizing,
): number {
  const size =
    by === "degree"
      ? 4.5 + 2.6 * Math.sqrt(degree)
      : 4.5 + 1.9 * Math.log2(1 + reports.length) + 1.1 * Math.sqrt(degree);
  return hub ? Math.min(Math.max(size, 13), 21) : Math.min(size, 16);
}
