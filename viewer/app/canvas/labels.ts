/**
 * Where labels go, so that none covers another. Pure: no canvas, no sigma. Sizes in CSS pixels.
 * Labels are tried in order of weight at four sides of their disc, or at the spots that they name; one that fits nowhere is left out.
 * A forced one is put over discs before it is left out, and never over another label.
 */
import type { Spot } from "./shape.ts";

export interface LabelWish {
  id: string;
  text: string;
  x: number;
  y: number;
  /** Radius of the disc. */
  radius: number;
  width: number;
  height: number;
  weight: number;
  /** Must be drawn (chosen, hovered). */
  force: boolean;
  /** Middles to try in place of the sides of the disc. */
  spots?: readonly Spot[];
}

export interface LabelPlace {
  id: string;
  text: string;
  /** Left edge and vertical middle of the text. */
  left: number;
  middle: number;
  width: number;
  height: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 64;
const GAP = 4;

/** Boxes in a uniform grid: a test touches only the boxes nearby. */
export function createBoard(): { free: (box: Box) => boolean; take: (box: Box) => void } {
  const cells = new Map<number, Box[]>();
  const visit = (box: Box, see: (key: number) => boolean): boolean => {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++)
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
        if (!see(column * 65_536 + row)) return false;
    return true;
  };
  const meets = (a: Box, b: Box): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    free: (box) => visit(box, (key) => !cells.get(key)?.some((other) => meets(box, other))),
    take: (box) =>
      void visit(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
        return true;
      }),
  };
}

export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Pick<LabelWish, "x" | "y" | "radius">[],
  within: { width: number; height: number },
  covered: readonly Box[] = [],
): LabelPlace[] {
  const labels = createBoard();
  const discs = createBoard();
  for (const box of covered) discs.take(box);
  const inside = ({ left, right, top, bottom }: Box): boolean =>
    left >= 2 && top >= 2 && right <= within.width - 2 && bottom <= within.height - 2;
  for (const { x, y, radius } of obstacles) discs.take(square(x, y, radius * 0.8));
  const ordered = [...wishes].sort(
    (a, b) => Number(b.force) - Number(a.force) || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  const placed: LabelPlace[] = [];
  for (const wish of ordered) {
    const apart = placesOf(wish).filter((box) => labels.free(box));
    const side =
      apart.find((box) => inside(box) && discs.free(box)) ??
      (wish.force ? (apart.find(inside) ?? apart[0]) : undefined);
    if (!side) continue;
    labels.take(side);
    const { id, text, width, height } = wish;
    placed.push({ id, text, left: side.left, middle: (side.top + side.bottom) / 2, width, height });
  }
  return placed;
}

/** Its spots, or right of the disc, below, left, above. */
function placesOf({ x, y, radius, width, height, spots }: LabelWish): Box[] {
  const off = radius + GAP;
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  if (spots) return spots.map((spot) => at(spot.x - width / 2, spot.y - height / 2));
  return [
    at(x + off, y - height / 2),
    at(x - width / 2, y + off - 1),
    at(x - off - width, y - height / 2),
    at(x - width / 2, y - off - height + 1),
  ];
}

const square = (x: number, y: number, half: number): Box => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
});

/** Cut to `most` characters, with an ellipsis; control, bidi and zero-width characters do not reach the canvas. */
export function labelText(name: string, most = 14): string {
  const clean = visible(name.slice(0, 200));
  const characters = [...clean];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : clean;
}

/** Text from reports without what could reorder or hide what is shown: U+202E, U+200B … become nothing, line ends a space. */
export function visible(text: string): string {
  return text.replace(/[\n\r\t]+/g, " ").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "");
}
