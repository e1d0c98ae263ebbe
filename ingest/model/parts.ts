/** Ids of the parts of a marked stretch: tag t has 1 + 4(t − 1) + {0 first, 1 inside, 2 last, 3 only}. */
export function buildParts(column: Int32Array, start: number, end: number, tag: number): void {
  const base = 1 + 4 * (tag - 1);
  if (end - start === 1) {
    column[start] = base + 3;
    return;
  }
  column.fill(base + 1, start + 1, end - 1);
  column[start] = base;
  column[end - 1] = base + 2;
}

export const partRows = (tags: number): number => 1 + 4 * tags;
