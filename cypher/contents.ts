/** What the embedded graph is made of: reports by their digests, which names are one, and the decisions applied. */
import type { Decision } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import type { Keep } from "./keep.ts";
import type { State } from "./plan.ts";
import { resolve } from "./resolve.ts";

export interface Contents {
  /** Read when first asked for. */
  digests(): Map<string, Digest>;
  /** Worked out when first asked for. */
  state(): State;
  applied(): Decision[];
  /** Of the graph as it is on the disk. */
  areWith(applied: Decision[]): void;
  are(state: State, applied: Decision[]): void;
}

export function contentsOf(keep: Keep): Contents {
  let digests: Map<string, Digest> | undefined;
  let state: State | undefined;
  let applied: Decision[] = [];
  const digestsNow = () => {
    digests ??= digestsOf(keep, keep.index());
    return digests;
  };
  return {
    digests: digestsNow,
    state: () => {
      state ??= { digests: digestsNow(), resolved: resolve([...digestsNow().values()], applied) };
      return state;
    },
    applied: () => applied,
    areWith: (decisions) => {
      applied = decisions;
    },
    are: (now, decisions) => {
      state = now;
      digests = now.digests;
      applied = decisions;
    },
  };
}

export function stateOf(keep: Keep, versions: ReadonlyMap<string, string>, decisions: Decision[]): State {
  const digests = digestsOf(keep, versions);
  return { digests, resolved: resolve([...digests.values()], decisions) };
}

const digestsOf = (keep: Keep, versions: ReadonlyMap<string, string>): Map<string, Digest> =>
  new Map([...versions].map(([id, version]) => [id, keep.digest(id, version)]));
