/** Axes of the plots: round steps, and places in pixels. */

/** Three to five round values that span low … high: 3 … 17 → 0, 5, 10, 15, 20. */
export function ticks(low: number, high: number): number[] {
  if (low === high)
    return low === 0 ? [0, 1] : low > 0 ? [0, ...ticks(low * 0.5, low * 1.5).slice(1)] : [low, 0];
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power * 10;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
}

/** Without the tail of binary fractions: 0.30000000000000004 → 0.3 */
const round = (value: number): number => Number(value.toPrecision(12));

/** A function from first … last to from … to; in the middle when first and last are one. */
export function scale(first: number, last: number, from: number, to: number): (value: number) => number {
  return (value) =>
    first === last ? (from + to) / 2 : from + ((to - from) * (value - first)) / (last - first);
}
