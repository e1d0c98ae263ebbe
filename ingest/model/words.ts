/** Columns that come from word lists: words and the place in them, divisions, names seen in training. */
import { buildParts } from "./parts.ts";
import { longest, step, type Trie } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NO_NODE = -2;

/** The cheapest cutting into words (unigram Viterbi): id of each character's word, and where in the word it stands. */
export function wordColumns(
  plain: Uint16Array,
  vocabulary: Vocabulary,
): { word: Int32Array; position: Int32Array } {
  const { lengths, ids } = cheapest(plain, vocabulary);
  const word = new Int32Array(plain.length);
  const position = new Int32Array(plain.length);
  for (let end = plain.length; end > 0; ) {
    const length = lengths[end] as number;
    const start = end - length;
    for (let i = start; i < end; i++) {
      word[i] = ids[end] as number;
      position[i] = positionId(i - start, length);
    }
    end = start;
  }
  return { word, position };
}

/** 1 · 2 3 · 4 5 6 for words of one, two, three characters; longer: first 7, inside 8, last 9. */
function positionId(at: number, length: number): number {
  if (length <= 3) return 1 + (length * (length - 1)) / 2 + at;
  if (at === 0) return 7;
  return at === length - 1 ? 9 : 8;
}

export const POSITION_ROWS = 10;

/** For each end of a word on the cheapest way: its length and id. Costs are integers, kept exact in doubles. */
function cheapest(
  plain: Uint16Array,
  { words, costs, unknown }: Vocabulary,
): { lengths: Uint8Array; ids: Int32Array } {
  const n = plain.length;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const lengths = new Uint8Array(n + 1);
  const ids = new Int32Array(n + 1);
  best[0] = 0;
  for (let start = 0; start < n; start++) {
    const from = best[start] as number;
    if (from + unknown < (best[start + 1] as number)) {
      best[start + 1] = from + unknown;
      lengths[start + 1] = 1;
      ids[start + 1] = 0;
    }
    let node = -1;
    for (let end = start + 1; end <= n; end++) {
      node = step(words, node, plain[end - 1] as number);
      if (node === NO_NODE) break;
      const id = words.words[node] as number;
      if (id === 0) continue;
      const cost = from + (costs[id - 1] as number);
      if (cost >= (best[end] as number)) continue;
      best[end] = cost;
      lengths[end] = end - start;
      ids[end] = id;
    }
  }
  return { lengths, ids };
}

/** Leftmost longest divisions: 省 市 县 镇 with or without that word, by tag and part (begin, inside, end). */
export function divisionColumn(lower: Uint16Array, { divisions, divisionTags }: Vocabulary): Int32Array {
  const column = new Int32Array(lower.length);
  markLongest(divisions, divisionTags, lower, 0, lower.length, column);
  return column;
}

/** Leftmost longest names seen in training, and in `inner` the longest shorter ones inside them. */
export function nameColumns(
  lower: Uint16Array,
  vocabulary: Vocabulary,
): { name: Int32Array; inner: Int32Array } {
  const { names, nameTags } = vocabulary;
  const name = new Int32Array(lower.length);
  const inner = new Int32Array(lower.length);
  markLongest(names, nameTags, lower, 0, lower.length, name, (start, end) => {
    const first = longest(names, nameTags, lower, start, end - 1, found);
    if (first) buildParts(inner, start, start + found.length, nameTags[first - 1] as number);
    markLongest(names, nameTags, lower, start + (first ? found.length : 1), end, inner);
  });
  return { name, inner };
}

const found = { length: 0 };

function markLongest(
  trie: Trie,
  tags: Uint8Array,
  codes: Uint16Array,
  from: number,
  to: number,
  column: Int32Array,
  each?: (start: number, end: number) => void,
): void {
  for (let at = from; at < to; ) {
    const value = longest(trie, tags, codes, at, to, found);
    if (value === 0) {
      at++;
      continue;
    }
    const end = at + found.length;
    buildParts(column, at, end, tags[value - 1] as number);
    each?.(at, end);
    at = end;
  }
}
