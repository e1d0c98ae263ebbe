/** The same text twice in a file is read once. */
import type { Line } from "./line.ts";

/** Shorter paragraphs (各位代表！) may well be said twice. */
const SHORT = 40;
const PROBE = 24;
/** Summaries stand before the text. */
const HEAD = 20;

const bare = (text: string): string => text.replace(/[\s　]/g, "");

/** Lines without a summary that breaks off and whose beginning comes again: 内容摘要：… 现在，我代表…… */
export function dropSummaries(lines: Line[]): Line[] {
  const all = lines.map((line) => bare(line.text)).join("");
  const comesAgain = (probe: string): boolean => probe.length === PROBE && all.split(probe, 3).length > 2;
  const isSummary = (text: string): boolean => {
    const said = bare(text).replace(/(?:\.{3,}|…+)$/, "");
    const brokenOff = text.length > SHORT && said.length < bare(text).length;
    return brokenOff && (comesAgain(said.slice(0, PROBE)) || comesAgain(said.slice(-PROBE - 4, -4)));
  };
  return lines.filter((line, at) => at >= HEAD || !isSummary(line.text));
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？])/).filter((sentence) => sentence.length >= 16);
}

/** Paragraphs without those that were there before, whole or in other breaks; and how many were left out. Linear. */
export function dropRepeats(lines: Line[]): { lines: Line[]; dropped: number } {
  const seen = new Set<string>();
  const sentences = new Set<string>();
  const kept = lines.filter((line) => {
    if (line.kind === "row" || line.text.length < SHORT) return true;
    const key = bare(line.text);
    if (seen.has(key)) return false;
    seen.add(key);
    const own = sentencesOf(key);
    const old = own.filter((sentence) => sentences.has(sentence)).length;
    for (const sentence of own) sentences.add(sentence);
    return !(own.length >= 3 && old === own.length);
  });
  return { lines: kept, dropped: lines.length - kept.length };
}
