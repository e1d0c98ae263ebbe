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

/** Lays out a small star, so that the worker is awake and its code compiled before the reader waits for it. */
export function warmLayout(): void {
  const nodes = Array.from(
    { length: 120 },
    (_, index): LayoutNode => ({ id: `n${index}`, type: "", radius: 8 }),
  );
  void layOut(
    nodes,
    nodes.slice(1).map(({ id }) => ({ from: id, to: "n0" })),
  );
}
