/**
 * `npm run bench [-- extraction|store …]`: speeds, all measured in this run on this machine.
 * Reads the corpus beside the checkout where it is (../shared/corpus), else the samples.
 */
import { existsSync } from "node:fs";
import { listFiles } from "../../ingest/cli/files.ts";
import { benchExtraction } from "./extraction.ts";

const CORPUS = "../shared/corpus";

const parts: Record<string, (files: string[]) => Promise<void>> = { extraction: benchExtraction };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(`unknown: ${unknown.join(", ")}; known: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
const { files } = await listFiles([existsSync(CORPUS) ? CORPUS : "ingest/samples"]);
for (const [name, bench] of Object.entries(parts))
  if (!wanted.length || wanted.includes(name)) {
    console.log(`\n## ${name}`);
    await bench(files);
  }
