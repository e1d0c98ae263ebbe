/** Mentions of one spelling, gathered: one candidate a key, with one type. */
import { key, normalize } from "../names.ts";
import { type EntityType, entityTypes } from "../ontology.ts";
import type { Mention } from "../types.ts";

export interface Candidate {
  key: string;
  type: EntityType;
  /** Spellings as they stand in the report, most frequent first. */
  spellings: string[];
  /** The name as it should be shown, completed from the report. */
  name: string;
  confidence: number;
  mentions: Mention[];
}

const INNER_WEIGHT = 0.5;

/** One candidate a key, in the order of the text. A name has the type that most of its mentions say. */
export function gather(text: string, mentions: readonly Mention[]): Candidate[] {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const name = key(text.slice(mention.start, mention.end));
    if (!name) continue;
    const list = byKey.get(name);
    if (list) list.push(mention);
    else byKey.set(name, [mention]);
  }
  return [...byKey].map(([name, own]) => candidateOf(text, name, own));
}

/**
 * A firm's name that stands for its project in a list is the firm, where the report has the project under a name of its own: 星海 in
 * 星海、云河等项目开工 beside 星海项目. Its places as a project go to the project.
 */
export function splitFirms(candidates: Candidate[]): void {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  for (const candidate of candidates) {
    if (candidate.type !== "Project" || !candidate.mentions.some(({ type }) => type === "Enterprise"))
      continue;
    const project = byKey.get(`${candidate.key}项目`);
    if (project?.type !== "Project") continue;
    project.mentions.push(...candidate.mentions.filter(({ type }) => type === "Project"));
    candidate.mentions = candidate.mentions.filter(({ type }) => type !== "Project");
    candidate.type = "Enterprise";
    candidate.confidence = confidenceOf(candidate.mentions, "Enterprise");
  }
}

/** Noisy or: a name that is likely at two places is likelier than at one. */
function confidenceOf(mentions: readonly Mention[], type: EntityType): number {
  const doubt = mentions.reduce(
    (product, m) => (m.type === type ? product * (1 - m.probability) : product),
    1,
  );
  return Math.round((1 - doubt) * 1000) / 1000;
}

function candidateOf(text: string, name: string, mentions: Mention[]): Candidate {
  const type = majorityType(mentions);
  const counts = new Map<string, number>();
  for (const { start, end } of mentions) {
    const spelling = normalize(text.slice(start, end));
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  const spellings = [...counts]
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
    .map(([spelling]) => spelling);
  const doubt = mentions.reduce(
    (product, m) => (m.type === type ? product * (1 - m.probability) : product),
    1,
  );
  const confidence = Math.round((1 - doubt) * 1000) / 1000;
  return { key: name, type, spellings, name: spellings[0] ?? name, confidence, mentions };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function majorityType(mentions: readonly Mention[]): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { type, probability, depth } of mentions) {
    votes.set(type, (votes.get(type) ?? 0) + probability * (depth ? INNER_WEIGHT : 1));
  }
  let best = mentions[0]?.type ?? "Initiative";
  for (const type of entityTypes) if ((votes.get(type) ?? 0) > (votes.get(best) ?? 0)) best = type;
  return best;
}
