import { expect, test } from "vitest";
import { findObservations } from "../ingest/observations.ts";
import type { Context, Entity, Mention, Passage } from "../ingest/types.ts";

const REPORT: Context["report"] = {
  title: "云河区国民经济和社会发展统计公报",
  kind: "statistical communique",
  district: "云河区",
  chain: ["云河区"],
  publisher: null,
  date: null,
  reviewYears: [2023],
  planYears: [],
  file: "a.txt",
  sha256: "",
};

function context(
  lines: [Passage["kind"], string][],
  report = REPORT,
  section: Passage["section"] = "review",
): Context {
  const text = lines.map(([, words]) => words).join("\n");
  let start = 0;
  const passages = lines.map(([kind, words], index): Passage => {
    const passage: Passage = { index, kind, headings: [], section, start, end: start + words.length };
    start += words.length + 1;
    return passage;
  });
  return { text, passages, report, entities: [], mentions: [] };
}

const read = (given: Context): string[] =>
  findObservations(given).map(
    (one) =>
      `${one.subject} ${one.indicator[0]} ${one.value ?? one.text}${one.unit ?? ""} ${one.year} ${one.kind} ${one.measure}`,
  );

test("A row is read under the head of its table", () => {
  expect(
    read(
      context([
        ["row", "指标\t单位\t2023年\t比上年增长（%）"],
        ["row", "汽车产量\t万辆\t41.3\t-5.1"],
      ]),
    ),
  ).toEqual(["云河区 汽车产量 41.3万辆 2023 actual level", "云河区 汽车产量 -5.1% 2023 actual growth"]);
});

test("The unit may stand in the head of the column or behind the name", () => {
  expect(
    read(
      context([
        ["row", "指标\t2023年（亿元）"],
        ["row", "地区生产总值\t890.5"],
      ]),
    ),
  ).toEqual(["云河区 地区生产总值 890.5亿元 2023 actual level"]);
});

test("A plan's table has targets, falls are negative, words are figures too", () => {
  const plan = {
    ...REPORT,
    kind: "five-year plan" as const,
    reviewYears: [2020],
    planYears: [2021, 2022, 2023, 2024, 2025],
  };
  expect(
    read(
      context(
        [
          ["row", "类别\t序号\t指标\t单位\t2025年目标\t指标属性"],
          ["row", "绿色生态\t1\tPM2.5浓度降低\t%\t9.5\t约束性"],
          ["row", "\t2\t居民人均可支配收入\t元\t高于经济增速\t预期性"],
        ],
        plan,
        "plan",
      ),
    ),
  ).toEqual([
    "云河区 PM2.5浓度 -9.5% 2025 target growth",
    "云河区 居民人均可支配收入 高于经济增速 2025 target growth",
  ]);
});

test("A row that a sentence has told is one observation with two places", () => {
  const given = context([
    ["paragraph", "全年粮食总产量98.41万吨。"],
    ["row", "指标名称\t产量（万吨）"],
    ["row", "粮食\t98.41"],
  ]);
  expect(findObservations(given).map((one) => one.evidence.length)).toEqual([2]);
});

test("A row without a head states nothing", () => {
  expect(read(context([["row", "1\t星海中学\t3"]]))).toEqual([]);
});

test("The value before and after are two observations where the first has a year of its own", () => {
  expect(read(context([["paragraph", "学校由2020年的7所增加到18所。"]]))).toEqual([
    "云河区 学校 7所 2020 actual level",
    "云河区 学校 18所 2023 actual level",
  ]);
});

test("The entity that a clause begins with is the subject, a listed one is not", () => {
  const text = "星海新区地区生产总值超过430亿元。星海新区、青山镇等6个园区提档升级。";
  const entity: Entity = { name: "星海新区", types: ["Park"], aliases: [], confidence: 1, evidence: [] };
  const at = (start: number): Mention => ({
    start,
    end: start + 4,
    type: "Park",
    probability: 1,
    rule: "test",
    depth: 0,
    entity: 0,
  });
  const given: Context = {
    ...context([["paragraph", text]]),
    entities: [entity],
    mentions: [at(0), at(text.lastIndexOf("星海"))],
  };
  const [first, second] = findObservations(given);
  expect([first?.subject, first?.indicator[0]]).toEqual(["星海新区", "地区生产总值"]);
  expect(second?.subject).toBe("云河区");
});

test("三次产业结构 is three shares", () => {
  expect(read(context([["paragraph", "三次产业结构由5.0:41.0:54.0调整为4.4:40.7:54.9。"]]))).toEqual([
    "云河区 第一产业占比 4.4% 2023 actual level",
    "云河区 第二产业占比 40.7% 2023 actual level",
    "云河区 第三产业占比 54.9% 2023 actual level",
  ]);
});

test("A definition in the notes states nothing", () => {
  expect(read(context([["paragraph", "“双链”行动：是指三年内培育链主企业30家。"]]))).toEqual([]);
});

test.each<[string, string[]]>([
  ["预计全年一般公共预算收入43.7亿元。", ["一般公共预算收入 43.7亿元 2023 estimate"]],
  ["到2025年，新增充电桩300个。", ["新增充电桩 300个 2025 target"]],
  ["外贸出口首次突破3亿美元，达3.6亿美元。", ["外贸出口 3.6亿美元 2023 actual"]],
  [
    "城镇、农村居民人均可支配收入分别增长4.9%、6.3%。",
    ["城镇居民人均可支配收入 4.9% 2023 actual", "农村居民人均可支配收入 6.3% 2023 actual"],
  ],
  ["一般公共预算收入由3.9亿元增长到7.7亿元。", ["一般公共预算收入 7.7亿元 2023 actual"]],
  ["新增10亿元以上项目12个。", ["新增10亿元以上项目 12个 2023 actual"]],
  ["市运动会上收获5金3银。", ["市运动会金牌 5枚 2023 actual", "市运动会银牌 3枚 2023 actual"]],
])("%s", (text, expected) => {
  const report = { ...REPORT, kind: "government work report" as const, planYears: [2024] };
  expect(
    findObservations(context([["paragraph", text]], report)).map(
      (one) => `${one.indicator[0]} ${one.value}${one.unit} ${one.year} ${one.kind}`,
    ),
  ).toEqual(expected);
});
