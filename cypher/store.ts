/** A graph store: embedded (in this process, the default) or a Neo4j server. Both answer the same saved queries alike. */
import type { Facts } from "../ingest/types.ts";
import type { Answer, Cell } from "./cells.ts";
import type { ChangeReport } from "./changes.ts";
import { StoreError } from "./errors.ts";
import type { State } from "./plan.ts";
import type { GraphPart } from "./whole.ts";

export interface ReportSummary {
  id: string;
  title: string;
  kind: string;
  district: string;
  chain: string[];
  year: number;
  reviewYears: number[];
  planYears: number[];
  date: string | null;
  publisher: string | null;
  file: string;
  sha256: string;
  /** Of the text: equal texts are one report, whatever the file is called. */
  textSha256: string;
  /** Version of the extractor that read it. */
  extractor: string;
  characters: number;
  /** Numbers and quoted names that rules claimed, ignored, or did not know. */
  audit: { claimed: number; ignored: number; unclaimed: number };
}

export interface WriteOptions {
  /**
   * When a report of the same district, kind and year but of another text is there:
   * "replace" it (default) · "keep-both" · "ask": write only new versions of one text, and list others as pending.
   */
  onSame?: "replace" | "keep-both" | "ask";
  /** Work out the change report and write nothing. */
  dryRun?: boolean;
  /** Rows written so far of all to write. */
  progress?: (done: number, total: number) => void;
}

export interface Limits {
  /** Milliseconds until the query is stopped; default 10,000. */
  milliseconds?: number;
  /** Rows let through; default 1,000. */
  rows?: number;
  /** Megabytes of the embedded store's child process; default 1,024. */
  megabytes?: number;
  signal?: AbortSignal;
}

export interface Counts {
  reports: number;
  /** By label, and by relationship type. */
  nodes: Record<string, number>;
  relationships: Record<string, number>;
}

export interface Store {
  /** "embedded:data", "bolt://127.0.0.1:7687" */
  readonly url: string;
  readonly kind: "embedded" | "neo4j";
  /** Adds or replaces reports. All or, of many, a whole number of reports; the same again changes nothing. */
  write(facts: Iterable<Facts> | AsyncIterable<Facts>, options?: WriteOptions): Promise<ChangeReport>;
  /** Takes reports out, and what only they said. Ids as `reports()` gives them; unknown ids are an error of use. */
  remove(reportIds: string[], options?: Pick<WriteOptions, "dryRun">): Promise<ChangeReport>;
  /** In the order of district, year, kind. */
  reports(): Promise<ReportSummary[]>;
  /** The facts that a report was written from. */
  facts(reportId: string): Promise<Facts | undefined>;
  counts(): Promise<Counts>;
  /** A saved query of cypher/queries by its name. */
  ask(name: string, parameters?: Record<string, Cell>): Promise<Answer>;
  /** Any Cypher, read-only by construction, within limits. Throws StoreError "syntax", "refused", "limit", "cancelled". */
  run(cypher: string, parameters?: Record<string, Cell>, limits?: Limits): Promise<Answer>;
  /** Everything in the graph but what the store keeps for itself, in parts. */
  graph(): AsyncIterable<GraphPart>;
  /** The graph made anew from the kept facts. */
  rebuild(): Promise<ChangeReport>;
  /** Applies decisions that changed since they were last applied (data/decisions.jsonl). */
  decide(): Promise<ChangeReport>;
  /** The last change reports, newest first. */
  changes(limit?: number): Promise<ChangeReport[]>;
  /** File of decisions (decisions.ts) that the graph is made with. */
  readonly decisions: string;
  /** Which names are one entity, for suggestions and scoring. */
  state(): Promise<State>;
  close(): Promise<void>;
}

export interface OpenOptions {
  lang?: "zh" | "en";
  /** File of decisions; default data/decisions.jsonl, or decisions.jsonl in the embedded store's folder. */
  decisions?: string;
  /** Milliseconds to wait for another process to let go of the embedded store; default 30,000. */
  wait?: number;
  /** Is told what takes long: that the graph is made anew. */
  note?: (zh: string, en: string) => void;
}

/** `embedded:DIR`, or a Neo4j address (user, password and database from NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE). */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  if (url.startsWith("embedded:")) {
    const { openEmbedded } = await import("./embedded.ts");
    return openEmbedded(url.slice("embedded:".length) || "data", options);
  }
  if (/^(neo4j|bolt)(\+s|\+ssc)?:\/\//.test(url)) {
    const { openNeo4j } = await import("./neo4j.ts");
    return openNeo4j(url, options);
  }
  throw new StoreError(
    "usage",
    `不认识的存储地址：${url}。可用 embedded:目录、bolt://主机:端口、neo4j://主机:端口`,
    `unknown store address ${url}; use embedded:DIR, bolt://host:port or neo4j://host:port`,
  );
}
