import { expect, test } from "vitest";
import { findObservations } from "../ingest/observations.ts";
import { QUALITIES } from "../ingest/rules/indicators-qualities.ts";
import type { Context, Passage } from "../ingest/types.ts";
import { oneParagraph } from "./contexts.ts";

const context = (text: string, section: Passage["section"] = "review"): Context =>
  oneParagraph(text, { section });

const read = (text: string, section?: Passage["section"]): string[] =>
  findObservations(context(text, section)).map(
    (one) =>
      `${one.indicator[0]} ${one.value ?? one.text}${one.unit ?? ""} ${one.year} ${one.kind} ${one.bound} ${one.measure}`,
  );

test.each<[string, Passage["section"], string[]]>([
  [
    "全年完成地区生产总值760亿元以上，增长5.2%。",
    "review",
    ["地区生产总值 760亿元 2023 actual min level", "地区生产总值 5.2% 2023 actual exact growth"],
  ],
  [
    "新增上市企业2家、高新技术企业65家。",
    "review",
    ["新增上市企业 2家 2023 actual exact level", "新增高新技术企业 65家 2023 actual exact level"],
  ],
  ["一般性支出下降10%。", "review", ["一般性支出 -10% 2023 actual exact growth"]],
  ["固定资产投资增长6%左右。", "plan", ["固定资产投资 6% 2024 target approx growth"]],
  ["建成60座充电站。", "plan", ["充电站 60座 2024 target exact level"]],
  ["云河中学项目于2023年6月开工。", "review", []],
  ["完成了总投资28亿元。", "review", ["总投资 28亿元 2023 actual exact level"]],
  ["安置房实现竣工92项。", "review", ["安置房竣工 92项 2023 actual exact level"]],
  ["重点项目完成投资40亿元。", "review", ["重点项目投资 40亿元 2023 actual exact level"]],
  [
    "50户星海企业实现产值9亿元。",
    "review",
    ["星海企业 50户 2023 actual exact level", "星海企业产值 9亿元 2023 actual exact level"],
  ],
  ["完成投资40亿元。", "review", ["投资 40亿元 2023 actual exact level"]],
  ["断面水质达标率保持100%。", "review", ["断面水质达标率 100% 2023 actual exact level"]],
  ["工业投资增速居全省第三位。", "review", ["工业投资 居全省第三位 2023 actual exact growth"]],
  ["工业投资居全省第三位。", "review", ["工业投资 居全省第三位 2023 actual exact level"]],
  ["星海产业蓬勃发展，产值突破500亿元。", "review", ["星海产业产值 500亿元 2023 actual min level"]],
  ["改革持续深化，产值突破500亿元。", "review", ["产值 500亿元 2023 actual min level"]],
  ["重大项目预计完成投资40亿元。", "review", ["重大项目投资 40亿元 2023 estimate exact level"]],
  ["星海项目完成年度计划的140%。", "review", ["星海项目年度计划完成率 140% 2023 actual exact level"]],
  ["60周岁以上老人免费乘车。", "review", []],
  ["10.发放住房租赁补贴1.6万户。", "review", ["发放住房租赁补贴 1.6万户 2023 actual exact level"]],
  ["8.5亿元投资到位。", "review", ["投资到位 8.5亿元 2023 actual exact level"]],
])("%s is read as its observations", (text, section, expected) => {
  expect(read(text, section)).toEqual(expected);
});

const named = (text: string): string[] =>
  findObservations(context(text)).map(
    (one) => `${one.indicator[0]} ${one.value ?? one.text}${one.unit ?? ""}`,
  );

test.each<[string, string, string[]]>([
  ["partners with 进出口", "对东洲、西洲进出口分别增长11%和6%。", ["东洲进出口 11%", "西洲进出口 6%"]],
  ["进出口 in two", "进出口分别增长11%和6%。", ["进口 11%", "出口 6%"]],
  ["all of them beside the new", "新增星级企业9家、累计达到36家。", ["新增星级企业 9家", "星级企业 36家"]],
  [
    "their number beside the new",
    "净增星级企业9家、总数达136家。",
    ["星级企业净增 9家", "星级企业总数 136家"],
  ],
  ["a rate for a hundred hundred millions", "事故死亡率0.6人/百亿元。", ["事故死亡率 0.6人/百亿元"]],
  ["words in brackets", "完成技改项目60个（其中星级企业30家）。", ["技改项目 60个", "星级企业 30家"]],
  ["how far from others", "工业增加值增长7.2%，快于全省平均2个百分点。", ["工业增加值 7.2%"]],
  [
    "more than the year before",
    "民生支出占比80%，高于上年2个百分点。",
    ["民生支出占比 80%", "民生支出占比 2个百分点"],
  ],
  ["what was promised", "投资增长6.5%（年度目标6%以上）。", ["投资 6.5%"]],
  [
    "shares of what two clauses count",
    "完成货运量300万吨，实现营收20亿元，分别增长17%、22%。",
    ["货运量 300万吨", "营收 20亿元", "货运量 17%", "营收 22%"],
  ],
  ["a yield after a harvest", "粮食总产486亿斤，单产1105斤。", ["粮食总产 486亿斤", "粮食单产 1105斤"]],
  [
    "times of a former value",
    "专利量、商标量分别是“十一五”的1.8倍、4.5倍。",
    ["专利量 1.8倍", "商标量 4.5倍"],
  ],
  ["签约, no “about”", "家庭医生签约8755户。", ["家庭医生签约 8755户"]],
  ["works by what they make", "加快星海新厂、10万吨星海材料、30万千瓦风电等项目建设。", []],
  ["works that are counted", "新建30万千瓦风电项目。", ["新建风电项目 30万千瓦"]],
])("%s: %s", (_, text, expected) => {
  expect(named(text)).toEqual(expected);
});

test("evidence quotes the very words of the text", () => {
  const given = context("全年接待游客512.4万人次，旅游收入约66.7亿元。");
  for (const { evidence } of findObservations(given)) {
    for (const one of evidence) expect(given.text.slice(one.start, one.end)).toBe(one.quote);
  }
});

const figures = (words: string): number =>
  findObservations(context(words)).filter((one) => one.value === null).length;

test.each(QUALITIES.flatMap(({ name, yes }) => yes.map((words) => [name, words] as const)))(
  "The rule %s finds the figure without a number in %s",
  (_, words) => {
    expect(figures(words)).toBeGreaterThan(0);
  },
);

test.each(QUALITIES.flatMap(({ name, no }) => no.map((words) => [name, words] as const)))(
  "The rule %s finds none in %s",
  (_, words) => {
    expect(figures(words)).toBe(0);
  },
);
