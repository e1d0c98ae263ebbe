/**
 * Text → one row of ids a character, the input of the network. Training reads what this file computes, so the two can
 * never differ. Linear in the length of the text.
 */

import { fold } from "./folding.ts";
import { LETTERS } from "./labels.ts";
import { partRows } from "./parts.ts";
import {
  CHUNK_ROWS,
  chunkColumns,
  QUOTE_ROWS,
  quoteColumn,
  REPEAT_ROWS,
  repeatColumn,
} from "./surroundings.ts";
import { bigramKey, bigramSlot, type Vocabulary } from "./vocabulary.ts";
import { divisionColumn, nameColumns, POSITION_ROWS, wordColumns } from "./words.ts";

export { loadVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Order of the columns; a weight file names the ones that each of its tables serves. */
export const COLUMNS = [
  "char",
  "bigramLeft",
  "bigramRight",
  "word",
  "wordPosition",
  "division",
  "name",
  "innerName",
  "quote",
  "repeat",
  "chunkStart",
  "chunkEnd",
] as const;

export interface Features {
  /** Ids, each column as long as the text; 0 is unknown or nothing. */
  columns: Int32Array[];
}

/** `report` is the text that repeated phrases are counted in, where `text` is only an excerpt of it. */
export function features(text: string, vocabulary: Vocabulary, report = text): Features {
  const { codes, lower, plain } = fold(text);
  const { left, right } = bigramColumns(plain, vocabulary);
  const { word, position } = wordColumns(plain, vocabulary);
  const { name, inner } = nameColumns(lower, vocabulary);
  const chunk = chunkColumns(codes);
  return {
    columns: [
      Int32Array.from(codes, (code) => vocabulary.chars[code] as number),
      left,
      right,
      word,
      position,
      divisionColumn(lower, vocabulary),
      name,
      inner,
      quoteColumn(codes),
      repeatColumn(plain, report === text ? plain : fold(report).plain),
      chunk.start,
      chunk.end,
    ],
  };
}

/** Highest tag of a division: province, city and county with and without that word, town. */
export const DIVISION_TAGS = 7;
/** Degrees of trust in a name seen in training. */
export const TRUSTS = 4;

/** Rows that each column's table needs. */
export function tableRows({ rows }: Vocabulary): Record<(typeof COLUMNS)[number], number> {
  const name = partRows(LETTERS.length * TRUSTS);
  return {
    char: rows.char,
    bigramLeft: rows.bigram,
    bigramRight: rows.bigram,
    word: rows.word,
    wordPosition: POSITION_ROWS,
    division: partRows(DIVISION_TAGS),
    name,
    innerName: name,
    quote: QUOTE_ROWS,
    repeat: REPEAT_ROWS,
    chunkStart: CHUNK_ROWS,
    chunkEnd: CHUNK_ROWS,
  };
}

/** Bigram that ends at, and that begins at each character. */
function bigramColumns(plain: Uint16Array, { bigrams }: Vocabulary): { left: Int32Array; right: Int32Array } {
  const { mask, keys, ids } = bigrams;
  const left = new Int32Array(plain.length);
  const right = new Int32Array(plain.length);
  for (let i = 1; i < plain.length; i++) {
    const key = bigramKey(plain[i - 1] as number, plain[i] as number);
    let slot = bigramSlot(key, mask);
    while (ids[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    const id = ids[slot] as number;
    left[i] = id;
    right[i - 1] = id;
  }
  return { left, right };
}
