/** The left edge of a name: the nearest mark, governing word or function word before it. Linear: at most `most` steps. */
import { GOVERNORS, STOPS } from "../../lexicon/governors.ts";
import { buildTrie } from "../../model/trie.ts";
import { longestBefore } from "./walk.ts";

/** Read from right to left. */
const governors = buildTrie([...new Set(GOVERNORS.split(" "))].map(reverse));
const NAME_CHAR = /[\u4e00-\u9fffA-Za-z0-9+·—\-（）“”]/u;
const stops = new Set(STOPS);

export function reverse(word: string): string {
  return [...word].reverse().join("");
}

/** Where the name that ends with a head at `headStart` begins. `adjacent`: a governor right before the head counts, too. */
export function leftEdge(text: string, headStart: number, most: number, adjacent = false): number {
  let at = headStart;
  while (at > 0 && headStart - at < most) {
    const char = text[at - 1] as string;
    if (!NAME_CHAR.test(char) || stops.has(char)) break;
    const governor = longestBefore(governors, text, at).length;
    if (governor && at === headStart ? adjacent : governor && governs(text, at - governor, headStart - at))
      break;
    at--;
  }
  return at;
}

/** 建设 in 加快建设云河大桥 governs; in 生态建设行动 it is part of the name: then it stands right before the head. */
function governs(text: string, start: number, length: number): boolean {
  if (length >= 2) return true;
  const before = text[start - 1];
  return before === undefined || !NAME_CHAR.test(before) || stops.has(before);
}
