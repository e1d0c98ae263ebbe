import { StoreError } from "./errors.ts";
import type { OpenOptions, Store } from "./store.ts";

export async function openNeo4j(url: string, _options: OpenOptions): Promise<Store> {
  throw new StoreError("unreachable", `连不上 ${url}`, `cannot reach ${url}`);
}
