/** What a graph says that it was made from, kept in the graph itself and written in the same transaction as the rows. */
import type { Decision } from "./decisions.ts";
import { IDENTITY } from "./identity.ts";

/** Changes with the shape of the rows: a graph of another shape is made anew. */
const SHAPE = 3;

export interface Marker {
  shape: string;
  /** The decisions that were applied, as JSON. */
  decisions: string;
  /** Ids and, in the same order, versions of the reports. */
  reports: string[];
  versions: string[];
}

export const SHAPE_OF_GRAPH = `${SHAPE}.${IDENTITY}`;

export function markerOf(reports: ReadonlyMap<string, string>, decisions: readonly Decision[]): Marker {
  const sorted = [...reports].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    shape: SHAPE_OF_GRAPH,
    decisions: JSON.stringify(decisions),
    reports: sorted.map(([id]) => id),
    versions: sorted.map(([, version]) => version),
  };
}

/** The reports of a marker; undefined when the graph was made by other rules and cannot be changed step by step. */
export function reportsOf(marker: Marker | undefined): Map<string, string> | undefined {
  if (marker?.shape !== SHAPE_OF_GRAPH) return undefined;
  return new Map(marker.reports.map((id, i) => [id, marker.versions[i] ?? ""]));
}

export const decisionsOf = ({ decisions }: Marker): Decision[] => JSON.parse(decisions || "[]") as Decision[];
