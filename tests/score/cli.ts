/**
 * npm run score -- [FOLDER] [--diff] [--folds DIR] [--write] [--only NAME] [--facts FILE.json --gold FILE.json]
 * Scores the facts of annotated reports against their gold: ../shared/gold where it exists (or FOLDER), and the samples' own.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sum } from "./counts.ts";
import { goldReports, SAMPLE_GOLD, Scored, SHARED_GOLD } from "./gold.ts";
import { byReportKind, differenceLine, KINDS, reportLine, scoreLines } from "./print.ts";
import { commit, drops } from "./result.ts";
import { foldsOf, identityOf, type Result, scoreReport } from "./run.ts";
import { scoreFacts } from "./score.ts";

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

/** Names of different reports that must be one node, and those that must not, where the folder's list is at hand. */
function printIdentity(path: string, results: readonly Result[]): void {
  if (!existsSync(path)) return;
  const { same, different, wrong } = identityOf(path, results);
  print(
    "",
    `identity: joined ${same.joined} of ${same.found} pairs found (of ${same.all}), ` +
      `wrongly merged ${different.merged} of ${different.found} (of ${different.all})`,
    ...(values.diff ? wrong : []),
  );
}

async function scoreFolder(set: string, folder: string): Promise<string[]> {
  const reports = goldReports(folder).filter(({ name }) => !values.only || name.includes(values.only));
  if (reports.length === 0) return [];
  const weights = values.folds && set !== "samples" ? foldsOf(values.folds) : undefined;
  const results: Result[] = [];
  print(`── ${set}: ${folder}`, `${"".padEnd(34)} ${KINDS.join("  ")}`);
  for (const report of reports) {
    const folder = weights?.(report.name);
    if (weights && !folder) {
      print(`${report.name}: 没有未见过它的权重，略过 no weights that have not seen it, left out`);
      continue;
    }
    const result = await scoreReport(report, folder);
    results.push(result);
    print(reportLine(result));
    if (values.diff) print(...result.differences.map((one) => differenceLine(one, result.facts.text)));
  }
  const total = sum(results.map(({ score }) => score));
  printIdentity(join(folder, "../identity.json"), results);
  print("", ...scoreLines(total), "", ...byReportKind(results), "");
  const complete = !values.only && positionals.length === 0 && results.length === reports.length;
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
