import type { EntityType } from "../../ontology.ts";
import { COLUMNS } from "../features.ts";
import { foldName } from "../folding.ts";
import { LETTERS, typeName } from "../labels.ts";
import type { FullReading, Span } from "../tagger.ts";
import { step, type Trie } from "../trie.ts";
import { type Affix, type Affixes, beginningOf, endingOf, nameShareOf, plain, shareOf } from "./affixes.ts";
import {
  type Group,
  groupSpans,
  type Occurrence,
  occurrencesOf,
  type Surroundings,
  surroundingsOf,
} from "./groups.ts";

// What speaks for and against a name of a report, as numbers for the trees. Training reads what this file computes.

/** Gold reports and span excerpts have other habits, above all with names inside names; a user's report is like gold. */
export type Habit = "gold" | "excerpt";

/** What is known of a whole report. */
export interface ReportView {
  text: string;
  reading: FullReading;
  habit: Habit;
  affixes: Affixes;
  groups: Group[];
  occurrences: Map<string, Occurrence[]>;
  surroundings: Map<Span, Surroundings>;
  /** per key: the sum over all types, and each type's group */
  byKey: Map<string, { sum: number; groups: Group[] }>;
  /** spans of the best reading as "type start end" */
  chosen: Set<string>;
  starts: Map<string, number>;
  ends: Map<string, number>;
}

const placeId = (type: EntityType, at: number): string => `${type} ${at}`;
const spanId = ({ type, start, end }: Span): string => `${type} ${start} ${end}`;

export function viewReport(text: string, reading: FullReading, habit: Habit, affixes: Affixes): ReportView {
  const groups = groupSpans(text, reading.candidates);
  const byKey: ReportView["byKey"] = new Map();
  for (const group of groups) {
    const known = byKey.get(group.key) ?? { sum: 0, groups: [] };
    known.sum += group.sum;
    known.groups.push(group);
    byKey.set(group.key, known);
  }
  const [starts, ends] = [new Map<string, number>(), new Map<string, number>()];
  for (const { type, start, end, probability } of reading.candidates) {
    const [first, last] = [placeId(type, start), placeId(type, end)];
    starts.set(first, Math.max(starts.get(first) ?? 0, probability));
    ends.set(last, Math.max(ends.get(last) ?? 0, probability));
  }
  return {
    text,
    reading,
    habit,
    affixes,
    groups,
    occurrences: occurrencesOf(text, groups),
    surroundings: surroundingsOf(reading.candidates),
    byKey,
    chosen: new Set(reading.best.map(spanId)),
    starts,
    ends,
  };
}

/** A group with what several numbers need. */
interface Subject extends Group {
  view: ReportView;
  around: Surroundings;
  occurrences: Occurrence[];
  others: Group[];
  ending: Affix | undefined;
  beginning: Affix | undefined;
  lexicon: number;
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const mean = (values: number[]): number => sum(values) / values.length;
const yes = (condition: boolean): number => (condition ? 1 : 0);

const WORD_POSITION = COLUMNS.indexOf("wordPosition");
/** Positions in a word that begin one, that end one (words.ts). */
const FIRST = [0, 1, 2, 4, 7];
const LAST = [0, 1, 3, 6, 9];

const wordPosition = ({ view }: Subject, at: number): number =>
  view.reading.columns[WORD_POSITION]?.[at] ?? 0;

const GAPS = /^(?:[、和与及]|”[、和与及]?“|》[、和与及]?《)$/;

/** The likeliest name of the same type next to a span in a list: ⟦常州⟧、⟦无锡⟧和⟦苏州⟧, “⟦两湖⟧”、“⟦532⟧”. */
function neighbour({ view, type }: Subject, { start, end }: Span): number {
  const { text, starts, ends } = view;
  let likeliest = 0;
  for (const gap of [1, 2, 3]) {
    if (GAPS.test(text.slice(start - gap, start))) {
      likeliest = Math.max(likeliest, ends.get(placeId(type, start - gap)) ?? 0);
    }
    if (GAPS.test(text.slice(end, end + gap))) {
      likeliest = Math.max(likeliest, starts.get(placeId(type, end + gap)) ?? 0);
    }
  }
  return likeliest;
}

function lookUp(trie: Trie, name: string): number {
  let node = -1;
  for (let i = 0; i < name.length; i++) {
    node = step(trie, node, name.charCodeAt(i));
    if (node < 0) return 0;
  }
  return trie.words[node] as number;
}

/** The tag of a name in the lexicon of training names: 1 + type × 4 + trust, 0 for none. */
function lexiconTag({ reading }: ReportView, name: string): number {
  const { names, nameTags } = reading.vocabulary;
  const value = lookUp(names, foldName(name));
  return value ? (nameTags[value - 1] as number) : 0;
}

function divisionTag({ view, name }: Subject): number {
  const { divisions, divisionTags } = view.reading.vocabulary;
  const value = lookUp(divisions, foldName(name));
  return value ? (divisionTags[value - 1] as number) : 0;
}

const lexiconType = (tag: number): EntityType | undefined => (tag ? typeName((tag - 1) >> 2) : undefined);
const lexiconTrust = (tag: number): number => (tag ? 1 + ((tag - 1) & 3) : 0);

/** The numbers, in their order in rerank.json. */
export const NUMBERS: readonly [name: string, of: (subject: Subject) => number][] = [
  ["most", ({ best }) => best.probability],
  ["mean", ({ sum, spans }) => sum / spans.length],
  ["any", ({ spans }) => 1 - spans.reduce((none, { probability }) => none * (1 - probability), 1)],
  ["sum", ({ sum }) => sum],
  ["spans", ({ spans }) => spans.length],
  ["occurrences", ({ occurrences }) => occurrences.length],
  ["sum by occurrences", ({ sum, occurrences }) => sum / Math.max(1, occurrences.length)],
  ["share of type", ({ sum, view, key }) => sum / (view.byKey.get(key)?.sum ?? sum)],
  ["other type's sum", ({ others }) => most(others.map((group) => group.sum))],
  ["other type's most", ({ others }) => most(others.map(({ best }) => best.probability))],
  ["chosen", ({ spans, view }) => sum(spans.map((span) => yes(view.chosen.has(spanId(span)))))],
  ["chosen share", ({ spans, view }) => mean(spans.map((span) => yes(view.chosen.has(spanId(span)))))],
  ["most outside", ({ spans }) => most(spans.map((s) => (s.depth === 0 ? s.probability : 0)))],
  ["most inside", ({ spans }) => most(spans.map((s) => (s.depth === 1 ? s.probability : 0)))],
  ["length", ({ key }) => key.length],
  ["type", ({ type }) => LETTERS.indexOf(LETTER_OF[type])],
  ["lexicon trust", ({ lexicon, type }) => (lexiconType(lexicon) === type ? lexiconTrust(lexicon) : 0)],
  [
    "lexicon trust in another",
    ({ lexicon, type }) => (lexiconType(lexicon) !== type ? lexiconTrust(lexicon) : 0),
  ],
  ["division", divisionTag],
  ["ending's type", ({ ending, type }) => shareOf(ending, type)],
  ["ending's names", ({ ending }) => nameShareOf(ending)],
  ["ending's count", ({ ending }) => ending?.names ?? 0],
  ["beginning's type", ({ beginning, type }) => shareOf(beginning, type)],
  ["beginning's names", ({ beginning }) => nameShareOf(beginning)],
  ["beginning's count", ({ beginning }) => beginning?.names ?? 0],
  ["begins a word", (g) => mean(g.spans.map(({ start }) => yes(FIRST.includes(wordPosition(g, start)))))],
  ["ends a word", (g) => mean(g.spans.map(({ end }) => yes(LAST.includes(wordPosition(g, end - 1)))))],
  ["crossing", ({ around }) => around.crossing],
  ["containing", ({ around }) => around.containing],
  ["contained", ({ around }) => around.contained],
  ["rival", ({ around }) => around.rival],
  ["mean containing", ({ spans, view }) => mean(spans.map((s) => view.surroundings.get(s)?.containing ?? 0))],
  ["mean crossing", ({ spans, view }) => mean(spans.map((s) => view.surroundings.get(s)?.crossing ?? 0))],
  ["neighbour", (g) => most(g.spans.map((span) => neighbour(g, span)))],
  ["quoted within", ({ name }) => yes(/[“”]/.test(name))],
  ["quoted around", ({ best, view }) => yes("“《".includes(view.text[best.start - 1] ?? "."))],
  ["quote after", ({ best, view }) => yes("”》".includes(view.text[best.end] ?? "."))],
  ["title marks", ({ name }) => yes(name.startsWith("《"))],
  ["digits", ({ key }) => yes(/\d/.test(key))],
  ["latin", ({ key }) => yes(/[a-z]/.test(key))],
  ["first place", ({ spans, view }) => (spans[0]?.start ?? 0) / view.text.length],
  ["report's length", ({ view }) => view.text.length],
  ["report's names", ({ view }) => (1000 * view.chosen.size) / view.text.length],
  ["habit", ({ view }) => yes(view.habit === "gold")],
];

const LETTER_OF = Object.fromEntries(Array.from(LETTERS, (letter, i) => [typeName(i), letter])) as Record<
  EntityType,
  string
>;

const NOTHING: Surroundings = { crossing: 0, containing: 0, contained: 0, rival: 0 };

export function numbersOf(view: ReportView, group: Group): number[] {
  const name = plain(group.name.replace(/[“”《》]/g, ""));
  const subject: Subject = {
    ...group,
    view,
    around: view.surroundings.get(group.best) ?? NOTHING,
    occurrences: view.occurrences.get(group.key) ?? [],
    others: (view.byKey.get(group.key)?.groups ?? []).filter((other) => other !== group),
    ending: endingOf(view.affixes, name),
    beginning: beginningOf(view.affixes, name),
    lexicon: lexiconTag(view, group.name),
  };
  return NUMBERS.map(([, of]) => of(subject));
}
