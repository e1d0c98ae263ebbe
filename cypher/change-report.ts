/** A plan in words: what the reader of the graph will find new, changed, confirmed or gone. */
import { RELATION_TYPES, type RelationType, STAGES, type Stage } from "../ingest/ontology.ts";
import type { ChangedThing, ChangeReport, Changes } from "./changes.ts";
import { displayName } from "./entity-rows.ts";
import { type Moved, onlyMoved } from "./moved.ts";
import type { Plan, State } from "./plan.ts";
import { type NodeRow, type Properties, type RelationshipRow, rowsIn } from "./rows.ts";

const FIRST = 100;

const changes = (things: ChangedThing[]): Changes => ({
  count: things.length,
  first: things.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).slice(0, FIRST),
});

export const noChanges = (): Changes => ({ count: 0, first: [] });

export function emptyReport(reports: ChangeReport["reports"], dryRun = false): ChangeReport {
  return {
    id: null,
    dryRun,
    reports,
    entities: { added: noChanges(), changed: noChanges(), withdrawn: noChanges() },
    facts: { added: noChanges(), changed: noChanges(), confirmed: noChanges(), withdrawn: noChanges() },
    conflicts: { count: 0, first: [] },
    rows: 0,
    milliseconds: 0,
  };
}

export function describePlan(
  plan: Plan,
  reports: ChangeReport["reports"],
  before: State,
  after: State,
  moved: Moved = new Map(),
): ChangeReport {
  const name = (node: string) => nameOf(after, node) ?? nameOf(before, node) ?? node;
  const entities = { added: [], changed: [], withdrawn: [] } as Record<string, ChangedThing[]>;
  for (const { before: old, after: now } of plan.entities) {
    const row = now ?? old;
    if (old && now && onlyMoved(old.properties, now.properties, moved)) continue;
    if (row) entities[old && now ? "changed" : now ? "added" : "withdrawn"]?.push(entityThing(row));
  }
  const facts = { added: [], changed: [], confirmed: [], withdrawn: [] } as Record<string, ChangedThing[]>;
  for (const { before: old, after: now } of plan.relations) {
    const row = now ?? old;
    if (old && now && onlyMoved(old.properties, now.properties, moved)) continue;
    if (row) facts[turnOf(old, now)]?.push(relationThing(row, name));
  }
  for (const { node, after: now, confirmed } of plan.said)
    facts[now ? (confirmed ? "confirmed" : "added") : confirmed ? "changed" : "withdrawn"]?.push(
      saidThing(node, name),
    );
  return {
    ...emptyReport(reports),
    entities: {
      added: changes(entities.added ?? []),
      changed: changes(entities.changed ?? []),
      withdrawn: changes(entities.withdrawn ?? []),
    },
    facts: {
      added: changes(facts.added ?? []),
      changed: changes(facts.changed ?? []),
      confirmed: changes(facts.confirmed ?? []),
      withdrawn: changes(facts.withdrawn ?? []),
    },
    conflicts: conflictsOf(plan, name),
    rows: rowsIn(plan.delta),
  };
}

function conflictsOf(plan: Plan, name: (node: string) => string): ChangeReport["conflicts"] {
  const told = new Map(plan.said.map(({ node }) => [node.id, node]));
  const first = plan.conflicts.flatMap(({ from, to }) => {
    const node = told.get(from) ?? told.get(to);
    if (!node) return [];
    const { subject, indicator, year } = node.properties;
    const values = [from, to]
      .flatMap((id) => told.get(id) ?? [])
      .map(({ properties }) => figureOf(properties));
    const place = { node: String(subject), subject: name(String(subject)) };
    return [{ ...place, indicator: String(indicator), year: Number(year), values }];
  });
  return { count: plan.conflicts.length, first: first.slice(0, FIRST) };
}

const figureOf = ({ value, unit, text }: Properties): string => `${value ?? text ?? ""}${unit ?? ""}`;

function nameOf({ resolved }: State, node: string): string | undefined {
  const cluster = resolved.entities.get(node);
  return cluster && displayName(cluster);
}

function turnOf(
  old?: RelationshipRow,
  now?: RelationshipRow,
): "added" | "changed" | "confirmed" | "withdrawn" {
  if (!old) return "added";
  if (!now) return "withdrawn";
  const saying = ({ properties }: RelationshipRow) => new Set(properties.reports as string[]).size;
  return saying(now) > saying(old) ? "confirmed" : "changed";
}

const entityThing = (row: NodeRow): ChangedThing => ({
  id: row.id,
  type: String(row.properties.type),
  text: String(row.properties.name),
  node: row.id,
});

function relationThing(row: RelationshipRow, name: (node: string) => string): ChangedThing {
  const { zh } = RELATION_TYPES[row.type as RelationType];
  const year = row.properties.year === undefined ? "" : `（${row.properties.year}）`;
  return {
    id: row.id,
    type: row.type,
    text: `${name(row.from)} ${zh} ${name(row.to)}${year}`,
    node: row.from,
  };
}

function saidThing({ id, base, properties }: NodeRow, name: (node: string) => string): ChangedThing {
  const node = String(base === "Observation" ? properties.subject : properties.entity);
  const text =
    base === "Observation"
      ? `${name(node)} ${properties.indicator} ${figureOf(properties)}（${properties.year}）`
      : `${name(node)} ${STAGES[properties.stage as Stage].zh}（${properties.year}）`;
  return { id, type: base, text, node };
}
