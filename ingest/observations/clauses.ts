/** A passage into sentences, a sentence into clauses. Brackets and quotes keep together what they hold. */
import type { Range } from "../types.ts";

const SENTENCE_END = /[。！？!?；;\n]/;
const CLAUSE_END = /[，,：:。！？!?；;\n]/;
const OPEN = "“‘「『《（([【〔";
const CLOSE = "”’」』》）)]】〕";
/** Longer sentences are cut at the next clause end, so that a text without full stops costs linear time. */
const LONGEST = 1200;

/** Sentences of `text.slice(start, end)`, each with its closing mark. */
export function splitSentences(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (let index = start; index < end; index++) {
    const char = text[index] ?? "";
    const cut =
      SENTENCE_END.test(char) ||
      (index - from > LONGEST && CLAUSE_END.test(char)) ||
      index - from > 2 * LONGEST;
    if (!cut) continue;
    ranges.push({ start: from, end: index + 1 });
    from = index + 1;
  }
  if (from < end) ranges.push({ start: from, end });
  return ranges.filter((range) => text.slice(range.start, range.end).trim() !== "");
}

/** For each character of the sentence: how many brackets and quotes are open there. Unclosed ones do not count. */
export function bracketDepths(sentence: string): Uint8Array {
  const depths = new Uint8Array(sentence.length);
  const stack: { index: number; close: string }[] = [];
  for (let index = 0; index < sentence.length; index++) {
    const char = sentence[index] ?? "";
    const opened = OPEN.indexOf(char);
    if (opened >= 0 && stack.length < 8) stack.push({ index, close: CLOSE[opened] ?? "" });
    else if (CLOSE.includes(char) && char !== "") {
      const top = stack.findLastIndex((entry) => entry.close === char);
      if (top < 0) continue;
      for (let inner = stack[top]?.index ?? index; inner <= index; inner++)
        depths[inner] = (depths[inner] ?? 0) + 1;
      stack.length = top;
    }
  }
  return depths;
}

/** [8.]新增普惠性幼儿园20所; not 8.5亿元. */
const NUMBERED = /^\s*\d{1,2}[.．、]\s*(?=[\p{Script=Han}“])/u;

/** Clauses of a sentence (offsets into it), without their closing marks. A comma inside a number or bracket is none. */
export function splitClauses(sentence: string, depths: Uint8Array): Range[] {
  const ranges: Range[] = [];
  let from = NUMBERED.exec(sentence)?.[0].length ?? 0;
  for (let index = from; index <= sentence.length; index++) {
    const char = sentence[index];
    if (
      char !== undefined &&
      !(CLAUSE_END.test(char) && depths[index] === 0 && !insideNumber(sentence, index))
    )
      continue;
    if (sentence.slice(from, index).trim() !== "") ranges.push({ start: from, end: index });
    from = index + 1;
  }
  return ranges;
}

/** 1[,]234 and 4.4[:]40.7 */
function insideNumber(sentence: string, index: number): boolean {
  if (!/[0-9]/.test(sentence[index - 1] ?? "")) return false;
  return /[,，]/.test(sentence[index] ?? "")
    ? /^[0-9]{3}(?![0-9])/.test(sentence.slice(index + 1, index + 5))
    : /^[0-9]/.test(sentence.slice(index + 1, index + 2)) && /[:：]/.test(sentence[index] ?? "");
}
