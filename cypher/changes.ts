/** What one ingest did to the graph, in the terms of its reader. */

export interface ChangedReport {
  id: string;
  title: string;
  file: string;
  /** Of a pending one: the report that is in its place. */
  there?: { id: string; title: string; file: string };
}

/** An entity or fact in words: 钟楼区 · 推进 · “两湖”创新区. */
export interface ChangedThing {
  id: string;
  /** Entity type, relationship type, "Observation" or "Milestone". */
  type: string;
  text: string;
  /** Node to go to in the viewer. */
  node: string;
  /** The node has left the graph since, or is one with another now. */
  gone?: true;
}

export interface Changes {
  count: number;
  /** The first hundred. */
  first: ChangedThing[];
}

/** Values that do not agree: one indicator, year, kind and subject. */
export interface Conflict {
  node: string;
  subject: string;
  indicator: string;
  year: number;
  values: string[];
}

export interface ChangeReport {
  /** c1, c2 … in the order of writing; null for a dry run or where nothing changed. */
  id: string | null;
  dryRun: boolean;
  reports: {
    added: ChangedReport[];
    replaced: ChangedReport[];
    unchanged: ChangedReport[];
    removed: ChangedReport[];
    /** Same district, kind and year, but another text: to be replaced or kept beside (`onSame`). */
    pending: ChangedReport[];
  };
  entities: { added: Changes; changed: Changes; withdrawn: Changes };
  /** Relations, observations and milestones. */
  facts: { added: Changes; changed: Changes; confirmed: Changes; withdrawn: Changes };
  conflicts: { count: number; first: Conflict[] };
  /** Nodes and relationships written or taken out. */
  rows: number;
  milliseconds: number;
}
