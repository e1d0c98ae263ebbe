import type { EntityType } from "../../ontology.ts";
import type { FullReading, Span } from "../tagger.ts";
import type { Affixes } from "./affixes.ts";
import {
  type Group,
  groupSpans,
  type Occurrence,
  occurrencesOf,
  type Surroundings,
  surroundingsOf,
} from "./groups.ts";

/** Gold reports and span excerpts have other habits, above all with names inside names; a user's report is like gold. */
export type Habit = "gold" | "excerpt";

/** What is known of a whole report. */
export interface ReportView {
  text: string;
  reading: FullReading;
  habit: Habit;
  affixes: Affixes;
  groups: Group[];
  /** per key: the groups of all its types */
  byKey: Map<string, Group[]>;
  occurrences: Map<string, Occurrence[]>;
  surroundings: Map<Span, Surroundings>;
  /** spans of the best reading, by spanId */
  chosen: Set<string>;
  edges: Edges;
  /** per type and proper part of a key: the likeliest name that ends or begins with it (常州经开区 for 经开区) */
  longer: { ending: Map<string, number>; beginning: Map<string, number> };
}

/** The likeliest span, and the sum of the probabilities of all, that begin or end at a place, by edgeId. */
interface Edges {
  most: Map<string, number>;
  sum: Map<string, number>;
}

export const spanId = ({ type, start, end }: Span): string => `${type} ${start} ${end}`;
export const edgeId = (edge: "start" | "end", at: number, type: EntityType | "any"): string =>
  `${edge} ${at} ${type}`;
export const partId = (part: string, type: EntityType): string => `${type} ${part}`;

export function viewReport(text: string, reading: FullReading, habit: Habit, affixes: Affixes): ReportView {
  const groups = groupSpans(text, reading.candidates);
  const byKey = new Map<string, Group[]>();
  for (const group of groups) byKey.set(group.key, [...(byKey.get(group.key) ?? []), group]);
  return {
    text,
    reading,
    habit,
    affixes,
    groups,
    byKey,
    occurrences: occurrencesOf(text, groups),
    surroundings: surroundingsOf(reading.candidates),
    chosen: new Set(reading.best.map(spanId)),
    edges: edgesOf(reading.candidates),
    longer: longerNames(groups),
  };
}

function raise(map: Map<string, number>, id: string, probability: number): void {
  if (probability > (map.get(id) ?? 0)) map.set(id, probability);
}

function edgesOf(candidates: Span[]): Edges {
  const [most, sum] = [new Map<string, number>(), new Map<string, number>()];
  for (const { type, start, end, probability } of candidates) {
    for (const kind of [type, "any"] as const) {
      for (const id of [edgeId("start", start, kind), edgeId("end", end, kind)]) {
        raise(most, id, probability);
        sum.set(id, (sum.get(id) ?? 0) + probability);
      }
    }
  }
  return { most, sum };
}

function longerNames(groups: Group[]): ReportView["longer"] {
  const [ending, beginning] = [new Map<string, number>(), new Map<string, number>()];
  for (const { key, type, best } of groups) {
    for (let cut = 1; cut < key.length - 1; cut++) {
      raise(ending, partId(key.slice(cut), type), best.probability);
      raise(beginning, partId(key.slice(0, -cut), type), best.probability);
    }
  }
  return { ending, beginning };
}
