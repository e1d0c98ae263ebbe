/** Scores as lines for a terminal. */

import { type Counts, rates, type Score, sum } from "./counts.ts";
import type { Result } from "./run.ts";
import type { Difference } from "./score.ts";

/** The five kinds of things that issue and README speak of, in their order. */
export const KINDS = [
  "entities",
  "relations/stated",
  "relations/report",
  "observations",
  "milestones",
] as const;

const percent = (x: number): string => x.toFixed(3);

function line(name: string, counts: Counts): string {
  const { p, r, f1 } = rates(counts);
  return `${name.padEnd(36)} P ${percent(p)} R ${percent(r)} F1 ${percent(f1)}   tp ${counts.tp} fp ${counts.fp} fn ${counts.fn}`;
}

/** Every row of a score: kinds first, then types. */
export function scoreLines(score: Score): string[] {
  const names = Object.keys(score).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.map((name) => line(name, score[name] as Counts));
}

function rank(name: string): number {
  const at = KINDS.indexOf(name as (typeof KINDS)[number]);
  return at < 0 ? KINDS.length : at;
}

/** The kinds of things, one row for each kind of report. */
export function byReportKind(results: readonly Result[]): string[] {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  return kinds.flatMap((kind) => {
    const own = results.filter((result) => result.kind === kind);
    const total = sum(own.map(({ score }) => score));
    return [
      `${kind} (${own.length})`,
      ...KINDS.map((name) => `  ${line(name, total[name] ?? { tp: 0, fp: 0, fn: 0 })}`),
    ];
  });
}

/** One line a report: the F1 of each kind, and what was misread about the report itself. */
export function reportLine({ name, score, misread }: Result): string {
  const f1 = KINDS.map((kind) => percent(rates(score[kind] ?? { tp: 0, fp: 0, fn: 0 }).f1)).join("  ");
  return `${name.padEnd(34)} ${f1}  ${misread.join("; ")}`;
}

/** A miss or false find with the sentence that names it. */
export function differenceLine({ sign, what, find }: Difference, text: string): string {
  return `${sign} ${what}\n    ${sentenceOf(text, find)}`;
}

const REACH = 60;

function sentenceOf(text: string, find: string): string {
  const at = find ? text.indexOf(find) : -1;
  if (at < 0) return "（原文无此写法 not in the text as such）";
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at, at + find.length + REACH);
  return `${before.slice(before.search(/[^。；\n]*$/u))}${after.slice(0, after.search(/[。；\n]|$/u))}`;
}
