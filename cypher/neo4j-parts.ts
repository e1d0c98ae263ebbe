/** A writing step by step: a transaction for each few reports, in which the lock is taken first. */
import { describePlan, emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { type Decision, readDecisions, sameDecisions } from "./decisions.ts";
import { markerOf } from "./marker.ts";
import { dropFacts, factsThere, LOCK, putChange, putFacts, writeMarker } from "./neo4j-kept.ts";
import type { Known, ServedGraph } from "./neo4j-known.ts";
import { changing, type Run, reading } from "./neo4j-session.ts";
import { joinPlans, type Plan, plan, type State } from "./plan.ts";
import { emptyDelta, rowsIn } from "./rows.ts";
import { noReports } from "./selection.ts";
import { writing } from "./statements.ts";
import type { WriteOptions } from "./store.ts";
import { type FactsOf, lookupOver, type Taken, touched, versionsOf, withFresh } from "./take.ts";

/** Which reports a part brings in or takes out. */
export type Take<T> = (known: Known, part: T, factsOf: FactsOf) => Promise<Taken> | Taken;

/** A transaction for each part; what all did together is one change report. */
export async function writeParts<T>(
  graph: ServedGraph,
  list: AsyncIterable<T>,
  options: WriteOptions,
  take: Take<T>,
): Promise<ChangeReport> {
  const begin = performance.now();
  const dryRun = options.dryRun ?? false;
  const told = noReports();
  const steps: Plan[] = [];
  const moved = new Map<string, string>();
  let [first, last]: (State | undefined)[] = [];
  let rows = 0;
  for await (const part of list) {
    const done = await writePart(graph, part, dryRun, take);
    for (const what of Object.keys(told) as (keyof typeof told)[]) told[what].push(...done.reports[what]);
    if (!done.plan) continue;
    first ??= done.before;
    last = done.after;
    rows += done.rows;
    for (const [old, now] of done.moved) moved.set(old, now);
    steps.push({ ...done.plan, delta: emptyDelta() });
    options.progress?.(rows, rows);
  }
  if (!first || !last) return { ...emptyReport(told, dryRun), milliseconds: performance.now() - begin };
  const report = describePlan(joinPlans(steps), told, first, last, moved);
  const whole = { ...report, dryRun, rows, milliseconds: performance.now() - begin };
  return dryRun ? whole : changing(graph.server, (run) => putChange(run, whole));
}

async function writePart<T>(graph: ServedGraph, part: T, dryRun: boolean, take: Take<T>) {
  const decisions = readDecisions(graph.decisions);
  const work = async (run: Run) => {
    if (!dryRun) await run(LOCK);
    const known = await graph.memory.known(run);
    const factsOf: FactsOf = (report) => factsThere(run, report);
    const taken = await take(known, part, factsOf);
    if (touched(taken.reports) === 0 && sameDecisions(known.applied, decisions))
      return { reports: taken.reports, rows: 0 };
    const after = graph.memory.resolve(taken.digests, decisions);
    const lookup = lookupOver(({ cypher, parameters }) => run(cypher, parameters), withFresh(factsOf, taken));
    const steps = await plan(known.state, after, lookup);
    if (!dryRun) await commit(run, steps, known.state, taken, decisions);
    const { reports, moved } = taken;
    return { reports, moved, plan: steps, before: known.state, after, rows: rowsIn(steps.delta) };
  };
  return dryRun ? reading(graph.server, work) : changing(graph.server, work);
}

async function commit(
  run: Run,
  steps: Plan,
  before: State,
  taken: Taken,
  decisions: Decision[],
): Promise<void> {
  for (const { cypher, parameters } of writing(steps.delta)) await run(cypher, parameters);
  for (const { digest, facts } of taken.fresh)
    if (taken.digests.get(digest.report.id)?.version === digest.version) await putFacts(run, digest, facts);
  await dropFacts(
    run,
    [...before.digests.keys()].filter((id) => !taken.digests.has(id)),
  );
  await writeMarker(run, markerOf(versionsOf(taken.digests), decisions));
}
