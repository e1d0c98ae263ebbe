/** The shape of an edge as it is drawn: straight, bent, or a loop. Pure; pixels, y downwards. */
export interface Spot {
  x: number;
  y: number;
}

export interface Span {
  from: Spot;
  to: Spot;
  /** 0 is straight. */
  curvature: number;
}

/** The control point of the curve, as @sigma/edge-curve draws it. */
export function bendOf({ from, to, curvature }: Span): Spot {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: (from.x + to.x) / 2 + dy * curvature, y: (from.y + to.y) / 2 - dx * curvature };
}

/** 0 is where it begins, 1 where it ends. */
export function pointAt(span: Span, share: number): Spot {
  const { from, to } = span;
  const bend = bendOf(span);
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

const STEPS = 14;

/** How far a place is from an edge. */
export function distanceTo(span: Span, at: Spot): number {
  if (span.curvature === 0) return distanceToLine(span.from, span.to, at);
  let least = Number.POSITIVE_INFINITY;
  let before = span.from;
  for (let step = 1; step <= STEPS; step++) {
    const next = pointAt(span, step / STEPS);
    least = Math.min(least, distanceToLine(before, next, at));
    before = next;
  }
  return least;
}

function distanceToLine(from: Spot, to: Spot, at: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const near = Math.max(0, Math.min(1, share));
  return Math.hypot(at.x - from.x - near * dx, at.y - from.y - near * dy);
}

/** An edge from a node to itself: a circle at its upper right; the second is wider than the first. */
export interface Ring {
  x: number;
  y: number;
  radius: number;
}

export function ringOf(node: Spot, reach: number, index: number): Ring {
  const radius = Math.max(5, reach * 0.85) + index * 5;
  const off = (reach * 0.75 + radius * 0.8) * Math.SQRT1_2;
  return { x: node.x + off, y: node.y - off, radius };
}

export const distanceToRing = ({ x, y, radius }: Ring, at: Spot): number =>
  Math.abs(Math.hypot(at.x - x, at.y - y) - radius);
