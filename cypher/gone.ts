/** Change reports of some time ago: what has left the graph since is marked, so that nobody is led to it. */
import type { ChangeReport, Changes } from "./changes.ts";
import { readingThere, type Statement } from "./statements.ts";

export async function markGone(
  reports: ChangeReport[],
  run: (statement: Statement) => Promise<unknown[][]>,
): Promise<ChangeReport[]> {
  const all = new Set(
    reports.flatMap((report) => listsOf(report).flatMap(({ first }) => first.map(({ node }) => node))),
  );
  const there = new Set<unknown>();
  for (const statement of readingThere([...all])) for (const [id] of await run(statement)) there.add(id);
  for (const report of reports)
    for (const { first } of listsOf(report))
      for (const thing of first) if (!there.has(thing.node)) thing.gone = true;
  return reports;
}

const listsOf = ({ entities, facts }: ChangeReport): Changes[] => [
  ...Object.values(entities),
  ...Object.values(facts),
];
