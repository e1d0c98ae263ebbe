/**
 * `npm run bench -- store queries`: the graph stores on the corpus, all in this run. Rows a second into each, Neo4j
 * beside single MERGE statements of the same rows and beside the bulk importer; one changed report again; questions.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../cypher/store.ts";
import { cacheFolder, factsOf } from "./facts.ts";
import { cpu, line, load, number, peak, rate, seconds } from "./figures.ts";
import { bulkImport, singleMerges, withNeo4j } from "./neo4j.ts";
import { benchQuestions, hardParameters } from "./questions.ts";
import { benchAgain } from "./reingest.ts";

export interface Wanted {
  speed: boolean;
  questions: boolean;
}

export async function benchStore(files: string[], wanted: Wanted): Promise<void> {
  const begin = performance.now();
  await factsOf(files);
  console.log(`${files.length} files; load average ${load()}`);
  line(`facts, kept in ${cacheFolder()}`, `${seconds(begin).toFixed(1)} s`);
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-bench-"));
  const embedded = await openStore(`embedded:${join(folder, "data")}`);
  try {
    console.log("\n### Embedded store");
    await write("load of all reports", embedded, files, "40,000 rows/s");
    if (wanted.speed) {
      await rebuild(embedded);
      line("peak memory", peak());
      await benchAgain(embedded, files);
    }
    const parameters = await hardParameters(embedded);
    if (wanted.questions) await benchQuestions(embedded, parameters);
    await withNeo4j(async (server) => {
      console.log("\n### Neo4j (heap 1 GB)");
      const single = wanted.speed ? await singleMerges(server, files) : undefined;
      const store = await openStore(server.uri, { decisions: embedded.decisions });
      try {
        await warm(store, files);
        const driven = await write("load of all reports, warm", store, files);
        if (single) line("times the rate of single MERGE", (driven / single).toFixed(0), "50");
        if (wanted.speed) {
          line("peak of the server's heap", await server.peakHeap(), "1,024 MB");
          await benchAgain(store, files);
        }
        if (wanted.questions) await benchQuestions(store, parameters);
      } finally {
        await store.close();
      }
    });
    if (wanted.speed) await bulkImport(embedded, folder);
    console.log(`\nload average at the end ${load()}; peak memory ${peak()}`);
  } finally {
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows a second from facts in memory to a graph that answers. The facts are let go of afterwards. */
async function write(what: string, store: Store, files: string[], bar = ""): Promise<number> {
  const facts = await factsOf(files);
  const characters = facts.reduce((sum, { text }) => sum + text.length, 0);
  line(`${facts.length} reports, ${number(characters)} characters`, `memory so far at most ${peak()}`);
  const [begin, used] = [performance.now(), cpu()];
  const { rows } = await store.write(facts);
  const time = seconds(begin);
  line(what, `${rate(rows, time)} (${(cpu() - used).toFixed(1)} s of this process)`, bar);
  return rows / time;
}

async function rebuild(store: Store): Promise<void> {
  const used = cpu();
  const { rows, milliseconds } = await store.rebuild();
  const figure = `${rate(rows, milliseconds / 1000)} (${(cpu() - used).toFixed(1)} s of this process)`;
  line("the graph made anew from the kept facts", figure, "40,000 rows/s");
}

/** A tenth of the reports in and out again, so that the server has compiled what it runs. */
async function warm(store: Store, files: string[]): Promise<void> {
  await write("load of a tenth of them, cold", store, files.slice(0, Math.ceil(files.length / 10)));
  await store.remove((await store.reports()).map(({ id }) => id));
}
