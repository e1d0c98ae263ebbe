/** Plain text → lines. */
import { cleanCharacters } from "./characters.ts";
import { unflatten } from "./flat-table.ts";
import type { Line, Read } from "./line.ts";

/** One line of text with its kind: cells are separated by tabs, an indent is spaces or a tab at the left. */
export function toLine(raw: string): Line {
  const text = raw.trim();
  if (!text) return { text: "", kind: "blank" };
  const cells = text.split("\t").map((cell) => cell.trim());
  if (cells.filter(Boolean).length > 1 && !/^(?:时间|发布|来源|日期)/.test(text))
    return { text: cells.join("\t"), kind: "row" };
  return { text: cells.join(" "), kind: "line", indent: /^(?: {2,}|\t)/.test(raw) };
}

/** Lines of a plain text. */
export function readTxt(raw: string): Read {
  const { text, warnings } = cleanCharacters(raw);
  return { lines: unflatten(text.split("\n"), toLine), warnings };
}
