/**
 * Precision, recall and F1 of facts against gold. The arithmetic is that of ../shared/score.py, the reference; score.test.ts
 * compares the two.
 */
import { key } from "../../ingest/names.ts";
import { type Counts, dice, type Score } from "./counts.ts";
import type { Scored } from "./gold.ts";

/** A miss or a false find, as score.py --diff prints it. */
export interface Difference {
  sign: "+" | "-";
  what: string;
  /** Name or words to look for in the text. */
  find: string;
}

export interface Scoring {
  score: Score;
  differences: Difference[];
}

type Entity = Scored["entities"][number];
type Relation = Scored["relations"][number];
type Observation = Scored["observations"][number];
type Milestone = Scored["milestones"][number];

export function scoreFacts(gold: Scored, facts: Scored): Scoring {
  const score: Score = {};
  const differences: Difference[] = [];
  const ids = scoreEntities(gold, facts, score, differences);
  scoreRelations(gold, facts, ids, score, differences);
  scoreObservations(gold, facts, score, differences);
  scoreMilestones(gold, facts, ids, score, differences);
  return { score, differences };
}

interface Ids {
  /** Of a name in gold: the number of its entity, or the name's key. */
  gold(name: string): string;
  /** Of a name in the facts: the number of the gold entity that it was matched with. */
  facts(name: string): string;
}

const namesOf = (entity: Entity): string[] => [entity.name, ...entity.aliases];

function scoreEntities(gold: Scored, facts: Scored, score: Score, differences: Difference[]): Ids {
  const goldOf = new Map<string, number>();
  gold.entities.forEach((entity, i) => {
    for (const name of namesOf(entity)) if (!goldOf.has(key(name))) goldOf.set(key(name), i);
  });
  const factOf = new Map<string, number>();
  const used = new Set<number>();
  const wrong: Entity[] = [];
  for (const entity of facts.entities) {
    const hit = namesOf(entity)
      .map((name) => goldOf.get(key(name)))
      .find((i) => i !== undefined);
    if (hit === undefined) {
      wrong.push(entity);
      differences.push({
        sign: "+",
        what: `entity ${entity.types[0]} ${entity.name} (none)`,
        find: entity.name,
      });
      continue;
    }
    for (const name of namesOf(entity)) if (!factOf.has(key(name))) factOf.set(key(name), hit);
    if (gold.entities[hit]?.types.includes(entity.types[0] ?? "")) used.add(hit);
    else {
      wrong.push(entity);
      differences.push({
        sign: "+",
        what: `entity ${entity.types[0]} ${entity.name} (type)`,
        find: entity.name,
      });
    }
  }
  score.entities = { tp: used.size, fp: wrong.length, fn: gold.entities.length - used.size };
  countByType(gold, used, wrong, score);
  gold.entities.forEach((entity, i) => {
    if (!used.has(i))
      differences.push({
        sign: "-",
        what: `entity ${entity.types.join("/")} ${entity.name}`,
        find: entity.name,
      });
  });
  return {
    gold: (name) => idOf(goldOf.get(key(name))) ?? `=${key(name)}`,
    facts: (name) => idOf(factOf.get(key(name)) ?? goldOf.get(key(name))) ?? `?${key(name)}`,
  };
}

const idOf = (i: number | undefined): string | undefined => (i === undefined ? undefined : `#${i}`);

function countByType(gold: Scored, used: Set<number>, wrong: Entity[], score: Score): void {
  const row = (type: string): Counts => {
    const name = `entities/${type}`;
    score[name] ??= { tp: 0, fp: 0, fn: 0 };
    return score[name];
  };
  gold.entities.forEach(({ types }, i) => {
    if (used.has(i)) row(types[0] ?? "").tp++;
    else row(types[0] ?? "").fn++;
  });
  for (const { types } of wrong) row(types[0] ?? "").fp++;
}

const SYMMETRIC = new Set(["COOPERATES_WITH"]);

function triple({ from, type, to }: Relation, id: (name: string) => string): string {
  const ends = [id(from), id(to)];
  if (SYMMETRIC.has(type)) ends.sort();
  return JSON.stringify([ends[0], type, ends[1]]);
}

function scoreRelations(
  gold: Scored,
  facts: Scored,
  ids: Ids,
  score: Score,
  differences: Difference[],
): void {
  const goldAll = new Set(gold.relations.map((relation) => triple(relation, ids.gold)));
  const found = new Map(facts.relations.map((relation) => [triple(relation, ids.facts), relation]));
  for (const basis of ["stated", "report"] as const) {
    const wanted = new Map<string, Relation>();
    for (const relation of gold.relations)
      if (relation.basis === basis) wanted.set(triple(relation, ids.gold), relation);
    const rows: Score = {};
    const add = (type: string, what: keyof Counts): void => {
      const names = [`relations/${basis}`, ...(basis === "stated" ? [`relations/stated/${type}`] : [])];
      for (const name of names) {
        rows[name] ??= { tp: 0, fp: 0, fn: 0 };
        rows[name][what]++;
      }
    };
    for (const [id, relation] of wanted) {
      const hit = found.has(id);
      add(relation.type, hit ? "tp" : "fn");
      if (!hit) differences.push(relationDifference("-", basis, relation));
    }
    for (const [id, relation] of found) {
      if (relation.basis !== basis || goldAll.has(id)) continue;
      add(relation.type, "fp");
      differences.push(relationDifference("+", basis, relation));
    }
    score[`relations/${basis}`] = { tp: 0, fp: 0, fn: 0 };
    Object.assign(score, rows);
  }
}

const relationDifference = (sign: "+" | "-", basis: string, { from, type, to }: Relation): Difference => ({
  sign,
  what: `relation[${basis}] ${from} ${type} ${to}`,
  find: to,
});

const unitOf = (unit: string | null | undefined): string =>
  key(unit ?? "")
    .replaceAll("人民币", "")
    .replaceAll("平方公里", "km2");

function sameMeasure(a: Observation, b: Observation): boolean {
  if ((a.year ?? null) !== (b.year ?? null) || (a.kind === "target") !== (b.kind === "target")) return false;
  if (a.value === null) return b.value === null;
  return b.value !== null && Math.abs(a.value - b.value) <= 1e-9 && unitOf(a.unit) === unitOf(b.unit);
}

const LEAST_LIKE = 0.499;

function scoreObservations(gold: Scored, facts: Scored, score: Score, differences: Difference[]): void {
  const left = [...facts.observations];
  let tp = 0;
  const missed: Observation[] = [];
  for (const wanted of gold.observations) {
    let best = -1;
    let most = LEAST_LIKE;
    for (const [i, one] of left.entries()) {
      if (!sameMeasure(wanted, one)) continue;
      const like = Math.max(...wanted.indicator.flatMap((a) => one.indicator.map((b) => dice(a, b))));
      if (like > most) {
        most = like;
        best = i;
      }
    }
    if (best < 0) missed.push(wanted);
    else {
      left.splice(best, 1);
      tp++;
    }
  }
  score.observations = { tp, fp: left.length, fn: missed.length };
  for (const one of left) differences.push(observationDifference("+", one));
  for (const one of missed) differences.push(observationDifference("-", one));
}

const observationDifference = (sign: "+" | "-", one: Observation): Difference => ({
  sign,
  what: `observation ${one.subject} ${one.indicator[0]} ${one.value}${one.unit ?? ""} ${one.year} ${one.kind} ${one.text ?? ""}`.trim(),
  find: one.value === null ? (one.text ?? one.indicator[0] ?? "") : String(one.value),
});

function scoreMilestones(
  gold: Scored,
  facts: Scored,
  ids: Ids,
  score: Score,
  differences: Difference[],
): void {
  const id = (m: Milestone, of: (name: string) => string): string =>
    JSON.stringify([of(m.entity), m.stage, m.target]);
  const wanted = new Set(gold.milestones.map((m) => id(m, ids.gold)));
  const found = new Set(facts.milestones.map((m) => id(m, ids.facts)));
  const tp = [...found].filter((one) => wanted.has(one)).length;
  score.milestones = { tp, fp: found.size - tp, fn: wanted.size - tp };
  const differ = (sign: "+" | "-", m: Milestone): Difference => ({
    sign,
    what: `milestone ${m.entity} ${m.stage} target=${m.target}`,
    find: m.entity,
  });
  for (const m of facts.milestones) if (!wanted.has(id(m, ids.facts))) differences.push(differ("+", m));
  for (const m of gold.milestones) if (!found.has(id(m, ids.gold))) differences.push(differ("-", m));
}
