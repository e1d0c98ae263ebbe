/**
 * Entities and their mentions → relations. The chain of districts comes from the report; pairs that stand together, and
 * every entity against the report's own district, are judged by the learned scorer; offices go by rule.
 */
import { loadScorer, type Scorer } from "./model/relations.ts";
import { chainRelations } from "./relations/chain.ts";
import { collect } from "./relations/collect.ts";
import { describe } from "./relations/frame.ts";
import { officeRelations } from "./relations/offices.ts";
import { partRelations } from "./relations/parts.ts";
import { homeRelations, pairRelations, scorePairs } from "./relations/scored.ts";
import type { Context, Relation } from "./types.ts";

/** All relations of one report, each once, with the evidence of its best place. Pure and linear in the text. */
export function findRelations(context: Context, scorer: Scorer = loadScorer()): Relation[] {
  const frame = describe(context);
  const scored = scorePairs(frame, scorer);
  const found = [
    ...chainRelations(frame),
    ...officeRelations(frame),
    ...partRelations(frame),
    ...homeRelations(frame, scorer, scored),
    ...pairRelations(frame, scored),
  ];
  return collect(frame, found);
}
