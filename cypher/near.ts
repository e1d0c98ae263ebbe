/** Facts for as long as somebody else holds them: what is still at hand need not be read back, and nothing is held for it. */
import type { Facts } from "../ingest/types.ts";

export interface Near {
  put(name: string, facts: Facts): void;
  get(name: string): Facts | undefined;
  clear(): void;
}

export function nearFacts(): Near {
  const held = new Map<string, WeakRef<Facts>>();
  return {
    put: (name, facts) => void held.set(name, new WeakRef(facts)),
    get: (name) => held.get(name)?.deref(),
    clear: () => held.clear(),
  };
}
