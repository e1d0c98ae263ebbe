import { fileURLToPath } from "node:url";
import { ENTITY_TYPES, type EntityType, entityTypes } from "../ontology.ts";
import {
  bestRanges,
  type Lattice,
  likelyRanges,
  type Marginals,
  marginals,
  probabilityOf,
} from "./decode.ts";
import { COLUMNS, features, loadVocabulary, type Vocabulary } from "./features.ts";
import { loadNetwork, type Network, type Scores } from "./network.ts";
import { WeightsError } from "./weights.ts";

/** A name in a text: 常州市钟楼区人民法院 has an outermost Institution (depth 0) and inside it 钟楼区, a District (depth 1). */
export interface Span {
  start: number;
  end: number;
  type: EntityType;
  /** of this very name with this type at this place */
  probability: number;
  depth: 0 | 1;
}

export interface Reading {
  /** the best spans that do not cross */
  best: Span[];
  /** every span that is at least LEAST likely, by start, end and depth */
  candidates: Span[];
}

/** What the second pass over a report works with. */
export interface FullReading extends Reading {
  vocabulary: Vocabulary;
}

export interface Tagger {
  tag(text: string): Span[];
  candidates(text: string): Span[];
  /** `report`: the whole text, where `text` is only an excerpt of it (in training). */
  read(text: string, report?: string): FullReading;
}

export const WEIGHTS = fileURLToPath(new URL("./weights", import.meta.url));
export const LEAST = 0.05;

export function loadTagger(dir = WEIGHTS): Tagger {
  const network = loadNetwork(dir);
  const vocabulary = loadVocabulary(dir);
  const types = Array.from(network.types, typeOfLetter);
  const order = network.columns.map(placeOfColumn);
  const read = (text: string, report = text): FullReading => {
    const { columns } = features(text, vocabulary, report);
    const ordered = order.map((place) => columns[place] as Int32Array);
    return { ...readText(text, network, ordered, types), vocabulary };
  };
  return { read, tag: (text) => read(text).best, candidates: (text) => read(text).candidates };
}

function typeOfLetter(letter: string): EntityType {
  const type = entityTypes.find((name) => ENTITY_TYPES[name].letter === letter);
  if (!type)
    throw new WeightsError(`The weights know a type ${letter} that the ontology does not: train them again`);
  return type;
}

function placeOfColumn(name: string): number {
  const place = (COLUMNS as readonly string[]).indexOf(name);
  if (place < 0) throw new WeightsError(`The weights want a feature ${name} that features.ts does not make`);
  return place;
}

function readText(text: string, network: Network, columns: Int32Array[], types: EntityType[]): Reading {
  const reading: Reading = { best: [], candidates: [] };
  for (const [from, to] of pieces(text, network.longest)) {
    const scores = network.run(columns, from, to);
    for (const [start, end] of lines(text, from, to))
      readLine(scores, from, start - from, end - from, types, reading);
  }
  return reading;
}

/** Cuts a text into pieces of at most `longest` characters: after a line, else after a sentence, else anywhere. */
export function* pieces(text: string, longest: number): Generator<[number, number]> {
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + longest);
    if (to < text.length) {
      const last = ["\n", "。", "，"]
        .map((mark) => text.lastIndexOf(mark, to - 1) + 1)
        .find((end) => end > from);
      to = last ?? to;
    }
    yield [from, to];
    from = to;
  }
}

/** A name never runs over a line's end, so each line is decoded by itself. */
function* lines(text: string, from: number, to: number): Generator<[number, number]> {
  let start = from;
  while (start < to) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > to ? to : found;
    if (end > start) yield [start, end];
    start = end + 1;
  }
}

/** Rows start ≤ t < end of scores that begin with character `offset` of the text. */
function readLine(
  scores: Scores,
  offset: number,
  start: number,
  end: number,
  types: EntityType[],
  into: Reading,
): void {
  const { logits, odds, pitch } = scores;
  const outerHead: Lattice = { logits, odds, pitch, start: scores.outer };
  const innerHead: Lattice = { logits, odds, pitch, start: scores.inner };
  const outer = marginals(outerHead, start, end);
  const found: Found[] = likelyRanges(outer, LEAST).map((range) => ({ ...range, depth: 0 }));
  const inner = innerNames(innerHead, found);
  const toSpan = ({ start, end, type, probability, depth }: Found): Span => ({
    start: start + offset,
    end: end + offset,
    type: types[type] as EntityType,
    probability,
    depth,
  });
  for (const range of bestRanges(outerHead, start, end)) {
    into.best.push(toSpan({ ...range, probability: probabilityOf(outer, range), depth: 0 }));
    for (const within of bestRanges(innerHead, range.start, range.end)) {
      if (within.start === range.start && within.end === range.end && within.type === range.type) continue;
      const probability = inner.get(keyOf(within))?.probability ?? 0;
      into.best.push(toSpan({ ...within, probability, depth: 1 }));
    }
  }
  const likely = [...inner.values()].filter((range) => range.probability >= LEAST);
  into.candidates.push(...[...found, ...likely].sort(byPlace).map(toSpan));
}

interface Found {
  start: number;
  end: number;
  type: number;
  probability: number;
  depth: 0 | 1;
}

const keyOf = ({ start, end, type }: { start: number; end: number; type: number }): string =>
  `${start} ${end} ${type}`;
const byPlace = (a: Found, b: Found): number =>
  a.start - b.start || a.end - b.end || a.depth - b.depth || a.type - b.type;

/**
 * Names inside outer ones. The inner head speaks only of what lies inside: P(inner) = Σ P(outer) · P(inner | outer)
 * over the outer ranges that may be there, each decoded by itself.
 */
function innerNames(head: Lattice, outer: Found[]): Map<string, Found> {
  const segments = new Map<string, Found>();
  for (const range of outer) {
    const key = `${range.start} ${range.end}`;
    const known = segments.get(key);
    if (known) known.probability += range.probability;
    else segments.set(key, { ...range });
  }
  const names = new Map<string, Found>();
  for (const segment of segments.values()) {
    const m: Marginals = marginals(head, segment.start, segment.end);
    for (const range of likelyRanges(m, 0.01)) {
      const key = keyOf(range);
      const probability = range.probability * segment.probability;
      const known = names.get(key);
      if (known) known.probability += probability;
      else names.set(key, { ...range, probability, depth: 1 });
    }
  }
  return names;
}
