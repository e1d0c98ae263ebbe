/** One changed report brought into the full graph: extraction and writing, for reports of several lengths. */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { Store } from "../../cypher/store.ts";
import { extract } from "../../ingest/ingest.ts";
import type { Facts } from "../../ingest/types.ts";
import { factsOf } from "./facts.ts";
import { line, median, worst } from "./figures.ts";

/** Shares of the files, sorted by size, at which one is taken. */
const QUANTILES = [0.1, 0.3, 0.5, 0.7, 0.9, 0.99];

export async function benchAgain(store: Store, files: string[]): Promise<void> {
  const sorted = [...files].sort((a, b) => statSync(a).size - statSync(b).size);
  const chosen = new Set(QUANTILES.flatMap((at) => sorted[Math.floor(at * sorted.length)] ?? []));
  const times: Record<"extraction" | "writing" | "together", number[]> = {
    extraction: [],
    writing: [],
    together: [],
  };
  let other = 0;
  for (const whole of await factsOf([...chosen])) {
    extractAgain(whole); // once for the model to be loaded and the code to be warm
    const begin = performance.now();
    const edited = extractAgain(whole);
    const extracted = performance.now();
    const { reports } = await store.write([edited]);
    const end = performance.now();
    if (reports.replaced.length !== 1) other++;
    times.extraction.push(extracted - begin);
    times.writing.push(end - extracted);
    times.together.push(end - begin);
    const back = performance.now();
    await store.write([whole]);
    times.writing.push(performance.now() - back);
  }
  for (const [what, all] of Object.entries(times))
    line(
      `one changed report of ${files.length}, ${what}`,
      `median ${(median(all) / 1000).toFixed(2)} s, worst ${(worst(all) / 1000).toFixed(2)} s`,
      what === "together" ? "2 s" : "",
    );
  if (other > 0) console.log(`${other} of these were not taken as replacements`);
}

/** The report without its middle paragraph. */
function extractAgain({ report, text }: Facts): Facts {
  const lines = text.split("\n");
  lines.splice(Math.floor(lines.length / 2), 1);
  const edited = lines.join("\n");
  const sha256 = createHash("sha256").update(edited).digest("hex");
  const facts = extract({ file: report.file, sha256, format: "txt", text: edited, warnings: [] });
  return { ...facts, report: { ...report, sha256 } };
}
