/** Columns that come from the marks around a character and from the rest of the report. */

const KINDS = 3;
const CLOSERS = new Map([
  [0x201d, 0], // “ ”
  [0x300b, 1], // 《 》
  [0x29, 2], // ( )
]);
const OPENERS = new Map([
  [0x201c, 0],
  [0x300a, 1],
  [0x28, 2],
]);
const FARTHEST = 40;
export const QUOTE_ROWS = 1 + KINDS * 3 * 4;

/** Inside “”, 《》 or (): 1 + 12 × kind + 4 × length (≤ 4, ≤ 8, ≤ 40) + part (first, inside, last, only). */
export function quoteColumn(codes: Uint16Array): Int32Array {
  const column = new Int32Array(codes.length);
  const opened = new Int32Array(KINDS).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code === 0x0a) opened.fill(-1);
    const opener = OPENERS.get(code);
    if (opener !== undefined) opened[opener] = i;
    const kind = code > 0x28 ? CLOSERS.get(code) : undefined;
    if (kind === undefined) continue;
    const start = (opened[kind] as number) + 1;
    if (start > 0 && i > start && i - start <= FARTHEST) markQuote(column, start, i, kind);
    opened[kind] = -1;
  }
  return column;
}

/** What an inner pair of marks has claimed stays: in 《“十四五”规划》 the 十四五 is in “”, the rest in 《》. */
function markQuote(column: Int32Array, start: number, end: number, kind: number): void {
  const length = end - start;
  const base = 1 + 12 * kind + 4 * (length <= 4 ? 0 : length <= 8 ? 1 : 2);
  for (let i = start; i < end; i++) {
    if (column[i] !== 0) continue;
    column[i] = base + (length === 1 ? 3 : i === start ? 0 : i === end - 1 ? 2 : 1);
  }
}

const GRAM = 4;
export const REPEAT_ROWS = 9;

/** 3 × (how often the four characters from here stand in `report`: once, twice, more) + the same for those up to here. */
export function repeatColumn(plain: Uint16Array, report: Uint16Array): Int32Array {
  let size = 4096;
  while (size < report.length * 4) size *= 2;
  const counts = new Uint8Array(size);
  const mask = size - 1;
  for (let i = 0; i + GRAM <= report.length; i++) {
    const slot = gramSlot(report, i) & mask;
    if ((counts[slot] as number) < 3) counts[slot] = (counts[slot] as number) + 1;
  }
  const column = new Int32Array(plain.length);
  for (let i = 0; i + GRAM <= plain.length; i++) {
    if (!allWord(plain, i)) continue;
    const often = Math.max(0, (counts[gramSlot(plain, i) & mask] as number) - 1);
    column[i] = (column[i] as number) + 3 * often;
    column[i + GRAM - 1] = (column[i + GRAM - 1] as number) + often;
  }
  return column;
}

function gramSlot(codes: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++)
    hash = Math.imul(hash ^ (codes[i] as number), 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function allWord(codes: Uint16Array, at: number): boolean {
  for (let i = at; i < at + GRAM; i++) if (markClass(codes[i] as number) >= 0) return false;
  return true;
}

const MARKS = ["\n", "、", ",，", "。!?", ";", ":", "“‘《", "”’》", "(", ")"];
const OTHER = MARKS.length;
const CLASSES = new Int8Array(65536).fill(-2);

/** Class of a mark that parts a sentence, −1 for what words are made of. */
function markClass(code: number): number {
  const known = CLASSES[code] as number;
  if (known !== -2) return known;
  const char = String.fromCharCode(code);
  const listed = MARKS.findIndex((marks) => marks.includes(char));
  const result = listed >= 0 ? listed : /[\p{L}\p{N}.%]/u.test(char) ? -1 : OTHER;
  CLASSES[code] = result;
  return result;
}

const BUCKETS = [0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6];
const FAR = 7;
export const CHUNK_ROWS = 1 + (OTHER + 1) * (FAR + 1);

/** Mark before the character's chunk and distance from it, and the same for the mark behind; 0 for marks themselves. */
export function chunkColumns(codes: Uint16Array): { start: Int32Array; end: Int32Array } {
  const start = new Int32Array(codes.length);
  const end = new Int32Array(codes.length);
  let mark = 0;
  for (let i = 0, distance = 0; i < codes.length; i++) {
    const own = markClass(codes[i] as number);
    if (own >= 0) {
      mark = own;
      distance = 0;
    } else start[i] = 1 + mark * (FAR + 1) + (BUCKETS[distance++] ?? FAR);
  }
  mark = 0;
  for (let i = codes.length - 1, distance = 0; i >= 0; i--) {
    const own = markClass(codes[i] as number);
    if (own >= 0) {
      mark = own;
      distance = 0;
    } else end[i] = 1 + mark * (FAR + 1) + (BUCKETS[distance++] ?? FAR);
  }
  return { start, end };
}
