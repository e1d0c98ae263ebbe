/** Markdown and what OCR gives as markdown → lines: headings, tables (pipes or <table>), marks taken off. */
import * as cheerio from "cheerio";
import { cleanCharacters } from "./characters.ts";
import { tableRows } from "./html.ts";
import type { Line, Read } from "./line.ts";
import { toLine } from "./txt.ts";

/** [pattern, what it becomes]; each shows an input. */
const INLINE: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/<!--[^>]{0,200}-->/g, ""],
  [/!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)/g, ""], // ![图](a.png)
  [/\[([^\]\n]{1,200})\]\((?:https?:|\/|#|\.)[^)\n]{0,500}\)/g, "$1"], // [云河区](https://…)
  [/\*{1,3}|__|~~|`/g, ""], // **一是**
  [/\\([%#$&_{}*.\-()[\]~])/g, "$1"], // 8.6\%
  [/\$([^$\n]{1,80})\$/g, "$1"], // $8.6%$
  [/<\/?(?:u|b|i|em|strong|span|font|center|div|p|br|sup|sub)\b[^>]{0,200}>/gi, ""],
];

function stripInline(text: string): string {
  return INLINE.reduce((at, [pattern, by]) => at.replace(pattern, by), text);
}

function pipeRow(text: string): Line[] {
  const cells = text
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => stripInline(cell).trim());
  if (cells.every((cell) => /^:?-{1,}:?$/.test(cell) || !cell)) return [];
  return [{ text: cells.join("\t"), kind: "row" }];
}

function mdLine(raw: string): Line[] {
  const text = raw.trim();
  if (/^\|.*\|$/.test(text)) return pipeRow(text);
  if (/^(?:[-*_]\s?){3,}$/.test(text)) return [{ text: "", kind: "blank" }];
  const heading = /^#{1,6}\s+(.*?)#*$/.exec(text);
  if (heading)
    return [
      {
        text: stripInline(heading[1] ?? "")
          .replace(/^[■●◆▲★□]\s*/, "")
          .trim(),
        kind: "heading",
      },
    ];
  const bold = /^\*\*([^*]{2,60})\*\*$/.exec(text);
  if (bold) return [{ text: stripInline(bold[1] ?? ""), kind: "heading" }];
  const item = text.replace(/^(?:[-*+]|>)\s+/, "");
  const line = toLine(stripInline(item === text ? raw : item));
  return [item === text || line.kind === "blank" ? line : { ...line, kind: "paragraph" }];
}

function htmlTable(html: string): Line[] {
  const $ = cheerio.load(html);
  const table = $("table").get(0);
  return table ? tableRows(table, $).map((line) => ({ ...line, text: stripInline(line.text) })) : [];
}

/** Text before, between and after its <table>…</table>. */
function splitTables(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf("<table", from);
    const end = start < 0 ? -1 : text.indexOf("</table>", start);
    if (end < 0) break;
    parts.push(text.slice(from, start), text.slice(start, end + 8));
    from = end + 8;
  }
  return [...parts, text.slice(from)];
}

/** Lines of a markdown text. */
export function readMd(raw: string): Read {
  const { text, warnings } = cleanCharacters(raw);
  const lines: Line[] = [];
  for (const part of splitTables(text)) {
    if (part.startsWith("<table")) lines.push(...htmlTable(part));
    else for (const line of part.split("\n")) lines.push(...mdLine(line));
  }
  return { lines, warnings };
}
