/** `zhengtu serve`, and `zhengtu start`: what `npm start` does. */
import { fileURLToPath } from "node:url";
import type { Store } from "../../cypher/store.ts";
import { serve } from "../../viewer/server/server.ts";
import type { Options } from "./commands.ts";
import { listFiles } from "./files.ts";
import { ingestFiles } from "./ingest.ts";
import { withStore } from "./store.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

const SAMPLES = fileURLToPath(new URL("../samples", import.meta.url));

export async function serveViewer(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  return withStore(options, terminal, (store) => untilStopped(store, options, terminal));
}

/** Reads the samples, or the reports named, then serves. What is in the store unchanged is not read again. */
export async function start(words: string[], options: Options, terminal: Terminal): Promise<number> {
  const list = await listFiles(words.length ? words : [SAMPLES]);
  return withStore(options, terminal, async (store) => {
    const status = await ingestFiles(store, list, options, terminal);
    return Math.max(status, await untilStopped(store, options, terminal));
  });
}

async function untilStopped(store: Store, options: Options, { say, print, note }: Terminal): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(
      say(`端口要在 0–65535 之间：${options.port}`, `The port must be 0–65535: ${options.port}`),
    );
  const server = await serve(store, { host: String(options.host), port });
  if (server.port !== port && port !== 0)
    note(say(`端口 ${port} 已被占用，改用 ${server.port}。`, `Port ${port} is taken, using ${server.port}.`));
  print(say(`政图已启动：${server.url}（按 Ctrl+C 停止）`, `Zhengtu is at ${server.url} (Ctrl+C stops it)`));
  if (options.open) await openInBrowser(server.url);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  await open(url);
}
