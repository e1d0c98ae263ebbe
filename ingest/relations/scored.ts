/** Candidates that the learned scorer takes: pairs of names, and entities against the report's own district. */
import { VERBS, type VerbClass } from "../lexicon/verbs.ts";
import type { Scorer } from "../model/relations.ts";
import type { Basis, RelationType } from "../ontology.ts";
import type { Range } from "../types.ts";
import { allowedTypes, pairCandidates } from "./candidates.ts";
import { firstPlace } from "./chain.ts";
import { liesElsewhere } from "./elsewhere.ts";
import { type Pair, pairRow } from "./features.ts";
import type { Found } from "./found.ts";
import type { Frame } from "./frame.ts";
import { HOME_RELATIONS, type HomePair, homeCandidates, homeRow, homeTypes } from "./home.ts";
import { MOST, rivalsOf } from "./rivals.ts";
import { isSection } from "./sections.ts";
import { classes } from "./words.ts";

/** A pair and how far it lies above the threshold of a relation. */
export interface Scored {
  pair: Pair;
  type: RelationType;
  score: number;
}

/** Pairs that are not far below the threshold; the others neither become relations nor rival anything. */
export function scorePairs(frame: Frame, scorer: Scorer): Scored[] {
  const scored: Scored[] = [];
  for (const pair of pairCandidates(frame)) {
    const row = pairRow(frame, pair);
    for (const type of allowedTypes(frame, pair.from, pair.to)) {
      const score = scorer.score("pair", type, row);
      if (score > -MOST) scored.push({ pair, type, score });
    }
  }
  return scored;
}

export function pairRelations(frame: Frame, scored: Scored[]): Found[] {
  return scored.flatMap(({ pair, type, score }): Found[] => {
    const place = score > 0 ? placeOf(frame, pair, type) : undefined;
    if (!place) return [];
    return [
      {
        from: pair.from,
        to: pair.to,
        type,
        basis: "stated",
        score,
        rule: `pair-scorer/${pair.kind}`,
        ...place,
      },
    ];
  });
}

export function homeRelations(frame: Frame, scorer: Scorer, scored: Scored[]): Found[] {
  if (frame.home < 0) return [];
  const rivals = rivalsOf(frame, scored);
  return homeCandidates(frame).flatMap((pair) => {
    const row = homeRow(frame, pair, rivals);
    return homeTypes(frame, pair.entity).flatMap((type) => {
      const score = scorer.score("home", type, row);
      if ((type === "LOCATED_IN" || type === "HOSTS") && liesElsewhere(frame, pair.entity)) return [];
      if (type === "FOCUSES_ON" && isSection(frame, pair.entity)) return [];
      return score > 0 ? homeRelation(frame, pair, type, score) : [];
    });
  });
}

function homeRelation(
  frame: Frame,
  { entity, sentence, name }: HomePair,
  type: RelationType,
  score: number,
): Found[] {
  const out = HOME_RELATIONS.find((relation) => relation.type === type)?.district === "from";
  const place = name
    ? { sentence, range: withVerb(frame, sentence, name, type) }
    : firstPlace(frame, frame.home);
  if (!place) return [];
  const ends = out ? { from: frame.home, to: entity } : { from: entity, to: frame.home };
  return [{ ...ends, type, basis: basisOf(frame, entity, type), score, rule: "district-scorer", ...place }];
}

/** Where a thing lies is said when its name says it (云河区博物馆), else known from whose report it is. */
function basisOf(frame: Frame, entity: number, type: RelationType): Basis {
  if (type !== "LOCATED_IN" && type !== "PART_OF") return "stated";
  if (type === "PART_OF") return "report";
  return frame.keys[entity]?.[0]?.includes(frame.homeStem) ? "stated" : "report";
}

/** The range over both names (and the verb beside them); a pair known by its names alone stands where it is first named. */
function placeOf(
  frame: Frame,
  pair: Pair,
  type: RelationType,
): Pick<Found, "sentence" | "range"> | undefined {
  const { fromName, toName, sentence } = pair;
  if (fromName && toName) {
    const both = { start: Math.min(fromName.start, toName.start), end: Math.max(fromName.end, toName.end) };
    return { sentence, range: pair.kind === "nested" ? both : withVerb(frame, sentence, both, type) };
  }
  const name = fromName ?? toName;
  if (name) return { sentence, range: together(frame, pair, withVerb(frame, sentence, name, type)) };
  const length = (entity: number): number => frame.keys[entity]?.[0]?.length ?? 0;
  const [outer, inner] = length(pair.from) >= length(pair.to) ? [pair.from, pair.to] : [pair.to, pair.from];
  return firstPlace(frame, outer) ?? firstPlace(frame, inner);
}

const LONGEST_RANGE = 300;

/** With the name of the sentence before, when it stands in the same passage and not too far: 【某园聚焦甲。争创乙】. */
function together(frame: Frame, { sentence, apart }: Pair, range: Range): Range {
  const passage = frame.sentences[sentence]?.passage;
  if (!apart || !passage || apart.start < passage.start || apart.end > passage.end) return range;
  const both = { start: Math.min(apart.start, range.start), end: Math.max(apart.end, range.end) };
  return both.end - both.start <= LONGEST_RANGE ? both : range;
}

const VERB_OF: Partial<Record<RelationType, VerbClass>> = {
  AWARDED: "award",
  AIMS_FOR: "aim",
  HOSTS: "host",
  PURSUES: "pursue",
  FOCUSES_ON: "focus",
  ADOPTS: "adopt",
  COOPERATES_WITH: "cooperate",
  UNDERTAKES: "undertake",
  LOCATED_IN: "locate",
  CONTRIBUTES_TO: "serve",
  IN_INDUSTRY: "industry",
};
const REACH = 14;

/** 【实施甲行动】: the nearest verb of the relation within reach, before the names or after them, is part of the evidence. */
function withVerb(frame: Frame, sentence: number, { start, end }: Range, type: RelationType): Range {
  const verb = VERB_OF[type];
  if (!verb || !(verb in VERBS)) return { start, end };
  const wanted = (frame.hits[sentence] ?? []).filter((hit) => classes[hit.class] === verb);
  if (wanted.some((hit) => hit.start >= start && hit.end <= end)) return { start, end };
  const near = wanted
    .map((hit) => ({ ...hit, distance: hit.end <= start ? start - hit.end : hit.start - end }))
    .filter(({ distance }) => distance >= 0 && distance <= REACH)
    .sort((a, b) => a.distance - b.distance || a.start - b.start)[0];
  return near ? { start: Math.min(start, near.start), end: Math.max(end, near.end) } : { start, end };
}
