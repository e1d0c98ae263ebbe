/** How the benchmarks say what they measured: what, figure, the bar where there is one. */
import { loadavg } from "node:os";

export const seconds = (since: number): number => (performance.now() - since) / 1000;

export const number = (value: number): string => Math.round(value).toLocaleString("en");

export function line(what: string, figure: string, bar = ""): void {
  console.log(`${what.padEnd(60)} ${figure}${bar && `   (bar: ${bar})`}`);
}

export const rate = (rows: number, time: number): string =>
  `${number(rows / time)} rows/s   ${number(rows)} rows in ${time.toFixed(1)} s`;

/** Seconds of all threads of this process so far: what a busy machine does not lengthen much. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const worst = (values: number[]): number => Math.max(...values);

/** The most that this process has held so far. */
export const peak = (): string => `${number(process.resourceUsage().maxRSS / 1024)} MB`;

export const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
