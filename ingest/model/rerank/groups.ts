import { key } from "../../names.ts";
import { fold, foldName } from "../folding.ts";
import type { Span } from "../tagger.ts";
import { buildTrie, step } from "../trie.ts";

/** All candidates of a report that share a name and a type: 钟楼区 as District, wherever it stands. */
export interface Group {
  key: string;
  /** the name as its likeliest span has it */
  name: string;
  type: Span["type"];
  spans: Span[];
  /** the likeliest of them */
  best: Span;
  sum: number;
}

export function groupSpans(text: string, candidates: Span[]): Group[] {
  const groups = new Map<string, Group>();
  const keys = new Map<string, string>();
  for (const span of candidates) {
    const name = text.slice(span.start, span.end);
    const own = keys.get(name) ?? key(name);
    keys.set(name, own);
    if (!own) continue;
    const id = `${span.type} ${own}`;
    const group = groups.get(id);
    if (!group) {
      groups.set(id, { key: own, name, type: span.type, spans: [span], best: span, sum: span.probability });
      continue;
    }
    group.spans.push(span);
    group.sum += span.probability;
    if (span.probability > group.best.probability) Object.assign(group, { best: span, name });
  }
  return [...groups.values()];
}

export interface Occurrence {
  start: number;
  end: number;
  key: string;
}

/** Wherever a group's name stands in the text, in one pass: a trie of all spellings is followed from each character. */
export function occurrencesOf(text: string, groups: Group[]): Map<string, Occurrence[]> {
  const keys = new Map<string, string>();
  for (const group of groups) {
    for (const { start, end } of group.spans) keys.set(foldName(text.slice(start, end)), group.key);
  }
  const names = [...keys.keys()];
  const trie = buildTrie(names);
  const codes = fold(text).lower;
  const found = new Map<string, Occurrence[]>(groups.map((group) => [group.key, []]));
  for (let start = 0; start < codes.length; start++) {
    let node = -1;
    for (let end = start + 1; end <= codes.length; end++) {
      node = step(trie, node, codes[end - 1] as number);
      if (node < 0) break;
      const word = trie.words[node] as number;
      if (word === 0) continue;
      const own = keys.get(names[word - 1] as string) as string;
      found.get(own)?.push({ start, end, key: own });
    }
  }
  return found;
}

/** What stands around one span among the candidates: the likeliest that cross it, hold it, lie in it, or lie on it. */
export interface Surroundings {
  crossing: number;
  containing: number;
  contained: number;
  /** same characters, other type */
  rival: number;
}

const LONGEST = 60;

/** `candidates` by start. */
export function surroundingsOf(candidates: Span[]): Map<Span, Surroundings> {
  const found = new Map<Span, Surroundings>();
  for (const span of candidates) found.set(span, { crossing: 0, containing: 0, contained: 0, rival: 0 });
  candidates.forEach((late, i) => {
    for (let j = i - 1; j >= 0; j--) {
      const early = candidates[j] as Span;
      if (early.start < late.start - LONGEST) break;
      if (early.end > late.start) meet(early, late, found);
    }
  });
  return found;
}

/** Two candidates that overlap, early.start ≤ late.start. */
function meet(early: Span, late: Span, found: Map<Span, Surroundings>): void {
  const [a, b] = [found.get(early) as Surroundings, found.get(late) as Surroundings];
  if (early.start === late.start && early.end === late.end) {
    if (early.type === late.type) return;
    a.rival = Math.max(a.rival, late.probability);
    b.rival = Math.max(b.rival, early.probability);
  } else if (late.end <= early.end) {
    a.contained = Math.max(a.contained, late.probability);
    b.containing = Math.max(b.containing, early.probability);
  } else if (early.start === late.start) {
    b.contained = Math.max(b.contained, early.probability);
    a.containing = Math.max(a.containing, late.probability);
  } else {
    a.crossing = Math.max(a.crossing, late.probability);
    b.crossing = Math.max(b.crossing, early.probability);
  }
}
