/** Page marks, tables of contents and running titles: what printing added. */
import type { Line } from "./line.ts";
import { BEGINS, ENDED } from "./signs.ts";

/** A line that is only a page mark: — 3 —, - 1 -, 第 3 页 共 20 页, 3 / 20, Page 2. */
const MARK =
  /^(?:[—－–\-~·\s]{1,6}\d{1,4}[—－–\-~·\s]{1,6}|第\s?\d{1,4}\s?页(?:[，,/\s]*共\s?\d{1,4}\s?页)?|\d{1,4}\s?[/／]\s?\d{1,4}|<!--.{0,40}-->|(?:Page\s){1,2}\d{1,4}(?:\sof\s\d{1,4})?)$/i;
/** Inside a line that was glued: 一 — 1 — 般公共预算. */
const INLINE = / ?[—–] \d{1,4} [—–] ?| - \d{1,3} - /g;
/** 第一章 发展基础……… 3 */
const CONTENTS = /(?:[.…·．]{3,}|…{1,}|\t| {3,})\s?\d{1,4}$/;
const NUMBER = /^\d{1,4}$/;
const REPEATS = 4;
/** Such a line again and again is the title of the whole: 云河区2023年统计公报 at the top of every page. */
const DOCUMENT = /报告|公报|纲要|规划|年鉴/;

export function dropInlineMarks(text: string): string {
  return text.replace(INLINE, " ");
}

/** Numbers alone on their lines that rise by one through the file are page numbers when they cut a sentence. */
function cutsSentence(lines: Line[], at: number): boolean {
  const before = near(lines, at, -1);
  return (
    before !== undefined && before.kind === "line" && before.text.length > 12 && !ENDED.test(before.text)
  );
}

function near(lines: Line[], at: number, step: 1 | -1): Line | undefined {
  for (let i = at + step, tries = 0; tries < 4; i += step, tries++) {
    const line = lines[i];
    if (!line) return undefined;
    if (line.kind !== "blank") return line;
  }
  return undefined;
}

/** Titles that stand at the top or foot of every page: the same short line again and again, in the middle of sentences. */
function runningTitles(lines: Line[]): Set<string> {
  const seen = new Map<string, { count: number; cuts: number }>();
  lines.forEach((line, at) => {
    if (line.kind === "blank" || line.kind === "row" || line.text.length < 4 || line.text.length > 40) return;
    if (ENDED.test(line.text) || BEGINS.test(line.text)) return;
    const entry = seen.get(line.text) ?? { count: 0, cuts: 0 };
    entry.count++;
    const [before, after] = [near(lines, at, -1), near(lines, at, 1)];
    if (
      DOCUMENT.test(line.text) ||
      cutsSentence(lines, at) ||
      (before && MARK.test(before.text)) ||
      (after && MARK.test(after.text))
    )
      entry.cuts++;
    seen.set(line.text, entry);
  });
  const titles = [...seen].filter(([, { count, cuts }]) => count >= REPEATS && cuts * 2 >= count);
  return new Set(titles.map(([text]) => text));
}

/** Lines without page marks, running titles and lines of a table of contents. */
export function dropPages(lines: Line[]): Line[] {
  const titles = runningTitles(lines);
  return lines.filter((line, at) => {
    if (line.kind === "blank") return true;
    if (MARK.test(line.text) || titles.has(line.text)) return false;
    if (NUMBER.test(line.text) && line.kind === "line") return !cutsSentence(lines, at);
    return !(
      line.text.length < 80 &&
      CONTENTS.test(line.text) &&
      /[\u4e00-\u9fff]/.test(line.text) &&
      !/\d\t\d/.test(line.text)
    );
  });
}
