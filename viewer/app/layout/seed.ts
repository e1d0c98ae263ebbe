/** First positions: the same for the same graph, near to where things belong. Units: about one pixel at zoom 1. */
export interface LayoutNode {
  id: string;
  type: string;
  radius: number;
  x?: number | undefined;
  y?: number | undefined;
  fixed?: boolean | undefined;
}

export interface LayoutEdge {
  from: string;
  to: string;
}

export type Positions = Record<string, [number, number]>;

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Puts each new node on a ring around the placed neighbour that it has, neighbours of one type side by side. */
export function seedPositions(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Positions {
  const at: Positions = {};
  for (const { id, x, y } of nodes) if (x !== undefined && y !== undefined) at[id] = [x, y];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const [hub, members] of ringsOf(nodes, edges, at)) placeRing(hub, members, byId, at);
  nodes.forEach(({ id }, index) => {
    at[id] ??= spiral(index, 60);
  });
  return at;
}

/** The placed, or else the most linked, node first; every unplaced node belongs to the first hub that reaches it. */
function ringsOf(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  at: Positions,
): [string, string[]][] {
  const near = neighboursOf(nodes, edges);
  const placed = nodes.filter(({ id }) => at[id]).map(({ id }) => id);
  const degree = (id: string): number => near.get(id)?.length ?? 0;
  const queue = placed.length > 0 ? placed : hubFirst(nodes, degree);
  const seen = new Set(queue);
  const rings: [string, string[]][] = [];
  for (let index = 0; index < queue.length; index++) {
    const hub = queue[index] as string;
    const members = (near.get(hub) ?? []).filter((id) => !seen.has(id));
    for (const id of members) seen.add(id);
    queue.push(...members);
    if (members.length > 0) rings.push([hub, members]);
  }
  return rings;
}

function hubFirst(nodes: readonly LayoutNode[], degree: (id: string) => number): string[] {
  const best = nodes.reduce<LayoutNode | null>(
    (most, node) => (most === null || degree(node.id) > degree(most.id) ? node : most),
    null,
  );
  return best ? [best.id] : [];
}

function neighboursOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, string[]> {
  const near = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  for (const { from, to } of edges) {
    near.get(from)?.add(to);
    near.get(to)?.add(from);
  }
  return new Map([...near].map(([id, others]) => [id, [...others].sort()]));
}

function placeRing(hub: string, members: string[], byId: Map<string, LayoutNode>, at: Positions): void {
  const [x, y] = at[hub] ?? [0, 0];
  at[hub] = [x, y];
  const type = (id: string): string => byId.get(id)?.type ?? "";
  const ordered = [...members].sort((a, b) =>
    type(a) === type(b) ? (a < b ? -1 : 1) : type(a) < type(b) ? -1 : 1,
  );
  const base = Math.hypot(x, y) > 1 ? Math.atan2(y, x) : -Math.PI / 2;
  ordered.forEach((id, index) => {
    const angle = base + (2 * Math.PI * (index + 0.5)) / ordered.length;
    const reach = 130 + Math.sqrt(ordered.length) * 14 + (index % 2) * 46;
    at[id] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

const spiral = (index: number, step: number): [number, number] => {
  const reach = step * Math.sqrt(index + 1);
  return [reach * Math.cos(index * GOLDEN), reach * Math.sin(index * GOLDEN)];
};
