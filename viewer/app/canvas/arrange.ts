/** A picture laid out in another way than by force. Pure; the same picture arranged the same way is the same object. */
import type { EdgeCard, NodeCard, Overview } from "../../server/api.ts";
import { districtLayout } from "../layout/districts.ts";
import { radialLayout } from "../layout/radial.ts";
import { yearLayout } from "../layout/year.ts";
import type { Layout, Step } from "../state.ts";
import { EMPTY, type Picture } from "./picture.ts";

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

const arranged = new WeakMap<Picture, Map<string, Picture>>();

/** The picture laid out as the reader wishes; the force layout is the one that the steps gave. */
export function arrange(picture: Picture, layout: Layout, steps: readonly Step[]): Picture {
  if (layout === "force") return picture;
  const center = centerOf(steps);
  const key = `${layout} ${layout === "radial" ? center : ""}`;
  const known = arranged.get(picture) ?? new Map<string, Picture>();
  const there = known.get(key);
  if (there) return there;
  const made = laidOut(picture, layout, center);
  arranged.set(picture, known.set(key, made));
  return made;
}

/** What was opened first. */
function centerOf([first]: readonly Step[]): string | null {
  return first && first.do !== "add" ? first.id : null;
}

function laidOut(picture: Picture, layout: Exclude<Layout, "force">, center: string | null): Picture {
  const nodes = [...picture.nodes.values()];
  const edges = [...picture.edges.values()];
  if (layout === "year") {
    const { positions, columns } = yearLayout(nodes);
    return { ...picture, positions, columns };
  }
  if (layout === "radial") return { ...picture, positions: radialLayout(nodes, edges, center) };
  return { ...picture, positions: districtLayout(clustersOf(nodes, edges)) };
}

/** A district with fewer things than this is not a place of its own, unless the picture is small. */
const LEAST = 4;
const SMALL = 12;
const MOST_PLACES = 12;

/** The districts of the picture with what is tied to each; the rest around the best linked of the others. */
function clustersOf(
  nodes: readonly NodeCard[],
  edges: readonly EdgeCard[],
): { hub: string; members: NodeCard[] }[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const near = neighboursOf(edges);
  const things = (id: string): number =>
    [...(near.get(id) ?? [])].filter((other) => byId.get(other)?.type !== "District").length;
  const districts = nodes.filter(({ id, type }) => type === "District" && (near.get(id)?.size ?? 0) > 1);
  const wide = districts
    .filter(({ id }) => districts.length <= SMALL || things(id) >= LEAST)
    .sort((a, b) => things(b.id) - things(a.id) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_PLACES);
  const hubs = new Set(wide.map(({ id }) => id));
  const taken = new Set(hubs);
  const clusters = wide.map(({ id }) => {
    const members = [...(near.get(id) ?? [])].flatMap((other) =>
      hubs.has(other) ? [] : (byId.get(other) ?? []),
    );
    for (const member of members) taken.add(member.id);
    return { hub: id, members: members.sort(byTypeThenName) };
  });
  const degree = (id: string): number => near.get(id)?.size ?? 0;
  const rest = nodes.filter(({ id }) => !taken.has(id));
  const [first, ...others] = rest.sort((a, b) => degree(b.id) - degree(a.id) || (a.id < b.id ? -1 : 1));
  return first ? [...clusters, { hub: first.id, members: others.sort(byTypeThenName) }] : clusters;
}

function neighboursOf(edges: readonly EdgeCard[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    const others = near.get(one);
    if (others) others.add(other);
    else near.set(one, new Set([other]));
  };
  for (const { from, to } of edges)
    if (from !== to) {
      add(from, to);
      add(to, from);
    }
  return near;
}

const byTypeThenName = (a: NodeCard, b: NodeCard): number =>
  a.type === b.type ? (a.id < b.id ? -1 : 1) : a.type < b.type ? -1 : 1;
