/** Lines as they were set → the text of the report: paragraphs separated by "\n", rows with cells separated by tabs. */
import { undoInline } from "./inline.ts";
import { joinLines } from "./join.ts";
import type { Line } from "./line.ts";
import { dropNavigation } from "./navigation.ts";
import { dropPages } from "./pages.ts";
import { dropRepeats, dropSummaries } from "./repeats.ts";
import { splitHeadings, splitLong } from "./split.ts";

export interface Undone {
  text: string;
  warnings: string[];
}

/** 指标<tab>2023年<tab><tab>: empty cells at the end go, those between stay, so that columns keep their place. */
function undoRow(text: string): string {
  return text.split("\t").map(undoInline).join("\t").replace(/\t+$/, "");
}

/** The whole undoing, in the one order that works. Linear in the length of the text. */
export function undoLayout(lines: Line[]): Undone {
  const set = splitLong(dropSummaries(dropPages(dropNavigation(lines))));
  const paragraphs = splitHeadings(joinLines(set)).map((line) => ({
    ...line,
    text: line.kind === "row" ? undoRow(line.text) : undoInline(line.text),
  }));
  const { lines: kept, dropped } = dropRepeats(paragraphs.filter((line) => line.text));
  const warnings = dropped ? [`有 ${dropped} 段文字重复出现，只读一次`] : [];
  return { text: kept.map((line) => line.text).join("\n"), warnings };
}
