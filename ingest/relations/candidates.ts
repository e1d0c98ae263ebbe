/**
 * Pairs of entities between which the ontology allows a relation and which stand together somewhere: in a sentence, one
 * inside the other's name, under a heading that names the other, after a sentence that began with it.
 */
import { allows, entityTypes, type RelationType, relationTypes } from "../ontology.ts";
import type { Pair } from "./features.ts";
import { contains, type Frame, typeOf } from "./frame.ts";
import { isPossible } from "./possible.ts";
import type { Name, Sentence } from "./sentences.ts";

/** Names of one sentence farther apart than this are not paired: keeps the work linear. */
const MOST_NAMES_APART = 24;
const MOST_CHARS_APART = 160;
const MOST_HEADING_NAMES = 4;
/** Entities whose names start or end alike are compared only within buckets of this size. */
const MOST_IN_BUCKET = 60;

const allowed = new Map(
  entityTypes.map((from) => [
    from,
    new Map(entityTypes.map((to) => [to, relationTypes.filter((type) => allows(type, from, to))])),
  ]),
);
const NONE: readonly RelationType[] = [];

/** The relations that the ontology allows from one entity to the other, without those that cannot be. */
export function allowedTypes(frame: Frame, from: number, to: number): readonly RelationType[] {
  const { entities } = frame.context;
  const types = allowed.get(typeOf(entities[from]))?.get(typeOf(entities[to])) ?? NONE;
  return types.every((type) => isPossible(frame, from, type, to))
    ? types
    : types.filter((type) => isPossible(frame, from, type, to));
}

/** Pairs that do not have the report's district as one end (those are `homeCandidates`). */
export function pairCandidates(frame: Frame): Pair[] {
  const pairs: Pair[] = [];
  const add = (pair: Pair): void => {
    if (pair.from === pair.to || pair.from === frame.home || pair.to === frame.home) return;
    if (allowedTypes(frame, pair.from, pair.to).length) pairs.push(pair);
  };
  frame.sentences.forEach((sentence, index) => {
    within(sentence, index, add);
    carried(frame, sentence, index, add);
    underHeading(frame, sentence, index, add);
  });
  byName(frame, add);
  return pairs;
}

function within({ names }: Sentence, sentence: number, add: (pair: Pair) => void): void {
  names.forEach((left, i) => {
    for (let j = i + 1; j < names.length && j - i <= MOST_NAMES_APART; j++) {
      const right = names[j] as Name;
      if (right.start - left.end > MOST_CHARS_APART) break;
      const kind = right.start < left.end ? "nested" : "sentence";
      add({ from: left.entity, to: right.entity, kind, sentence, fromName: left, toName: right });
      add({ from: right.entity, to: left.entity, kind, sentence, fromName: right, toName: left });
    }
  });
}

/** 某园聚焦甲产业。【争创乙】 → the name that began the sentence before, in the same passage. */
function carried(frame: Frame, sentence: Sentence, index: number, add: (pair: Pair) => void): void {
  const before = frame.sentences[index - 1];
  const subject =
    before?.passage === sentence.passage
      ? before.names.find(({ mention }) => mention.depth === 0)
      : undefined;
  if (!before || !subject || subject.start - before.start > 12) return;
  for (const name of sentence.names.slice(0, MOST_NAMES_APART)) {
    add({
      from: subject.entity,
      to: name.entity,
      kind: "carried",
      sentence: index,
      toName: name,
      apart: subject,
    });
    add({
      from: name.entity,
      to: subject.entity,
      kind: "carried",
      sentence: index,
      fromName: name,
      apart: subject,
    });
  }
}

/** Names in the nearest heading, or in the passage's first words (做强甲产业。…), with every name below. */
function underHeading(frame: Frame, sentence: Sentence, index: number, add: (pair: Pair) => void): void {
  for (const head of headingNames(frame, sentence, index))
    for (const name of sentence.names.slice(0, 2 * MOST_NAMES_APART)) {
      add({
        from: name.entity,
        to: head.entity,
        kind: "heading",
        sentence: index,
        fromName: name,
        apart: head,
      });
      add({
        from: head.entity,
        to: name.entity,
        kind: "heading",
        sentence: index,
        toName: name,
        apart: head,
      });
    }
}

function headingNames(frame: Frame, sentence: Sentence, index: number): Name[] {
  const lead = frame.sentences[index - sentence.order];
  const own = lead && sentence.order > 0 && lead.end - lead.start <= 30 ? lead.names : [];
  const above = sentence.passage.headings.at(-1);
  const heading = above === undefined ? undefined : frame.context.passages[above];
  const names = heading ? (namesByPassage(frame).get(heading.index) ?? []) : [];
  return [...own, ...names].slice(0, MOST_HEADING_NAMES);
}

const cache = new WeakMap<Frame, Map<number, Name[]>>();
function namesByPassage(frame: Frame): Map<number, Name[]> {
  const known = cache.get(frame);
  if (known) return known;
  const made = new Map<number, Name[]>();
  for (const { passage, names } of frame.sentences)
    if (passage.kind === "heading") made.set(passage.index, [...(made.get(passage.index) ?? []), ...names]);
  cache.set(frame, made);
  return made;
}

/** 甲水厂二期 and 甲水厂, wherever they stand: one name inside the other. Buckets by two characters keep it linear. */
function byName(frame: Frame, add: (pair: Pair) => void): void {
  const buckets = new Map<string, number[]>();
  frame.stems.forEach((stems, entity) => {
    for (const start of new Set(stems.filter((stem) => stem.length >= 2).map((stem) => stem.slice(0, 2))))
      buckets.set(start, [...(buckets.get(start) ?? []), entity]);
  });
  frame.keys.forEach((names, outer) => {
    const seen = new Set<number>();
    for (const name of names)
      for (let i = 0; i + 2 < name.length; i++)
        for (const inner of (buckets.get(name.slice(i, i + 2)) ?? []).slice(0, MOST_IN_BUCKET)) {
          if (inner === outer || seen.has(inner) || !contains(frame, outer, inner)) continue;
          seen.add(inner);
          add({ from: inner, to: outer, kind: "name", sentence: -1 });
          add({ from: outer, to: inner, kind: "name", sentence: -1 });
        }
  });
}
