/**
 * Rows to learn from: node --import tsx dump.ts OUT writes OUT/pair.jsonl, OUT/home.jsonl, OUT/stage.jsonl and
 * OUT/header.json, one row a candidate with its features and the relations that gold has between the two.
 */
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stageCandidates } from "../../../milestones/candidates.ts";
import { STAGE_FEATURES, stageRow } from "../../../milestones/features.ts";
import { stages } from "../../../ontology.ts";
import { allowedTypes, pairCandidates } from "../../../relations/candidates.ts";
import { PAIR_FEATURES, pairRow } from "../../../relations/features.ts";
import { describe, type Frame, typeOf } from "../../../relations/frame.ts";
import { HOME_FEATURES, homeCandidates, homeRow, homeTypes } from "../../../relations/home.ts";
import type { Example } from "./oracle.ts";

export function dump(examples: Example[], out: string): void {
  const pair = createWriteStream(join(out, "pair.jsonl"));
  const stage = createWriteStream(join(out, "stage.jsonl"));
  const home = createWriteStream(join(out, "home.jsonl"));
  for (const example of examples) {
    const frame = describe(example.context);
    const truth = truthOf(example, frame);
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
      const allowed = homeTypes(typeOf(example.context.entities[candidate.entity]));
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
    const index = new Map(example.context.entities.map(({ name }, entity) => [name, entity]));
    const reached = new Set(
      example.gold.milestones.map(({ entity, stage, target }) => `${index.get(entity)} ${target} ${stage}`),
    );
    for (const candidate of stageCandidates(frame)) {
      const labels = stages.filter((name) => reached.has(`${candidate.entity} ${candidate.target} ${name}`));
      const { dense, words } = stageRow(frame, candidate);
      stage.write(
        `${JSON.stringify({ id: example.id, place: example.place, from: candidate.entity, to: candidate.target, allowed: stages, labels, dense: sparse(dense), words })}\n`,
      );
    }
  }
  stage.end();
  pair.end();
  home.end();
  writeFileSync(
    join(out, "header.json"),
    JSON.stringify({ pair: PAIR_FEATURES, home: HOME_FEATURES, stage: STAGE_FEATURES }),
  );
}

const sparse = (dense: number[]): [number, number][] =>
  dense.flatMap((value, index): [number, number][] => (value ? [[index, value]] : []));

/** Gold's relations by the indexes of the context's entities. */
export function truthOf({ gold, context }: Example, frame: Frame): Set<string> {
  const index = new Map<string, number>();
  context.entities.forEach(({ name, aliases }, entity) => {
    for (const alias of [name, ...aliases]) if (!index.has(alias)) index.set(alias, entity);
  });
  const truth = new Set<string>();
  for (const { from, type, to } of gold.relations) {
    truth.add(`${index.get(from)} ${type} ${index.get(to)}`);
    if (type === "COOPERATES_WITH") truth.add(`${index.get(to)} ${type} ${index.get(from)}`);
  }
  return frame ? truth : truth;
}
