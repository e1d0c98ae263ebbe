/**
 * The console of the embedded store: a child process opens a copy of the graph file read-only, so that nothing a query
 * does can reach the graph, and can be ended at any moment, which the engine in this process could not.
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Answer, Cell } from "./cells.ts";
import { StoreError, type StoreErrorKind } from "./errors.ts";
import { guard } from "./guard.ts";
import type { Limits } from "./store.ts";

const MILLISECONDS = 10_000;
const ROWS = 1_000;
const MEGABYTES = 1_024;
/** Time for a child to start and open the file, besides the query's own. */
const START = 20_000;
export const OUT_OF_MEMORY = 137;

export interface Question {
  file: string;
  cypher: string;
  parameters: Record<string, Cell>;
  rows: number;
  megabytes: number;
}

export interface Failure {
  kind: StoreErrorKind;
  zh: string;
  en: string;
  line?: number;
  column?: number;
}

export type Reply = { ready: true } | { answer: Answer } | { failure: Failure };

export class Console {
  readonly #file: string;
  #child: ChildProcess | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #stale = true;

  constructor(file: string) {
    this.#file = file;
  }

  /** One query after the other. `snapshot` writes the graph to a new file. */
  run(
    snapshot: (path: string) => Promise<void>,
    cypher: string,
    parameters: Record<string, Cell>,
    limits: Limits,
  ): Promise<Answer> {
    const next = this.#turn.then(async () => {
      guard(cypher);
      limits.signal?.throwIfAborted();
      await this.#refresh(snapshot);
      const { rows = ROWS, megabytes = MEGABYTES } = limits;
      return this.#ask({ file: this.#file, cypher, parameters, rows, megabytes }, limits);
    });
    this.#turn = next.catch(() => {});
    return next.catch((error: unknown) => {
      throw error instanceof StoreError ? error : cancelled(error);
    });
  }

  /** The graph has changed: the next query copies it again. */
  forget(): void {
    this.#stale = true;
  }

  close(): void {
    this.#end();
    rmSync(this.#file, { force: true, recursive: true });
  }

  async #refresh(snapshot: (path: string) => Promise<void>): Promise<void> {
    if (!this.#stale && existsSync(this.#file)) return;
    this.close();
    await snapshot(this.#file);
    this.#stale = false;
  }

  #end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(new URL("console-child.ts", import.meta.url)), {
      execArgv: ["--import", import.meta.resolve("tsx")],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {},
    });
    child.unref();
    child.channel?.unref();
    return child;
  }

  #ask(question: Question, { milliseconds = MILLISECONDS, signal }: Limits): Promise<Answer> {
    this.#child ??= this.#start();
    const child = this.#child;
    return new Promise<Answer>((resolve, reject) => {
      let timer = setTimeout(() => fail(tooLong(milliseconds)), START + milliseconds);
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        child.removeAllListeners();
        child.unref();
        child.channel?.unref();
      };
      const fail = (error: StoreError) => {
        done();
        this.#end();
        reject(error);
      };
      const abort = () => fail(cancelled(signal?.reason));
      signal?.addEventListener("abort", abort, { once: true });
      child.on("message", (reply: Reply) => {
        if ("ready" in reply) {
          clearTimeout(timer);
          timer = setTimeout(() => fail(tooLong(milliseconds)), milliseconds);
          return;
        }
        done();
        if ("answer" in reply) resolve(reply.answer);
        else reject(failed(reply.failure));
      });
      child.once("error", (cause) => fail(died(String(cause))));
      child.once("exit", (code, how) =>
        fail(code === OUT_OF_MEMORY ? tooLarge(question.megabytes) : died(String(code ?? how))),
      );
      child.ref();
      child.channel?.ref();
      child.send(question);
    });
  }
}

const failed = ({ kind, zh, en, line, column }: Failure): StoreError =>
  new StoreError(kind, zh, en, {
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });

const tooLong = (milliseconds: number): StoreError =>
  new StoreError(
    "limit",
    `查询超过 ${milliseconds / 1000} 秒，已停止；请加条件或 LIMIT`,
    `stopped after ${milliseconds / 1000} s; narrow the query or add LIMIT`,
  );

const tooLarge = (megabytes: number): StoreError =>
  new StoreError(
    "limit",
    `查询占用内存超过 ${megabytes} MB，已停止；请加条件或 LIMIT`,
    `stopped above ${megabytes} MB of memory; narrow the query or add LIMIT`,
  );

const died = (how: string): StoreError =>
  new StoreError("limit", `查询进程意外结束（${how}）`, `the query's process ended (${how})`);

const cancelled = (cause: unknown): StoreError =>
  new StoreError("cancelled", "查询已取消", "the query was cancelled", { cause });
