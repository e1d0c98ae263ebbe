/** Lines that were broken inside sentences and words → paragraphs. */
import type { Line } from "./line.ts";
import { BEGINS, ENDED, FULL_STOP, widthOf } from "./signs.ts";

/** How the file is set. */
interface Setting {
  /** Width of a full line in full-width characters; 0 where a line is a whole paragraph. */
  width: number;
  /** Beginnings of paragraphs are set in. */
  indents: boolean;
}

/** A longer text without a full stop is no heading: its end was cut off. */
const LONG = 60;
const OPEN = /[，、（“‘《—(,]$/;
const CLOSING = /^[，、。；：！？）”’》%)]/;
/** Meeting names that a title breaks in two: 在云河区第三届人民|代表大会上. */
const SPLIT_TITLE: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [
    /(?:人民|人大|代表|大会)$/,
    /^(?:代表|大会|代表大会|[一二三四五六七八九十]+次会议|第[一二三四五六七八九十]+次会议)/,
  ],
  [/^关于.{4,60}(?<!报告|草案|）)$/, /^(?!——).{2,60}(?:报告|草案|）)$/],
];

/** The width that most lines have, if a fifth agree; else that which nine in ten do not exceed. */
function usualWidth(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  const [mode, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  if (count >= widths.length * 0.2) return mode;
  return [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? 0;
}

function settingOf(lines: Line[]): Setting {
  const set = lines.filter((line) => line.kind === "line");
  const widths = set.map((line) => widthOf(line.text)).filter((width) => width >= 12);
  const none: Setting = { width: 0, indents: false };
  if (widths.length < 5) return none;
  const width = usualWidth(widths);
  if (width > 120) return none;
  const open = set.filter((line) => widthOf(line.text) >= 12 && !ENDED.test(line.text));
  const full = open.filter((line) => widthOf(line.text) >= width * 0.88 - 1);
  if (full.length < 4 || full.length < open.length * 0.45 || full.length < set.length * 0.2) return none;
  const indented = set.filter((line) => line.indent).length / set.length;
  return { width, indents: indented > 0.03 && indented < 0.7 };
}

/** Does `next` go on with what `before` says? `text` is `before` with what was joined to it already. */
function goesOn(text: string, before: Line, next: Line, setting: Setting): boolean {
  if (next.kind === "row" || next.kind === "heading" || before.kind === "row" || before.kind === "heading")
    return false;
  if (CLOSING.test(next.text)) return true;
  if (SPLIT_TITLE.some(([a, b]) => text.length < 80 && a.test(text) && b.test(next.text))) return true;
  if (BEGINS.test(next.text) || (next.indent === true && setting.indents)) return false;
  if (OPEN.test(text) && !text.startsWith("——")) return true;
  const full =
    setting.width > 0 && before.kind === "line" && widthOf(before.text) >= setting.width * 0.88 - 1;
  if (full && next.kind === "line") return setting.indents || !FULL_STOP.test(text);
  if (setting.width > 0 || ENDED.test(text)) return false;
  if (/。/.test(text)) return true; // a heading has no full stop inside
  const commas = text.split("，").length - 1;
  return next.text.length >= 12 && (text.length >= LONG || (text.length >= 25 && commas >= 2));
}

/** Where two pieces meet: a space only between two Latin words. */
function isLatinSeam(a: string, b: string): boolean {
  return /[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b);
}

/** Paragraphs in order; each remembers the kind of its first line. Linear. */
export function joinLines(lines: Line[]): Line[] {
  const setting = settingOf(lines);
  const paragraphs: { line: Line; last: Line; parts: string[] }[] = [];
  for (const line of lines) {
    if (line.kind === "blank") continue;
    const open = paragraphs.at(-1);
    const tail = open?.parts.slice(-3).join("") ?? "";
    if (open && goesOn(tail, open.last, line, setting)) {
      open.parts.push(isLatinSeam(tail, line.text) ? ` ${line.text}` : line.text);
      open.last = line;
    } else paragraphs.push({ line, last: line, parts: [line.text] });
  }
  return paragraphs.map(({ line, parts }) => ({ ...line, text: parts.join("") }));
}
