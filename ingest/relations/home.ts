/**
 * Every entity against the report's own district, whether or not a sentence names the district: what is known from whose
 * report it is (某园 lies there, 某战略 is pursued there) and what sentences without a subject say (【争创】某称号).
 */
import { allows, type EntityType, entityTypes, type RelationType } from "../ontology.ts";
import { nameWords, type Row } from "./features.ts";
import { type Frame, levelOf, typeOf } from "./frame.ts";
import { ofName } from "./home-name.ts";
import { isPossible } from "./possible.ts";
import { MOST, RIVALS, type Rivals } from "./rivals.ts";
import type { Name, Sentence } from "./sentences.ts";
import { classes } from "./words.ts";

/** Relations with the district as `from` (PURSUES) or as `to` (LOCATED_IN). */
export const HOME_RELATIONS: readonly { type: RelationType; district: "from" | "to" }[] = [
  { type: "LOCATED_IN", district: "to" },
  { type: "PART_OF", district: "to" },
  { type: "HOLDS_OFFICE", district: "to" },
  { type: "PURSUES", district: "from" },
  { type: "FOCUSES_ON", district: "from" },
  { type: "ADOPTS", district: "from" },
  { type: "HOSTS", district: "from" },
  { type: "AWARDED", district: "from" },
  { type: "AIMS_FOR", district: "from" },
  { type: "COOPERATES_WITH", district: "from" },
];

export interface HomePair {
  entity: number;
  sentence: number;
  name?: Name;
}

/** The relations that may hold between the entity and the report's district. */
export function homeTypes(frame: Frame, entity: number): RelationType[] {
  const type = typeOf(frame.context.entities[entity]);
  return HOME_RELATIONS.filter(({ type: relation, district }) =>
    district === "from"
      ? allows(relation, "District", type)
      : allows(relation, type, "District") && isPossible(frame, entity, relation, frame.home),
  ).map(({ type: relation }) => relation);
}

/** Each mention of each entity; entities that are nowhere mentioned once. The chain above is told by the report itself. */
export function homeCandidates(frame: Frame): HomePair[] {
  const pairs: HomePair[] = [];
  const seen = new Set<number>();
  frame.sentences.forEach(({ names }, sentence) => {
    for (const name of names) {
      if (name.entity === frame.home) continue;
      seen.add(name.entity);
      pairs.push({ entity: name.entity, sentence, name });
    }
  });
  frame.context.entities.forEach((_, entity) => {
    if (!seen.has(entity) && entity !== frame.home) pairs.push({ entity, sentence: -1 });
  });
  return pairs;
}

const SUBJECTS: readonly EntityType[] = [
  "District",
  "Enterprise",
  "Institution",
  "Park",
  "Project",
  "Place",
  "Infrastructure",
  "Initiative",
];
const REACH = 14;
/** A subject stands at most this far from the sentence's beginning: 支持【某镇】创建…. */
const OPENING = 6;

export const HOME_FEATURES: string[] = [
  ...entityTypes.map((type) => `type:${type}`),
  ...RIVALS.map(({ name }) => `rival:${name}`),
  "level",
  "length",
  "count",
  "hasHome",
  "startsHome",
  "hasAbove",
  "hasOtherDistrict",
  "line",
  "lineSection",
  "intercity",
  "metro",
  "street",
  "national",
  "startsAbove",
  "organ",
  "elsewhere",
  "nationwide",
  "digital",
  "below",
  "sure",
  "quoted",
  "depth",
  "namesInSentence",
  "index",
  "listSize",
  "listIndex",
  "homeInSentence",
  "afterForeign",
  "review",
  "plan",
  "heading",
  "sentenceOrder",
  "reportLevel",
  ...SUBJECTS.map((type) => `opens:${type}`),
  ...SUBJECTS.map((type) => `before:${type}`),
  ...SUBJECTS.map((type) => `clauseBefore:${type}`),
  ...SUBJECTS.map((type) => `sameList:${type}`),
  ...["near", "after", "clause"].flatMap((side) => classes.map((name) => `${side}:${name}`)),
];

/** Without `rivals` (in training, where train.py fills them in) those columns are as if there were none. */
export function homeRow(frame: Frame, pair: HomePair, rivals?: Rivals): Row {
  const { entity, name } = pair;
  const dense: number[] = entityTypes.map((type) =>
    type === typeOf(frame.context.entities[entity]) ? 1 : 0,
  );
  const words: string[] = [];
  dense.push(
    ...(rivals?.get(entity) ?? RIVALS.map(() => -MOST)),
    ...ofName(frame, entity),
    ...ofPlace(frame, pair),
  );
  const place = frame.sentences[pair.sentence];
  if (place && name)
    dense.push(...subjects(frame, place, name), ...wordsNear(frame, pair.sentence, name, words));
  while (dense.length < HOME_FEATURES.length) dense.push(0);
  nameWords(frame, entity, "e", words);
  return { dense, words };
}

const KIND_OF_REPORT = /省|自治区|市$|州$|区$|县$/u;
function ofPlace(frame: Frame, { sentence, name }: HomePair): number[] {
  const place = frame.sentences[sentence];
  const rank =
    frame.context.report.chain.length || (KIND_OF_REPORT.exec(frame.context.report.district)?.index ?? 0);
  if (!place || !name) return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, rank];
  return [
    name.mention.depth,
    place.names.length,
    name.index,
    name.listSize,
    name.listIndex,
    place.names.some(({ entity }) => entity === frame.home) ? 1 : 0,
    place.names.some((other) => isForeign(frame, other, name)) ? 1 : 0,
    place.passage.section === "review" ? 1 : 0,
    place.passage.section === "plan" ? 1 : 0,
    place.passage.kind === "heading" || place.passage.kind === "title" ? 1 : 0,
    place.order,
    rank,
  ];
}

/** 东莞【谢岗】, 上海【黄浦区】: directly after (or beginning with) a district that is neither home nor in or above it. */
function isForeign(frame: Frame, other: Name, { start, end }: Name): boolean {
  if (other.end > end || (Math.abs(other.end - start) > 1 && other.start !== start)) return false;
  const level = levelOf(frame, other.entity);
  if (!level || level > levelOf(frame, frame.home) || other.entity === frame.home) return false;
  if (other.start === start && other.end === end) return false;
  return !(frame.stems[other.entity] ?? []).some(
    (stem) => frame.above.includes(stem) || stem === frame.homeStem,
  );
}

/** Which types stand before it in the sentence, in its clause, in its list: whether something else may be the subject. */
function subjects(frame: Frame, place: Sentence, name: Name): number[] {
  const opens = new Array<number>(SUBJECTS.length).fill(0);
  const before = new Array<number>(SUBJECTS.length).fill(0);
  const clause = new Array<number>(SUBJECTS.length).fill(0);
  const list = new Array<number>(SUBJECTS.length).fill(0);
  for (const other of place.names) {
    if (other === name || other.entity === frame.home || other.mention.depth > 0) continue;
    const type = SUBJECTS.indexOf(typeOf(frame.context.entities[other.entity]));
    if (type < 0) continue;
    if (other.list === name.list) list[type] = 1;
    else if (other.end <= name.start) {
      before[type] = 1;
      if (other.start - place.start <= OPENING) opens[type] = 1;
      if (other.clause === name.clause) clause[type] = 1;
    }
  }
  return [...opens, ...before, ...clause, ...list];
}

function wordsNear(frame: Frame, sentence: number, name: Name, words: string[]): number[] {
  const flags = new Array<number>(3 * classes.length).fill(0);
  const { text } = frame.context;
  const place = frame.sentences[sentence] as Sentence;
  for (const hit of frame.hits[sentence] ?? []) {
    if (hit.end <= name.list.start && hit.start >= name.list.start - 8) flags[hit.class] = 1;
    if (hit.start >= name.list.end && hit.end <= name.list.end + REACH) flags[classes.length + hit.class] = 1;
    if (hit.end <= name.list.start && hit.start >= name.list.start - 40)
      flags[2 * classes.length + hit.class] = 1;
  }
  const before = text.slice(Math.max(place.start, name.list.start - 4), name.list.start);
  const after = text.slice(name.list.end, Math.min(place.end, name.list.end + 4));
  words.push(`b1:${before.slice(-1)}`, `b2:${before.slice(-2)}`, `b3:${before.slice(-3)}`, `b4:${before}`);
  words.push(`a1:${after.slice(0, 1)}`, `a2:${after.slice(0, 2)}`, `a3:${after.slice(0, 3)}`, `a4:${after}`);
  return flags;
}
