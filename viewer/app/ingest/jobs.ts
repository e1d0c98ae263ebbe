/** The uploads of this page: sent, followed until they end, answered. */
import { useSyncExternalStore } from "react";
import type { ChangeReport } from "../../../cypher/changes.ts";
import type { ApiError } from "../../server/api.ts";
import type { Choice, JobCard } from "../../server/ingest/shapes.ts";
import { ask, post } from "../ask.ts";
import { refresh } from "../fresh.ts";
import { detailOf } from "../panels/useAnswer.ts";

/** A job as the server tells it, or what is on its way there. */
export interface ShownJob {
  key: number;
  card: Omit<JobCard, "state"> & { state: JobCard["state"] | "upload" };
}

const EVERY_MS = 250;

let jobs: readonly ShownJob[] = [];
let count = 0;
const listeners = new Set<() => void>();
const sending = new Map<number, AbortController>();

export const useJobs = (): readonly ShownJob[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => jobs,
  );

function show(next: readonly ShownJob[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

/** An answer that comes after its job was dismissed brings it back no more. */
const put = (key: number, card: ShownJob["card"]): void =>
  show(jobs.map((job) => (job.key === key ? { key, card } : job)));

/** Sends files; `replaces` is the id of the report that the one file shall replace. */
export async function send(files: readonly File[], replaces?: string): Promise<void> {
  if (files.length === 0) return;
  const key = ++count;
  const card: ShownJob["card"] = {
    id: "",
    state: "upload",
    files: files.map(({ name, size }) => ({ name, size, stage: "waiting", notes: [], report: null })),
    written: null,
    questions: [],
    changes: [],
    error: null,
  };
  show([{ key, card }, ...jobs]);
  const form = new FormData();
  for (const file of files) form.append("files", file);
  if (replaces) form.append("replaces", replaces);
  const control = new AbortController();
  sending.set(key, control);
  try {
    await follow(key, await ask<JobCard>("ingest", { method: "POST", body: form, signal: control.signal }));
  } catch (error) {
    if (control.signal.aborted) put(key, { ...card, state: "cancelled" });
    else fail(key, error);
  } finally {
    sending.delete(key);
  }
}

async function follow(key: number, first: JobCard): Promise<void> {
  let card = first;
  put(key, card);
  while (card.state === "running" || card.state === "writing") {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    card = await ask<JobCard>(`ingest/${card.id}`, {});
    put(key, card);
  }
  if (card.changes.length > 0) refresh();
}

function fail(key: number, error: unknown): void {
  const card = jobs.find((job) => job.key === key)?.card;
  if (card) put(key, { ...card, state: "failed", error: detailOf(error) });
}

export async function cancel({ key, card }: ShownJob): Promise<void> {
  const control = sending.get(key);
  if (card.state === "upload") return control?.abort();
  try {
    put(key, await ask<JobCard>(`ingest/${card.id}`, { method: "DELETE" }));
  } catch (error) {
    fail(key, error);
  }
}

export const preview = ({ card }: ShownJob, choices: Record<string, Choice>): Promise<ChangeReport[]> =>
  ask(`ingest/${card.id}/answer`, post({ choices, dryRun: true }));

export async function answer({ key, card }: ShownJob, choices: Record<string, Choice>): Promise<void> {
  put(key, { ...card, state: "writing" });
  try {
    await follow(key, await ask<JobCard>(`ingest/${card.id}/answer`, post({ choices })));
  } catch (error) {
    fail(key, error);
  }
}

/** Takes a job off the page; what is asked is answered with no. */
export function dismiss(job: ShownJob): void {
  if (job.card.state === "asking") void cancel(job);
  show(jobs.filter(({ key }) => key !== job.key));
}

export const errorOf = (error: unknown): ApiError["error"] => detailOf(error);
