/** Extraction of all facts, beside the part-of-speech tagging of jieba on the same text in the same run. */
import { availableParallelism } from "node:os";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { extract } from "../../ingest/ingest.ts";
import { extractAll } from "../../ingest/pool.ts";
import { readFile } from "../../ingest/read/read.ts";
import type { Source } from "../../ingest/types.ts";

const seconds = (since: number) => (performance.now() - since) / 1000;
const rate = (characters: number, time: number) =>
  `${Math.round(characters / time).toLocaleString("en")} characters/s`;

export async function benchExtraction(files: string[]): Promise<void> {
  const sources: Source[] = [];
  let began = performance.now();
  for (const file of files) sources.push(await readFile(file));
  const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`${files.length} reports, ${characters.toLocaleString("en")} characters`);
  console.log(`reading                    ${rate(characters, seconds(began))}`);

  oneReport(sources);
  began = performance.now();
  for (const source of sources) extract(source);
  console.log(`facts, one thread          ${rate(characters, seconds(began))}`);

  const jieba = Jieba.withDict(dict);
  began = performance.now();
  for (const { text } of sources) jieba.tag(text);
  console.log(`jieba POS tags, one thread ${rate(characters, seconds(began))}`);

  growth(sources);
  await allCores(files, characters);
}

/** A report of about 15,000 characters, once everything is loaded. */
function oneReport(sources: Source[]): void {
  const [report] = [...sources].sort(
    (a, b) => Math.abs(a.text.length - 15_000) - Math.abs(b.text.length - 15_000),
  );
  if (!report) return;
  extract(report);
  const began = performance.now();
  extract(report);
  console.log(`one report of ${report.text.length} characters in ${seconds(began).toFixed(2)} s`);
}

/** Time must grow linearly with length: the same text once, eight and (10 MB) many times over. */
function growth(sources: Source[]): void {
  const base = sources.map(({ text }) => text).join("\n");
  const first = sources[0];
  if (!first) return;
  for (const length of [15_000, 120_000, 1_000_000, 3_300_000]) {
    const text =
      base.length >= length
        ? base.slice(0, length)
        : base.repeat(Math.ceil(length / base.length)).slice(0, length);
    const began = performance.now();
    extract({ ...first, text });
    console.log(`one text of ${length.toLocaleString("en")} characters  ${rate(length, seconds(began))}`);
  }
}

async function allCores(files: string[], characters: number): Promise<void> {
  const began = performance.now();
  let peak = 0;
  let facts = 0;
  for await (const outcome of extractAll(files)) {
    facts += outcome.facts ? outcome.facts.relations.length + outcome.facts.observations.length : 0;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const time = seconds(began);
  console.log(
    `files → facts, ${availableParallelism()} threads   ${rate(characters, time)}, ${time.toFixed(1)} s in all, ` +
      `${facts.toLocaleString("en")} relations and observations, peak memory ${Math.round(peak / 2 ** 20)} MB`,
  );
}
