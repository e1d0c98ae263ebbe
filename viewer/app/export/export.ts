/** What is on the canvas as a file: PNG in any size, SVG, GEXF, CSV, JSON. */
import Graph from "graphology";
import gexf from "graphology-gexf/browser";
import { ENTITY_TYPES, RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { EdgeCard, NodeCard } from "../../server/api.ts";
import { type Column, spanOf } from "../canvas/marks.ts";
import type { Picture } from "../canvas/picture.ts";
import type { Sight } from "../canvas/reducers.ts";
import type { Scene } from "../canvas/scene.ts";
import { type Ground, INKS, LOOKS } from "../palette.ts";
import { csvOf } from "./files.ts";
import { type Drawing, type Line, toSvg } from "./svg.ts";

/** The canvas as it is seen, without what lies upon it. */
export function drawing({ sigma, marker }: Scene, sight: Sight, columns: readonly Column[]): Drawing {
  const marks = marker.marks(sight, columns, [], "file");
  const graph = sigma.getGraph();
  const lines: Line[] = [];
  graph.forEachEdge((id, _, __, to) => {
    const span = spanOf(sigma, id);
    const [look, end] = [sigma.getEdgeDisplayData(id), sigma.getNodeDisplayData(to)];
    if (!span || !look || !end) return;
    lines.push({ ...span, reach: sigma.scaleSize(end.size), color: look.color, size: look.size });
  });
  return { ...sigma.getDimensions(), ground: INKS[sight.ground].ground, lines, ...marks };
}

export const svgOf = (picture: Drawing): Blob => new Blob([toSvg(picture)], { type: "image/svg+xml" });

/** `scale` 1 is the size of the canvas in CSS pixels. */
export async function pngOf(picture: Drawing, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(svgOf(picture));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas too large"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What is shown: the nodes that are not hidden or filtered away, and the relations between them. */
export function shownPart({ nodes, edges }: Picture, sight: Sight): { nodes: NodeCard[]; edges: EdgeCard[] } {
  const shown = [...nodes.values()].filter(({ id, type }) => !sight.off.has(type) && !sight.hidden.has(id));
  const ids = new Set(shown.map(({ id }) => id));
  return { nodes: shown, edges: [...edges.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

type Part = ReturnType<typeof shownPart>;

export const jsonOf = (part: Part): string => `${JSON.stringify(part, null, 2)}\n`;

export const nodesCsv = ({ nodes }: Part): string =>
  csvOf(
    ["id", "name", "type", "类型", "aliases", "since", "reports", "mentions"],
    nodes.map(({ id, name, type, aliases, since, reports, mentions }) => [
      ...[id, name, type, ENTITY_TYPES[type].zh, aliases.join("、")],
      ...[since === null ? "" : String(since), String(reports.length), String(mentions)],
    ]),
  );

export function edgesCsv({ nodes, edges }: Part): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return csvOf(
    ["id", "from", "fromName", "type", "关系", "to", "toName", "year", "basis", "reports"],
    edges.map(({ id, from, to, type, year, basis, reports }) => [
      ...[id, from, names.get(from) ?? "", type, RELATION_TYPES[type].zh, to, names.get(to) ?? ""],
      ...[year === undefined ? "" : String(year), basis, reports.join(" ")],
    ]),
  );
}

export function gexfOf({ nodes, edges }: Part, positions: Picture["positions"], ground: Ground): string {
  const graph = new Graph({ multi: true, type: "directed" });
  for (const { id, name, type, since, reports, mentions } of nodes) {
    const [x, y] = positions[id] ?? [0, 0];
    graph.addNode(id, {
      label: name,
      x,
      y,
      size: 5,
      color: LOOKS[type][ground],
      type,
      since: since ?? 0,
      reports: reports.length,
      mentions,
    });
  }
  for (const { id, from, to, type, year, basis } of edges)
    graph.addEdgeWithKey(id, from, to, { label: RELATION_TYPES[type].zh, type, year: year ?? 0, basis });
  return gexf.write(graph);
}
