/** The graph made as a whole, in several transactions under one lock: a first load, a making anew, the end of one left off. */
import type { Facts } from "../ingest/types.ts";
import { emptyReport } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import { readDecisions } from "./decisions.ts";
import { type Digest, upToDate } from "./digest.ts";
import { inFlight } from "./in-flight.ts";
import { markerOf, reportsOf } from "./marker.ts";
import { nearFacts } from "./near.ts";
import {
  digestsIn,
  dropFacts,
  factsThere,
  keptReports,
  LOCK,
  markerIn,
  putChange,
  putFacts,
  writeMarker,
} from "./neo4j-kept.ts";
import { keyOf, nothing, type ServedGraph } from "./neo4j-known.ts";
import { clearGraph, loadGraph } from "./neo4j-load.ts";
import { changing, holding, reading } from "./neo4j-session.ts";
import { parts } from "./parts.ts";
import { noReports } from "./selection.ts";
import type { WriteOptions } from "./store.ts";
import { type FactsOf, takeIn, versionsOf } from "./take.ts";
import { Tally } from "./tally.ts";
import { telling } from "./telling.ts";

/** Digests read at once. */
const AT_ONCE = 20;

/** What was left unfinished, or what other rules had made, is made anew. */
export async function mend(graph: ServedGraph): Promise<void> {
  const isWhole = async () => {
    const marker = await reading(graph.server, markerIn);
    return !marker || (reportsOf(marker) !== undefined && !marker.unfinished);
  };
  if (await isWhole()) return;
  graph.note?.(
    "图谱由另一版本的规则生成，或上次入库未完成：正在由库中保存的事实重建，请稍候……",
    "the graph was made by other rules, or a load was not finished: it is being made anew from the kept facts …",
  );
  await holding(graph.server, LOCK, async () => {
    if (!(await isWhole())) await remake(graph);
  });
}

export function loadIfEmpty(
  graph: ServedGraph,
  incoming: AsyncIterable<Facts>,
  options: WriteOptions,
): Promise<ChangeReport | undefined> {
  return holding(graph.server, LOCK, async () => {
    const marker = await reading(graph.server, markerIn);
    return marker && reportsOf(marker)?.size !== 0 ? undefined : load(graph, incoming, options);
  });
}

/** Facts are kept as they come; until the marker says that all is done, what is kept is what the graph is to be of. */
async function load(
  graph: ServedGraph,
  incoming: AsyncIterable<Facts>,
  options: WriteOptions,
): Promise<ChangeReport> {
  const begin = performance.now();
  const server = graph.server;
  await changing(server, (run) => writeMarker(run, markerOf(new Map(), []), true));
  const putting = inFlight(1);
  const near = nearFacts();
  const factsOf: FactsOf = async (report, version) => {
    const held = near.get(`${report} ${version}`);
    if (held) return held;
    await putting.end();
    return reading(server, (run) => factsThere(run, report));
  };
  const keep = (digest: Digest, facts: Facts) => {
    near.put(keyOf(digest), facts);
    return putting.add(() => changing(server, (run) => putFacts(run, digest, facts)));
  };
  const { digests, reports } = await takeIn(incoming, new Map(), options.onSame, factsOf, keep);
  await putting.end();
  const { state, tally } = await make(graph, digests, factsOf, options.progress);
  const report = tally.report(reports, nothing(), state);
  const whole = { ...report, rows: tally.rows, milliseconds: performance.now() - begin };
  return changing(server, (run) => putChange(run, whole));
}

/** The graph of these reports, and the marker that says so. There is none before. */
async function make(
  graph: ServedGraph,
  digests: Map<string, Digest>,
  factsOf: FactsOf,
  progress: WriteOptions["progress"],
) {
  const decisions = readDecisions(graph.decisions);
  const state = graph.memory.resolve(digests, decisions);
  const tally = new Tally();
  const read = ({ report, version }: Digest) => factsOf(report.id, version);
  await loadGraph(graph.server, state, read, (batch, reports) => {
    tally.add(batch);
    progress?.(reports, digests.size);
  });
  await changing(graph.server, async (run) => {
    const kept = await keptReports(run);
    await dropFacts(
      run,
      kept.filter((id) => !digests.has(id)),
    );
    await writeMarker(run, markerOf(versionsOf(digests), decisions));
  });
  return { state, tally };
}

/** From the facts that are kept, whatever the graph is made of. */
export const makeAnew = (graph: ServedGraph): Promise<ChangeReport> =>
  holding(graph.server, LOCK, () => remake(graph));

async function remake(graph: ServedGraph): Promise<ChangeReport> {
  const begin = performance.now();
  const server = graph.server;
  await changing(server, (run) => writeMarker(run, markerOf(new Map(), []), true));
  await clearGraph(server);
  const digests = new Map<string, Digest>();
  const ids = await reading(server, keptReports);
  for await (const some of parts(ids, AT_ONCE, () => 1))
    for (const digest of await reading(server, (run) => digestsIn(run, some)))
      digests.set(digest.report.id, upToDate(digest));
  const factsOf: FactsOf = (report) => reading(server, (run) => factsThere(run, report));
  const { tally } = await make(graph, digests, factsOf, telling(graph.note));
  const milliseconds = performance.now() - begin;
  return { ...emptyReport(noReports()), rows: tally.rows, milliseconds };
}
