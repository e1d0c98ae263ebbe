/**
 * Rows to learn from: node --import tsx dump.ts OUT writes OUT/pair.jsonl, OUT/home.jsonl, OUT/stage.jsonl and
 * OUT/header.json, one row a candidate with its features and the relations that gold has between the two.
 */
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stageCandidates } from "../../../milestones/candidates.ts";
import { STAGE_FEATURES, stageRow } from "../../../milestones/features.ts";
import { key } from "../../../names.ts";
import { stages } from "../../../ontology.ts";
import { allowedTypes, pairCandidates } from "../../../relations/candidates.ts";
import { PAIR_FEATURES, pairRow } from "../../../relations/features.ts";
import { describe } from "../../../relations/frame.ts";
import { HOME_FEATURES, homeCandidates, homeRow, homeTypes } from "../../../relations/home.ts";
import { RIVALS } from "../../../relations/rivals.ts";
import type { Example } from "./oracle.ts";

export function dump(examples: Example[], out: string): void {
  const pair = createWriteStream(join(out, "pair.jsonl"));
  const stage = createWriteStream(join(out, "stage.jsonl"));
  const home = createWriteStream(join(out, "home.jsonl"));
  for (const example of examples) {
    const frame = describe(example.context);
    const { relations: truth, milestones: reached } = truthOf(example);
    for (const candidate of pairCandidates(frame)) {
      const labels = allowedTypes(frame, candidate.from, candidate.to).filter((type) =>
        truth.has(`${candidate.from} ${type} ${candidate.to}`),
      );
      const { dense, words } = pairRow(frame, candidate);
      pair.write(
        `${JSON.stringify({ id: example.id, place: example.place, from: candidate.from, to: candidate.to, allowed: allowedTypes(frame, candidate.from, candidate.to), labels, dense: sparse(dense), words })}\n`,
      );
    }
    for (const candidate of homeCandidates(frame)) {
      const allowed = homeTypes(frame, candidate.entity);
      const labels = allowed.filter(
        (type) =>
          truth.has(`${candidate.entity} ${type} ${frame.home}`) ||
          truth.has(`${frame.home} ${type} ${candidate.entity}`),
      );
      const { dense, words } = homeRow(frame, candidate);
      home.write(
        `${JSON.stringify({ id: example.id, place: example.place, entity: candidate.entity, allowed, labels, dense: sparse(dense), words })}\n`,
      );
    }
    for (const candidate of stageCandidates(frame)) {
      const labels: string[] = stages.filter((name) =>
        reached.has(`${candidate.entity} ${candidate.target} ${name}`),
      );
      if (labels.length) labels.push("any");
      const { dense, words } = stageRow(frame, candidate);
      stage.write(
        `${JSON.stringify({ id: example.id, place: example.place, from: candidate.entity, to: candidate.target, allowed: ["any", ...stages], labels, dense: sparse(dense), words })}\n`,
      );
    }
  }
  stage.end();
  pair.end();
  home.end();
  writeFileSync(
    join(out, "header.json"),
    JSON.stringify({ rivals: RIVALS, pair: PAIR_FEATURES, home: HOME_FEATURES, stage: STAGE_FEATURES }),
  );
}

const sparse = (dense: number[]): [number, number][] =>
  dense.flatMap((value, index): [number, number][] => (value ? [[index, value]] : []));

/** Gold's relations and milestones by the indexes of the context's entities; a found name is gold's by key, as in score.py. */
export function truthOf({ gold, context }: Example): { relations: Set<string>; milestones: Set<string> } {
  const goldOf = new Map<string, string>();
  for (const { name, aliases } of gold.entities)
    for (const alias of [name, ...aliases]) if (!goldOf.has(key(alias))) goldOf.set(key(alias), name);
  const found = new Map<string, number[]>();
  context.entities.forEach(({ name, aliases }, entity) => {
    const known = [name, ...aliases].map((alias) => goldOf.get(key(alias))).find((hit) => hit !== undefined);
    if (known !== undefined) found.set(known, [...(found.get(known) ?? []), entity]);
  });
  const relations = new Set<string>();
  for (const { from, type, to } of gold.relations)
    for (const a of found.get(from) ?? [])
      for (const b of found.get(to) ?? []) {
        relations.add(`${a} ${type} ${b}`);
        if (type === "COOPERATES_WITH") relations.add(`${b} ${type} ${a}`);
      }
  const milestones = gold.milestones.flatMap(({ entity, stage, target }) =>
    (found.get(entity) ?? []).map((index) => `${index} ${target} ${stage}`),
  );
  return { relations, milestones: new Set(milestones) };
}
