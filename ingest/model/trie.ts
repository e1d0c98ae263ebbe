/**
 * A word list as a trie in one open-addressed hash table: a node is the slot it lies in, its key (parent slot,
 * character). Look-ups cost one probe a character and nothing is allocated.
 */
export interface Trie {
  mask: number;
  parents: Int32Array;
  chars: Uint16Array;
  /** 1 + index of the word that ends at the slot, 0 where none does. */
  words: Int32Array;
}

const ROOT = -1;
const EMPTY = -2;

const slotOf = (parent: number, char: number): number =>
  Math.imul(Math.imul(parent + 2, 0x9e3779b1) ^ Math.imul(char + 1, 0x85ebca6b), 0xc2b2ae35) >>> 7;

/** `words[i]` gets the value i + 1. A word given twice keeps its first value. */
export function buildTrie(words: readonly string[]): Trie {
  let total = 0;
  for (const word of words) total += word.length;
  let size = 1024;
  while (size < total * 1.5) size *= 2;
  const trie: Trie = {
    mask: size - 1,
    parents: new Int32Array(size).fill(EMPTY),
    chars: new Uint16Array(size),
    words: new Int32Array(size),
  };
  for (let index = 0; index < words.length; index++) add(trie, words[index] as string, index + 1);
  return trie;
}

function add(trie: Trie, word: string, value: number): void {
  let node = ROOT;
  for (let i = 0; i < word.length; i++) {
    const char = word.charCodeAt(i);
    let slot = slotOf(node, char) & trie.mask;
    while (trie.parents[slot] !== EMPTY && (trie.parents[slot] !== node || trie.chars[slot] !== char)) {
      slot = (slot + 1) & trie.mask;
    }
    trie.parents[slot] = node;
    trie.chars[slot] = char;
    node = slot;
  }
  if (node !== ROOT && trie.words[node] === 0) trie.words[node] = value;
}

/** The node below `node` (-1: the root) by `char`, or -2. */
export function step(trie: Trie, node: number, char: number): number {
  const { parents, chars, mask } = trie;
  let slot = slotOf(node, char) & mask;
  for (;;) {
    const parent = parents[slot];
    if (parent === EMPTY) return EMPTY;
    if (parent === node && chars[slot] === char) return slot;
    slot = (slot + 1) & mask;
  }
}

/** Value of the longest word with a tag that starts at `start` and ends by `end`; its length in `found.length`. */
export function longest(
  trie: Trie,
  tags: Uint8Array,
  codes: Uint16Array,
  start: number,
  end: number,
  found: { length: number },
): number {
  let node = ROOT;
  let value = 0;
  found.length = 0;
  for (let i = start; i < end; i++) {
    node = step(trie, node, codes[i] as number);
    if (node === EMPTY) break;
    const word = trie.words[node] as number;
    if (word === 0 || tags[word - 1] === 0) continue;
    value = word;
    found.length = i + 1 - start;
  }
  return value;
}
