/** What every store does with real reports: the graph is a function of their set, whatever happened on the way. */
import { existsSync, statSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { digestOf } from "../cypher/digest.ts";
import type { Store } from "../cypher/store.ts";
import { listFiles } from "../ingest/cli/files.ts";
import { extractAll } from "../ingest/pool.ts";
import type { Facts } from "../ingest/types.ts";
import { LONG, rounds } from "./long.ts";
import { exported } from "./store-spec.ts";

const REPORTS = "../shared/reports";
const SAMPLES = "ingest/samples";
const MINUTES = 60_000;

export interface RealSetting {
  /** The store to try, empty. */
  empty(): Promise<Store>;
  /** A new embedded store to compare with. */
  fresh(): Promise<Store>;
  runs: number;
}

export function realSpec(name: string, { empty, fresh, runs }: RealSetting): void {
  describe(`real reports in the ${name} store`, { timeout: rounds(3, 40) * MINUTES }, () => {
    let facts: Facts[];
    beforeAll(async () => {
      facts = await realFacts();
    }, 15 * MINUTES);

    it("give one graph in any order, with repetition, new versions and removals on the way", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step(), { minLength: 3, maxLength: rounds(4, 8) }), async (steps) => {
          const store = await empty();
          const last = new Map<string, Facts>();
          for (const { what, which } of steps) {
            const chosen = [...new Set(which.map((at) => at % facts.length))].flatMap(
              (at) => facts[at] ?? [],
            );
            await take(store, what, chosen, last);
          }
          const other = await fresh();
          await other.write([...last.values()].reverse());
          expect((await exported(store)) === (await exported(other)), "the exports are the same").toBe(true);
          expect(await store.reports()).toHaveLength(last.size);
        }),
        { numRuns: runs, seed: 20261129, endOnFailure: true },
      );
    });
  });
}

/** `last`: by id of report, what was written last. */
async function take(
  store: Store,
  what: Step["what"],
  chosen: Facts[],
  last: Map<string, Facts>,
): Promise<void> {
  const idOf = (facts: Facts) => digestOf(facts).report.id;
  if (what === "remove") {
    const ids = chosen.map(idOf).filter((id) => last.delete(id));
    if (ids.length > 0) await store.remove(ids);
    return;
  }
  const written = what === "edit" ? chosen.map(edited) : chosen;
  await store.write(written);
  for (const one of written) last.set(idOf(one), one);
}

interface Step {
  what: "write" | "edit" | "remove";
  which: number[];
}

const step = (): fc.Arbitrary<Step> =>
  fc.record({
    what: fc.constantFrom("write", "write", "edit", "remove"),
    which: fc.array(fc.nat(999), { minLength: 1, maxLength: rounds(2, 6) }),
  });

/** A new version of a report: some of what it says is no longer said. */
function edited(facts: Facts): Facts {
  const less = <T>(list: T[]): T[] => list.filter((_, i) => i % 3 !== 0);
  return {
    ...facts,
    text: `${facts.text}\n`,
    relations: less(facts.relations),
    observations: less(facts.observations),
    milestones: less(facts.milestones),
  };
}

/** Three samples; in the long version all reports at hand. */
async function realFacts(): Promise<Facts[]> {
  const { files } = await listFiles([LONG && existsSync(REPORTS) ? REPORTS : SAMPLES]);
  const texts = files.filter((file) => /\.(md|txt)$/.test(file) && !/readme/i.test(file));
  const short = texts.sort((a, b) => statSync(a).size - statSync(b).size).slice(0, rounds(3, texts.length));
  const facts: Facts[] = [];
  for await (const outcome of extractAll(short))
    if (outcome.facts && !outcome.facts.notAReport) facts.push(outcome.facts);
  return facts;
}
