import type { EntityType } from "../../ontology.ts";
import { foldName } from "../folding.ts";
import { LETTERS, typeName } from "../labels.ts";
import type { Span } from "../tagger.ts";
import { step, type Trie } from "../trie.ts";
import { type Affix, beginningOf, endingOf, nameShareOf, plain, shareOf } from "./affixes.ts";
import type { Group, Occurrence, Surroundings } from "./groups.ts";
import { edgeId, partId, type ReportView, spanId } from "./view.ts";

// What speaks for and against a name of a report, as numbers for the trees. Training reads what this file computes.

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
const total = (groups: Group[]): number => sum(groups.map((group) => group.sum));
const yes = (condition: boolean): number => (condition ? 1 : 0);

const GAPS = /^(?:[、和与及]|”[、和与及]?“|》[、和与及]?《)$/;

/** The likeliest name of the same type next to a span in a list: ⟦常州⟧、⟦无锡⟧和⟦苏州⟧, “⟦两湖⟧”、“⟦532⟧”. */
function neighbour({ view, type }: Subject, { start, end }: Span): number {
  const { text } = view;
  const { most } = view.edges;
  let likeliest = 0;
  for (const gap of [1, 2, 3]) {
    if (GAPS.test(text.slice(start - gap, start))) {
      likeliest = Math.max(likeliest, most.get(edgeId("end", start - gap, type)) ?? 0);
    }
    if (GAPS.test(text.slice(end, end + gap))) {
      likeliest = Math.max(likeliest, most.get(edgeId("start", end + gap, type)) ?? 0);
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

function wordCost({ view, name }: Subject): number {
  const { words, costs } = view.reading.vocabulary;
  const value = lookUp(words, plain(name));
  return value ? (costs[value - 1] as number) : 1000;
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
  ["share of type", ({ sum, view, key }) => sum / total(view.byKey.get(key) ?? [])],
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
  ["crossing", ({ around }) => around.crossing],
  ["containing", ({ around }) => around.containing],
  ["contained", ({ around }) => around.contained],
  ["rival", ({ around }) => around.rival],
  ["mean containing", ({ spans, view }) => mean(spans.map((s) => view.surroundings.get(s)?.containing ?? 0))],
  ["mean crossing", ({ spans, view }) => mean(spans.map((s) => view.surroundings.get(s)?.crossing ?? 0))],
  ["same start", ({ best, view, type }) => view.edges.sum.get(edgeId("start", best.start, type)) ?? 0],
  ["same end", ({ best, view, type }) => view.edges.sum.get(edgeId("end", best.end, type)) ?? 0],
  ["any at start", ({ best, view }) => view.edges.sum.get(edgeId("start", best.start, "any")) ?? 0],
  ["any at end", ({ best, view }) => view.edges.sum.get(edgeId("end", best.end, "any")) ?? 0],
  ["longer by end", ({ key, type, view }) => view.longer.ending.get(partId(key, type)) ?? 0],
  ["longer by start", ({ key, type, view }) => view.longer.beginning.get(partId(key, type)) ?? 0],
  ["word's cost", wordCost],
  ["neighbour", (g) => most(g.spans.map((span) => neighbour(g, span)))],
  ["quoted within", ({ name }) => yes(/[“”]/.test(name))],
  ["digits", ({ key }) => yes(/\d/.test(key))],
  ["habit", ({ view }) => yes(view.habit === "gold")],
];

const LETTER_OF = Object.fromEntries(Array.from(LETTERS, (letter, i) => [typeName(i), letter])) as Record<
  EntityType,
  string
>;

/** What stays below this everywhere in the report is hardly ever a name: neither learned from nor decided on. */
export const isCandidate = ({ best }: Group): boolean => best.probability >= 0.1;

const NOTHING: Surroundings = { crossing: 0, containing: 0, contained: 0, rival: 0 };

export function numbersOf(view: ReportView, group: Group): number[] {
  const name = plain(group.name.replace(/[“”《》]/g, ""));
  const subject: Subject = {
    ...group,
    view,
    around: view.surroundings.get(group.best) ?? NOTHING,
    occurrences: view.occurrences.get(group.key) ?? [],
    others: (view.byKey.get(group.key) ?? []).filter((other) => other !== group),
    ending: endingOf(view.affixes, name),
    beginning: beginningOf(view.affixes, name),
    lexicon: lexiconTag(view, group.name),
  };
  return NUMBERS.map(([, of]) => of(subject));
}
