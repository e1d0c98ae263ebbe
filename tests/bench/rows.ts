/** Lines of a benchmark. */
export interface Row {
  what: string;
  /** Null where it was given up; `unit` then says after how long. */
  value: number | null;
  unit: string;
  bar?: number;
}

export function print(rows: readonly Row[]): void {
  for (const { what, value, unit, bar } of rows) {
    const verdict = bar === undefined || value === null ? "" : value <= bar ? `  ≤ ${bar} ✓` : `  > ${bar} ✗`;
    const figure = value === null ? "—" : value.toFixed(value < 20 ? 2 : 0);
    console.log(`${what.padEnd(66)} ${figure.padStart(8)} ${unit}${verdict}`);
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
