/**
 * The learned scorers of relations and milestones: boosted trees over the features of `relations/features.ts`,
 * `relations/home.ts` and `milestones/features.ts`. Sums of numbers with three decimals in a fixed order: the same
 * everywhere, no exponentials. Trained by train/relations/.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { STAGE_FEATURES } from "../milestones/features.ts";
import { PAIR_FEATURES, type Row } from "../relations/features.ts";
import { HOME_FEATURES } from "../relations/home.ts";
import { WeightsError } from "./weights.ts";

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

/** A model unpacked into flat arrays: four numbers a node take too long to read from objects. */
interface Trees {
  threshold: number;
  dense: number;
  columnOf: Map<string, number>;
  roots: Int32Array;
  feature: Int32Array;
  limit: Float64Array;
  left: Int32Array;
  right: Int32Array;
  leaves: Float64Array;
  /** Scratch row: dense columns, then one a word. */
  values: Float64Array;
}

export interface Scorer {
  /** How far the row lies above the threshold of `label` (> 0: take it); −Infinity when there is no such model. */
  score(kind: ScorerKind, label: string, row: Row): number;
}

const SHIPPED = new URL("weights/relations.json", import.meta.url);
let shipped: Scorer | undefined;
let taken: Scorer | undefined;

/** Takes the weights of a file instead of those that ship; without a file, those that ship. For measuring. */
export function takeScorer(path?: string): void {
  taken = path ? loadScorer(path) : undefined;
}

/** The scorer of these weights (default: those that ship). Throws when the file is missing or not of this form. */
export function loadScorer(path: URL | string = SHIPPED): Scorer {
  if (path === SHIPPED && (taken ?? shipped)) return (taken ?? shipped) as Scorer;
  const weights = Weights.parse(JSON.parse(readFileSync(path, "utf8")));
  const wanted = { pair: PAIR_FEATURES.length, home: HOME_FEATURES.length, stage: STAGE_FEATURES.length };
  if (JSON.stringify(weights.columns) !== JSON.stringify(wanted))
    throw new WeightsError(`${path} was trained on other features than the code has: train it again`);
  const models = (kind: ScorerKind): Map<string, Trees> =>
    new Map(
      Object.entries(weights[kind]).map(([label, model]) => [label, unpack(model, weights.columns[kind])]),
    );
  const prepared = { pair: models("pair"), home: models("home"), stage: models("stage") };
  const scorer: Scorer = {
    score(kind, label, row) {
      const trees = prepared[kind].get(label);
      return trees ? sum(trees, row) - trees.threshold : Number.NEGATIVE_INFINITY;
    },
  };
  if (path === SHIPPED) shipped = scorer;
  return scorer;
}

function unpack({ threshold, words, roots, nodes, leaves }: z.infer<typeof Model>, dense: number): Trees {
  const column = (offset: number): number[] => nodes.filter((_, index) => index % 4 === offset);
  return {
    threshold,
    dense,
    columnOf: new Map(words.map((word, index) => [word, dense + index])),
    roots: Int32Array.from(roots),
    feature: Int32Array.from(column(0)),
    limit: Float64Array.from(column(1)),
    left: Int32Array.from(column(2)),
    right: Int32Array.from(column(3)),
    leaves: Float64Array.from(leaves),
    values: new Float64Array(dense + words.length),
  };
}

function sum(trees: Trees, row: Row): number {
  const { columnOf, roots, feature, limit, left, right, leaves, values } = trees;
  values.fill(0, trees.dense);
  for (let i = 0; i < trees.dense; i++) values[i] = row.dense[i] as number;
  for (const word of row.words) {
    const column = columnOf.get(word);
    if (column !== undefined) values[column] = 1;
  }
  let total = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    while (node >= 0)
      node = (
        (values[feature[node] as number] as number) <= (limit[node] as number) ? left[node] : right[node]
      ) as number;
    total += leaves[-1 - node] as number;
  }
  return total;
}
