/**
 * What became of every number and every quoted name of a report: claimed by a fact, ignored by a named rule, or unclaimed.
 * Numbers are the digits and Chinese numerals with a unit that observations/tokens.ts finds; quoted names stand in “”, 「」 or 《》.
 */
import { readAll } from "./observations.ts";
import { IGNORED_QUOTES } from "./rules/numbers-quotes.ts";
import type { AuditItem, Context, Evidence, Milestone, Observation, Passage, Range } from "./types.ts";

const QUOTE = /[“「][^“”「」\n]{1,40}[”」]|《[^《》\n]{1,80}》/gu;

/** Numbers in quotes are items of their own kind. */
const QUOTED = new Set(["quoted-name", "title"]);
/** Numbers that stand in the name of an indicator: 10亿元以上项目. */
const WITHIN = new Set(["condition", "inside-name"]);

/** Items in the order of the text. Linear: evidence and mentions are walked once, sorted by start. */
export function audit(
  context: Context,
  observations: readonly Observation[],
  milestones: readonly Milestone[],
): AuditItem[] {
  const facts = cover([...observations, ...milestones].flatMap((fact) => fact.evidence));
  const named = cover(context.mentions);
  const readings = readAll(context);
  return context.passages.flatMap((passage, index) => {
    const reading = readings[index];
    if (!reading) return [];
    const numbers: AuditItem[] = [
      ...reading.claimed.map((range) => item(passage, range, "number", "claimed")),
      ...reading.ignored
        .filter((range) => !QUOTED.has(range.rule) && hasNumber(context.text, range))
        .map((range) =>
          WITHIN.has(range.rule) && isCovered(range, facts)
            ? item(passage, range, "number", "claimed")
            : item(passage, range, "number", "ignored", range.rule),
        ),
      ...reading.unclaimed.map((range) =>
        item(passage, range, "number", isCovered(range, facts) ? "claimed" : "unclaimed"),
      ),
    ];
    return [...numbers, ...quotes(context, passage, named, facts)].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
  });
}

const hasNumber = (text: string, range: Range): boolean =>
  /[0-9０-９一二三四五六七八九十百千万亿]/u.test(text.slice(range.start, range.end));

function item(
  passage: Passage,
  range: Range,
  what: AuditItem["what"],
  status: AuditItem["status"],
  rule?: string,
): AuditItem {
  const made: AuditItem = { passage: passage.index, start: range.start, end: range.end, what, status };
  if (rule !== undefined) made.rule = rule;
  return made;
}

function quotes(
  context: Context,
  passage: Passage,
  named: readonly Range[],
  facts: readonly Range[],
): AuditItem[] {
  const words = context.text.slice(passage.start, passage.end);
  return [...words.matchAll(QUOTE)].map((match) => {
    const range = { start: passage.start + match.index, end: passage.start + match.index + match[0].length };
    if (isCovered(range, named) || isCovered(range, facts)) return item(passage, range, "quote", "claimed");
    const next = context.text.slice(range.end, range.end + 4);
    const rule = IGNORED_QUOTES.find(
      ({ pattern, after }) => pattern.test(match[0]) && (after?.test(next) ?? true),
    );
    return rule
      ? item(passage, range, "quote", "ignored", rule.name)
      : item(passage, range, "quote", "unclaimed");
  });
}

/** The union of the ranges, sorted, none touching another. */
function cover(ranges: readonly (Range | Evidence)[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const union: Range[] = [];
  for (const { start, end } of sorted) {
    const last = union[union.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}

/** Some character of the range is covered (binary search). */
function isCovered(range: Range, union: readonly Range[]): boolean {
  let low = 0;
  let high = union.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((union[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const next = union[low];
  return next !== undefined && next.start < range.end;
}
