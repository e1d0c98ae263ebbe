/**
 * The shapes that the API answers with, shared by server and page. Plain JSON; ids are the graph's own stable keys.
 * Offsets are UTF-16 code units.
 */
import type {
  Basis,
  Bound,
  EntityType,
  Level,
  Measure,
  ObservationKind,
  RelationType,
  ReportKind,
  Stage,
} from "../../ingest/ontology.ts";

/** An entity as the canvas, the search list and the overview need it. */
export interface NodeCard {
  id: string;
  name: string;
  type: EntityType;
  aliases: string[];
  level?: Level;
  /** 0 … 1 */
  confidence: number;
  /** First year in which a report speaks of it. */
  since: number | null;
  /** Ids of the reports that name it. */
  reports: string[];
  mentions: number;
}

export interface EdgeCard {
  id: string;
  from: string;
  to: string;
  type: RelationType;
  year?: number;
  title?: string;
  basis: Basis;
  reports: string[];
}

export interface Picture {
  nodes: NodeCard[];
  edges: EdgeCard[];
}

export interface Neighbourhood extends Picture {
  /** How many neighbours there are in all; more than `nodes` holds when the limit cut. */
  total: number;
}

export type Direction = "out" | "in";

/** How many neighbours one relation type leads to, before it is opened. */
export interface NeighbourCount {
  relation: RelationType;
  direction: Direction;
  count: number;
}

export interface ReportCard {
  id: string;
  title: string;
  kind: ReportKind;
  district: string;
  chain: string[];
  publisher: string | null;
  date: string | null;
  year: number | null;
  reviewYears: number[];
  planYears: number[];
  file: string;
  characters: number;
}

/** Where a fact is said. `start` and `end` are within the report's text: take off the passage's own start. */
export interface EvidenceRef {
  report: string;
  passage: string;
  start: number;
  end: number;
  rule?: string;
}

export interface RelationFact {
  id: string;
  relation: RelationType;
  direction: Direction;
  other: NodeCard;
  year?: number;
  title?: string;
  basis: Basis;
  evidence: EvidenceRef[];
}

export interface ObservationFact {
  id: string;
  indicator: string;
  value: number | null;
  unit: string | null;
  year: number;
  kind: ObservationKind;
  bound: Bound;
  measure: Measure;
  text?: string;
  evidence: EvidenceRef[];
}

export interface MilestoneFact {
  id: string;
  stage: Stage;
  year: number;
  target: boolean;
  evidence: EvidenceRef[];
}

/** What the graph knows of one entity. */
export interface EntityFacts {
  node: NodeCard;
  counts: NeighbourCount[];
  relations: RelationFact[];
  /** True when the relations were cut at the limit. */
  more: boolean;
  observations: ObservationFact[];
  milestones: MilestoneFact[];
  names: { report: string; name: string; count: number }[];
}

/** Some relations of one kind, in the order of the panel. */
export interface RelationsPage {
  relations: RelationFact[];
  /** How many others there are in all. */
  total: number;
}

/** A passage with its report, for showing a sentence in its place. */
export interface PassageCard {
  id: string;
  report: string;
  index: number;
  heading: string;
  text: string;
  /** Where the passage begins in the report's text. */
  start: number;
}

/** A place where an entity is named; `start` and `end` within the passage's text. */
export interface MentionMark {
  entity: string;
  name: string;
  type: EntityType;
  start: number;
  end: number;
}

/** A number that stands for a figure of the graph; `start` and `end` hold its words, within the passage's text. */
export interface FigureMark {
  fact: string;
  /** Of what the figure is told. */
  entity: string;
  indicator: string;
  year: number;
  start: number;
  end: number;
}

export interface ReaderPassage {
  id: string;
  index: number;
  kind: "title" | "heading" | "paragraph" | "row";
  level?: number;
  text: string;
  marks: MentionMark[];
  figures: FigureMark[];
  /** Numbers and quoted names that no rule claimed, within the passage's text. */
  unclaimed: { start: number; end: number }[];
}

export interface ReportText {
  report: ReportCard;
  /** Numbers and quoted names of the text, and what became of them. */
  audit: { claimed: number; ignored: number; unclaimed: number };
  passages: ReaderPassage[];
}

/** Ways from one entity to another, shortest first; each step is a relation with its evidence. */
export interface PathsAnswer extends Picture {
  paths: PathStep[][];
}

export interface PathStep {
  edge: EdgeCard;
  from: NodeCard;
  to: NodeCard;
  evidence: EvidenceRef[];
}

export interface SearchHit extends NodeCard {
  /** The name that matched, where it is not the display name. */
  alias?: string;
}

/** A passage in which the words occur. */
export interface PassageHit {
  passage: string;
  report: string;
  title: string;
  year: number | null;
  heading: string;
  text: string;
}

export interface DistrictCard {
  node: NodeCard;
  /** Of the entity's report chain, highest first, without the district itself. */
  within: string[];
  reports: number;
  initiatives: NodeCard[];
  projects: NodeCard[];
  enterprises: NodeCard[];
}

/** How much is in the graph. */
export interface GraphCounts {
  entities: Partial<Record<EntityType, number>>;
  relations: Partial<Record<RelationType, number>>;
  reports: number;
  passages: number;
  observations: number;
  milestones: number;
}

export interface Overview {
  reports: ReportCard[];
  districts: DistrictCard[];
  /** The other districts that reports are about, those with most reports first. */
  others: NodeCard[];
  /** The relations between the entities of `districts`, for the picture. */
  edges: EdgeCard[];
  /** Store as the user named it, without credentials. */
  store: string;
}

export interface QueryField {
  name: string;
  type: "text" | "integer" | "number" | "boolean" | "texts";
  default: string;
  label: string;
  english: string;
}

/** A saved question of cypher/queries. */
export interface QueryCard {
  name: string;
  zh: string;
  en: string;
  fields: QueryField[];
  columns: string[];
  scan: boolean;
  /** The file as it is. */
  text: string;
}

export interface SchemaLabel {
  name: string;
  zh: string;
  en: string;
  properties: string[];
}

export interface SchemaType extends SchemaLabel {
  /** Labels at its ends. */
  from: string[];
  to: string[];
}

/** What completion offers: labels, relationship types and properties, with what they are called. */
export interface SchemaCard {
  labels: SchemaLabel[];
  types: SchemaType[];
  properties: Record<string, { type: string; zh: string; en: string }>;
}

/** Every error: whom it befell, what happened, what to do, in both languages. */
export interface ApiError {
  error: {
    who: string;
    what: { zh: string; en: string };
    advice: { zh: string; en: string };
    line?: number;
    column?: number;
  };
}
