/**
 * What the scorer sees of a pair of names: numbers (`dense`, in the order of `PAIR_FEATURES`) and short strings (`words`:
 * characters beside the names, heads of the names), of which training keeps those that tell something.
 */
import { entityTypes } from "../ontology.ts";
import { contains, type Frame, levelOf, typeOf } from "./frame.ts";
import type { Name, Sentence } from "./sentences.ts";
import { TOPIC_FEATURES, topicOf } from "./topic.ts";
import { classes } from "./words.ts";

export interface Row {
  dense: number[];
  words: string[];
}

/** How the two names of a candidate came together. */
export const KINDS = ["sentence", "nested", "name", "heading", "carried"] as const;
export type Kind = (typeof KINDS)[number];

/** How far beside a name (or its list) words are looked at, in characters. */
const REACH = 14;
const LONGEST_BETWEEN = 60;
const FAR = 40;

export const PAIR_FEATURES: string[] = [
  ...KINDS.map((kind) => `kind:${kind}`),
  ...entityTypes.map((type) => `from:${type}`),
  ...entityTypes.map((type) => `to:${type}`),
  "ordered",
  "sameList",
  "gap",
  "clauses",
  "namesBetween",
  "fromTypeBetween",
  "toTypeBetween",
  "fromTypeInSentence",
  "toTypeInSentence",
  "fromIndex",
  "toIndex",
  "fromListSize",
  "toListSize",
  "fromListIndex",
  "toListIndex",
  "fromDepth",
  "toDepth",
  "fromInTo",
  "toInFrom",
  "fromLength",
  "toLength",
  "fromCount",
  "toCount",
  "fromHome",
  "toHome",
  "fromHasHome",
  "toHasHome",
  "fromAbove",
  "toAbove",
  "fromLevel",
  "toLevel",
  "fromOffset",
  "toOffset",
  "fromSure",
  "toSure",
  "review",
  "plan",
  "sentenceOrder",
  ...TOPIC_FEATURES,
  ...["before", "between", "after"].flatMap((side) => classes.map((name) => `${side}:${name}`)),
];

export interface Pair {
  from: number;
  to: number;
  kind: Kind;
  /** Where they stand; a name-only pair has none. */
  sentence: number;
  fromName?: Name;
  toName?: Name;
  /** The name in another sentence of the passage that the one here goes with: for the evidence. */
  apart?: Name;
}

export function pairRow(frame: Frame, pair: Pair): Row {
  const dense = new Array<number>(PAIR_FEATURES.length).fill(0);
  const words: string[] = [];
  const { entities } = frame.context;
  dense[KINDS.indexOf(pair.kind)] = 1;
  let at = KINDS.length;
  dense[at + entityTypes.indexOf(typeOf(entities[pair.from]))] = 1;
  dense[at + entityTypes.length + entityTypes.indexOf(typeOf(entities[pair.to]))] = 1;
  at += 2 * entityTypes.length;
  const numbers = [
    ...placing(frame, pair),
    ...naming(frame, pair),
    ...setting(frame, pair),
    ...topicOf(frame, pair),
  ];
  for (const value of numbers) dense[at++] = value;
  const { fromName, toName } = pair;
  if (fromName && toName && pair.kind === "sentence") sideWords(frame, pair, dense, at, words);
  else aroundWords(frame, pair, dense, at, words);
  nameWords(frame, pair.from, "f", words);
  nameWords(frame, pair.to, "t", words);
  return { dense, words };
}

/** Where the two stand to each other: 17 numbers. */
function placing(frame: Frame, { from, to, sentence, fromName, toName, kind }: Pair): number[] {
  const place = frame.sentences[sentence];
  const numbers = new Array<number>(17).fill(0);
  if (!place) return numbers;
  const types = place.names.map(({ entity }) => typeOf(frame.context.entities[entity]));
  const fromType = typeOf(frame.context.entities[from]);
  const toType = typeOf(frame.context.entities[to]);
  numbers[7] = types.filter((type) => type === fromType).length;
  numbers[8] = types.filter((type) => type === toType).length;
  if (fromName) [numbers[9], numbers[11], numbers[13], numbers[15]] = own(fromName);
  if (toName) [numbers[10], numbers[12], numbers[14], numbers[16]] = own(toName);
  if (!fromName || !toName || kind === "heading" || kind === "carried") return numbers;
  const [left, right] = fromName.start <= toName.start ? [fromName, toName] : [toName, fromName];
  const between = place.names.slice(left.index + 1, right.index).filter((name) => name.start >= left.end);
  numbers[0] = left === fromName ? 1 : 0;
  numbers[1] = fromName.list === toName.list ? 1 : 0;
  numbers[2] = Math.max(0, right.start - left.end);
  numbers[3] = right.clause - left.clause;
  numbers[4] = between.length;
  numbers[5] = between.filter(({ entity }) => typeOf(frame.context.entities[entity]) === fromType).length;
  numbers[6] = between.filter(({ entity }) => typeOf(frame.context.entities[entity]) === toType).length;
  return numbers;
}

const own = ({ index, listSize, listIndex, mention }: Name): [number, number, number, number] => [
  index,
  listSize,
  listIndex,
  mention.depth,
];

/** What the names are to each other and to the report's district: 18 numbers. */
function naming(frame: Frame, { from, to, fromName, toName, sentence }: Pair): number[] {
  const start = frame.sentences[sentence]?.start ?? 0;
  const length = (entity: number): number => frame.keys[entity]?.[0]?.length ?? 0;
  return [
    contains(frame, to, from),
    contains(frame, from, to),
    length(from),
    length(to),
    frame.counts[from] ?? 0,
    frame.counts[to] ?? 0,
    from === frame.home ? 1 : 0,
    to === frame.home ? 1 : 0,
    frame.keys[from]?.[0]?.includes(frame.homeStem) ? 1 : 0,
    frame.keys[to]?.[0]?.includes(frame.homeStem) ? 1 : 0,
    above(frame, from),
    above(frame, to),
    levelOf(frame, from),
    levelOf(frame, to),
    fromName ? Math.min(FAR, fromName.start - start) : FAR,
    toName ? Math.min(FAR, toName.start - start) : FAR,
    frame.context.entities[from]?.confidence ?? 0,
    frame.context.entities[to]?.confidence ?? 0,
  ];
}

/** A district of the chain above the report's own: 1, 2 when it shares its stem (长川市 above 长川县). */
function above(frame: Frame, entity: number): number {
  if (typeOf(frame.context.entities[entity]) !== "District" || entity === frame.home) return 0;
  const stems = frame.stems[entity] ?? [];
  if (!stems.some((stem) => frame.above.includes(stem))) return 0;
  return stems.includes(frame.homeStem) ? 2 : 1;
}

function setting(frame: Frame, { sentence }: Pair): number[] {
  const place = frame.sentences[sentence];
  if (!place) return [0, 0, 0];
  return [place.passage.section === "review" ? 1 : 0, place.passage.section === "plan" ? 1 : 0, place.order];
}

/** Classes of words before the left list, between the two, and after the right list. */
function sideWords(frame: Frame, pair: Pair, dense: number[], at: number, words: string[]): void {
  const { text } = frame.context;
  const place = frame.sentences[pair.sentence] as Sentence;
  const { fromName, toName } = pair as Required<Pair>;
  const [left, right] = fromName.start <= toName.start ? [fromName, toName] : [toName, fromName];
  const together = left.list === right.list;
  const edge = together ? left.list : { start: left.list.start, end: right.list.end };
  const inner = together
    ? { start: left.end, end: right.start }
    : { start: left.list.end, end: right.list.start };
  const outer = {
    start: Math.max(place.start, edge.start - REACH),
    end: Math.min(place.end, edge.end + REACH),
  };
  for (const hit of frame.hits[pair.sentence] ?? []) {
    if (hit.start >= outer.start && hit.end <= edge.start) dense[at + hit.class] = 1;
    else if (hit.start >= inner.start && hit.end <= inner.end) dense[at + classes.length + hit.class] = 1;
    else if (hit.start >= edge.end && hit.end <= outer.end) dense[at + 2 * classes.length + hit.class] = 1;
  }
  neighbours(text, place, edge, words);
  betweenWords(text.slice(inner.start, Math.max(inner.start, inner.end)), words);
}

/** One name alone (nested, name-only, carried, under a heading): words around the one that stands in the sentence. */
function aroundWords(frame: Frame, pair: Pair, dense: number[], at: number, words: string[]): void {
  const place = frame.sentences[pair.sentence];
  const name = pair.kind === "nested" ? outerOf(pair) : (pair.toName ?? pair.fromName);
  if (!place || !name) return;
  for (const hit of frame.hits[pair.sentence] ?? []) {
    if (hit.end <= name.list.start && hit.start >= name.list.start - REACH) dense[at + hit.class] = 1;
    else if (hit.start >= name.list.end && hit.end <= name.list.end + REACH)
      dense[at + 2 * classes.length + hit.class] = 1;
  }
  neighbours(frame.context.text, place, name.list, words);
}

const outerOf = ({ fromName, toName }: Pair): Name | undefined =>
  fromName && toName && fromName.mention.depth <= toName.mention.depth ? fromName : (toName ?? fromName);

/** 与【甲】合作 → b1:与 b2:与… a1:合 a2:合作 */
function neighbours(
  text: string,
  place: { start: number; end: number },
  edge: { start: number; end: number },
  words: string[],
): void {
  const before = text.slice(Math.max(place.start, edge.start - 3), edge.start);
  const after = text.slice(edge.end, Math.min(place.end, edge.end + 3));
  words.push(`b1:${before.slice(-1)}`, `b2:${before.slice(-2)}`, `b3:${before}`);
  words.push(`a1:${after.slice(0, 1)}`, `a2:${after.slice(0, 2)}`, `a3:${after}`);
}

function betweenWords(between: string, words: string[]): void {
  if (between.length <= 6) words.push(`m:${between}`);
  words.push(`ml1:${between.slice(0, 1)}`, `ml2:${between.slice(0, 2)}`);
  words.push(`mr1:${between.slice(-1)}`, `mr2:${between.slice(-2)}`, `mr3:${between.slice(-3)}`);
  const end = Math.min(between.length, LONGEST_BETWEEN) - 1;
  for (let i = 0; i < end; i++) words.push(`mb:${between.slice(i, i + 2)}`);
}

/** Heads and beginnings: 某某【项目】 → fs2:项目 */
export function nameWords(frame: Frame, entity: number, side: string, words: string[]): void {
  const name = frame.keys[entity]?.[0] ?? "";
  words.push(`${side}s1:${name.slice(-1)}`, `${side}s2:${name.slice(-2)}`, `${side}s3:${name.slice(-3)}`);
  words.push(`${side}p2:${name.slice(0, 2)}`);
}
