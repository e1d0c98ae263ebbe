/**
 * What is on the canvas: the steps of the state, one after the other, each laid out from where the one before ended.
 * The same steps on the same data give the same picture; every prefix is kept, so that undo is at once.
 */
import type { EdgeCard, NodeCard } from "../../server/api.ts";
import { askNeighbours, askNodes } from "../ask.ts";
import { layOut } from "../layout/layout.ts";
import type { Positions } from "../layout/seed.ts";
import type { Step } from "../state.ts";
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
const painted = new Map<string, Picture>();

export function forgetPictures(): void {
  prefixes.clear();
  painted.clear();
}

export function paint(steps: readonly Step[]): Promise<Picture> {
  const last = steps.at(-1);
  if (!last) return Promise.resolve(EMPTY);
  const key = JSON.stringify(steps);
  const known = prefixes.get(key);
  if (known) return known;
  const picture = after(steps.slice(0, -1), last);
  prefixes.set(key, picture);
  picture.then(
    (made) => {
      if (prefixes.get(key) === picture) painted.set(key, made);
    },
    () => prefixes.delete(key),
  );
  return picture;
}

/** The question goes out at once where what it adds to is there: a promise of it would wait until the panels have rendered. */
function after(steps: readonly Step[], last: Step): Promise<Picture> {
  const before = steps.length === 0 ? EMPTY : painted.get(JSON.stringify(steps));
  return before ? addStep(before, last) : paint(steps).then((there) => addStep(there, last));
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
