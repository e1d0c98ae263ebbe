/**
 * How far named things have come: each mention of a project, road, park, house, place or document is judged by the
 * learned scorer: whether it says how far the thing has come, and which stage. Of one entity the surest mention counts,
 * once looking back and once planning.
 */
import { stageCandidates } from "./milestones/candidates.ts";
import { evidenceOf } from "./milestones/evidence.ts";
import { type Candidate, STAGE_FEATURES, stageRow } from "./milestones/features.ts";
import { yearOf } from "./milestones/year.ts";
import { loadScorer, type Scorer } from "./model/relations.ts";
import { type Stage, stages } from "./ontology.ts";
import type { Row } from "./relations/features.ts";
import { describe } from "./relations/frame.ts";
import { STAGE_RULES } from "./rules/stages.ts";
import type { Context, Milestone } from "./types.ts";

interface Best {
  candidate: Candidate;
  row: Row;
  score: number;
}

/** The milestones of one report, in the order of the text. Pure and linear in the text. */
export function findMilestones(context: Context, scorer: Scorer = loadScorer()): Milestone[] {
  const frame = describe(context);
  const best = new Map<string, Best>();
  for (const candidate of stageCandidates(frame)) {
    const row = stageRow(frame, candidate);
    const score = scorer.score("stage", "any", row);
    const id = `${candidate.entity} ${candidate.target}`;
    if (score > (best.get(id)?.score ?? 0)) best.set(id, { candidate, row, score });
  }
  return [...best.values()]
    .sort((a, b) => a.candidate.name.start - b.candidate.name.start)
    .map(({ candidate, row }) => {
      const stage = saidBehind(row) ?? stageOf(scorer, row);
      return {
        entity: context.entities[candidate.entity]?.name as string,
        stage,
        year: yearOf(frame, candidate),
        target: candidate.target,
        evidence: [evidenceOf(frame, candidate, stage)],
      };
    });
}

const BEHIND = STAGE_RULES.map((rule) => ({
  ...rule,
  column: STAGE_FEATURES.indexOf(`rule:${rule.name}`),
})).filter(({ side }) => side === "after");

/** 加快【甲水库】前期工作: what stands directly behind the name, or its list, says it; undefined when nothing or more does. */
function saidBehind({ dense }: Row): Stage | undefined {
  const said = BEHIND.filter(({ column }) => dense[column] === 1);
  return said.length === 1 ? said[0]?.stage : undefined;
}

function stageOf(scorer: Scorer, row: Row): Stage {
  const scores = stages.map((stage) => scorer.score("stage", stage, row));
  return stages[scores.indexOf(Math.max(...scores))] as Stage;
}
