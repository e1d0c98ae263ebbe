/** One node in the middle, its neighbours on a ring, theirs on the next; what hangs together stays in one sector. Pure. */
import type { Positions } from "./seed.ts";

const RING = 190;

interface Branch {
  id: string;
  children: Branch[];
  leaves: number;
}

export function radialLayout(
  nodes: readonly { id: string; type: string }[],
  edges: readonly { from: string; to: string }[],
  center: string | null,
): Positions {
  const near = neighboursOf(nodes, edges);
  const left = new Set(nodes.map(({ id }) => id));
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const at: Positions = {};
  let offset = 0;
  for (let root = rootOf(near, left, center); root !== undefined; root = rootOf(near, left, null)) {
    const tree = treeFrom(root, near, left, types);
    const reach = place(tree, at, offset);
    offset += reach * 2 + RING;
  }
  return at;
}

function neighboursOf(
  nodes: readonly { id: string }[],
  edges: readonly { from: string; to: string }[],
): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  for (const { from, to } of edges) {
    near.get(from)?.add(to);
    near.get(to)?.add(from);
  }
  return near;
}

/** The wished one, else the best linked of those left. */
function rootOf(
  near: Map<string, Set<string>>,
  left: Set<string>,
  center: string | null,
): string | undefined {
  if (center !== null && left.has(center)) return center;
  let best: string | undefined;
  for (const id of left)
    if (best === undefined || (near.get(id)?.size ?? 0) > (near.get(best)?.size ?? 0)) best = id;
  return best;
}

function treeFrom(
  root: string,
  near: Map<string, Set<string>>,
  left: Set<string>,
  types: Map<string, string>,
): Branch {
  left.delete(root);
  const top: Branch = { id: root, children: [], leaves: 0 };
  const queue = [top];
  const order = [top];
  for (let branch = queue.shift(); branch; branch = queue.shift()) {
    const next = [...(near.get(branch.id) ?? [])].filter((id) => left.has(id));
    next.sort((a, b) => ((types.get(a) ?? "") + a < (types.get(b) ?? "") + b ? -1 : 1));
    for (const id of next) {
      left.delete(id);
      const child: Branch = { id, children: [], leaves: 0 };
      branch.children.push(child);
      queue.push(child);
      order.push(child);
    }
  }
  for (const branch of order.reverse())
    branch.leaves = Math.max(
      1,
      branch.children.reduce((sum, { leaves }) => sum + leaves, 0),
    );
  return top;
}

/** Returns how far the rings reach. A ring grows with what must find room on it. */
function place(root: Branch, at: Positions, offset: number): number {
  const step = Math.max(RING, (root.leaves * 34) / (2 * Math.PI));
  at[root.id] = [offset, 0];
  let depth = 0;
  let ring = root.children.map((branch) => ({ branch, from: 0, to: 0 }));
  let angle = 0;
  for (const slot of ring) {
    slot.from = angle;
    angle += (slot.branch.leaves / root.leaves) * 2 * Math.PI;
    slot.to = angle;
  }
  while (ring.length > 0) {
    depth++;
    const reach = step * depth;
    ring.forEach(({ branch, from, to }, index) => {
      const middle = Math.PI / 2 - (from + to) / 2;
      const aside = depth === 1 && ring.length > 24 ? (index % 2) * 44 : 0;
      at[branch.id] = [offset + (reach + aside) * Math.cos(middle), (reach + aside) * Math.sin(middle)];
    });
    ring = ring.flatMap(({ branch, from, to }) => {
      let start = from;
      return branch.children.map((child) => {
        const end = start + ((to - from) * child.leaves) / branch.leaves;
        const slot = { branch: child, from: start, to: end };
        start = end;
        return slot;
      });
    });
  }
  return step * depth;
}
