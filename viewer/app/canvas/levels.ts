/**
 * Which of very many nodes are looked at for a label: the weightiest of each part of what is in view. A part is a cell of a
 * grid over the whole picture, finer the nearer one looks, so that panning changes no choice. Pure.
 */
export interface Item {
  id: string;
  /** 0 … 1 over the whole picture. */
  x: number;
  y: number;
  weight: number;
}

export interface View {
  left: number;
  right: number;
  low: number;
  high: number;
}

/** Cells a side, coarse to fine. */
const SIDES = [4, 16, 64, 256];
/** Cells in view for which a level is fine enough. */
const CELLS = 120;
/** Kept of a cell. */
const DEEPEST = 160;

export type Levels = (view: View, most: number) => string[];

/** About `most` ids of what is in view, the weightiest first within each cell. */
export function createLevels(items: readonly Item[]): Levels {
  const sorted = [...items].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const made = new Map<number, Map<number, string[]>>();
  const level = (side: number): Map<number, string[]> => {
    const known = made.get(side);
    if (known) return known;
    const cells = cellsOf(sorted, side);
    made.set(side, cells);
    return cells;
  };
  return (view, most) => {
    const fine =
      SIDES.filter((side) => cellsIn(view, side) <= Math.min(CELLS, most)).at(-1) ?? (SIDES[0] as number);
    const each = Math.ceil(most / cellsIn(view, fine));
    const cells = level(fine);
    const found: string[] = [];
    visit(view, fine, (key) => {
      const cell = cells.get(key);
      if (cell) found.push(...cell.slice(0, each));
    });
    return found;
  };
}

const place = (value: number, side: number): number =>
  Math.max(0, Math.min(side - 1, Math.floor(value * side)));

function cellsOf(sorted: readonly Item[], side: number): Map<number, string[]> {
  const cells = new Map<number, string[]>();
  for (const { id, x, y } of sorted) {
    const key = place(y, side) * side + place(x, side);
    const cell = cells.get(key);
    if (!cell) cells.set(key, [id]);
    else if (cell.length < DEEPEST) cell.push(id);
  }
  return cells;
}

const cellsIn = ({ left, right, low, high }: View, side: number): number =>
  (place(right, side) - place(left, side) + 1) * (place(high, side) - place(low, side) + 1);

function visit({ left, right, low, high }: View, side: number, see: (key: number) => void): void {
  for (let row = place(low, side); row <= place(high, side); row++)
    for (let column = place(left, side); column <= place(right, side); column++) see(row * side + column);
}
