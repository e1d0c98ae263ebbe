/**
 * Pairs of entities that may be one, for a reader to decide: names that are alike, of one kind and place, that no
 * report tells apart and no rule joined. Sorted, the likeliest first.
 */
import { key } from "../ingest/names.ts";
import { type Decision, type DecisionSide, readDecisions } from "./decisions.ts";
import { displayName } from "./entity-rows.ts";
import { groupBy } from "./group.ts";
import { marks } from "./links.ts";
import type { Cluster } from "./resolve.ts";
import type { Store } from "./store.ts";
import { isCommon } from "./vocabulary.ts";

export interface Suggestion {
  /** Node ids. */
  a: string;
  b: string;
  names: [string, string];
  type: string;
  /** 0 … 1: how alike the names are. */
  likeness: number;
  /** Why it is suggested: Chinese, English. */
  why: { zh: string; en: string };
  /** Reports that name each. */
  reports: [string[], string[]];
  /** What to write down with recordDecision. */
  sides: [DecisionSide, DecisionSide];
  /** Looked at before and left open. */
  unsure: boolean;
}

/** Less alike than this is not worth a look. */
const LIKENESS = 0.6;
/** Entities that share a rare pair of characters are compared; a pair of more entities than this is not rare. */
const RARE = 60;

interface Candidate {
  cluster: Cluster;
  name: string;
  core: string;
  grams: Set<string>;
}

/** With `about` (a node id) only the pairs of that entity. */
export async function suggest(store: Store, limit = 200, about?: string): Promise<Suggestion[]> {
  const { resolved } = await store.state();
  const decisions = readDecisions(store.decisions);
  const found: Suggestion[] = [];
  const one = about === undefined ? undefined : resolved.entities.get(about);
  if (about !== undefined && !one) return [];
  const groups = groupBy(resolved.entities.values(), placeOf);
  const looked = one ? [groups.get(placeOf(one)) ?? []] : groups.values();
  for (const group of looked)
    for (const [a, b] of likely(group.map(candidate), about)) {
      const suggestion = compare(a, b, decisions);
      if (suggestion) found.push(suggestion);
    }
  return found.sort((a, b) => b.likeness - a.likeness || (a.a + a.b < b.a + b.b ? -1 : 1)).slice(0, limit);
}

/** Only things of one type and one province are compared. */
const placeOf = ({ type, scope }: Cluster): string => `${type} ${scope.split("/")[0]}`;

function candidate(cluster: Cluster): Candidate {
  const name = displayName(cluster);
  // The core of an honour has its letters in order, and that of a known district is its chain: neither can be compared.
  const known = cluster.members[0]?.named.identity.core ?? "";
  const core = cluster.type === "Honor" ? key(name) : known.startsWith("/") ? "" : known;
  const grams = new Set<string>();
  for (let i = 0; i + 1 < core.length; i++) grams.add(core.slice(i, i + 2));
  return { cluster, name, core, grams };
}

/** Of one place, or of a place and one within it. */
const isNested = (a: string, b: string): boolean =>
  `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

/** Pairs that share a rare pair of characters. */
function likely(candidates: Candidate[], about?: string): [Candidate, Candidate][] {
  const byGram = groupBy(
    candidates.flatMap((one) => [...one.grams].map((gram) => ({ gram, one }))),
    ({ gram }) => gram,
  );
  const pairs = new Map<string, [Candidate, Candidate]>();
  for (const sharing of byGram.values()) {
    if (sharing.length > RARE) continue;
    sharing.forEach(({ one: a }, i) => {
      for (const { one: b } of sharing.slice(i + 1)) {
        if (about !== undefined && a.cluster.id !== about && b.cluster.id !== about) continue;
        const [first, second] = a.cluster.id < b.cluster.id ? [a, b] : [b, a];
        pairs.set(`${first.cluster.id} ${second.cluster.id}`, [first, second]);
      }
    });
  }
  return [...pairs.values()];
}

function compare(a: Candidate, b: Candidate, decisions: readonly Decision[]): Suggestion | undefined {
  if (a.core === "" || b.core === "" || !isNested(a.cluster.scope, b.cluster.scope)) return undefined;
  const within = a.core.includes(b.core) || b.core.includes(a.core);
  const likeness = within ? Math.max(dice(a.grams, b.grams), LIKENESS + 0.1) : dice(a.grams, b.grams);
  if (likeness < LIKENESS || marks(a.name) !== marks(b.name)) return undefined;
  if (isCommon(a.core) || isCommon(b.core) || toldApart(a.cluster, b.cluster)) return undefined;
  const sides: [DecisionSide, DecisionSide] = [sideOf(a), sideOf(b)];
  const decided = decisions.find((decision) => isAbout(decision, sides));
  if (decided && decided.decision !== "unsure") return undefined;
  return {
    a: a.cluster.id,
    b: b.cluster.id,
    names: [a.name, b.name],
    type: a.cluster.type,
    likeness: Math.round(likeness * 100) / 100,
    why: within
      ? {
          zh: "一个名称包含另一个，没有报告把两者分开说",
          en: "one name lies within the other, and no report tells the two apart",
        }
      : {
          zh: "名称相近，没有报告把两者分开说",
          en: "the names are alike, and no report tells the two apart",
        },
    reports: [reportsOf(a.cluster), reportsOf(b.cluster)],
    sides,
    unsure: decided !== undefined,
  };
}

/** Dice's coefficient of pairs of characters. */
function dice(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common++;
  return (2 * common) / (a.size + b.size);
}

const reportsOf = ({ members }: Cluster): string[] =>
  [...new Set(members.map(({ report }) => report))].sort();

function toldApart(a: Cluster, b: Cluster): boolean {
  const reports = new Set(reportsOf(a));
  return reportsOf(b).some((report) => reports.has(report));
}

/** As decisions name an entity: type, name and scope. */
export const sideOf = ({
  cluster: { type, scope },
  name,
}: {
  cluster: Cluster;
  name: string;
}): DecisionSide => ({
  type,
  name,
  scope,
});

function isAbout({ a, b }: Decision, [left, right]: [DecisionSide, DecisionSide]): boolean {
  const same = (p: DecisionSide, q: DecisionSide) =>
    p.type === q.type && key(p.name) === key(q.name) && (p.scope === undefined || p.scope === q.scope);
  return (same(a, left) && same(b, right)) || (same(a, right) && same(b, left));
}
