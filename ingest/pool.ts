/** Extraction on all cores: files in, facts out, in the order of the files, with a bounded number in the air. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Facts } from "./types.ts";

export interface Outcome {
  path: string;
  /** Absent when the file was refused. */
  facts?: Facts;
  /** Why the file was refused, one line each language: who, what, what to do. */
  refused?: { zh: string; en: string };
}

export interface PoolOptions {
  /** Number of threads; the default is one a core, never more than there are files. */
  threads?: number;
  signal?: AbortSignal;
}

/**
 * Yields one outcome a file, in the order of `paths`. At most two files a thread are extracted ahead of the
 * consumer, so memory does not grow with their number. A thread that dies refuses its file and is replaced.
 */
export async function* extractAll(paths: string[], options: PoolOptions = {}): AsyncGenerator<Outcome> {
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), paths.length));
  const slots = Array.from({ length: threads }, () => new Slot());
  const pending: Promise<Outcome>[] = [];
  let next = 0;
  const hand = () => {
    const path = paths[next];
    if (path !== undefined) pending.push(leastBusy(slots).extract(path));
    next++;
  };
  try {
    while (pending.length < threads * 2 && next < paths.length) hand();
    for (let outcome = pending.shift(); outcome; outcome = pending.shift()) {
      options.signal?.throwIfAborted();
      const done = await unlessAborted(outcome, options.signal);
      hand();
      yield done;
    }
  } finally {
    await Promise.all(slots.map((slot) => slot.close()));
  }
}

/** The work's outcome, or the signal's reason at once: nobody waits for the file in hand. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function leastBusy(slots: Slot[]): Slot {
  return slots.reduce((best, slot) => (slot.queued < best.queued ? slot : best));
}

/** One thread and its queue. */
class Slot {
  queued = 0;
  #tail: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #closed = false;

  extract(path: string): Promise<Outcome> {
    this.queued++;
    const outcome = this.#tail.then(() => this.#ask(path));
    this.#tail = outcome.finally(() => this.queued--);
    return outcome;
  }

  /** Files still queued are not begun. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async #ask(path: string): Promise<Outcome> {
    if (this.#closed) return { path, refused: crash("closed") };
    this.#worker ??= new Worker(new URL("./worker.js", import.meta.url));
    const worker = this.#worker;
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        worker.off("message", settle).off("error", died).off("exit", left);
        resolve(outcome);
      };
      const died = (error: Error) => {
        this.#worker = undefined;
        settle({ path, refused: crash(error.message) });
      };
      const left = (code: number) => died(new Error(`exit ${code}`));
      worker.on("message", settle).on("error", died).on("exit", left);
      worker.postMessage(path);
    });
  }
}

function crash(what: string): { zh: string; en: string } {
  return {
    zh: `抽取线程中断（${what}）；请单独重试该文件，仍失败请报告`,
    en: `the extracting thread died (${what}); try this file alone, and report it if that fails too`,
  };
}
