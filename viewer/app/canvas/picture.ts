/**
 * What is on the canvas: the steps of the state, one after the other, each laid out from where the one before ended.
 * The same steps on the same data give the same picture; every prefix is kept, so that undo is at once.
 */
import type { EdgeCard, NodeCard, Overview } from "../../server/api.ts";
import { askNeighbours, askNodes } from "../ask.ts";
import { districtLayout } from "../layout/districts.ts";
import { layOut } from "../layout/layout.ts";
import { radialLayout } from "../layout/radial.ts";
import type { Positions } from "../layout/seed.ts";
import { yearLayout } from "../layout/year.ts";
import type { Layout, Step } from "../state.ts";
import { radiusOf } from "./reducers.ts";

export interface Picture {
  nodes: ReadonlyMap<string, NodeCard>;
  edges: ReadonlyMap<string, EdgeCard>;
  positions: Positions;
  hubs: ReadonlySet<string>;
  /** What the last step brought. */
  fresh: ReadonlySet<string>;
  /** Neighbours that a limit kept away, by the entity they belong to. */
  left: ReadonlyMap<string, number>;
  /** Years that stand above columns, in the layout by year. */
  columns?: { x: number; y: number; label: string }[];
}

export const EMPTY: Picture = {
  nodes: new Map(),
  edges: new Map(),
  positions: {},
  hubs: new Set(),
  fresh: new Set(),
  left: new Map(),
};

/** Neighbours that opening brings; expanding one relation brings more. */
export const OPEN_LIMIT = 40;
export const EXPAND_LIMIT = 100;

const prefixes = new Map<string, Promise<Picture>>();

export const forgetPictures = (): void => prefixes.clear();

export function paint(steps: readonly Step[]): Promise<Picture> {
  const last = steps.at(-1);
  if (!last) return Promise.resolve(EMPTY);
  const key = JSON.stringify(steps);
  const known = prefixes.get(key);
  if (known) return known;
  const picture = paint(steps.slice(0, -1)).then((before) => addStep(before, last));
  prefixes.set(key, picture);
  picture.catch(() => prefixes.delete(key));
  return picture;
}

async function addStep(before: Picture, step: Step): Promise<Picture> {
  const among = [...before.nodes.keys()];
  const answer =
    step.do === "add"
      ? { ...(await askNodes(step.ids, among)), total: step.ids.length }
      : await askNeighbours({
          id: step.id,
          ...(step.do === "expand" ? { relation: step.relation, direction: step.direction } : {}),
          limit: step.do === "open" ? OPEN_LIMIT : EXPAND_LIMIT,
          among,
        });
  const nodes = new Map(before.nodes);
  for (const node of answer.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const edges = new Map(before.edges);
  for (const edge of answer.edges) edges.set(edge.id, edge);
  const hubs = new Set(before.hubs);
  if (step.do === "open") hubs.add(step.id);
  const left = new Map(before.left);
  const shown = answer.nodes.filter(({ id }) => step.do === "add" || id !== step.id).length;
  if (step.do !== "add") left.set(step.id, Math.max(0, answer.total - shown));
  const fresh = new Set([...nodes.keys()].filter((id) => !before.nodes.has(id)));
  const next = { nodes, edges, hubs, fresh, left, positions: before.positions };
  return { ...next, positions: fresh.size === 0 ? before.positions : await positionsFor(next) };
}

function positionsFor({ nodes, edges, hubs, positions }: Picture): Promise<Positions> {
  const degree = degreesOf(edges.values());
  return layOut(
    [...nodes.values()].map(({ id, type, reports }) => ({
      id,
      type,
      radius: radiusOf({ reports, degree: degree.get(id) ?? 0, hub: hubs.has(id) }, "reports"),
      x: positions[id]?.[0],
      y: positions[id]?.[1],
    })),
    [...edges.values()].map(({ from, to }) => ({ from, to })),
  );
}

export function degreesOf(edges: Iterable<EdgeCard>): Map<string, number> {
  const degree = new Map<string, number>();
  for (const { from, to } of edges) {
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) + 1);
  }
  return degree;
}

/** The overview: each district with its own things around it. */
export function paintOverview({ districts, edges }: Overview): Picture {
  const nodes = new Map<string, NodeCard>();
  for (const { node, initiatives, projects, enterprises } of districts)
    for (const card of [node, ...initiatives, ...projects, ...enterprises]) nodes.set(card.id, card);
  const clusters = districts.map(({ node, initiatives, projects, enterprises }) => ({
    hub: node.id,
    members: [...initiatives, ...projects, ...enterprises].map(({ id, type }) => ({ id, type })),
  }));
  return {
    ...EMPTY,
    nodes,
    edges: new Map(edges.map((edge) => [edge.id, edge])),
    positions: districtLayout(clusters),
    hubs: new Set(districts.map(({ node }) => node.id)),
  };
}

/** The picture laid out as the reader wishes; the force layout is the one that the steps gave. */
export function arrange(picture: Picture, layout: Layout, center: string | null): Picture {
  if (layout === "force") return picture;
  const nodes = [...picture.nodes.values()];
  const edges = [...picture.edges.values()];
  if (layout === "year") {
    const { positions, columns } = yearLayout(nodes);
    return { ...picture, positions, columns };
  }
  if (layout === "radial") return { ...picture, positions: radialLayout(nodes, edges, center) };
  return { ...picture, positions: districtLayout(clustersOf(nodes, edges)) };
}

/** Each district of the picture with what is tied to it; the rest around the best linked of the others. */
function clustersOf(
  nodes: readonly NodeCard[],
  edges: readonly EdgeCard[],
): { hub: string; members: NodeCard[] }[] {
  const degree = degreesOf(edges);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const districts = nodes.filter(({ id, type }) => type === "District" && (degree.get(id) ?? 0) > 1);
  const hubs = new Set(districts.map(({ id }) => id));
  const taken = new Set(hubs);
  const clusters = districts.map(({ id }) => {
    const near = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
    const members = [...new Set(near)].flatMap((other) => (hubs.has(other) ? [] : (byId.get(other) ?? [])));
    for (const member of members) taken.add(member.id);
    return { hub: id, members: members.sort(byTypeThenName) };
  });
  const rest = nodes.filter(({ id }) => !taken.has(id)).sort(byTypeThenName);
  const [first, ...others] = [...rest].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0));
  return first ? [...clusters, { hub: first.id, members: others.sort(byTypeThenName) }] : clusters;
}

const byTypeThenName = (a: NodeCard, b: NodeCard): number =>
  a.type === b.type ? (a.id < b.id ? -1 : 1) : a.type < b.type ? -1 : 1;
