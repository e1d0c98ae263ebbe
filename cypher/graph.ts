/**
 * The graph of one report: its facts and the ids of its entities' nodes → rows. What several reports say (relations,
 * observations, milestones) has the same id from each of them; shared.ts puts their evidence together.
 */

import { key } from "../ingest/names.ts";
import { RELATION_TYPES } from "../ingest/ontology.ts";
import type { Evidence, Facts, Milestone, Observation, Relation } from "../ingest/types.ts";
import type { Digest } from "./digest.ts";
import { groupBy } from "./group.ts";
import { id } from "./hash.ts";
import type { BaseLabel, NodeRow, Properties, RelationshipRow } from "./rows.ts";

export interface Contribution {
  report: string;
  /** Of this report alone. */
  nodes: NodeRow[];
  relationships: RelationshipRow[];
  /** Said by others too, perhaps: entity → entity, with this report's evidence only. */
  shared: RelationshipRow[];
  /** Observations and milestones, with `HAS_…`; they stay as long as some report says them. */
  sharedNodes: Map<string, { node: NodeRow; has: RelationshipRow }>;
}

interface Frame {
  facts: Facts;
  report: string;
  /** Entity node by the name's key, of this report. */
  node: Map<string, string>;
  out: Contribution;
}

export function contribute(facts: Facts, digest: Digest, nodes: readonly string[]): Contribution {
  const node = new Map<string, string>();
  digest.entities.forEach(({ name }, i) => {
    const at = nodes[i];
    if (at !== undefined && !node.has(key(name))) node.set(key(name), at);
  });
  const out: Contribution = {
    report: digest.report.id,
    nodes: [],
    relationships: [],
    shared: [],
    sharedNodes: new Map(),
  };
  const frame: Frame = { facts, report: digest.report.id, node, out };
  addReport(frame, digest);
  addPassages(frame);
  addMentions(frame, nodes);
  addNames(frame, digest, nodes);
  addRelations(frame);
  for (const observation of facts.observations) addObservation(frame, observation);
  for (const milestone of facts.milestones) addMilestone(frame, milestone);
  // One observation said twice by the same words is said once.
  out.relationships = [...new Map(out.relationships.map((row) => [row.id, row])).values()];
  return out;
}

const passageId = (report: string, index: number): string => `${report}.${index}`;

function link(
  type: string,
  [from, fromBase]: [string, BaseLabel],
  [to, toBase]: [string, BaseLabel],
  properties: Properties = {},
  ...more: string[]
): RelationshipRow {
  const own = id("l", type, from, to, ...more);
  return { id: own, type, from, fromBase, to, toBase, properties: { id: own, ...properties } };
}

function addReport({ facts, report, node, out }: Frame, digest: Digest): void {
  const { publisher, date, audit, ...rest } = digest.report;
  const properties: Properties = {
    ...rest,
    ...(publisher !== null && { publisher }),
    ...(date !== null && { date }),
    ...audit,
    passageCount: facts.passages.length,
  };
  out.nodes.push({ id: report, base: "Report", properties });
  const district = node.get(key(facts.report.district));
  if (district) out.relationships.push(link("ABOUT", [report, "Report"], [district, "Entity"]));
}

function addPassages({ facts, report, out }: Frame): void {
  const { passages, text } = facts;
  const unclaimed = groupBy(
    facts.audit.filter(({ status }) => status === "unclaimed"),
    ({ passage }) => passage,
  );
  for (const passage of passages) {
    const nearest = passage.headings.at(-1);
    const above = nearest === undefined ? undefined : passages[nearest];
    const own = passageId(report, passage.index);
    const properties: Properties = {
      id: own,
      report,
      index: passage.index,
      kind: passage.kind,
      ...(passage.level !== undefined && { level: passage.level }),
      heading: above ? text.slice(above.start, above.end) : "",
      section: passage.section,
      text: text.slice(passage.start, passage.end),
      start: passage.start,
      end: passage.end,
      unclaimedStarts: (unclaimed.get(passage.index) ?? []).map(({ start }) => start),
      unclaimedEnds: (unclaimed.get(passage.index) ?? []).map(({ end }) => end),
    };
    out.nodes.push({ id: own, base: "Passage", properties });
    out.relationships.push(link("HAS_PASSAGE", [report, "Report"], [own, "Passage"]));
  }
}

/** Which passage an offset lies in; passages are in the order of the text. */
function passageAt(facts: Facts, offset: number): number | undefined {
  let low = 0;
  let high = facts.passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = facts.passages[middle];
    if (!passage) return undefined;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage.index;
  }
  return undefined;
}

function addMentions({ facts, report, out }: Frame, nodes: readonly string[]): void {
  const found = facts.mentions.flatMap((mention) => {
    const node = mention.entity === undefined ? undefined : nodes[mention.entity];
    const passage = passageAt(facts, mention.start);
    return node === undefined || passage === undefined ? [] : [{ mention, node, passage }];
  });
  const groups = groupBy(found, ({ node, passage }) => `${passage} ${node}`);
  for (const group of groups.values()) {
    const { node, passage } = group[0] as (typeof found)[number];
    const ranges = group.map(({ mention }) => mention).sort((a, b) => a.start - b.start || a.end - b.end);
    const properties = {
      starts: ranges.map(({ start }) => start),
      ends: ranges.map(({ end }) => end),
      probability: Math.max(...ranges.map(({ probability }) => probability)),
    };
    out.relationships.push(
      link("MENTIONS", [passageId(report, passage), "Passage"], [node, "Entity"], properties),
    );
  }
}

/** What this report calls the entity. */
function addNames({ report, out }: Frame, digest: Digest, nodes: readonly string[]): void {
  const groups = groupBy(
    digest.entities.map((named, i) => ({ named, node: nodes[i] ?? "" })),
    ({ node }) => node,
  );
  for (const [node, group] of groups) {
    const [first, ...others] = group.map(({ named }) => named);
    if (!first) continue;
    const aliases = [...others.map(({ name }) => name), ...group.flatMap(({ named }) => named.aliases)];
    const properties: Properties = {
      name: first.name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== first.name).sort(),
      count: group.reduce((sum, { named }) => sum + named.mentions, 0),
      confidence: Math.max(...group.map(({ named }) => named.confidence)),
    };
    out.relationships.push(link("NAMES", [report, "Report"], [node, "Entity"], properties));
  }
}

/** A fact without evidence of its own points at the title: that the report says it at all. */
const evidenceOf = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length > 0 ? evidence : [{ passage: 0, start: 0, end: 0, quote: "", rule: "report" }];

function addRelations({ facts, report, node, out }: Frame): void {
  const rows = facts.relations.flatMap((relation) => {
    const from = node.get(key(relation.from));
    const to = node.get(key(relation.to));
    return from && to && from !== to ? [relationRow(relation, report, from, to)] : [];
  });
  for (const same of groupBy(rows, ({ id }) => id).values()) out.shared.push(mergeEvidence(same));
}

function relationRow(relation: Relation, report: string, from: string, to: string): RelationshipRow {
  const { type, basis, year, title, evidence } = relation;
  const symmetric = "symmetric" in RELATION_TYPES[type];
  const [a, b] = symmetric && to < from ? [to, from] : [from, to];
  const own = id("f", a, type, b, year, title, basis);
  const pieces = evidenceOf(evidence);
  const properties: Properties = {
    id: own,
    basis,
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    reports: pieces.map(() => report),
    passages: pieces.map(({ passage }) => passageId(report, passage)),
    starts: pieces.map(({ start }) => start),
    ends: pieces.map(({ end }) => end),
    rules: pieces.map(({ rule }) => rule),
  };
  return { id: own, type, from: a, fromBase: "Entity", to: b, toBase: "Entity", properties };
}

interface Piece {
  report: string;
  passage: string;
  start: number;
  end: number;
  rule: string;
}

const at = <T>(list: unknown, i: number): T => (list as T[])[i] as T;

/** The parallel lists of a relationship as pieces of evidence. */
export function piecesOf({ properties }: RelationshipRow): Piece[] {
  return (properties.reports as string[]).map((report, i) => ({
    report,
    passage: at<string>(properties.passages, i),
    start: at<number>(properties.starts, i),
    end: at<number>(properties.ends, i),
    rule: at<string>(properties.rules, i),
  }));
}

const order = (a: Piece, b: Piece): number =>
  compare(a.report, b.report) || a.start - b.start || a.end - b.end || compare(a.rule, b.rule);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same relation with these pieces of evidence, each once and in order. */
export function withPieces(row: RelationshipRow, pieces: readonly Piece[]): RelationshipRow {
  const sorted = [...pieces]
    .sort(order)
    .filter((piece, i, all) => i === 0 || order(all[i - 1] as Piece, piece) !== 0);
  const properties: Properties = {
    ...row.properties,
    reports: sorted.map(({ report }) => report),
    passages: sorted.map(({ passage }) => passage),
    starts: sorted.map(({ start }) => start),
    ends: sorted.map(({ end }) => end),
    rules: sorted.map(({ rule }) => rule),
  };
  return { ...row, properties };
}

/** One relation said in several places. */
export function mergeEvidence(rows: readonly RelationshipRow[]): RelationshipRow {
  return withPieces(rows[0] as RelationshipRow, rows.flatMap(piecesOf));
}

function addObservation(frame: Frame, observation: Observation): void {
  const subject = frame.node.get(key(observation.subject));
  const indicator = observation.indicator[0];
  if (!subject || indicator === undefined) return;
  const { value, unit, year, kind, bound, measure, text } = observation;
  const own = id(
    "o",
    subject,
    ...observation.indicator.map(key),
    "",
    value,
    unit,
    year,
    kind,
    bound,
    measure,
    text,
  );
  const properties: Properties = {
    id: own,
    subject,
    indicator,
    indicators: observation.indicator,
    ...(value !== null && { value }),
    ...(unit !== null && { unit }),
    year,
    kind,
    bound,
    measure,
    series: id("s", subject, key(indicator), year, kind, measure, unit),
    ...(text !== undefined && { text }),
  };
  say(frame, { id: own, base: "Observation", properties }, "HAS_OBSERVATION", subject, observation.evidence);
}

function addMilestone(frame: Frame, { entity, stage, year, target, evidence }: Milestone): void {
  const subject = frame.node.get(key(entity));
  if (!subject) return;
  const own = id("m", subject, stage, year, target);
  const properties = { id: own, entity: subject, stage, year, target };
  say(frame, { id: own, base: "Milestone", properties }, "HAS_MILESTONE", subject, evidence);
}

/** A fact that is a node: the node, the edge that has it, and an edge to each passage that says it. */
function say(
  { facts, report, out }: Frame,
  node: NodeRow,
  hasType: string,
  subject: string,
  evidence: readonly Evidence[],
): void {
  out.sharedNodes.set(node.id, { node, has: link(hasType, [subject, "Entity"], [node.id, node.base]) });
  for (const { passage, start, end, rule } of evidenceOf(evidence)) {
    if (!facts.passages[passage]) continue;
    const target = passageId(report, passage);
    const properties = { report, start, end, rule };
    out.relationships.push(
      link(
        "SAID_IN",
        [node.id, node.base],
        [target, "Passage"],
        properties,
        String(start),
        String(end),
        rule,
      ),
    );
  }
}
