/** One upload on its way into the graph: files are read, their facts taken out on all cores, then all written at once. */
import { rmSync } from "node:fs";
import type { ChangedReport, ChangeReport } from "../../../cypher/changes.ts";
import { digestOf } from "../../../cypher/digest.ts";
import type { Store } from "../../../cypher/store.ts";
import { extractAll, type Outcome } from "../../../ingest/pool.ts";
import { detectBinary } from "../../../ingest/read/detect.ts";
import { REFUSALS } from "../../../ingest/read/errors.ts";
import type { Facts } from "../../../ingest/types.ts";
import { explain } from "../errors.ts";
import { type KeptFiles, keptFiles, LIMITS, safeName } from "./files.ts";
import type { Choice, FileCard, JobCard, Words } from "./shapes.ts";

export interface Upload {
  name: string;
  size: number;
  /** Empty when there are more than are let in. */
  bytes: Uint8Array;
}

export interface JobOptions {
  /** Id of a report that the one file is to replace; nothing is written before that is confirmed. */
  replaces?: ChangedReport;
  /** After every writing. */
  changed: () => void;
}

export interface Job {
  card: JobCard;
  run(): Promise<void>;
  cancel(): void;
  /** What answering would do, written nowhere. */
  preview(choices: ReadonlyMap<string, Choice>): Promise<ChangeReport[]>;
  answer(choices: ReadonlyMap<string, Choice>): Promise<void>;
}

export function createJob(id: string, store: Store, uploads: Upload[], options: JobOptions): Job {
  const card: JobCard = {
    id,
    state: "running",
    files: uploads.map(({ name, size }) => ({
      name: safeName(name),
      size,
      stage: "waiting",
      notes: [],
      report: null,
    })),
    written: null,
    questions: [],
    changes: [],
    error: null,
  };
  const control = new AbortController();
  /** Facts that wait for the reader's answer, by the id of their report. */
  const held = new Map<string, Facts>();

  const run = async (): Promise<void> => {
    if (card.state !== "running") return;
    const kept = keptFiles();
    try {
      const facts = await takeOut(card, uploads, kept, control.signal);
      kept.drop();
      if (control.signal.aborted) return;
      if (options.replaces) askToReplace(card, facts, options.replaces, held);
      else await writeAll(card, store, facts, held);
      if (card.changes.length > 0) options.changed();
    } catch (error) {
      if (!control.signal.aborted) fail(card, error);
    } finally {
      kept.drop();
      uploads.length = 0;
    }
  };

  const cancel = (): void => {
    if (card.state === "asking") {
      held.clear();
      card.questions = [];
      card.state = card.changes.length > 0 ? "done" : "cancelled";
    }
    if (card.state !== "running") return;
    control.abort();
    card.state = "cancelled";
    for (const file of card.files) if (file.stage !== "refused") file.stage = "cancelled";
  };

  const carryOut = async (choices: ReadonlyMap<string, Choice>, dryRun: boolean): Promise<ChangeReport[]> => {
    const done: ChangeReport[] = [];
    for (const choice of ["replace", "keep-both"] as const) {
      const chosen = [...held].filter(([report]) => choices.get(report) === choice);
      if (chosen.length === 0) continue;
      done.push(
        await store.write(
          chosen.map(([, facts]) => facts),
          { onSame: choice, dryRun, progress: progressOf(card) },
        ),
      );
    }
    const old = options.replaces?.id;
    if (old && done.length > 0 && !held.has(old)) done.push(await store.remove([old], { dryRun }));
    return done;
  };

  const answer = async (choices: ReadonlyMap<string, Choice>): Promise<void> => {
    if (card.state !== "asking") return;
    card.state = "writing";
    try {
      card.changes.push(...(await carryOut(choices, false)));
      for (const file of card.files) {
        const choice = file.stage === "pending" && file.report ? choices.get(file.report.id) : undefined;
        if (choice === "replace") file.stage = "replaced";
        if (choice === "keep-both") file.stage = "added";
        if (choice === "leave") file.stage = "cancelled";
      }
      held.clear();
      card.questions = [];
      card.state = "done";
      options.changed();
    } catch (error) {
      fail(card, error);
    }
  };
  return { card, run, cancel, preview: (choices) => carryOut(choices, true), answer };
}

function fail(card: JobCard, error: unknown): void {
  card.state = "failed";
  card.error = explain(error).detail;
}

/** The facts of the files that are reports. Bytes leave memory when they are on the disk. */
async function takeOut(
  card: JobCard,
  uploads: Upload[],
  kept: KeptFiles,
  signal: AbortSignal,
): Promise<Facts[]> {
  const paths = new Map<string, FileCard>();
  for (const [index, file] of card.files.entries()) {
    if (signal.aborted) return [];
    file.stage = "read";
    const bytes = uploads[index]?.bytes ?? new Uint8Array();
    const refusal = refusalOf(file.size, bytes);
    if (refusal) refuse(file, REFUSALS[refusal]);
    else paths.set(await kept.keep(index, file.name, bytes), file);
    delete uploads[index];
  }
  const facts: Facts[] = [];
  const waiting = [...paths.keys()];
  const mark = (): void => {
    for (const path of waiting.slice(0, 2)) stageOf(paths.get(path), "extract");
  };
  mark();
  for await (const outcome of extractAll([...paths.keys()], { signal })) {
    if (signal.aborted) break;
    waiting.shift();
    mark();
    const file = paths.get(outcome.path);
    rmSync(outcome.path, { force: true });
    if (file) facts.push(...settle(file, outcome, kept.folder));
  }
  return facts;
}

function refusalOf(size: number, bytes: Uint8Array): keyof typeof REFUSALS | undefined {
  if (size === 0) return "empty";
  if (size > LIMITS.file) return "large";
  const binary = detectBinary(bytes);
  return binary === "pdf" || binary === "zip" ? undefined : binary;
}

function refuse(file: FileCard, [what, advice]: (typeof REFUSALS)[keyof typeof REFUSALS]): void {
  file.stage = "refused";
  file.notes.push({ zh: `${what.zh}。${advice.zh}。`, en: `${what.en}. ${advice.en}.` });
}

function stageOf(file: FileCard | undefined, stage: FileCard["stage"]): void {
  if (file) file.stage = stage;
}

function settle(file: FileCard, { facts, refused }: Outcome, folder: string): Facts[] {
  if (refused) {
    file.stage = "refused";
    file.notes.push(shown(refused, folder, file.name));
    return [];
  }
  if (!facts) return [];
  for (const warning of facts.warnings.slice(0, 5)) file.notes.push(bothOf(warning));
  if (facts.notAReport) {
    file.stage = "refused";
    return [];
  }
  const { id, title } = digestOf(facts).report;
  file.stage = "ready";
  file.report = { id, title, file: facts.report.file };
  return [facts];
}

/** Without the folder it lay in, the name said twice, and all but the first line. */
function shown({ zh, en }: Words, folder: string, name: string): Words {
  const clean = (text: string): string => {
    const line = (text.split("\n")[0] ?? "").slice(0, 400);
    const bare = line.replaceAll(new RegExp(`${literal(folder)}[/\\\\]\\d+[/\\\\]`, "g"), "");
    return bare.startsWith(name) ? bare.slice(name.length).replace(/^[：:]\s*/, "") : bare;
  };
  return { zh: clean(zh), en: clean(en) };
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** 中文。(English.) → both; a warning in Chinese alone serves for both. */
function bothOf(warning: string): Words {
  const match = /^(.*?)\s*\(([\x20-\x7e]+)\)\s*$/s.exec(warning.slice(0, 600));
  return match ? { zh: match[1] ?? warning, en: match[2] ?? warning } : { zh: warning, en: warning };
}

const progressOf =
  (card: JobCard) =>
  (done: number, total: number): void => {
    card.written = { done, total };
  };

/** All at once; what finds its place taken by another text is held back and asked about. */
async function writeAll(
  card: JobCard,
  store: Store,
  facts: Facts[],
  held: Map<string, Facts>,
): Promise<void> {
  const before = new Map((await store.reports()).map((report) => [report.id, report]));
  card.state = "writing";
  for (const file of card.files) if (file.stage === "ready") file.stage = "write";
  if (facts.length > 0) {
    const changes = await store.write(facts, { onSame: "ask", progress: progressOf(card) });
    const pending = new Map(changes.reports.pending.map((report) => [report.id, report]));
    for (const one of facts) {
      const { id } = digestOf(one).report;
      if (pending.has(id)) held.set(id, one);
    }
    const now = new Map((await store.reports()).map((report) => [report.id, report]));
    card.questions = [...pending.values()].flatMap((report) => {
      const there = report.there ?? before.get(report.id) ?? now.get(report.id);
      return there
        ? [{ report, there: { id: there.id, title: there.title, file: there.file }, canKeepBoth: true }]
        : [];
    });
    for (const file of card.files) if (file.stage === "write") file.stage = endOf(file, changes);
    card.changes.push(changes);
  }
  card.state = card.questions.length > 0 ? "asking" : "done";
}

function endOf({ report }: FileCard, { reports }: ChangeReport): FileCard["stage"] {
  const among = (list: ChangedReport[]): boolean => list.some(({ id }) => id === report?.id);
  if (among(reports.pending)) return "pending";
  if (among(reports.replaced)) return "replaced";
  return among(reports.added) ? "added" : "unchanged";
}

function askToReplace(card: JobCard, facts: Facts[], there: ChangedReport, held: Map<string, Facts>): void {
  const [one] = facts;
  const file = card.files.find(({ stage }) => stage === "ready");
  if (!one || !file?.report) {
    card.state = "done";
    return;
  }
  held.set(file.report.id, one);
  file.stage = "pending";
  card.questions = [{ report: file.report, there, canKeepBoth: false }];
  card.state = "asking";
}
