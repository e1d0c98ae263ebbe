// A worker thread of pool.ts: the same TypeScript loader, then the worker itself.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
