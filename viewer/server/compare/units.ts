/** Units that differ by a power of ten: 亿元 and 万元 are both 元. */

const POWERS: readonly (readonly [prefix: string, factor: number])[] = [
  ["万亿", 1e12],
  ["亿", 1e8],
  ["千万", 1e7],
  ["百万", 1e6],
  ["万", 1e4],
];

/** 亿元 → { base: 元, factor: 1e8 }; a unit that is only a power (万) has an empty base. */
export function splitUnit(unit: string): { base: string; factor: number } {
  for (const [prefix, factor] of POWERS)
    if (unit.startsWith(prefix)) return { base: unit.slice(prefix.length), factor };
  return { base: unit, factor: 1 };
}

/** A value in another unit of the same base. */
export const convert = (value: number, from: string, to: string): number =>
  from === to ? value : (value * splitUnit(from).factor) / splitUnit(to).factor;
