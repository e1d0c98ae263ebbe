/**
 * What the features look up: characters, bigrams, words with their costs, administrative divisions, and the names seen
 * in training. Kept in one brotli-packed JSON file beside the weights; indexes are built on loading.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { buildTrie, type Trie } from "./trie.ts";

/** The file as it is written by train/vocabulary.ts. Lists of words are joined by "\n". */
export interface VocabularyFile {
  chars: string;
  bigrams: string;
  words: string;
  /** 16 × −log2 of each word's share of the corpus. */
  costs: number[];
  unknown: number;
  divisions: string;
  /** One letter a division, "a" + tag. */
  divisionTags: string;
  names: string;
  /** One character a name, "0" + tag. */
  nameTags: string;
}

export interface Vocabulary {
  /** Id by UTF-16 code unit, after folding. */
  chars: Uint16Array;
  bigrams: { mask: number; keys: Uint32Array; ids: Uint16Array };
  words: Trie;
  costs: Int32Array;
  unknown: number;
  divisions: Trie;
  divisionTags: Uint8Array;
  names: Trie;
  /** 1 + type × 4 + trust (0 … 3); 0: not to be looked at. */
  nameTags: Uint8Array;
  /** Rows of each table of ids, unknown (0) counted. */
  rows: { char: number; bigram: number; word: number };
}

export function loadVocabulary(directory: string): Vocabulary {
  const packed = readFileSync(join(directory, "vocabulary.br"));
  return openVocabulary(JSON.parse(brotliDecompressSync(packed).toString("utf8")) as VocabularyFile);
}

export function openVocabulary(file: VocabularyFile): Vocabulary {
  const words = list(file.words);
  const chars = new Uint16Array(65536);
  for (let i = 0; i < file.chars.length; i++) chars[file.chars.charCodeAt(i)] = i + 1;
  return {
    chars,
    bigrams: bigramTable(file.bigrams),
    words: buildTrie(words),
    costs: Int32Array.from(file.costs),
    unknown: file.unknown,
    divisions: buildTrie(list(file.divisions)),
    divisionTags: tags(file.divisionTags, "a"),
    names: buildTrie(list(file.names)),
    nameTags: tags(file.nameTags, "0"),
    rows: { char: file.chars.length + 1, bigram: file.bigrams.length / 2 + 1, word: words.length + 1 },
  };
}

const list = (joined: string): string[] => (joined ? joined.split("\n") : []);

const tags = (letters: string, zero: string): Uint8Array =>
  Uint8Array.from(letters, (letter) => letter.charCodeAt(0) - zero.charCodeAt(0));

export const bigramKey = (left: number, right: number): number => ((left << 16) | right) >>> 0;
export const bigramSlot = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 11) & mask;

function bigramTable(pairs: string): Vocabulary["bigrams"] {
  let size = 1024;
  while (size < pairs.length) size *= 2;
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const ids = new Uint16Array(size);
  for (let i = 0; i < pairs.length; i += 2) {
    const key = bigramKey(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
    let slot = bigramSlot(key, mask);
    while (ids[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    ids[slot] = i / 2 + 1;
  }
  return { mask, keys, ids };
}
