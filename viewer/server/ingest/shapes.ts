/** What the API tells of reports being read in. Plain JSON, shared by server and page. */
import type { ChangedReport, ChangeReport } from "../../../cypher/changes.ts";
import type { ApiError } from "../api.ts";

export interface Words {
  zh: string;
  en: string;
}

/** Where a file is on its way: kept and looked at, its facts taken out, in the graph; or where it ended. */
export type FileStage =
  | "waiting"
  | "read"
  | "extract"
  | "ready"
  | "write"
  | "added"
  | "replaced"
  | "unchanged"
  | "pending"
  | "refused"
  | "cancelled";

export interface FileCard {
  name: string;
  /** Bytes. */
  size: number;
  stage: FileStage;
  /** Why it was refused, or what was noticed. */
  notes: Words[];
  report: ChangedReport | null;
}

/**
 * running: cancel is possible · writing: it is not · asking: `questions` wait for an answer ·
 * done, cancelled, failed: nothing more happens.
 */
export type JobState = "running" | "writing" | "asking" | "done" | "cancelled" | "failed";

/** A report whose place in the graph is taken by another text. */
export interface Question {
  report: ChangedReport;
  /** The report that is there: of the same district, kind and year, or the one that the reader wants replaced. */
  there: ChangedReport;
  /** False where only replacing makes sense: the reader chose the report to replace. */
  canKeepBoth: boolean;
}

export interface JobCard {
  id: string;
  state: JobState;
  files: FileCard[];
  /** Of the rows to write. */
  written: { done: number; total: number } | null;
  questions: Question[];
  /** What the job did to the graph so far, in the order in which it did it. */
  changes: ChangeReport[];
  error: ApiError["error"] | null;
}

/** For each question, by the id of the report that came: what to do. */
export type Choice = "replace" | "keep-both" | "leave";
