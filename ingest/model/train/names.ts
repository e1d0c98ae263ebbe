/**
 * The lexicon of names seen in training: each with its type and how far to trust it. While training on a document,
 * what its own place contributes is taken out, or the net would learn to trust the lexicon blindly.
 */

import { TRUSTS } from "../features.ts";
import { fold, foldName } from "../folding.ts";
import { LETTERS } from "../labels.ts";
import { buildTrie, step, type Trie } from "../trie.ts";
import type { Document } from "./documents.ts";

const TYPES = LETTERS.length;
const LONGEST = 20;

/** What one place says of one name: how often marked as each type, how often it stands in the texts at all. */
interface Count {
  types: Uint16Array;
  marked: number;
  standing: number;
}

export interface Lexicon {
  names: string[];
  totals: Count[];
  places: Map<string, Map<number, Count>>;
  /** Number of places that mark the name. */
  spread: Uint16Array;
}

const count = (): Count => ({ types: new Uint16Array(TYPES), marked: 0, standing: 0 });

export function buildLexicon(documents: Document[]): Lexicon {
  const index = new Map<string, number>();
  const marks: [place: string, name: number, type: number][] = [];
  for (const { place, text, spans } of documents) {
    for (const { start, end, type } of spans) {
      const name = foldName(text.slice(start, end));
      if (name.length < 2 || name.length > LONGEST || name.includes("\n")) continue;
      if (!index.has(name)) index.set(name, index.size);
      marks.push([place, index.get(name) as number, type]);
    }
  }
  const names = [...index.keys()];
  const lexicon: Lexicon = {
    names,
    totals: names.map(count),
    places: new Map(),
    spread: new Uint16Array(names.length),
  };
  for (const [place, name, type] of marks) addMark(lexicon, place, name, type);
  const trie = buildTrie(names);
  for (const { place, text } of documents) addStanding(lexicon, trie, place, fold(text).lower);
  return lexicon;
}

function countAt({ places }: Lexicon, place: string, name: number): Count {
  const counts = places.get(place) ?? new Map<number, Count>();
  places.set(place, counts);
  const own = counts.get(name) ?? count();
  counts.set(name, own);
  return own;
}

function addMark(lexicon: Lexicon, place: string, name: number, type: number): void {
  const own = countAt(lexicon, place, name);
  if (own.marked === 0) lexicon.spread[name] = (lexicon.spread[name] as number) + 1;
  for (const one of [own, lexicon.totals[name] as Count]) {
    one.marked++;
    one.types[type] = (one.types[type] as number) + 1;
  }
}

function addStanding(lexicon: Lexicon, trie: Trie, place: string, codes: Uint16Array): void {
  for (let start = 0; start < codes.length; start++) {
    let node = -1;
    for (let end = start; end < codes.length; end++) {
      node = step(trie, node, codes[end] as number);
      if (node < 0) break;
      const value = trie.words[node] as number;
      if (value === 0) continue;
      countAt(lexicon, place, value - 1).standing++;
      (lexicon.totals[value - 1] as Count).standing++;
    }
  }
}

/** Tag of a name (0: leave it alone), without what `own` place says. */
function tagOf(lexicon: Lexicon, name: number, own?: Count): number {
  const total = lexicon.totals[name] as Count;
  const marked = total.marked - (own?.marked ?? 0);
  const standing = total.standing - (own?.standing ?? 0);
  const spread = (lexicon.spread[name] as number) - (own?.marked ? 1 : 0);
  if (marked === 0) return 0;
  const share = marked / Math.max(marked, standing);
  if (share < 0.08) return 0;
  let type = 0;
  const at = (t: number): number => (total.types[t] as number) - (own?.types[t] ?? 0);
  for (let t = 1; t < TYPES; t++) if (at(t) > at(type)) type = t;
  const trust = share < 0.5 ? 0 : spread === 1 ? 1 : spread < 4 || share < 0.75 ? 2 : 3;
  return 1 + type * TRUSTS + trust;
}

export const allTags = (lexicon: Lexicon): Uint8Array =>
  Uint8Array.from(lexicon.names, (_, name) => tagOf(lexicon, name));

/** Sets the tags of the names that `place` knows as if it were not there; call the result to set them back. */
export function leaveOut(lexicon: Lexicon, tags: Uint8Array, place: string): () => void {
  const counts = [...(lexicon.places.get(place) ?? [])];
  const before = counts.map(([name]) => tags[name] as number);
  for (const [name, own] of counts) tags[name] = tagOf(lexicon, name, own);
  return () =>
    counts.forEach(([name], i) => {
      tags[name] = before[i] as number;
    });
}
