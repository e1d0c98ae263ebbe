/**
 * What flows between the stages: plain data, JSON through and through. `start` and `end` are offsets (UTF-16 code
 * units, end exclusive) into the undone text of the report: `text.slice(start, end)` gives the very words.
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
} from "./ontology.ts";

export interface Range {
  start: number;
  end: number;
}

/** What `read/` makes of a file: text with its layout undone, paragraphs separated by "\n". */
export interface Source {
  /** File name without folders, NFC. */
  file: string;
  /** SHA-256 of the file's bytes, hex. */
  sha256: string;
  format: "txt" | "md" | "html" | "docx" | "pdf";
  text: string;
  /** Title that the format itself marks (html <title>, docx title style), a hint for report.ts only. */
  titleHint?: string;
  /** What a reader should know: undecodable characters replaced, repeated text dropped … (Chinese). */
  warnings: string[];
}

/** A paragraph, a heading or a row of a table, in the order of the text. */
export interface Passage extends Range {
  index: number;
  kind: "title" | "heading" | "paragraph" | "row";
  /** 1 is the highest heading level; only for headings. */
  level?: number;
  /** Indexes of the headings above, highest first. */
  headings: number[];
  /** Does this part look back on years gone, or plan years to come? From headings and wording. */
  section: "review" | "plan" | "other";
}

export interface Report {
  title: string;
  kind: ReportKind;
  /** Name of the district that the report is about, as full as its own name goes: 钟楼区. */
  district: string;
  /** Its chain from the province down to the district itself: [江苏省, 常州市, 钟楼区]. */
  chain: string[];
  publisher: string | null;
  /** ISO date, or as much of it as is known: 2023-01-03, 2026. */
  date: string | null;
  reviewYears: number[];
  planYears: number[];
  file: string;
  sha256: string;
}

/** A name found at one place. Nested names are mentions of their own (`depth` 1 inside `depth` 0). */
export interface Mention extends Range {
  type: EntityType;
  /** 0 … 1, of the tagger; 1 for rules that are sure. */
  probability: number;
  /** The rule or voter that found it: "tagger", "quoted-initiative" … */
  rule: string;
  depth: 0 | 1;
  /** Index into entities, once resolved. */
  entity?: number;
}

export interface Evidence extends Range {
  /** Index of the passage. */
  passage: number;
  quote: string;
  rule: string;
}

export interface Entity {
  name: string;
  /** One type; an array because gold/FORMAT.md says so. */
  types: [EntityType];
  aliases: string[];
  level?: Level;
  /** 0 … 1: how sure the extraction is. */
  confidence: number;
  evidence: Evidence[];
}

/** `from` and `to` are names of entities of the same facts (names are unique within a report by key). */
export interface Relation {
  from: string;
  type: RelationType;
  to: string;
  year?: number;
  title?: string;
  basis: Basis;
  evidence: Evidence[];
}

export interface Observation {
  subject: string;
  /** The statistical name; a second one where another is as good. */
  indicator: string[];
  value: number | null;
  unit: string | null;
  year: number;
  kind: ObservationKind;
  bound: Bound;
  measure: Measure;
  /** Qualitative figure (稳中提质), where value is null. */
  text?: string;
  evidence: Evidence[];
}

export interface Milestone {
  entity: string;
  stage: Stage;
  year: number;
  target: boolean;
  evidence: Evidence[];
}

/** What the stages after `resolve` look at. */
export interface Context {
  text: string;
  passages: Passage[];
  report: Report;
  entities: Entity[];
  mentions: Mention[];
}

/** A number or a quoted name of the text, and what became of it. */
export interface AuditItem extends Range {
  passage: number;
  what: "number" | "quote";
  /** claimed by a fact · ignored by a named rule · unclaimed: no rule knew it. */
  status: "claimed" | "ignored" | "unclaimed";
  rule?: string;
}

/** All that one report says: f(file), deterministic. Printed by `zhengtu facts` in the form of gold/FORMAT.md and more. */
export interface Facts {
  report: Report;
  entities: Entity[];
  relations: Relation[];
  observations: Observation[];
  milestones: Milestone[];
  audit: AuditItem[];
  passages: Passage[];
  /** Where the entities are named: for MENTIONS and the reader. Each has `entity`. */
  mentions: Mention[];
  text: string;
  warnings: string[];
  /** Set when the text is no report (a page of navigation): then there are no facts. */
  notAReport?: true;
  /** Version of the extractor that made this; a newer one reads the report again. */
  extractor: string;
}
