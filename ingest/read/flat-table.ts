/**
 * Tables that a converter from Word wrote one cell a line, a tab before each cell but the first of a row:
 * 12⏎<tab>开展居家养老⏎<tab>卫人局⏎民政局⏎13⏎… → 12<tab>开展居家养老<tab>卫人局民政局
 */
import type { Line } from "./line.ts";

/** Fewer cells are no table. */
const FEWEST = 8;
/** No cell begins for so many lines: the table is over. */
const APART = 4;

const startsCell = (raw: string | undefined): boolean =>
  raw?.startsWith("\t") === true && !raw.trim().includes("\t");

/** Ends of the table that begins at `from`, exclusive; `from` itself where none begins. */
function endOf(raws: string[], from: number): number {
  let [end, cells, short] = [from, 0, 0];
  for (let i = from; i < raws.length && i - end < APART; i++) {
    if (!startsCell(raws[i])) continue;
    cells++;
    if ((raws[i]?.trim().length ?? 0) <= 8) short++;
    end = i + 1;
  }
  return cells >= FEWEST && short >= cells * 0.3 ? end : from;
}

/** A row begins at an empty line, at a number alone, and after an empty last cell. */
function beginsRow(raws: string[], at: number): boolean {
  const raw = raws[at] ?? "";
  if (startsCell(raw)) return false;
  return !raw.trim() || /^\d{1,3}$/.test(raw.trim()) || (startsCell(raws[at - 1]) && !raws[at - 1]?.trim());
}

function rowsOf(raws: string[], from: number, end: number): Line[] {
  const rows: string[][] = [[]];
  for (let i = from; i < end; i++) {
    const text = raws[i]?.trim() ?? "";
    if (i > from && beginsRow(raws, i)) rows.push(text ? [text] : []);
    else if (startsCell(raws[i])) rows.at(-1)?.push(text);
    else {
      const row = rows.at(-1);
      const cell = row?.pop() ?? "";
      row?.push(cell + text);
    }
  }
  return rows.flatMap((cells): Line[] => {
    const filled = cells.filter(Boolean);
    if (filled.length < 2) return filled.map((text) => ({ text, kind: "paragraph" }));
    return [{ text: cells.join("\t"), kind: "row" }];
  });
}

/** Lines of a text, with such tables put together; `toLine` reads every other line. Linear. */
export function unflatten(raws: string[], toLine: (raw: string) => Line): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < raws.length; ) {
    const first = /^\d{1,3}$/.test(raws[i]?.trim() ?? "") && startsCell(raws[i + 1]);
    const end = startsCell(raws[i]) || first ? endOf(raws, i) : i;
    if (end > i) lines.push(...rowsOf(raws, i, end));
    else lines.push(toLine(raws[i] ?? ""));
    i = Math.max(end, i + 1);
  }
  return lines;
}
