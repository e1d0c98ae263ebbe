/**
 * `npm run bench [-- extraction|store|queries …] [--limit N]`: speeds, all measured in this run on this machine.
 * Reads the corpus beside the checkout where it is (../shared/corpus), else the samples; the first N reports of it.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { listFiles } from "../../ingest/cli/files.ts";
import { benchExtraction } from "./extraction.ts";
import { benchStore } from "./store.ts";

const CORPUS = "../shared/corpus";
const PARTS = ["extraction", "store", "queries"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: "string" } } });
const unknown = positionals.filter((name) => !PARTS.includes(name));
const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
if (unknown.length || !(limit >= 1)) {
  console.error(`unknown: ${unknown.join(", ") || values.limit}; known: ${PARTS.join(", ")}, --limit N`);
  process.exit(2);
}
const wants = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
const all = (await listFiles([existsSync(CORPUS) ? CORPUS : "ingest/samples"])).files;
const files = all.slice(0, limit);
if (wants("extraction")) {
  console.log("\n## extraction");
  await benchExtraction(files);
}
// One load serves both.
const wanted = { speed: wants("store"), questions: wants("queries") };
if (wanted.speed || wanted.questions) {
  console.log(`\n## ${PARTS.slice(1).filter(wants).join(", ")}`);
  await benchStore(files, wanted);
}
