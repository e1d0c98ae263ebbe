/** The answers of the API, each put together from saved queries (cypher/queries). */
import {
  type Cell,
  isNode,
  isPath,
  isRelationship,
  type NodeCell,
  type PathCell,
  records,
} from "../../cypher/cells.ts";
import type { ReportSummary, Store } from "../../cypher/store.ts";
import { entityTypes, type RelationType, relationTypes } from "../../ingest/ontology.ts";
import type {
  Direction,
  DistrictCard,
  EdgeCard,
  EntityFacts,
  EvidenceRef,
  MentionMark,
  NeighbourCount,
  Neighbourhood,
  NodeCard,
  Overview,
  PassageCard,
  PassageHit,
  PathStep,
  PathsAnswer,
  Picture,
  ReaderPassage,
  RelationFact,
  ReportCard,
  ReportText,
} from "./api.ts";
import {
  directionFrom,
  edgeCard,
  evidenceOf,
  evidenceRef,
  milestoneFact,
  nodeCard,
  number,
  numbers,
  observationFact,
  text,
} from "./cards.ts";
import { NotFound } from "./errors.ts";

type Row = Record<string, Cell>;

const ask = async (store: Store, name: string, parameters: Record<string, Cell>): Promise<Row[]> =>
  records(await store.ask(name, parameters));

/** The parts of the overview's picture: enough to see the structure, few enough to be read. */
const SHOWN = { districts: 6, initiatives: 6, projects: 5, enterprises: 5 };

export async function overview(store: Store): Promise<Overview> {
  const [reports, counts, rows] = await Promise.all([
    store.reports(),
    store.counts(),
    ask(store, "view-districts", {}),
  ]);
  const districts: DistrictCard[] = [];
  for (const { node, reports: count } of rows.slice(0, SHOWN.districts))
    if (isNode(node)) districts.push(await districtCard(store, node, number(count), reports));
  const ids = districts.flatMap(({ node, initiatives, projects, enterprises }) =>
    [node, ...initiatives, ...projects, ...enterprises].map(({ id }) => id),
  );
  return {
    reports: reports.map(reportCard).sort(newestFirst),
    counts: {
      entities: pick(counts.nodes, entityTypes),
      relations: pick(counts.relationships, relationTypes),
      reports: counts.reports,
      passages: counts.nodes.Passage ?? 0,
      observations: counts.nodes.Observation ?? 0,
      milestones: counts.nodes.Milestone ?? 0,
    },
    districts,
    others: rows.slice(SHOWN.districts).flatMap(({ node }) => (isNode(node) ? [nodeCard(node)] : [])),
    edges: await edgesAmong(store, ids),
    store: store.url,
  };
}

async function districtCard(
  store: Store,
  cell: NodeCell,
  reports: number,
  all: ReportSummary[],
): Promise<DistrictCard> {
  const node = nodeCard(cell);
  const best = async (relation: RelationType, type: NodeCard["type"], limit: number): Promise<NodeCard[]> => {
    const rows = await ask(store, "view-best", { id: node.id, relation, type, limit });
    return rows.flatMap((row) => (isNode(row.node) ? [nodeCard(row.node)] : []));
  };
  return {
    node,
    within:
      all.find(({ district, chain }) => district === node.name && chain.length > 1)?.chain.slice(0, -1) ?? [],
    reports,
    initiatives: await best("PURSUES", "Initiative", SHOWN.initiatives),
    projects: await best("LOCATED_IN", "Project", SHOWN.projects),
    enterprises: await best("LOCATED_IN", "Enterprise", SHOWN.enterprises),
  };
}

/** Named in more reports first, then more often. */
const bestKnownFirst = (a: NodeCard, b: NodeCard): number =>
  b.reports.length - a.reports.length || b.mentions - a.mentions || (a.id < b.id ? -1 : 1);

const newestFirst = (a: ReportCard, b: ReportCard): number =>
  (b.year ?? 0) - (a.year ?? 0) ||
  (a.district < b.district ? -1 : a.district > b.district ? 1 : a.id < b.id ? -1 : 1);

function pick<K extends string>(
  counts: Record<string, number>,
  keys: readonly K[],
): Partial<Record<K, number>> {
  const picked: Partial<Record<K, number>> = {};
  for (const key of keys) if (counts[key]) picked[key] = counts[key];
  return picked;
}

function reportCard(report: ReportSummary): ReportCard {
  const {
    id,
    title,
    kind,
    district,
    chain,
    publisher,
    date,
    year,
    reviewYears,
    planYears,
    file,
    characters,
  } = report;
  return {
    id,
    title,
    kind: kind as ReportCard["kind"],
    district,
    chain,
    publisher,
    date,
    year: year || null,
    reviewYears,
    planYears,
    file,
    characters,
  };
}

interface Link {
  edge: EdgeCard;
  other: NodeCard;
  evidence: EvidenceRef[];
}

/** Relations of one entity that are looked at. */
const MOST_LINKS = 5000;

async function linksOf(
  store: Store,
  id: string,
  only: { relation?: RelationType | undefined; direction?: Direction | undefined } = {},
): Promise<Link[]> {
  const types = only.relation ? [only.relation] : [];
  const rows = await ask(store, "neighbours", {
    id,
    types,
    direction: only.direction ?? "both",
    limit: MOST_LINKS,
  });
  return rows.flatMap(({ node, relationship }) => {
    const edge = isRelationship(relationship) ? edgeCard(relationship) : null;
    return edge && isNode(node) && isRelationship(relationship)
      ? [{ edge, other: nodeCard(node), evidence: evidenceOf(relationship) }]
      : [];
  });
}

async function nodesById(store: Store, ids: string[]): Promise<NodeCard[]> {
  const rows = ids.length === 0 ? [] : await ask(store, "nodes", { ids });
  return distinct(rows.flatMap(({ node }) => (isNode(node) ? [nodeCard(node)] : [])));
}

async function edgesAmong(store: Store, ids: string[]): Promise<EdgeCard[]> {
  const rows = ids.length < 2 ? [] : await ask(store, "between", { ids: [...new Set(ids)] });
  return distinct(
    rows.flatMap(({ relationship }) => (isRelationship(relationship) ? (edgeCard(relationship) ?? []) : [])),
  );
}

const distinct = <T extends { id: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

export interface NeighbourQuestion {
  id: string;
  relation?: RelationType | undefined;
  direction?: Direction | undefined;
  limit: number;
  among: string[];
}

/** The entity, its neighbours (of each relation some, the best known first) and the relations among all that is then on the canvas. */
export async function neighbours(store: Store, question: NeighbourQuestion): Promise<Neighbourhood> {
  const { id, relation, direction, limit, among } = question;
  const [self] = await nodesById(store, [id]);
  if (!self) throw new NotFound("entity", id);
  const links = await linksOf(store, id, { relation, direction });
  const others = inTurn(links);
  const nodes = distinct([self, ...others.slice(0, limit)]);
  const edges = await edgesAmong(store, [...nodes.map((node) => node.id), ...among]);
  return { nodes, edges, total: others.length };
}

/** One of each kind of relation in turn, so that the first forty show all that there is. */
function inTurn(links: readonly Link[]): NodeCard[] {
  const groups = new Map<string, NodeCard[]>();
  for (const { edge, other } of links) {
    const key = `${edge.type} ${edge.from === other.id} ${other.type}`;
    groups.set(key, [...(groups.get(key) ?? []), other]);
  }
  const sorted = [...groups.values()].map((group) => distinct(group).sort(bestKnownFirst));
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0);
  const turns = Array.from({ length: longest }, (_, turn) => sorted.flatMap((group) => group[turn] ?? []));
  return distinct(turns.flat());
}

export async function pictureOf(store: Store, ids: string[], among: string[]): Promise<Picture> {
  const [nodes, edges] = await Promise.all([nodesById(store, ids), edgesAmong(store, [...ids, ...among])]);
  return { nodes, edges };
}

/** Of each kind of relation; the counts tell how many there are. */
const MOST_OF_A_KIND = 100;

export async function entity(store: Store, id: string): Promise<EntityFacts> {
  const [[node], links, observations, milestones, names] = await Promise.all([
    nodesById(store, [id]),
    linksOf(store, id),
    ask(store, "view-observations", { id }),
    ask(store, "view-milestones", { id }),
    ask(store, "view-called", { id }),
  ]);
  if (!node) throw new NotFound("entity", id);
  const relations = links
    .map((link) => relationFact(id, link))
    .sort(
      (a, b) =>
        Number(a.basis === "report") - Number(b.basis === "report") || bestKnownFirst(a.other, b.other),
    );
  return {
    node,
    counts: countsOf(relations),
    relations: firstOfEach(relations),
    more: firstOfEach(relations).length < relations.length,
    observations: collect(observations, "observation", observationFact),
    milestones: collect(milestones, "milestone", milestoneFact),
    names: names.map((row) => ({ report: text(row.report), name: text(row.name), count: number(row.count) })),
  };
}

function firstOfEach(relations: readonly RelationFact[]): RelationFact[] {
  const taken = new Map<string, number>();
  return relations.filter(({ relation, direction }) => {
    const kind = `${relation} ${direction}`;
    const count = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
}

function relationFact(id: string, { edge, other, evidence }: Link): RelationFact {
  const { type, year, title, basis } = edge;
  return {
    id: edge.id,
    relation: type,
    direction: directionFrom(id, edge),
    other,
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
    basis,
    evidence,
  };
}

/** In the order of the ontology. */
function countsOf(relations: readonly RelationFact[]): NeighbourCount[] {
  const others = new Map<string, Set<string>>();
  for (const { relation, direction, other } of relations) {
    const key = `${relation} ${direction}`;
    others.set(key, (others.get(key) ?? new Set()).add(other.id));
  }
  return relationTypes.flatMap((relation) =>
    (["out", "in"] as const).flatMap((direction) => {
      const count = others.get(`${relation} ${direction}`)?.size;
      return count ? [{ relation, direction, count }] : [];
    }),
  );
}

/** Rows of one fact and one place each → facts with all their places. */
function collect<T>(rows: Row[], column: string, make: (node: NodeCell, evidence: EvidenceRef[]) => T): T[] {
  const facts = new Map<string, { node: NodeCell; evidence: EvidenceRef[] }>();
  for (const row of rows) {
    const node = row[column];
    if (!isNode(node)) continue;
    const fact = facts.get(node.id) ?? { node, evidence: [] };
    fact.evidence.push(evidenceRef(row));
    facts.set(node.id, fact);
  }
  return [...facts.values()].map(({ node, evidence }) => make(node, evidence));
}

/** The shortest ways between two entities, written in the order in which one walks them. */
export async function paths(store: Store, from: string, to: string, limit: number): Promise<PathsAnswer> {
  const rows = await ask(store, "paths", { from, to, limit });
  const found = rows.flatMap(({ path }) => (isPath(path) ? [pathSteps(path)] : []));
  const steps = found.flat();
  return {
    nodes: distinct(steps.flatMap((step) => [step.from, step.to])),
    edges: distinct(steps.map(({ edge }) => edge)),
    paths: found,
  };
}

function pathSteps({ nodes, relationships }: PathCell): PathStep[] {
  const cards = new Map(nodes.map((node) => [node.id, nodeCard(node)]));
  return relationships.flatMap((relationship) => {
    const edge = edgeCard(relationship);
    const [from, to] = [cards.get(relationship.from), cards.get(relationship.to)];
    return edge && from && to ? [{ edge, from, to, evidence: evidenceOf(relationship) }] : [];
  });
}

export async function textHits(store: Store, q: string, limit: number): Promise<PassageHit[]> {
  const rows = await ask(store, "passages", { q, limit });
  return rows.map((row) => ({
    passage: text(row.passage),
    report: text(row.report),
    title: text(row.title),
    year: typeof row.year === "number" ? row.year : null,
    heading: text(row.heading),
    text: text(row.text),
  }));
}

export async function passages(store: Store, ids: string[]): Promise<PassageCard[]> {
  const rows = await ask(store, "view-passages", { ids });
  return rows.map((row) => ({
    id: text(row.id),
    report: text(row.report),
    index: number(row.index),
    heading: text(row.heading),
    text: text(row.text),
    start: number(row.start),
  }));
}

export async function reportText(store: Store, id: string): Promise<ReportText> {
  const [reports, rows, mentions, unclaimed] = await Promise.all([
    store.reports(),
    ask(store, "report-text", { report: id }),
    ask(store, "report-mentions", { report: id }),
    ask(store, "view-unclaimed", { id }),
  ]);
  const report = reports.find((other) => other.id === id);
  if (!report) throw new NotFound("report", id);
  const marks = new Map<string, Row[]>();
  for (const row of mentions) marks.set(text(row.passage), [...(marks.get(text(row.passage)) ?? []), row]);
  return {
    report: reportCard(report),
    audit: report.audit,
    passages: rows.map((row) =>
      readerPassage(
        row,
        marks.get(text(row.passage)) ?? [],
        unclaimed.find(({ passage }) => passage === row.passage),
      ),
    ),
  };
}

function readerPassage(row: Row, mentions: Row[], unclaimed: Row | undefined): ReaderPassage {
  const start = number(row.start);
  const marks = mentions.flatMap((mention) => {
    const ends = numbers(mention.ends);
    return numbers(mention.starts).map(
      (at, index): MentionMark => ({
        entity: text(mention.entity),
        name: text(mention.name),
        type: text(mention.type) as MentionMark["type"],
        start: at - start,
        end: (ends[index] ?? at) - start,
      }),
    );
  });
  return {
    id: text(row.passage),
    index: number(row.index),
    kind: (text(row.kind) || "paragraph") as ReaderPassage["kind"],
    ...(row.level ? { level: number(row.level) } : {}),
    text: text(row.text),
    marks: marks.sort((a, b) => a.start - b.start || b.end - a.end),
    unclaimed: numbers(unclaimed?.starts).map((at, index) => ({
      start: at - start,
      end: (numbers(unclaimed?.ends)[index] ?? at) - start,
    })),
  };
}
