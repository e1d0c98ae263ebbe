/**
 * Two sets of reports → what must change in the graph. Only reports that changed, or whose names now belong to other
 * entities, are looked at; what they share with others is asked of the store.
 */
import type { Facts } from "../ingest/types.ts";
import { conflictRows, mergeSayings, type Saying, sayingOf } from "./conflicts.ts";
import type { Digest } from "./digest.ts";
import { entityRow } from "./entity-rows.ts";
import { contribute } from "./graph/contribution.ts";
import { piecesOf, withPieces } from "./graph/evidence.ts";
import type { Contribution } from "./graph/frame.ts";
import { groupBy } from "./group.ts";
import type { Resolved } from "./resolve.ts";
import { type Delta, emptyDelta, type NodeRow, type RelationshipRow, sameProperties } from "./rows.ts";

/** The reports in the graph and what their names mean. */
export interface State {
  digests: Map<string, Digest>;
  resolved: Resolved;
}

/** What planning needs to look up. */
export interface Lookup {
  facts(reportId: string, version: string): Promise<Facts>;
  /** Of these relationships, those that are in the store, by id. */
  relationships(rows: RelationshipRow[]): Promise<Map<string, RelationshipRow>>;
  /** Of these observations and milestones, the ids that reports other than `reports` say too. */
  saidByOthers(nodes: NodeRow[], reports: string[]): Promise<Set<string>>;
  /** All observations of these series that are in the store. */
  series(rows: { subject: string; series: string }[]): Promise<Saying[]>;
}

/** A shared row before and after, for the change report. */
export interface Turn<T> {
  before?: T;
  after?: T;
}

export interface Plan {
  delta: Delta;
  entities: Turn<NodeRow>[];
  relations: Turn<RelationshipRow>[];
  /** Observations and milestones; `confirmed`: were said before by others or are still. */
  said: { node: NodeRow; before: boolean; after: boolean; confirmed: boolean }[];
  /** Between values of the reports that changed and any other. */
  conflicts: RelationshipRow[];
}

export async function plan(before: State, after: State, lookup: Lookup): Promise<Plan> {
  const changed = changedReports(before, after);
  const old = await contributions(before, changed, lookup);
  const now = await contributions(after, changed, lookup);
  const out: Plan = { delta: emptyDelta(), entities: [], relations: [], said: [], conflicts: [] };
  planEntities(before, after, changed, out);
  planOwn(old, now, out.delta);
  await planShared(old, now, changed, lookup, out);
  await planSaid(old, now, changed, lookup, out);
  await planConflicts(old, now, changed, lookup, out);
  return out;
}

function changedReports(before: State, after: State): string[] {
  const ids = new Set([...before.digests.keys(), ...after.digests.keys()]);
  return [...ids].filter((id) => !sameReport(before, after, id)).sort();
}

function sameReport(before: State, after: State, id: string): boolean {
  const [a, b] = [before.digests.get(id), after.digests.get(id)];
  if (!a || !b || a.version !== b.version || a.report.file !== b.report.file) return false;
  const [m, n] = [before.resolved.nodeOf.get(id), after.resolved.nodeOf.get(id)];
  return m?.length === n?.length && (m ?? []).every((node, i) => node === n?.[i]);
}

async function contributions(state: State, reports: string[], lookup: Lookup): Promise<Contribution[]> {
  const list: Contribution[] = [];
  for (const report of reports) {
    const digest = state.digests.get(report);
    if (!digest) continue;
    const facts = await lookup.facts(report, digest.version);
    list.push(contribute(facts, digest, state.resolved.nodeOf.get(report) ?? []));
  }
  return list;
}

/** Every entity that a changed report names, before or after: its names, reports and counts may be others now. */
function planEntities(before: State, after: State, changed: string[], out: Plan): void {
  const touched = new Set(
    changed.flatMap((id) => [
      ...(before.resolved.nodeOf.get(id) ?? []),
      ...(after.resolved.nodeOf.get(id) ?? []),
    ]),
  );
  const reportsOf = (state: State) => new Map([...state.digests].map(([id, { report }]) => [id, report]));
  const [then, now] = [reportsOf(before), reportsOf(after)];
  for (const id of touched) {
    const [old, next] = [before.resolved.entities.get(id), after.resolved.entities.get(id)];
    const a = old && entityRow(old, then);
    const b = next && entityRow(next, now);
    if (a && b && a.label === b.label && sameProperties(a.properties, b.properties)) continue;
    out.entities.push({ ...(a && { before: a }), ...(b && { after: b }) });
    if (a && b && a.label !== b.label) out.delta.relabelled.push(a);
    if (b) out.delta.nodes.push(b);
    else if (a) out.delta.goneNodes.push(a);
  }
}

const byId = <T extends { id: string }>(rows: Iterable<T>): Map<string, T> =>
  new Map([...rows].map((row) => [row.id, row]));

function planOwn(old: Contribution[], now: Contribution[], delta: Delta): void {
  const nodes = turn(byId(old.flatMap((c) => c.nodes)), byId(now.flatMap((c) => c.nodes)));
  delta.nodes.push(...nodes.written);
  delta.goneNodes.push(...nodes.gone);
  const links = turn(byId(old.flatMap((c) => c.relationships)), byId(now.flatMap((c) => c.relationships)));
  delta.relationships.push(...links.written);
  delta.goneRelationships.push(...links.gone);
}

function turn<T extends NodeRow | RelationshipRow>(old: Map<string, T>, now: Map<string, T>) {
  const written: T[] = [];
  for (const [id, row] of now) {
    const was = old.get(id);
    if (!was || !sameProperties(was.properties, row.properties)) written.push(row);
  }
  return { written, gone: [...old.values()].filter(({ id }) => !now.has(id)) };
}

async function planShared(
  old: Contribution[],
  now: Contribution[],
  changed: string[],
  lookup: Lookup,
  out: Plan,
): Promise<void> {
  const then = groupBy(
    old.flatMap((c) => c.shared),
    ({ id }) => id,
  );
  const next = groupBy(
    now.flatMap((c) => c.shared),
    ({ id }) => id,
  );
  const touched = byId([...then.values(), ...next.values()].flatMap((rows) => rows.slice(0, 1)));
  for (const [id] of touched) if (samePieces(then.get(id), next.get(id))) touched.delete(id);
  const current = await lookup.relationships([...touched.values()]);
  const gone = new Set(changed);
  for (const [id, row] of touched) {
    const before = current.get(id);
    const kept = before ? piecesOf(before).filter(({ report }) => !gone.has(report)) : [];
    const pieces = [...kept, ...(next.get(id) ?? []).flatMap(piecesOf)];
    if (pieces.length === 0) {
      out.delta.goneRelationships.push(row);
      out.relations.push({ before: before ?? row });
      continue;
    }
    const after = withPieces(row, pieces);
    if (before && sameProperties(before.properties, after.properties)) continue;
    out.delta.relationships.push(after);
    out.relations.push({ ...(before && { before }), after });
  }
}

function samePieces(a: RelationshipRow[] = [], b: RelationshipRow[] = []): boolean {
  return JSON.stringify(a.flatMap(piecesOf)) === JSON.stringify(b.flatMap(piecesOf));
}

async function planSaid(
  old: Contribution[],
  now: Contribution[],
  changed: string[],
  lookup: Lookup,
  out: Plan,
): Promise<void> {
  const then = new Map(old.flatMap((c) => [...c.sharedNodes]));
  const next = new Map(now.flatMap((c) => [...c.sharedNodes]));
  const moved = [...[...then].filter(([id]) => !next.has(id)), ...[...next].filter(([id]) => !then.has(id))];
  const others = await lookup.saidByOthers(
    moved.map(([, { node }]) => node),
    changed,
  );
  for (const [id, { node, has }] of moved) {
    const after = next.has(id);
    out.said.push({ node, before: then.has(id), after, confirmed: others.has(id) });
    if (others.has(id)) continue;
    (after ? out.delta.nodes : out.delta.goneNodes).push(node);
    (after ? out.delta.relationships : out.delta.goneRelationships).push(has);
  }
}

/** The observations that a report says, as one saying each. */
export const sayingsIn = ({ report, sharedNodes }: Contribution): Saying[] =>
  [...sharedNodes.values()].flatMap(({ node }) =>
    node.base === "Observation" ? [sayingOf(node, report)] : [],
  );

async function planConflicts(
  old: Contribution[],
  now: Contribution[],
  changed: string[],
  lookup: Lookup,
  out: Plan,
): Promise<void> {
  const series = new Map<string, { subject: string; series: string }>();
  for (const { sharedNodes } of [...old, ...now])
    for (const { node } of sharedNodes.values()) {
      const { subject, series: own } = node.properties;
      if (node.base === "Observation")
        series.set(String(own), { subject: String(subject), series: String(own) });
    }
  const there = await lookup.series([...series.values()]);
  const gone = new Set(changed);
  const others = there
    .map((saying) => ({ ...saying, reports: saying.reports.filter((report) => !gone.has(report)) }))
    .filter(({ reports }) => reports.length > 0);
  out.conflicts = conflictRows(mergeSayings([...others, ...now.flatMap(sayingsIn)]));
  const links = turn(byId(conflictRows(there)), byId(out.conflicts));
  out.delta.relationships.push(...links.written);
  out.delta.goneRelationships.push(...links.gone);
}

/** Plans made one after another as one: each thing as it was before the first and is after the last. */
export function joinPlans(plans: readonly Plan[]): Plan {
  const turns = <T extends { id: string }>(list: readonly Turn<T>[]): Turn<T>[] =>
    [...groupBy(list, ({ before, after }) => (before ?? after)?.id).values()].flatMap((same) => {
      const [before, after] = [same[0]?.before, same.at(-1)?.after];
      return before || after ? [{ ...(before && { before }), ...(after && { after }) }] : [];
    });
  const said = groupBy(
    plans.flatMap((one) => one.said),
    ({ node }) => node.id,
  );
  return {
    delta: emptyDelta(),
    entities: turns(plans.flatMap((one) => one.entities)),
    relations: turns(plans.flatMap((one) => one.relations)),
    said: [...said.values()].flatMap((same) => {
      const [first, last] = [same[0], same.at(-1)];
      if (!first || !last || (same.length > 1 && first.before === last.after && !last.confirmed)) return [];
      return [{ ...last, before: first.before, confirmed: first.confirmed || (first.before && last.after) }];
    }),
    conflicts: [...byId(plans.flatMap((one) => one.conflicts)).values()],
  };
}
