/** One page's pieces of text with their positions → lines in reading order. y grows upwards, as in PDF. */
import type { Line } from "./line.ts";

export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size, the same unit as x and y. */
  size: number;
}

interface Cell {
  text: string;
  x: number;
  end: number;
}

interface Row {
  cells: Cell[];
  y: number;
  size: number;
}

/** A gap of so many font sizes parts two cells. */
const CELL_GAP = 1.6;

/** Pieces on one base line; a raised note mark belongs to the line that it stands beside. */
function toRows(pieces: Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && row.y - piece.y < 0.55 * Math.max(row.size, piece.size)) {
      row.pieces.push(piece);
      if (piece.size >= row.size) [row.y, row.size] = [piece.y, piece.size];
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x));
}

function toRow(pieces: Piece[]): Row {
  const cells: Cell[] = [];
  const size = Math.max(...pieces.map((piece) => piece.size));
  for (const piece of pieces) {
    const cell = cells.at(-1);
    const gap = cell ? piece.x - cell.end : 0;
    if (cell && gap < CELL_GAP * piece.size) {
      cell.text += gap > 0.2 * piece.size ? ` ${piece.text}` : piece.text;
      cell.end = Math.max(cell.end, piece.x + piece.width);
    } else cells.push({ text: piece.text, x: piece.x, end: piece.x + piece.width });
  }
  return { cells, y: Math.max(...pieces.map((piece) => piece.y)), size };
}

/** The x of a gutter that parts the page into two columns of running text; undefined on other pages. */
function gutterOf(rows: Row[], left: number, right: number): number | undefined {
  const middle = (left + right) / 2;
  const parted = rows.filter(
    (row) =>
      row.cells.length === 2 &&
      (row.cells[0]?.end ?? 0) <= middle + 5 &&
      (row.cells[1]?.x ?? 0) >= middle - 5,
  );
  const long = parted.filter((row) =>
    row.cells.every((cell) => cell.text.replace(/[\d.%\s]/g, "").length >= 10),
  );
  return long.length >= 8 && long.length >= rows.length * 0.5 ? middle : undefined;
}

/** Cells of a table's rows to its columns: those that overlap in x are one column; empty cells between keep the place. */
function toTable(rows: Row[]): Line[] {
  const columns: { x: number; end: number }[] = [];
  const cells = rows.flatMap((row) => (row.cells.length > 1 ? row.cells : [])).sort((a, b) => a.x - b.x);
  for (const cell of cells) {
    const last = columns.at(-1);
    if (last && cell.x < last.end - 1) last.end = Math.max(last.end, cell.end);
    else columns.push({ x: cell.x, end: cell.end });
  }
  const table = rows.map((row) => {
    const texts = columns.map(() => "");
    for (const cell of row.cells) {
      const center = (cell.x + cell.end) / 2;
      let at = columns.findIndex((column) => center >= column.x - 1 && center <= column.end + 1);
      if (at < 0) at = columns.findIndex((column) => cell.x < column.end);
      if (at < 0) at = columns.length - 1;
      texts[at] = texts[at] ? `${texts[at]} ${cell.text}` : cell.text;
    }
    return texts.map((text) => text.trim());
  });
  return mergeColumns(table).map((texts) => ({ text: texts.join("\t"), kind: "row" }));
}

/** A heading that stands beside its column, not over it: neighbours that are never both filled are one column. */
function mergeColumns(table: string[][]): string[][] {
  const width = table[0]?.length ?? 0;
  for (let at = width - 2; at >= 0; at--) {
    if (table.some((row) => row[at] && row[at + 1])) continue;
    for (const row of table) row.splice(at, 2, row[at] || row[at + 1] || "");
  }
  return table;
}

function toTextLine(row: Row, left: number): Line {
  const text = row.cells
    .map((cell) => cell.text)
    .join(" ")
    .trim();
  return { text, kind: "line", indent: (row.cells[0]?.x ?? left) > left + 1.2 * row.size };
}

/** Rows of one column, top to bottom: two or more rows of cells in a row are a table. */
function columnLines(rows: Row[]): Line[] {
  const left = leftMargin(rows);
  const lines: Line[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while ((rows[end]?.cells.length ?? 0) > 1) end++;
    if (end - i >= 2) {
      lines.push(...toTable(rows.slice(i, end)));
      i = end;
    } else {
      const row = rows[i];
      if (row) lines.push(toTextLine(row, left));
      i++;
    }
  }
  return lines;
}

/** The x at which most lines begin. */
function leftMargin(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const x = Math.round(row.cells[0]?.x ?? 0);
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** The lines of a page. */
export function pageLines(pieces: Piece[]): Line[] {
  if (pieces.length === 0) return [];
  const rows = toRows(pieces).map(toRow);
  const left = Math.min(...rows.map((row) => row.cells[0]?.x ?? 0));
  const right = Math.max(...rows.map((row) => row.cells.at(-1)?.end ?? 0));
  const gutter = gutterOf(rows, left, right);
  if (gutter === undefined) return columnLines(rows);
  const side = (keep: (cell: Cell) => boolean): Row[] =>
    rows.map((row) => ({ ...row, cells: row.cells.filter(keep) })).filter((row) => row.cells.length > 0);
  const isLeft = (cell: Cell): boolean => cell.x < gutter - 5;
  return [...columnLines(side(isLeft)), ...columnLines(side((cell) => !isLeft(cell)))];
}
