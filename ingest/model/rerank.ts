import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntityType } from "../ontology.ts";
import { type Affixes, type PackedAffixes, unpack } from "./rerank/affixes.ts";
import { isCandidate, NUMBERS, numbersOf } from "./rerank/evidence.ts";
import { type Kept, marksOf } from "./rerank/marks.ts";
import { probabilityOfOdds, scoreTrees, type Tree } from "./rerank/trees.ts";
import { type ReportView, viewReport } from "./rerank/view.ts";
import { loadTagger, type Span, type Tagger, WEIGHTS } from "./tagger.ts";
import { WeightsError } from "./weights.ts";

// The second pass: the tagger reads line by line, this decides on each name of the whole report once, from all
// places where it may stand. A name that is sure in one line helps the line where it is not.

/** rerank.json, written by train/rerank/train.py. */
interface RerankFile {
  numbers: string[];
  /** least probability of a name that is kept, by type */
  least: Record<EntityType, number>;
  trees: Tree[];
  endings: PackedAffixes;
  beginnings: PackedAffixes;
}

interface Reranker {
  file: RerankFile;
  affixes: Affixes;
}

/** A name of the report, kept or not. */
export interface Decision {
  name: string;
  key: string;
  type: EntityType;
  confidence: number;
  kept: boolean;
}

export interface ReportReading {
  /** what the tagger alone says, line by line */
  best: Span[];
  decisions: Decision[];
  /** spans of the kept names that do not cross; their probability is the name's confidence */
  spans: Span[];
}

export interface ReportTagger extends Tagger {
  readReport(text: string): ReportReading;
  tagReport(text: string): Span[];
}

/** The tagger with the second pass; without a rerank.json in `dir` tagReport is tag. */
export function loadReportTagger(dir = WEIGHTS): ReportTagger {
  const tagger = loadTagger(dir);
  const reranker = loadReranker(dir);
  const readReport = (text: string): ReportReading => {
    const reading = tagger.read(text);
    const { best } = reading;
    if (!reranker) return { best, decisions: [], spans: best };
    return { best, ...decide(viewReport(text, reading, "gold", reranker.affixes), reranker) };
  };
  return { ...tagger, readReport, tagReport: (text) => readReport(text).spans };
}

/** A name has one type in a report, its likeliest; another only if it is this sure (a firm and its project). */
const SURE = 0.8;

let shipped: ReportTagger | undefined;

/** All names of a report by the weights that ship, loaded at the first call. */
export function tagReport(text: string): Span[] {
  shipped ??= loadReportTagger();
  return shipped.tagReport(text);
}

function loadReranker(dir: string): Reranker | undefined {
  const path = join(dir, "rerank.json");
  if (!existsSync(path)) return undefined;
  const file = JSON.parse(readFileSync(path, "utf8")) as RerankFile;
  const known = NUMBERS.map(([name]) => name);
  if (file.numbers.join() !== known.join()) {
    throw new WeightsError(`${path} was trained on other numbers than evidence.ts makes: train it again`);
  }
  return { file, affixes: { endings: unpack(file.endings), beginnings: unpack(file.beginnings) } };
}

function decide(view: ReportView, { file }: Reranker): Omit<ReportReading, "best"> {
  const groups = view.groups.filter(isCandidate);
  const confidences = groups.map((group) =>
    probabilityOfOdds(scoreTrees(file.trees, numbersOf(view, group))),
  );
  const likeliest = new Map<string, number>();
  groups.forEach(({ key }, i) => {
    likeliest.set(key, Math.max(likeliest.get(key) ?? 0, confidences[i] as number));
  });
  const kept: Kept[] = [];
  const decisions = groups.map((group, i): Decision => {
    const { name, key, type } = group;
    const confidence = confidences[i] as number;
    const isLikeliest = confidence === likeliest.get(key) || confidence >= SURE;
    const isKept = isLikeliest && confidence >= file.least[type];
    if (isKept) kept.push({ group, confidence, occurrences: view.occurrences.get(key) ?? [] });
    return { name, key, type, confidence, kept: isKept };
  });
  return { decisions, spans: marksOf(kept, view.text.length) };
}
