/** A picture laid out in another way than by force. Pure; the same picture arranged the same way is the same object. */
import type { EdgeCard, NodeCard, Overview } from "../../server/api.ts";
import { districtLayout } from "../layout/districts.ts";
import { radialLayout } from "../layout/radial.ts";
import { yearLayout } from "../layout/year.ts";
import type { Layout, Step } from "../state.ts";
import { degreesOf, EMPTY, type Picture } from "./picture.ts";

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
