/** A whole report in one line → lines again. */
import type { Line } from "./line.ts";
import { dropInlineMarks } from "./pages.ts";
import { CJK, widthOf } from "./signs.ts";

/** No paragraph of a report is so long. */
const LONG = 1_500;
const BESIDE_LATIN = new RegExp(`(?<=[A-Za-z0-9%.]) +(?=[${CJK}])|(?<=[${CJK}]) +(?=[A-Za-z0-9])`, "g");

/** Before these something new begins: …意见。一、2023年工作回顾 · …成效。（二）… · …努力。各位代表！ */
const BREAKS =
  /(?<=[。！？；：”)）]) *(?=(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|篇)|各位代表[！，：!,:]))|(?<=[。！？”]) *(?=(?:（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|——))|(?<=各位代表[：！]) *|(?<=。) *(?=(?:今年|20\d\d年)[^。]{0,20}(?:总体要求|预期目标)(?:[是：为]|如下))|(?<=(?:审议|意见)。) *(?=20\d\d年|过去|刚刚|一年来|五年来)/g;
/** Headings without a number that stand inside: …提出意见。2030年工作回顾2030年是… */
const INNER_HEADING =
  /(?<=[。！：]) *(20\d\d年[^。，；！：\d]{0,12}(?:回顾|安排|任务|打算|总体要求|主要工作|重点工作)(?:建议)?) *(?=20\d\d年|过去|刚刚|一年来|今年|（一）|一、|——)/g;
/** After these a heading is over: 一、2023年工作回顾|2023年是… */
const HEADING_END =
  /^((?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}部分)[^。，；！：]{2,40}?(?:回顾|情况|任务|安排|要求|目标|打算|建议|成就|思路|工作)) *(?=(?:二?〇?20\d\d年(?!.{0,12}(?:回顾|情况|任务|安排|要求|目标))|过去|刚刚|一年来|五年来|今年|各位代表|（一）|\(一\)|——|一是|当前|未来|全年))/;

/** Lines of equal width that were glued with spaces: …在全市深 入开展学习… A chunk is a line again. */
function unglue(text: string): Line[] {
  const chunks = text.replace(BESIDE_LATIN, "").split(/ +/).filter(Boolean);
  return chunks.map((chunk) => ({ text: chunk, kind: "line" }));
}

function isGlued(text: string): boolean {
  const widths = text
    .replace(BESIDE_LATIN, "")
    .split(/ +/)
    .map(widthOf)
    .filter((width) => width >= 12);
  if (widths.length < 20 || text.length / widths.length > 90) return false;
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  const mode = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
  return widths.filter((width) => Math.abs(width - mode) <= 2).length > widths.length * 0.4;
}

function cut(text: string): Line[] {
  const pieces = text
    .replace(INNER_HEADING, "\n$1\n")
    .split(/\n/)
    .flatMap((part) => part.split(BREAKS))
    .flatMap((piece) => {
      const heading = HEADING_END.exec(piece)?.[1];
      return heading ? [heading, piece.slice(heading.length)] : [piece];
    });
  return pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => ({ text: piece, kind: "paragraph" }));
}

/** Headings that ran into their paragraphs, and paragraphs that ran into one another: 一、2023年工作回顾2023年是…。（一）… */
export function splitHeadings(lines: Line[]): Line[] {
  return lines.flatMap((line) => {
    if (line.kind === "row" || line.kind === "heading") return [line];
    return line.text.length >= 300 || HEADING_END.test(line.text) ? cut(line.text) : [line];
  });
}

/** Paragraphs that kept their indents but lost their breaks: …意见。　　一、工作回顾　　2030年… */
function splitIndents(line: Line): Line[] {
  if (line.kind === "row" || line.text.length < 200) return [line];
  const pieces = line.text.split(/ {4,}/);
  const ended = pieces.filter((piece) => /[。：！；]$/.test(piece)).length;
  return ended >= 2 ? pieces.filter(Boolean).map((text) => ({ text, kind: "paragraph" })) : [line];
}

/** Lines too long to be paragraphs come back as several; others as they are. */
export function splitLong(lines: Line[]): Line[] {
  return lines.flatMap(splitIndents).flatMap((line) => {
    if (line.text.length < LONG || line.kind === "row") return [line];
    const text = dropInlineMarks(line.text);
    return isGlued(text) ? unglue(text) : cut(text);
  });
}
