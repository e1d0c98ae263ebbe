/** Extracts the facts of gold reports and scores them; left out of training by fold where asked. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { digestOf } from "../../cypher/digest.ts";
import { resolve } from "../../cypher/resolve.ts";
import { seatedAll } from "../../cypher/slots.ts";
import { extract } from "../../ingest/ingest.ts";
import { takeWeights } from "../../ingest/mentions.ts";
import { takeScorer } from "../../ingest/model/relations.ts";
import { readFile } from "../../ingest/read/read.ts";
import type { Facts } from "../../ingest/types.ts";
import type { Score } from "./counts.ts";
import { type GoldReport, Scored } from "./gold.ts";
import { type IdentityScore, readIdentityList, scoreIdentity } from "./identity.ts";
import { type Difference, scoreFacts } from "./score.ts";

export interface Result {
  name: string;
  kind: string;
  score: Score;
  differences: Difference[];
  facts: Facts;
  /** What the report was said to be, where that is not as in gold: district, kind, years. */
  misread: string[];
}

const Index = z.array(z.object({ id: z.string(), fold: z.number() }));

/**
 * Weights that have not seen a report: DIR/index.json says each one's fold, DIR/fold{k} holds the weights; undefined where
 * that fold is not there.
 */
export function foldsOf(folder: string): (name: string) => string | undefined {
  const index = Index.parse(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")));
  const folds = new Map(index.map(({ id, fold }) => [id, fold]));
  return (name) => {
    const path = join(folder, `fold${folds.get(`gold/${basename(name)}.json`)}`);
    const whole = ["tagger.bin", "relations.json"].every((file) => existsSync(join(path, file)));
    return whole ? path : undefined;
  };
}

/** Scores one report. `weights`: a folder of weights, the shipped ones where it is not given. */
export async function scoreReport(report: GoldReport, weights?: string): Promise<Result> {
  takeWeights(weights);
  takeScorer(weights && join(weights, "relations.json"));
  const facts = extract(await readFile(report.report));
  takeWeights();
  takeScorer();
  const { score, differences } = scoreFacts(report.gold, Scored.parse(facts));
  return {
    name: report.name,
    kind: report.gold.report.kind,
    score,
    differences,
    facts,
    misread: misread(report.gold, facts),
  };
}

function misread(gold: Scored, facts: Facts): string[] {
  const { district, kind, reviewYears, planYears } = facts.report;
  const pairs: [string, unknown, unknown][] = [
    ["district", gold.report.district, district],
    ["kind", gold.report.kind, kind],
    ["reviewYears", gold.report.reviewYears.join(), reviewYears.join()],
    ["planYears", gold.report.planYears.join(), planYears.join()],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ${a} → ${b}`);
}

/** How well names of different reports are joined, on one graph of all of them. */
export function identityOf(path: string, results: readonly Result[]): IdentityScore {
  const digests = seatedAll(results.map(({ facts }) => digestOf(facts)));
  const ids = new Map(results.map(({ name }, i) => [basename(name), digests[i]?.report.id]));
  const state = {
    digests: new Map(digests.map((digest) => [digest.report.id, digest])),
    resolved: resolve(digests),
  };
  return scoreIdentity(readIdentityList(path), state, (name) => ids.get(name));
}
