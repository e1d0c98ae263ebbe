/** What is worked out once and kept until the graph has changed: whoever opens the page finds it done. */
import type { Store } from "../../cypher/store.ts";
import type { GraphCounts, Overview } from "./api.ts";
import { graphCounts } from "./counts.ts";
import { createKept, type Kept } from "./kept.ts";
import { createNames, type Names } from "./names.ts";
import { overview } from "./overview.ts";

export interface Memory {
  overview: Kept<Overview>;
  names: Names;
  counts: Kept<GraphCounts>;
  /** In the order in which a reader needs them, one after the other: none waits for the next. */
  warm(): Promise<void>;
  /** After a write. */
  forget(): void;
}

export function createMemory(store: Store): Memory {
  const parts = {
    overview: createKept(store, overview),
    names: createNames(store),
    counts: createKept(store, graphCounts),
  };
  const all = [parts.overview, parts.names, parts.counts];
  return {
    ...parts,
    async warm() {
      for (const part of all) await part.warm();
    },
    forget() {
      for (const part of all) part.forget();
    },
  };
}
