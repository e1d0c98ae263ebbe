import { describe, expect, it } from "vitest";
import { HEADING_RULES, headingYear, PARAGRAPH_RULES, sectionBy } from "../ingest/lexicon/sections.ts";
import { passageAt, sentences, splitPassages } from "../ingest/passages.ts";

const show = (text: string): string[] =>
  splitPassages(text).map(
    (p) => `${p.section} ${p.kind}${p.level ?? ""}[${p.headings}] ${text.slice(p.start, p.end)}`,
  );

const REPORT = [
  "云河区2031年政府工作报告",
  "各位代表：",
  "现在，我代表云河区人民政府向大会报告工作，请予审议。",
  "一、2030年工作回顾",
  "（一）突出项目建设，发展后劲更足",
  "全年新开工项目30个，完成投资80亿元，同比增长12%。",
  "（二）民生持续改善。新增就业1.2万人。",
  "二、2031年工作安排",
  "今年，我们将抓好以下工作。",
  "指标\t目标\t单位",
  "1.壮大实体经济",
  "新增规模以上企业20家，工业投资增长10%以上。",
].join("\n");

describe("passages", () => {
  it("are titles, headings, paragraphs and rows, under their headings, with the section they belong to", () => {
    expect(show(REPORT)).toEqual([
      "other title[] 云河区2031年政府工作报告",
      "other paragraph[] 各位代表：",
      "other paragraph[] 现在，我代表云河区人民政府向大会报告工作，请予审议。",
      "review heading1[] 一、2030年工作回顾",
      "review heading2[3] （一）突出项目建设，发展后劲更足",
      "review paragraph[3,4] 全年新开工项目30个，完成投资80亿元，同比增长12%。",
      "review paragraph[3,4] （二）民生持续改善。新增就业1.2万人。",
      "plan heading1[] 二、2031年工作安排",
      "plan paragraph[7] 今年，我们将抓好以下工作。",
      "plan row[7] 指标\t目标\t单位",
      "plan heading2[7] 1.壮大实体经济",
      "plan paragraph[7,10] 新增规模以上企业20家，工业投资增长10%以上。",
    ]);
  });

  it("cover the text but for its line breaks, in order", () => {
    const passages = splitPassages(REPORT);
    expect(passages.map((p) => REPORT.slice(p.start, p.end)).join("\n")).toBe(REPORT);
    expect(passages.map((p) => p.index)).toEqual(passages.map((_, i) => i));
  });

  it("turn to the plan where aims are set out, though no heading says so", () => {
    const text =
      "2030年工作回顾\n过去一年，全区上下团结奋斗，完成投资80亿元。\n今年政府工作的总体要求是：坚持稳中求进。\n重点做好以下工作：";
    expect(splitPassages(text).map((p) => p.section)).toEqual(["review", "review", "plan", "plan"]);
  });

  it("look back again in no deeper heading of a plan", () => {
    const text =
      "二、2031年主要任务\n（一）夯实高质量发展基础\n加快建设云河大桥，年内完成投资5亿元，打通对外通道。";
    expect(splitPassages(text).map((p) => p.section)).toEqual(["plan", "plan", "plan"]);
  });

  it("are told by the year where a heading only says 工作", () => {
    const text =
      "一、2030年主要工作\n全年完成投资80亿元，全区经济稳中有进，民生持续改善。\n二、2031年主要工作\n全年计划投资90亿元，全区经济力争稳中有进，民生持续改善。";
    expect(splitPassages(text).map((p) => p.section)).toEqual(["review", "review", "plan", "plan"]);
  });

  it("of a communiqué look back", () => {
    const text = "2030年云河市国民经济和社会发展统计公报\n一、综合\n全年生产总值3000亿元，比上年增长5.0%。";
    expect(splitPassages(text).map((p) => p.section)).toEqual(["other", "review", "review"]);
  });

  it("are found by a position", () => {
    const passages = splitPassages(REPORT);
    expect(passageAt(passages, REPORT.indexOf("就业"))?.index).toBe(6);
    expect(passageAt(passages, REPORT.indexOf("\n"))).toBeUndefined();
    expect(passageAt([], 0)).toBeUndefined();
  });
});

describe("sentences", () => {
  const cut = (text: string): string[] =>
    sentences(text, { start: 0, end: text.length }).map((r) => text.slice(r.start, r.end));
  it.each([
    ["甲完成。乙启动；丙怎样？丁", ["甲完成。", "乙启动；", "丙怎样？", "丁"]],
    ["实施“稳增长；促改革。”行动。完", ["实施“稳增长；促改革。”行动。", "完"]],
    ["（注：如此。）甲。", ["（注：如此。）甲。"]],
    ["没有句号", ["没有句号"]],
    ["", []],
  ])("%s", (text, expected) => expect(cut(text)).toEqual(expected));

  it("do not wait for a bracket that never closes", () => {
    expect(cut(`（${"甲".repeat(200)}。乙。`)).toHaveLength(2);
  });
});

describe("words of sections", () => {
  for (const [what, rules] of [
    ["heading", HEADING_RULES],
    ["paragraph", PARAGRAPH_RULES],
  ] as const)
    for (const rule of rules) {
      it.each(rule.yes)(`${what} ${rule.name}: %s`, (text) =>
        expect(sectionBy(rules, text)).toBe(rule.section),
      );
      it.each(rule.no)(`${what} not ${rule.name}: %s`, (text) => expect(rule.pattern.test(text)).toBe(false));
    }

  it.each([
    ["二〇三〇年工作回顾", 2030],
    ["2031年工作安排", 2031],
    ["“十六五”主要目标和2035年远景目标", undefined],
    ["工作安排", undefined],
  ])("year of %s", (text, year) => expect(headingYear(text)).toBe(year));
});
