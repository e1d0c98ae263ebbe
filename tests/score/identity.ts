/** How well names of different reports are joined: ../shared/identity.json (form: gold/FORMAT.md) on one graph of all reports. */
import { readFileSync } from "node:fs";
import type { State } from "../../cypher/plan.ts";
import { key } from "../../ingest/names.ts";

interface Named {
  report: string;
  name: string;
  type: string;
}

interface List {
  same: { members: Named[]; why?: string }[];
  different: { a: Named; b: Named; why?: string }[];
}

export interface IdentityScore {
  /** Pairs that must be one node: joined of those whose names were both found. */
  same: { joined: number; found: number; all: number };
  /** Pairs that must stay two. */
  different: { merged: number; found: number; all: number };
  /** What went wrong, in words. */
  wrong: string[];
}

export const readIdentityList = (path: string): List => JSON.parse(readFileSync(path, "utf8")) as List;

/** `reportOf`: the name of a gold file (zhonglou-2023-plan-report) → the id of its report in the graph. */
export function scoreIdentity(
  list: List,
  state: State,
  reportOf: (name: string) => string | undefined,
): IdentityScore {
  const node = (named: Named) => nodeOf(state, reportOf(named.report), named);
  const words = ({ report, name, type }: Named) => `${report}: ${name} (${type})`;
  const score: IdentityScore = {
    same: { joined: 0, found: 0, all: 0 },
    different: { merged: 0, found: 0, all: list.different.length },
    wrong: [],
  };
  for (const { members } of list.same)
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) {
        const [m, n] = [node(a), node(b)];
        score.same.all++;
        if (!m || !n) continue;
        score.same.found++;
        if (m === n) score.same.joined++;
        else score.wrong.push(`not joined: ${words(a)} | ${words(b)}`);
      }
    });
  for (const { a, b } of list.different) {
    const [m, n] = [node(a), node(b)];
    if (!m || !n) continue;
    score.different.found++;
    if (m !== n) continue;
    score.different.merged++;
    score.wrong.push(`merged: ${words(a)} | ${words(b)}`);
  }
  return score;
}

/** The node that a report's name leads to: of that type if there is one, by name before alias. */
function nodeOf(
  { digests, resolved }: State,
  report: string | undefined,
  { name, type }: Named,
): string | undefined {
  const digest = report === undefined ? undefined : digests.get(report);
  if (!digest) return undefined;
  const wanted = key(name);
  const fits = digest.entities
    .map((named, i) => {
      const exact = key(named.name) === wanted;
      const known = exact || named.aliases.some((alias) => key(alias) === wanted);
      return { rank: known ? (named.type === type ? 0 : 2) + (exact ? 0 : 1) : 9, i };
    })
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank);
  const [best] = fits;
  return best && resolved.nodeOf.get(digest.report.id)?.[best.i];
}
