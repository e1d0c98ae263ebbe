import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Counts, dice, rates, sum } from "./score/counts.ts";
import { goldReports, SAMPLE_GOLD, Scored, SHARED_GOLD } from "./score/gold.ts";
import { KINDS } from "./score/print.ts";
import { drops } from "./score/result.ts";
import { type Result, scoreReport } from "./score/run.ts";
import { scoreFacts } from "./score/score.ts";

const gold = Scored.parse({
  report: { kind: "news", district: "云河区" },
  entities: [
    { name: "云河区", types: ["District"], aliases: ["全区"] },
    { name: "星海产业园", types: ["Park", "Project"], aliases: [] },
    { name: "星海科技", types: ["Enterprise"], aliases: ["星海"] },
  ],
  relations: [
    { from: "星海产业园", type: "LOCATED_IN", to: "云河区", basis: "report" },
    { from: "星海科技", type: "COOPERATES_WITH", to: "云河区", basis: "stated" },
  ],
  observations: [
    { subject: "云河区", indicator: ["地区生产总值"], value: 890, unit: "亿元", year: 2023, kind: "actual" },
    {
      subject: "云河区",
      indicator: ["进出口总额"],
      value: null,
      unit: null,
      year: 2024,
      kind: "target",
      text: "稳中提质",
    },
  ],
  milestones: [{ entity: "星海产业园", stage: "completed", target: false }],
});
const facts = Scored.parse({
  report: gold.report,
  entities: [
    { name: "云河区", types: ["District"], aliases: [] },
    { name: "星海产业园", types: ["Project"], aliases: [] },
    { name: "星海", types: ["Place"], aliases: [] },
    { name: "别的", types: ["Honor"], aliases: [] },
  ],
  relations: [
    { from: "星海产业园", type: "LOCATED_IN", to: "全区", basis: "stated" },
    { from: "云河区", type: "COOPERATES_WITH", to: "星海", basis: "stated" },
    { from: "别的", type: "AWARDED", to: "云河区", basis: "stated" },
  ],
  observations: [
    {
      subject: "云河区",
      indicator: ["完成地区生产总值"],
      value: 890,
      unit: "亿元人民币",
      year: 2023,
      kind: "estimate",
    },
    { subject: "云河区", indicator: ["进出口总额"], value: null, unit: null, year: 2024, kind: "actual" },
  ],
  milestones: [
    { entity: "星海产业园", stage: "completed", target: false },
    { entity: "星海产业园", stage: "started", target: false },
  ],
});

describe("scoreFacts", () => {
  const { score, differences } = scoreFacts(gold, facts);
  it("counts an entity right when a name and one of its types fit", () => {
    expect(score.entities).toEqual({ tp: 2, fp: 2, fn: 1 });
    expect(score["entities/Park"]).toEqual({ tp: 1, fp: 0, fn: 0 });
  });
  it("matches relations after the entities, both ways round where the order says nothing", () => {
    expect(score["relations/stated"]).toEqual({ tp: 1, fp: 1, fn: 0 });
    expect(score["relations/report"]).toEqual({ tp: 1, fp: 0, fn: 0 });
  });
  it("matches observations by value, unit, year, target or not, and a name half alike", () => {
    expect(score.observations).toEqual({ tp: 1, fp: 1, fn: 1 });
  });
  it("matches milestones by entity, stage and target", () => {
    expect(score.milestones).toEqual({ tp: 1, fp: 1, fn: 0 });
  });
  it("lists every miss and false find", () => {
    const wrong = Object.entries(score).filter(([name]) => (KINDS as readonly string[]).includes(name));
    expect(differences).toHaveLength(wrong.reduce((n, [, { fp, fn }]) => n + fp + fn, 0));
  });
});

describe("dice", () => {
  it.each([
    ["地区生产总值", "地区生产总值", 1],
    ["地区生产总值", "生产总值", 0.75],
    ["人口", "面积", 0],
  ])("of %s and %s is %d", (a, b, likeness) => expect(dice(a, b)).toBeCloseTo(likeness));
});

describe("rates", () => {
  it("are 0 where nothing was found or wanted", () => {
    expect(rates({ tp: 0, fp: 0, fn: 0 })).toEqual({ p: 0, r: 0, f1: 0 });
  });
});

const PYTHON = resolve(import.meta.dirname, "../../shared/score.py");

function missing(): string | undefined {
  if (!existsSync(PYTHON)) return "needs ../shared/score.py";
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "needs python3";
  }
}

function byPython(one: Scored, other: Scored): Record<string, Counts> {
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  const paths = [one, other].map((data, i) => {
    const path = join(folder, `${i}.json`);
    writeFileSync(path, JSON.stringify(data));
    return path;
  });
  return JSON.parse(execFileSync("python3", [PYTHON, ...paths, "--json"], { encoding: "utf8" }));
}

const lack = missing();
describe.skipIf(lack)(`score.ts counts as score.py does${lack ? ` (${lack})` : ""}`, () => {
  const counts = (score: Record<string, Counts>): Record<string, number[]> =>
    Object.fromEntries(
      Object.entries(score)
        .map(([name, { tp, fp, fn }]): [string, number[]] => [name, [tp, fp, fn]])
        .filter(([, [tp, fp, fn]]) => tp || fp || fn),
    );
  it("on facts made for it", () => {
    expect(counts(scoreFacts(gold, facts).score)).toEqual(counts(byPython(gold, facts)));
  });
  it("on one annotated report against another's", () => {
    const [one, other] = goldReports(SHARED_GOLD);
    if (!one || !other) return;
    expect(counts(scoreFacts(one.gold, other.gold).score)).toEqual(counts(byPython(one.gold, other.gold)));
  });
});

describe("the committed result", () => {
  it.each([
    ["samples", SAMPLE_GOLD],
    ["gold", SHARED_GOLD],
  ])(
    "is reached on %s",
    async (set, folder) => {
      const results: Result[] = [];
      for (const report of goldReports(folder)) results.push(await scoreReport(report));
      expect(drops(set, sum(results.map(({ score }) => score)), results.length ? KINDS : [])).toEqual([]);
    },
    180_000,
  );
});
