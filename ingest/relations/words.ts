/** Which classes of verbs a stretch of text holds: one pass with a trie, so that long lists of verbs cost nothing. */
import { VERBS, type VerbClass, verbClasses } from "../lexicon/verbs.ts";
import { STAGE_VERBS } from "../lexicon/verbs-stage.ts";
import { type Stage, stages } from "../ontology.ts";

/** A word of a class at a place of the text. */
export interface Hit {
  start: number;
  end: number;
  /** Index into `classes`. */
  class: number;
}

export type WordClass = VerbClass | Stage;
export const classes: readonly WordClass[] = [...verbClasses, ...stages];

const byWord = new Map<string, number[]>();
let longest = 0;
classes.forEach((name, index) => {
  const words = name in VERBS ? VERBS[name as VerbClass] : STAGE_VERBS[name as Stage];
  for (const word of words.split(" ")) {
    byWord.set(word, [...(byWord.get(word) ?? []), index]);
    longest = Math.max(longest, word.length);
  }
});
const firstChars = new Set([...byWord.keys()].map((word) => word.charCodeAt(0)));

/** All class words of text[start, end), in order of start; of words that begin at one place, the longest of a class. */
export function findWords(text: string, start: number, end: number): Hit[] {
  const hits: Hit[] = [];
  for (let at = start; at < end; at++) {
    if (!firstChars.has(text.charCodeAt(at))) continue;
    let seen = 0;
    for (let length = Math.min(longest, end - at); length > 0; length--) {
      const found = byWord.get(text.slice(at, at + length));
      if (!found) continue;
      for (const index of found) {
        if (seen & (1 << index)) continue;
        seen |= 1 << index;
        hits.push({ start: at, end: at + length, class: index });
      }
    }
  }
  return hits;
}
