/** Every place where a resolved name stands in the text, for MENTIONS, the reader and the rules on relations. */
import { buildTrie, step } from "../model/trie.ts";
import type { EntityType } from "../ontology.ts";
import type { Mention } from "../types.ts";

/** A name to look for, and whose it is. */
export interface NameOf {
  name: string;
  entity: number;
  type: EntityType;
}

/** Shorter names are taken only where they were found: 赣, 粤. */
const SHORTEST = 2;
const GONE = -2;

/** Types whose names inside a longer name of the same type are things of their own: 中吴大道 in 中吴大道西延. */
const INNER_SAME: ReadonlySet<EntityType> = new Set<EntityType>([
  "District",
  "Infrastructure",
  "Place",
  "Park",
  "Institution",
]);

/**
 * Mentions of all names: found ones keep their place, the others are added where their words stand, longest first.
 * What lies inside another is depth 1; what crosses another is left out. Sorted by start, longer first.
 */
export function occurrences(text: string, names: readonly NameOf[], found: readonly Mention[]): Mention[] {
  const ranges = new Set<string>();
  const own = new Map<string, Mention>();
  for (const mention of found) {
    if (mention.entity === undefined) continue;
    const range = `${mention.start}-${mention.end}`;
    ranges.add(range);
    own.set(`${range}-${mention.entity}`, mention);
  }
  const added = findAll(text, names).filter(({ start, end }) => !ranges.has(`${start}-${end}`));
  const all = [...own.values(), ...added].sort(
    (a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth,
  );
  return nest(all, names);
}

function findAll(text: string, names: readonly NameOf[]): Mention[] {
  const wanted = names.filter(({ name }) => name.length >= SHORTEST);
  const trie = buildTrie(wanted.map(({ name }) => name));
  const hits: Mention[] = [];
  for (let start = 0; start < text.length; start++) {
    let node = -1;
    for (let i = start; i < text.length; i++) {
      node = step(trie, node, text.charCodeAt(i));
      if (node === GONE) break;
      const value = trie.words[node] ?? 0;
      const owner = value ? wanted[value - 1] : undefined;
      if (!owner || cutsWord(text, start, i + 1)) continue;
      const { entity, type } = owner;
      hits.push({ start, end: i + 1, type, probability: 0.5, rule: "occurrence", depth: 0, entity });
    }
  }
  return hits;
}

const WORD = /[a-z0-9]/iu;
/** 15号线 is no 5号线, AIGC no AI. */
function cutsWord(text: string, start: number, end: number): boolean {
  const cut = (a: string | undefined, b: string | undefined): boolean =>
    !!a && !!b && WORD.test(a) && WORD.test(b);
  return cut(text[start - 1], text[start]) || cut(text[end - 1], text[end]);
}

/** Depths: outermost 0, directly inside 1. A crossing, a second level inside and an entity inside itself go. */
function nest(sorted: readonly Mention[], names: readonly NameOf[]): Mention[] {
  const typeOf = new Map(names.map(({ entity, type }) => [entity, type]));
  const kept: Mention[] = [];
  let outer: Mention | undefined;
  let inner: Mention | undefined;
  for (const mention of sorted) {
    if (!outer || mention.start >= outer.end) {
      if (outer && mention.start < outer.end) continue;
      outer = { ...mention, depth: 0 };
      inner = undefined;
      kept.push(outer);
      continue;
    }
    if (mention.end > outer.end || mention.entity === outer.entity) continue;
    const deeper = inner && mention.start < inner.end;
    if (deeper && (mention.rule === "occurrence" || mention.end > (inner?.end ?? 0))) continue;
    const same = typeOf.get(mention.entity ?? -1) === outer.type;
    if (same && mention.rule === "occurrence" && !INNER_SAME.has(outer.type)) continue;
    const nested: Mention = { ...mention, depth: 1 };
    if (!deeper) inner = nested;
    kept.push(nested);
  }
  return kept;
}
