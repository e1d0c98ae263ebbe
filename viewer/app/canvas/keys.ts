/** Walking the canvas by keys: which neighbour lies in the direction of an arrow. Pure. */
export interface Place {
  id: string;
  x: number;
  y: number;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The place nearest in that direction (screen coordinates, y down): within 60° of it, near before straight. */
export function walk(from: Place, others: readonly Place[], key: string): string | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  let best: { id: string; cost: number } | null = null;
  for (const { id, x, y } of others) {
    const [dx, dy] = [x - from.x, y - from.y];
    const length = Math.hypot(dx, dy);
    const along = (dx * arrow[0] + dy * arrow[1]) / (length || 1);
    if (length === 0 || along < 0.5) continue;
    const cost = length / along ** 2;
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id ?? null;
}
