/**
 * npm run score -- [FOLDER] [--diff] [--folds DIR] [--write] [--only NAME] [--facts FILE.json --gold FILE.json]
 * Scores the facts of annotated reports against their gold: ../shared/gold where it exists (or FOLDER), and the samples' own.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { goldReports, SAMPLE_GOLD, Scored, SHARED_GOLD } from "./gold.ts";
import { byReportKind, differenceLine, KINDS, reportLine, scoreLines } from "./print.ts";
import { commit, drops } from "./result.ts";
import { foldsOf, type Result, scoreReport } from "./run.ts";
import { scoreFacts, sum } from "./score.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    diff: { type: "boolean", default: false },
    folds: { type: "string" },
    write: { type: "boolean", default: false },
    only: { type: "string" },
    facts: { type: "string" },
    gold: { type: "string" },
  },
});

const print = (...lines: string[]): void => console.log(lines.join("\n"));

function scoreFiles(gold: string, facts: string): void {
  const read = (path: string): Scored => Scored.parse(JSON.parse(readFileSync(path, "utf8")));
  const { score, differences } = scoreFacts(read(gold), read(facts));
  print(...scoreLines(score), ...(values.diff ? differences.map(({ sign, what }) => `${sign} ${what}`) : []));
}

async function scoreFolder(set: string, folder: string): Promise<string[]> {
  const reports = goldReports(folder).filter(({ name }) => !values.only || name.includes(values.only));
  if (reports.length === 0) return [];
  const weights = values.folds && set !== "samples" ? foldsOf(values.folds) : undefined;
  const results: Result[] = [];
  print(`── ${set}: ${folder}`, `${"".padEnd(34)} ${KINDS.join("  ")}`);
  for (const report of reports) {
    const result = await scoreReport(report, weights?.(report.name));
    results.push(result);
    print(reportLine(result));
    if (values.diff) print(...result.differences.map((one) => differenceLine(one, result.facts.text)));
  }
  const total = sum(results.map(({ score }) => score));
  print("", ...scoreLines(total), "", ...byReportKind(results), "");
  const complete = !values.only && positionals.length === 0;
  if (!complete) return [];
  if (values.write) commit(set, total);
  return drops(set, total, KINDS);
}

if (values.facts && values.gold) scoreFiles(values.gold, values.facts);
else {
  const lower = [
    ...(await scoreFolder("samples", SAMPLE_GOLD)),
    ...(await scoreFolder(values.folds ? "left out" : "gold", positionals[0] ?? SHARED_GOLD)),
  ];
  for (const drop of lower) print(`低于已提交的结果 lower than committed: ${drop}`);
  if (lower.length) process.exitCode = 1;
}
