/** `zhengtu ingest --watch DIR`: takes new and changed files as they come, until stopped. */
import { watch as watchFolder } from "node:fs";
import { stat } from "node:fs/promises";
import type { Options } from "./commands.ts";
import { listFiles } from "./files.ts";
import { ingestFiles } from "./ingest.ts";
import { withStore } from "./store.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

/** A file that is still being copied changes again within this time. */
const QUIET_MS = 800;

export async function watch(folders: string[], options: Options, terminal: Terminal): Promise<number> {
  const { say, note } = terminal;
  for (const folder of folders)
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw new UsageError(say(`--watch 要给目录：${folder}`, `--watch takes folders: ${folder}`));
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const pulse = changes(folders, stopped.signal);
  do {
    // The store is open only while it is written, so that others can read it in between.
    const list = await listFiles(folders);
    await withStore(options, terminal, (store) => ingestFiles(store, list, options, terminal));
    note(
      say("等待新的或改动的文件（按 Ctrl+C 停止）……", "Waiting for new or changed files (Ctrl+C stops) …"),
    );
  } while (await pulse());
  return 0;
}

/** A function that resolves true once something changed and came to rest, false once stopped. */
function changes(folders: string[], signal: AbortSignal): () => Promise<boolean> {
  let wake = () => {};
  let dirty = false;
  let timer: NodeJS.Timeout | undefined;
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      dirty = true;
      wake();
    }, QUIET_MS);
  };
  for (const folder of folders) watchFolder(folder, { recursive: true, signal }, touch);
  signal.addEventListener("abort", () => wake());
  return async () => {
    if (!dirty && !signal.aborted)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    dirty = false;
    return !signal.aborted;
  };
}
