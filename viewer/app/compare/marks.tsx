/** How a compared district is marked: a colour, and a shape, so that colour is never the only mark. */

/** Drawn around 0,0 within a radius of 5. */
export const SHAPES = [
  "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0",
  "M-3.9-3.9h7.8v7.8h-7.8z",
  "M0-5 4.7 3.6h-9.4z",
  "M-1.7-5h3.4v3.3H5v3.4H1.7V5h-3.4V1.7H-5v-3.4h3.3z",
  "M0 5-4.7-3.6h9.4z",
] as const;

export const DASHES = ["none", "7 3", "2 3", "9 3 2 3", "4 4"] as const;

export function DistrictMark({ index, size = 13 }: { index: number; size?: number }) {
  return (
    <svg
      className={`compare-mark c${index}`}
      viewBox="-6 -6 12 12"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={SHAPES[index]} />
    </svg>
  );
}
