import { describe, expect, it } from "vitest";
import { digestOf, yearOf } from "../cypher/digest.ts";
import { contribute } from "../cypher/graph/contribution.ts";
import { identify } from "../cypher/identity.ts";
import { locate, placePrefix } from "../cypher/places.ts";
import { resolve } from "../cypher/resolve.ts";
import { isCommon } from "../cypher/vocabulary.ts";
import type { EntityType } from "../ingest/ontology.ts";
import { type Draft, factsOf, yunhe2023 } from "./store-facts.ts";

const CITY = ["江省", "云州市"];
const YUNHE = [...CITY, "云河区"];
const XINGHU = [...CITY, "星湖区"];
const ELSEWHERE = ["海省", "临海市", "白鹭县"];

type Sided = [home: string[], type: EntityType, name: string, ...aliases: string[]];

/** Are these names, each of a report of its own, one entity? */
function isOne(...sides: Sided[]): boolean {
  const digests = sides.map(([chain, type, name, ...aliases], i) => {
    const entities: Draft["entities"] = [[type, name, ...aliases]];
    return digestOf(factsOf({ chain, year: 2020 + i, lines: ["报告", name], entities }));
  });
  const { nodeOf } = resolve(digests);
  return new Set(digests.map(({ report }) => nodeOf.get(report.id)?.[0])).size === 1;
}

describe("names of different reports are one", () => {
  it.each<[string, ...Sided[]]>([
    [
      "a strategy with and without 发展",
      [YUNHE, "Initiative", "“七三一”发展战略"],
      [YUNHE, "Initiative", "“七三一”战略"],
    ],
    [
      "a road in two districts of a city",
      [YUNHE, "Infrastructure", "银杏大道"],
      [XINGHU, "Infrastructure", "银杏大道"],
    ],
    ["a lake that two districts border on", [YUNHE, "Place", "青藤湖"], [XINGHU, "Place", "青藤湖"]],
    [
      "a firm with and without its legal form",
      [YUNHE, "Enterprise", "星海智造"],
      [ELSEWHERE, "Enterprise", "星海智造股份有限公司"],
    ],
    ["a university everywhere", [YUNHE, "Institution", "复旦大学"], [ELSEWHERE, "Institution", "复旦大学"]],
    ["a national railway", [YUNHE, "Infrastructure", "京沪高铁"], [ELSEWHERE, "Infrastructure", "京沪高铁"]],
    [
      "a district's own hospital with and without its name",
      [YUNHE, "Institution", "云河区人民医院"],
      [YUNHE, "Institution", "区人民医院"],
    ],
    ["经开区 and 经济开发区", [YUNHE, "Park", "云河经开区"], [YUNHE, "Park", "云河经济开发区"]],
    ["国家级 and 国家", [YUNHE, "Honor", "国家级绿色工厂"], [ELSEWHERE, "Honor", "国家绿色工厂"]],
    [
      "an honour with its words in another order",
      [YUNHE, "Honor", "国家数字贸易试点城市"],
      [ELSEWHERE, "Honor", "国家数字贸易城市试点"],
    ],
    [
      "国企 and 国有企业",
      [YUNHE, "Initiative", "国企改革深化提升行动"],
      [ELSEWHERE, "Initiative", "国有企业改革深化提升行动"],
    ],
    [
      "a national programme before which a place stands",
      [YUNHE, "Initiative", "长江经济带"],
      [ELSEWHERE, "Initiative", "长江经济带发展战略"],
    ],
    [
      "a city's park as a district's report and the city's own call it",
      [CITY, "Park", "银杏谷产业园"],
      [YUNHE, "Park", "银杏谷产业园"],
    ],
    [
      "a name and the alias that a report states",
      [YUNHE, "Park", "银杏谷产业园", "银杏谷"],
      [YUNHE, "Park", "银杏谷"],
    ],
    [
      "variants of one quoted name",
      [YUNHE, "Initiative", "“青藤贷”平台"],
      [YUNHE, "Initiative", "“青藤贷”服务"],
    ],
    [
      "a town in its district's report and its city's",
      [YUNHE, "District", "白鹭镇"],
      [CITY, "District", "白鹭镇"],
    ],
    [
      "a province in its own and another's report",
      [["江苏省"], "District", "江苏省"],
      [["河北省", "保定市", "清苑区"], "District", "江苏"],
    ],
  ])("%s", (_what, ...sides) => expect(isOne(...sides)).toBe(true));
});

describe("names of different reports stay two", () => {
  it.each<[string, ...Sided[]]>([
    ["三期 and 四期", [YUNHE, "Project", "星海智造三期项目"], [YUNHE, "Project", "星海智造四期项目"]],
    [
      "5号线 and 2号线",
      [YUNHE, "Infrastructure", "轨道交通5号线"],
      [YUNHE, "Infrastructure", "轨道交通2号线"],
    ],
    [
      "line 6 of two cities",
      [YUNHE, "Infrastructure", "地铁6号线"],
      [ELSEWHERE, "Infrastructure", "地铁6号线"],
    ],
    [
      "a road and its extension",
      [YUNHE, "Infrastructure", "银杏大道"],
      [YUNHE, "Infrastructure", "银杏大道西延"],
    ],
    ["东延 and 西延", [YUNHE, "Infrastructure", "银杏大道东延"], [YUNHE, "Infrastructure", "银杏大道西延"]],
    ["a firm and its project", [YUNHE, "Enterprise", "星海智造"], [YUNHE, "Project", "星海智造"]],
    [
      "the people's hospitals of two districts",
      [YUNHE, "Institution", "第一人民医院"],
      [XINGHU, "Institution", "第一人民医院"],
    ],
    ["实验小学 of two districts", [YUNHE, "Institution", "实验小学"], [XINGHU, "Institution", "实验小学"]],
    ["人民路 of two districts", [YUNHE, "Infrastructure", "人民路"], [XINGHU, "Infrastructure", "人民路"]],
    ["经开区 of two districts", [YUNHE, "Park", "经开区"], [XINGHU, "Park", "经开区"]],
    [
      "the city's and the district's civic centre",
      [CITY, "Institution", "市民中心"],
      [YUNHE, "Institution", "市民中心"],
    ],
    ["第一 and 第二", [YUNHE, "Institution", "第一中学"], [YUNHE, "Institution", "第二中学"]],
    ["国家级 and 省级", [YUNHE, "Honor", "国家级绿色工厂"], [YUNHE, "Honor", "省级绿色工厂"]],
    ["省级 of two provinces", [YUNHE, "Honor", "省级绿色工厂"], [ELSEWHERE, "Honor", "省级绿色工厂"]],
    ["a district and its court", [YUNHE, "District", "云河区"], [YUNHE, "Institution", "云河区人民法院"]],
    [
      "a district and the city of the same stem",
      [YUNHE, "District", "云河区"],
      [YUNHE, "District", "云河市"],
    ],
    ["五大行动 of two districts", [YUNHE, "Initiative", "“五大行动”"], [XINGHU, "Initiative", "“五大行动”"]],
    [
      "parks of one kind in two districts",
      [YUNHE, "Park", "智能制造产业园"],
      [XINGHU, "Park", "智能制造产业园"],
    ],
    ["a town and a village", [YUNHE, "District", "白鹭镇"], [YUNHE, "District", "白鹭村"]],
  ])("%s", (_what, ...sides) => expect(isOne(...sides)).toBe(false));

  it("keeps apart what one report tells apart, whatever another's alias says", () => {
    const both = factsOf({
      year: 2022,
      lines: ["报告", "银杏谷产业园、银杏湾"],
      entities: [
        ["Park", "银杏谷产业园"],
        ["Park", "银杏湾"],
      ],
    });
    const loose = factsOf({
      lines: ["报告", "银杏谷产业园"],
      entities: [["Park", "银杏谷产业园", "银杏湾"]],
    });
    const digests = [both, loose].map((facts) => digestOf(facts));
    const nodes = resolve(digests).nodeOf.get(digests[0]?.report.id ?? "");
    expect(nodes?.[0]).not.toBe(nodes?.[1]);
  });
});

describe("a name", () => {
  it.each([
    ["智能制造产业园", true],
    ["第一人民医院", true],
    ["市民中心", true],
    ["人民路", true],
    ["星海产业园", false],
    ["青藤湖", false],
    ["银杏大道", false],
  ])("%s is common: %s", (name, common) => expect(isCommon(name)).toBe(common));

  it("begins with a place of the lexicon or of home", () => {
    expect(placePrefix("江苏省常州市钟楼区人民法院", [])).toEqual({
      chain: ["江苏省", "常州市", "钟楼区"],
      rest: "人民法院",
    });
    expect(placePrefix("云河区人民法院", YUNHE)?.rest).toBe("人民法院");
    expect(placePrefix("常州市民中心", ["江苏省", "常州市"])?.rest).toBe("市民中心");
    expect(placePrefix("青藤湖公园", YUNHE)).toBeUndefined();
  });

  it("of a district that several cities have is the nearest one", () => {
    expect(locate("鼓楼区", ["江苏省", "徐州市"])).toEqual(["江苏省", "徐州市", "鼓楼区"]);
    expect(locate("鼓楼区", ["广东省"])).toBeUndefined();
  });

  it("has an identity that does not depend on quotes, spaces or width", () => {
    expect(identify("Initiative", "“ 七三一 ”战略", YUNHE).core).toBe(
      identify("Initiative", "七三一战略", YUNHE).core,
    );
  });
});

describe("the graph of a report", () => {
  const facts = yunhe2023();
  const digest = digestOf(facts);
  const nodes = resolve([digest]).nodeOf.get(digest.report.id) ?? [];
  const graph = contribute(facts, digest, nodes);

  it("has its passages, in order, under it, and whose it is", () => {
    expect(graph.relationships.filter(({ type }) => type === "HAS_PASSAGE")).toHaveLength(
      facts.passages.length,
    );
    expect(graph.relationships.filter(({ type }) => type === "ABOUT")).toHaveLength(1);
  });

  it("points with every piece of evidence at the very words", () => {
    for (const { properties } of graph.shared)
      (properties.starts as number[]).forEach((start, i) => {
        expect(facts.text.slice(start, (properties.ends as number[])[i])).not.toBe("");
      });
    expect(graph.shared.length).toBe(facts.relations.length);
  });

  it("is of the year planned, else of the last looked back on", () => {
    expect(yearOf(facts.report)).toBe(2023);
    expect(yearOf({ ...facts.report, planYears: [] })).toBe(2022);
  });

  it("names a district that its text never names", () => {
    const silent = factsOf({ lines: ["报告", "我区发展很快"], entities: [] });
    expect(digestOf(silent).entities.map(({ name, type }) => [name, type])).toEqual([["云河区", "District"]]);
  });
});
