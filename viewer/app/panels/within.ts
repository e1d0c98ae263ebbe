/** What lies inside a line that was drawn. Pure. */
export interface Spot {
  x: number;
  y: number;
}

/** The four corners of a box between two of them; drawn[0] stays the first. */
export const cornersOf = (from: Spot, to: Spot): Spot[] => [
  from,
  { x: to.x, y: from.y },
  to,
  { x: from.x, y: to.y },
];

/** The line is closed from its last spot to its first; a line of fewer than three spots holds nothing. */
export function within({ x, y }: Spot, line: readonly Spot[]): boolean {
  let inside = false;
  let before = line.at(-1);
  for (const spot of line) {
    if (
      before &&
      spot.y > y !== before.y > y &&
      x < spot.x + ((before.x - spot.x) * (y - spot.y)) / (before.y - spot.y)
    )
      inside = !inside;
    before = spot;
  }
  return inside;
}
