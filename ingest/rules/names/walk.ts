/** Longest word of a trie from a position forwards or backwards. */
import { step, type Trie } from "../../model/trie.ts";

export interface Walked {
  length: number;
  /** 1 + index of the word; 0: none. */
  value: number;
}

const ROOT = -1;
const GONE = -2;

/** The longest word that starts at `start`. */
export function longestFrom(trie: Trie, text: string, start: number): Walked {
  let node = ROOT;
  const best = { length: 0, value: 0 };
  for (let i = start; i < text.length; i++) {
    node = step(trie, node, text.charCodeAt(i));
    if (node === GONE) break;
    const value = trie.words[node] ?? 0;
    if (!value) continue;
    best.length = i + 1 - start;
    best.value = value;
  }
  return best;
}

/** The longest word of a trie of reversed words that ends at `end`. */
export function longestBefore(trie: Trie, text: string, end: number): Walked {
  let node = ROOT;
  const best = { length: 0, value: 0 };
  for (let i = Math.min(end, text.length) - 1; i >= 0; i--) {
    node = step(trie, node, text.charCodeAt(i));
    if (node === GONE) break;
    const value = trie.words[node] ?? 0;
    if (!value) continue;
    best.length = end - i;
    best.value = value;
  }
  return best;
}
