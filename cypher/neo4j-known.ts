/** What a graph on a Neo4j server is made of: read anew in each transaction, worked out from what was known before. */
import type { Decision } from "./decisions.ts";
import type { Digest } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { decisionsOf, reportsOf } from "./marker.ts";
import { digestsIn, markerIn } from "./neo4j-kept.ts";
import type { Run, Server } from "./neo4j-session.ts";
import type { State } from "./plan.ts";
import { resolve } from "./resolve.ts";
import { resolver } from "./resolve-again.ts";
import type { OpenOptions } from "./store.ts";

/** A graph on a server, and what its store remembers of it. */
export interface ServedGraph {
  server: Server;
  /** File of decisions. */
  decisions: string;
  note: OpenOptions["note"];
  memory: Memory;
}

export interface Known {
  state: State;
  applied: Decision[];
}

export interface Memory {
  /** As this transaction sees it. Throws StoreError "locked" while the graph is being made anew. */
  known(run: Run): Promise<Known>;
  /** Which names are one, for these reports and decisions. */
  resolve(digests: Map<string, Digest>, decisions: Decision[]): State;
}

export const nothing = (): State => ({ digests: new Map(), resolved: resolve([]) });

export const keyOf = ({ report, version }: Digest): string => `${report.id} ${version}`;

export function memory(): Memory {
  const again = resolver();
  /** What was last worked out: the next is worked out from it, whether or not it came to be. */
  let last = nothing();
  /** Of the reports last worked with, by report and version: a digest never changes. */
  let seen = new Map<string, Digest>();
  const remember = (digests: Map<string, Digest>, decisions: Decision[]): State => {
    last = { digests, resolved: again.again(last, digests, decisions) };
    seen = new Map([...digests.values()].map((digest) => [keyOf(digest), digest]));
    return last;
  };
  const digestsOf = async (run: Run, versions: Map<string, string>): Promise<Map<string, Digest>> => {
    const at = ([id, version]: [string, string]) => seen.get(`${id} ${version}`);
    const lacking = [...versions].filter((one) => !at(one)).map(([id]) => id);
    for (const digest of await digestsIn(run, lacking)) seen.set(keyOf(digest), digest);
    return new Map([...versions].map((one) => [one[0], at(one) as Digest]));
  };
  const known = async (run: Run): Promise<Known> => {
    const marker = await markerIn(run);
    if (marker?.unfinished)
      throw new StoreError(
        "locked",
        "图谱正在重建，请稍后再试",
        "the graph is being made anew; try again later",
      );
    const applied = marker ? decisionsOf(marker) : [];
    const digests = await digestsOf(run, (marker && reportsOf(marker)) ?? new Map());
    return { state: remember(digests, applied), applied };
  };
  return { known, resolve: remember };
}
