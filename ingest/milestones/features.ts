/** What the scorer sees of one mention of a thing that can be planned, begun and finished. */
import { entityTypes, stages } from "../ontology.ts";
import { nameWords, type Row } from "../relations/features.ts";
import { type Frame, typeOf } from "../relations/frame.ts";
import type { Name, Sentence } from "../relations/sentences.ts";
import { classes } from "../relations/words.ts";
import { NOT_THE_THING, STAGE_RULES } from "../rules/stages.ts";

export interface Candidate {
  entity: number;
  sentence: number;
  name: Name;
  target: boolean;
}

/** Distances in characters beyond this count as none. */
const FAR = 40;
const TAIL = 16;
const WINDOW = 24;
/** A verb this near to the name is its own, list or not. */
const OWN = 3;

export const STAGE_FEATURES: string[] = [
  ...entityTypes.map((type) => `type:${type}`),
  "length",
  "count",
  "depth",
  "index",
  "listSize",
  "listIndex",
  "clause",
  "clausesAfter",
  "namesBefore",
  "namesAfterInClause",
  "namesInSentence",
  "tail",
  "review",
  "plan",
  "heading",
  "target",
  "sentenceOrder",
  "yearInSentence",
  "sure",
  ...STAGE_RULES.map(({ name }) => `rule:${name}`),
  "notTheThing",
  "opensClause",
  ...["before", "after"].flatMap((side) => classes.map((name) => `${side}:${name}`)),
  ...["namesToVerbBefore", "namesToVerbAfter"].flatMap((side) => stages.map((name) => `${side}:${name}`)),
  ...["clauseBefore", "clauseAfter", "lead", "own"].flatMap((side) =>
    classes.map((name) => `${side}:${name}`),
  ),
];

export function stageRow(frame: Frame, { entity, sentence, name, target }: Candidate): Row {
  const place = frame.sentences[sentence] as Sentence;
  const { text } = frame.context;
  const dense: number[] = entityTypes.map((type) =>
    type === typeOf(frame.context.entities[entity]) ? 1 : 0,
  );
  const clause = clauseOf(text, place, name);
  const others = place.names.filter((other) => other.list !== name.list && other.mention.depth === 0);
  dense.push(
    frame.keys[entity]?.[0]?.length ?? 0,
    frame.counts[entity] ?? 0,
    name.mention.depth,
    name.index,
    name.listSize,
    name.listIndex,
    name.clause,
    clause.following,
    others.filter(({ end }) => end <= name.start).length,
    others.filter(({ start }) => start >= name.list.end && start < clause.end).length,
    place.names.length,
    name.list.end - name.end,
    place.passage.section === "review" ? 1 : 0,
    place.passage.section === "plan" ? 1 : 0,
    place.passage.kind === "heading" ? 1 : 0,
    target ? 1 : 0,
    place.order,
    /20\d\d年/u.test(text.slice(place.start, Math.min(place.end, place.start + 200))) ? 1 : 0,
    frame.context.entities[entity]?.confidence ?? 0,
    ...beside(text, place, clause, name),
    ...wordsAround(frame, sentence, name, clause),
  );
  const words: string[] = [];
  sideStrings(text, clause, name, words);
  nameWords(frame, entity, "e", words);
  return { dense, words };
}

/** What the rules say of the words beside the list: 1 beside it, else of the next clause (0.5): 【甲】主体完工，建成投用. */
function beside(text: string, place: Sentence, clause: Clause, name: Name): number[] {
  const end = tailEnd(text, clause, name);
  const left = text.slice(Math.max(clause.start, name.list.start - WINDOW), name.list.start);
  const right = text.slice(end, Math.min(clause.end, end + WINDOW));
  const next = text.slice(Math.min(clause.end + 1, place.end), Math.min(place.end, clause.end + WINDOW));
  const said = STAGE_RULES.map(({ side, pattern }) => {
    if (pattern.test(side === "before" ? left : right)) return 1;
    return side === "after" && pattern.test(next) ? 0.5 : 0;
  });
  return [...said, NOT_THE_THING.test(right) ? 1 : 0, left === "" ? 1 : 0];
}

const LIST_TAIL =
  /^(?:（[^）]{1,20}）|\([^)]{1,20}\))?(?:(?:、[^，。；：、]{2,24}){1,6}?等|等)?(?:\d+[个项条家处所座]|一批|多个)?/u;

/** 【甲、乙】、未标出的丙等项目开工: members that no name was found in, up to 等. */
function tailEnd(text: string, clause: Clause, { list }: Name): number {
  const rest = text.slice(list.end, Math.min(clause.end, list.end + 80));
  return list.end + (LIST_TAIL.exec(rest)?.[0].length ?? 0);
}

interface Clause {
  start: number;
  end: number;
  /** Clauses of the sentence after it. */
  following: number;
}

/** 推进【甲、乙项目】建设，… → the clause around the list. */
function clauseOf(text: string, place: Sentence, name: Name): Clause {
  let { start, end } = name.list;
  while (start > place.start && !"，,：:".includes(text[start - 1] as string)) start--;
  while (end < place.end && !"，,：:。；;\n".includes(text[end] as string)) end++;
  let following = 0;
  for (let i = end; i < place.end; i++) if ("，,".includes(text[i] as string)) following++;
  return { start, end, following };
}

/** Nearest distance of each class before and after, and which classes the clause and the sentence's beginning hold. */
function wordsAround(frame: Frame, sentence: number, name: Name, clause: Clause): number[] {
  const count = classes.length;
  const distances = new Array<number>(2 * count).fill(FAR);
  const passed = new Array<number>(2 * stages.length).fill(9);
  const flags = new Array<number>(4 * count).fill(0);
  const place = frame.sentences[sentence] as Sentence;
  for (const hit of frame.hits[sentence] ?? []) {
    const before = name.list.start - hit.end;
    const after = hit.start - name.list.end;
    const stage = hit.class - (count - stages.length);
    if (before >= 0 && before < (distances[hit.class] as number)) {
      distances[hit.class] = before;
      if (stage >= 0) passed[stage] = namesIn(place, hit.end, name.list.start);
    }
    if (after >= 0 && after < (distances[count + hit.class] as number)) {
      distances[count + hit.class] = after;
      if (stage >= 0) passed[stages.length + stage] = namesIn(place, name.list.end, hit.start);
    }
    if (before >= 0 && hit.start >= clause.start) flags[hit.class] = 1;
    if (after >= 0 && hit.end <= clause.end) flags[count + hit.class] = 1;
    if (hit.end <= place.start + 8) flags[2 * count + hit.class] = 1;
    if (hit.start >= name.end && hit.start <= name.end + OWN) flags[3 * count + hit.class] = 1;
  }
  return [...distances, ...passed, ...flags];
}

const namesIn = ({ names }: Sentence, start: number, end: number): number =>
  names.filter((name) => name.mention.depth === 0 && name.start >= start && name.end <= end).length;

function sideStrings(text: string, clause: Clause, name: Name, words: string[]): void {
  const before = text.slice(Math.max(clause.start, name.list.start - 10), name.list.start);
  const after = text.slice(name.end, Math.min(clause.end, name.end + TAIL));
  const tail = text.slice(name.list.end, Math.min(clause.end, name.list.end + TAIL));
  words.push(
    `b1:${before.slice(-1)}`,
    `b2:${before.slice(-2)}`,
    `b3:${before.slice(-3)}`,
    `b4:${before.slice(-4)}`,
  );
  words.push(`a1:${after.slice(0, 1)}`, `a2:${after.slice(0, 2)}`, `a4:${after.slice(0, 4)}`);
  words.push(
    `t2:${tail.slice(0, 2)}`,
    `t3:${tail.slice(0, 3)}`,
    `t4:${tail.slice(0, 4)}`,
    `te2:${tail.slice(-2)}`,
  );
  for (let i = 0; i + 2 <= before.length; i++) words.push(`bb:${before.slice(i, i + 2)}`);
  for (let i = 0; i + 2 <= tail.length; i++) words.push(`tb:${tail.slice(i, i + 2)}`);
}
