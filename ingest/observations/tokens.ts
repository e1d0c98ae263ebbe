/** Every number of a stretch of text: a quantity, or ignored by a named rule. */
import { type Quantity, readQuantity } from "../numerals.ts";
import { IGNORED_NUMBERS } from "../rules/numbers-ignored.ts";
import type { Range } from "../types.ts";
import { splitSentences } from "./clauses.ts";

export interface IgnoredNumber extends Range {
  rule: string;
}

export interface Numbers {
  quantities: Quantity[];
  ignored: IgnoredNumber[];
}

const NUMERAL = /[0-9０-９一二两三四五六七八九十百千万亿]/g;
const DIGIT = /[0-9０-９]/;

/** The numbers of one sentence, in order. Offsets are into `sentence`. */
export function findNumbers(sentence: string): Numbers {
  const ignored = findIgnored(sentence);
  const quantities: Quantity[] = [];
  let next = 0;
  NUMERAL.lastIndex = 0;
  for (let match = NUMERAL.exec(sentence); match; match = NUMERAL.exec(sentence)) {
    const index = match.index;
    while (next < ignored.length && (ignored[next]?.end ?? 0) <= index) next++;
    const hit = ignored[next];
    if (hit && hit.start <= index) {
      NUMERAL.lastIndex = hit.end;
      continue;
    }
    const quantity = readQuantity(sentence, index);
    if (!quantity || (quantity.unit === null && !DIGIT.test(match[0]))) continue;
    quantities.push(quantity);
    NUMERAL.lastIndex = Math.max(quantity.end, index + 1);
  }
  return { quantities: shareUnits(sentence, quantities), ignored };
}

/** 分别提高3.1、12.4个百分点: a number without a unit has that of the next one of its list. */
function shareUnits(sentence: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, index) => {
    const next = quantities[index + 1];
    if (quantity.unit !== null || next?.unitClass !== "percent") return quantity;
    const joined = /^[、和及]$/u.test(sentence.slice(quantity.end, next.start));
    return joined ? { ...quantity, unit: next.unit, unitClass: next.unitClass } : quantity;
  });
}

function findIgnored(sentence: string): IgnoredNumber[] {
  const spans: IgnoredNumber[] = [];
  for (const { name, pattern } of IGNORED_NUMBERS) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end > start && !spans.some((span) => span.start < end && start < span.end)) {
        spans.push({ start, end, rule: name });
      }
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** All numbers of a range of the text, ignored: those that no named rule knows by `rule`. */
export function ignoreAll(text: string, range: Range, rule: string): IgnoredNumber[] {
  return splitSentences(text, range.start, range.end).flatMap(({ start, end }) => {
    const { quantities, ignored } = findNumbers(text.slice(start, end));
    const named = quantities.map((quantity) => ({ ...quantity, rule }));
    return [...ignored, ...named].map((item) => ({
      start: item.start + start,
      end: item.end + start,
      rule: item.rule,
    }));
  });
}
