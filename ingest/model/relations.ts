/**
 * The learned scorers of relations and milestones: boosted trees over the features of `relations/features.ts`,
 * `relations/home.ts` and `milestones/features.ts`. Sums of numbers with three decimals in a fixed order: the same
 * everywhere, no exponentials. Trained by train/relations/.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Row } from "../relations/features.ts";

const Model = z.object({
  /** Sum of leaves from which on the candidate is taken. */
  threshold: z.number(),
  /** Strings that stand for the columns after the dense ones. */
  words: z.array(z.string()),
  roots: z.array(z.number()),
  /** feature, threshold, left, right of each node; children below 0 are leaves −1−i. */
  nodes: z.array(z.number()),
  leaves: z.array(z.number()),
});
const Models = z.record(z.string(), Model);
const Weights = z.object({
  columns: z.object({ pair: z.number(), home: z.number(), stage: z.number() }),
  pair: Models,
  home: Models,
  stage: Models,
});

export type ScorerKind = "pair" | "home" | "stage";

interface Trees extends z.infer<typeof Model> {
  columnOf: Map<string, number>;
}

export interface Scorer {
  /** How far the row lies above the threshold of `label` (> 0: take it); −Infinity when there is no such model. */
  score(kind: ScorerKind, label: string, row: Row): number;
}

const SHIPPED = new URL("weights/relations.json", import.meta.url);
let shipped: Scorer | undefined;

/** The scorer of these weights (default: those that ship). Throws when the file is missing or not of this form. */
export function loadScorer(path: URL | string = SHIPPED): Scorer {
  if (path === SHIPPED && shipped) return shipped;
  const weights = Weights.parse(JSON.parse(readFileSync(path, "utf8")));
  const prepared = new Map<string, Trees>();
  for (const kind of ["pair", "home", "stage"] as const)
    for (const [label, model] of Object.entries(weights[kind])) {
      const columnOf = new Map(model.words.map((word, index) => [word, weights.columns[kind] + index]));
      prepared.set(`${kind} ${label}`, { ...model, columnOf });
    }
  const scorer: Scorer = {
    score(kind, label, row) {
      const trees = prepared.get(`${kind} ${label}`);
      return trees ? sum(trees, row) - trees.threshold : Number.NEGATIVE_INFINITY;
    },
  };
  if (path === SHIPPED) shipped = scorer;
  return scorer;
}

function sum({ columnOf, words, roots, nodes, leaves }: Trees, { dense, words: said }: Row): number {
  const values = [...dense, ...words.map(() => 0)];
  for (const word of said) {
    const column = columnOf.get(word);
    if (column !== undefined) values[column] = 1;
  }
  let total = 0;
  for (const root of roots) {
    let node = root;
    while (node >= 0) {
      const at = node * 4;
      const value = values[nodes[at] as number] as number;
      node = nodes[at + (value <= (nodes[at + 1] as number) ? 2 : 3)] as number;
    }
    total += leaves[-1 - node] as number;
  }
  return total;
}
