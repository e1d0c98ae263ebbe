import { describe, expect, it } from "vitest";
import { splitPassages } from "../ingest/passages.ts";
import { readBytes } from "../ingest/read/read.ts";
import { dateIn } from "../ingest/report/dates.ts";
import { KIND_RULES } from "../ingest/report/kind.ts";
import { describeReport, looksLikeReport } from "../ingest/report.ts";

async function describeText(text: string, name = "一.txt") {
  const source = await readBytes(name, Buffer.from(text));
  return describeReport(source, splitPassages(source.text));
}

const REVIEW = "过去一年，全区地区生产总值增长6.5%，新增规模以上企业30家，城乡居民收入稳步提高。";

describe("what a report is", () => {
  it("of a county-level district, its chain up to the province, whatever the file is called", async () => {
    const text = `政府工作报告\n——2031年1月8日在苏州市吴江区第十八届人民代表大会第五次会议上\n吴江区人民政府区长 某某\n各位代表：\n现在，我代表吴江区人民政府向大会报告工作。\n一、2030年工作回顾\n${REVIEW}\n二、2031年工作安排\n今年，我们将新增企业20家。`;
    expect(await describeText(text, "昆山市2020年政府工作报告.txt")).toMatchObject({
      title: "吴江区2031年政府工作报告",
      kind: "government work report",
      district: "吴江区",
      chain: ["江苏省", "苏州市", "吴江区"],
      publisher: "吴江区人民政府",
      date: "2031-01-08",
      reviewYears: [2030],
      planYears: [2031],
    });
  });

  it("without a title, from the places that it names and from who speaks", async () => {
    const text = `各位代表：\n现在，我代表市人民政府向大会报告工作。\n一、2030年工作回顾\n2030年，在省委、省政府和市委坚强领导下，全市经济稳中向好，建设现代化九江迈出新步伐，九江港吞吐量居全省前列。\n二、2031年主要任务\n今年，全市生产总值增长6%，奋力谱写九江新篇章。`;
    expect(await describeText(text)).toMatchObject({
      district: "九江市",
      chain: ["江西省", "九江市"],
      reviewYears: [2030],
      planYears: [2031],
    });
  });

  it("of a name that several cities have, by its other places", async () => {
    const text = `现在，我代表鼓楼区人民政府向大会报告工作。\n一、2030年工作回顾\n${REVIEW}开封市下达的任务全面完成，河南省级示范区通过验收。`;
    expect(await describeText(text)).toMatchObject({
      district: "鼓楼区",
      chain: ["河南省", "开封市", "鼓楼区"],
    });
  });

  it("of a county before it became a district, as the text says", async () => {
    const text = `现在，我代表县政府向大会报告工作。\n一、2010年工作回顾\n全县生产总值增长9%，县委坚强领导，溧水经济发展、溧水人民生活改善，溧水城乡面貌一新。\n二、2011年工作安排\n全县新增企业20家。`;
    expect(await describeText(text)).toMatchObject({
      district: "溧水县",
      chain: ["江苏省", "南京市", "溧水县"],
      planYears: [2011],
    });
  });

  it("of an autonomous prefecture, by the short name that it uses", async () => {
    const text = `现在，我代表州人民政府向大会报告工作。\n一、2030年工作回顾\n2030年，在省委和州委的领导下，大理州经济平稳增长，全州旅游收入增长8%，大理州人民生活改善。`;
    expect(await describeText(text)).toMatchObject({ district: "大理州", chain: ["云南省", "大理州"] });
  });

  it("of the State Council", async () => {
    const text =
      "各位代表：\n现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2030年工作回顾\n过去一年，国民经济稳中有进，城镇新增就业1200万人。";
    expect(await describeText(text)).toMatchObject({
      district: "中国",
      publisher: "国务院",
      reviewYears: [2030],
    });
  });

  it("after a term, with five years on both sides", async () => {
    const text = `（2032年1月9日）\n各位代表：\n现在，我代表吴江区人民政府向大会报告工作。\n一、过去五年工作回顾\n五年来，${REVIEW}\n二、今后五年奋斗目标\n今后五年的总体要求是：再接再厉。\n三、2032年工作安排\n新增企业20家。`;
    expect(await describeText(text)).toMatchObject({
      reviewYears: [2027, 2028, 2029, 2030, 2031],
      planYears: [2032, 2033, 2034, 2035, 2036],
    });
  });

  it("as a communiqué, signed by its bureaus", async () => {
    const text =
      "2030年九江市国民经济和社会发展统计公报\n九江市统计局\n国家统计局九江调查队\n2031年3月20日\n一、综合\n全年全市生产总值3000亿元，比上年增长5.0%。";
    expect(await describeText(text)).toMatchObject({
      kind: "statistical communique",
      district: "九江市",
      publisher: "九江市统计局、国家统计局九江调查队",
      date: "2031-03-20",
      reviewYears: [2030],
      planYears: [],
    });
  });

  it("as a plan report and as a five-year plan", async () => {
    const plan =
      "关于苏州市吴江区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告\n区发展和改革委员会主任 某某\n各位代表：\n受区人民政府委托，现将有关情况报告如下。\n一、2030年计划执行情况\n全区增长6%。";
    expect(await describeText(plan)).toMatchObject({
      kind: "plan report",
      district: "吴江区",
      reviewYears: [2030],
      planYears: [2031],
    });
    const outline =
      "九江市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n第一章 发展基础\n“十三五”时期，全市经济平稳增长。\n第二章 总体要求\n“十四五”时期，全市经济年均增长7%。";
    expect(await describeText(outline)).toMatchObject({
      kind: "five-year plan",
      district: "九江市",
      reviewYears: [2016, 2017, 2018, 2019, 2020],
      planYears: [2021, 2022, 2023, 2024, 2025],
    });
  });

  it("as news of a congress", async () => {
    const text =
      "吴江区第十八届人民代表大会第五次会议开幕\n本报讯（记者某某）1月8日，吴江区第十八届人民代表大会第五次会议开幕。区长代表区政府作报告。他说，2030年，全区增长6%。2031年，全区要新增企业20家。";
    expect(await describeText(text)).toMatchObject({ kind: "news", district: "吴江区" });
  });
});

describe("kinds", () => {
  for (const rule of KIND_RULES) {
    it.each(rule.yes)(`${rule.kind}: %s`, (text) => expect(rule.pattern.test(text)).toBe(true));
    it.each(rule.no)(`not ${rule.kind}: %s`, (text) => expect(rule.pattern.test(text)).toBe(false));
  }
});

describe("dates", () => {
  it.each([
    ["（2031年1月3日）", "2031-01-03"],
    ["二〇三一年十二月三十日", "2031-12-30"],
    ["时间：2031-02-03 09:00", "2031-02-03"],
    ["2031年13月1日", undefined],
    ["没有日期", undefined],
  ])("%s", (text, date) => expect(dateIn(text)).toBe(date));
});

describe("a file that is no report", () => {
  const looks = async (text: string): Promise<boolean> => {
    const source = await readBytes("a.txt", Buffer.from(text));
    return looksLikeReport(source, splitPassages(source.text));
  };
  it("is told from one", async () => {
    expect(
      await looks(
        `一、2030年工作回顾\n${Array.from({ length: 12 }, (_, i) => `第${i}项，${REVIEW}`).join("\n")}`,
      ),
    ).toBe(true);
    expect(await looks(Array.from({ length: 200 }, (_, i) => `栏目${i}`).join("\n"))).toBe(false);
    expect(await looks(`床前明月光，疑是地上霜。${"举头望明月，低头思故乡。".repeat(40)}`)).toBe(false);
    expect(await looks("const a = 1;\n".repeat(100))).toBe(false);
  });
});
