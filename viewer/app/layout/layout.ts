/** Asks the worker for positions. */
import type { LayoutEdge, LayoutNode, Positions } from "./seed.ts";

let worker: Worker | null = null;
let count = 0;
const waiting = new Map<number, (positions: Positions) => void>();

export function layOut(nodes: LayoutNode[], edges: LayoutEdge[]): Promise<Positions> {
  worker ??= startWorker();
  const key = ++count;
  worker.postMessage({ key, nodes, edges });
  return new Promise((resolve) => waiting.set(key, resolve));
}

function startWorker(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ key: number; positions: Positions }>) => {
    waiting.get(data.key)?.(data.positions);
    waiting.delete(data.key);
  });
  return started;
}
