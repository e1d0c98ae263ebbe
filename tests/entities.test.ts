import { describe, expect, it } from "vitest";
import { resolve } from "../ingest/entities.ts";
import { parseMarks, typeName } from "../ingest/model/labels.ts";
import { key } from "../ingest/names.ts";
import { vetoed } from "../ingest/rules/vetoes.ts";
import type { Entity, Mention, Passage } from "../ingest/types.ts";
import { zhonglou as report } from "./contexts.ts";

function read(marked: string): { text: string; entities: Entity[]; mentions: Mention[] } {
  const { text, spans } = parseMarks(marked);
  const found = spans.map(({ start, end, type, depth }): Mention => {
    const inner = depth > 0 ? 1 : 0;
    return { start, end, type: typeName(type), probability: 0.9, rule: "test", depth: inner };
  });
  const passage: Passage = {
    index: 0,
    start: 0,
    end: text.length,
    kind: "paragraph",
    headings: [],
    section: "other",
  };
  return { text, ...resolve(text, [passage], report, found) };
}

const named = (entities: readonly Entity[], name: string): Entity | undefined =>
  entities.find((entity) => [entity.name, ...entity.aliases].some((other) => key(other) === key(name)));

/** The name under which each of `names` is found. */
const shown = (marked: string, ...names: string[]): (string | undefined)[] => {
  const { entities } = read(marked);
  return names.map((name) => named(entities, name)?.name);
};

describe("resolve joins", () => {
  it.each([
    [
      "the organ of a level with its full name",
      "⟦区法院⟧I在，⟦钟楼区人民法院⟧I",
      ["区法院"],
      "钟楼区人民法院",
    ],
    ["the party committee of the city", "⟦市委⟧I部署", ["市委"], "常州市委"],
    ["the government of the city", "⟦市政府⟧I部署", ["市政府"], "常州市人民政府"],
    ["what only begins like it", "⟦市政广场⟧P改造", ["市政广场"], "市政广场"],
    [
      "a bare zone with the district's own",
      "⟦经开区⟧K发展，⟦钟楼经济开发区⟧K挂牌",
      ["经开区"],
      "钟楼经济开发区",
    ],
    [
      "a name with and without the city",
      "⟦常州星海产业园⟧K和⟦星海产业园⟧K",
      ["星海产业园"],
      "常州星海产业园",
    ],
    [
      "a quoted core with its fuller form",
      "⟦“三亮”行动⟧S，⟦“三亮”⟧S，⟦“三亮”专项行动⟧S",
      ["三亮", "三亮行动"],
      "“三亮”专项行动",
    ],
    ["a metro line by number", "⟦轨道交通5号线⟧F开工，⟦5号线⟧F提速", ["5号线"], "轨道交通5号线"],
    [
      "a short name that the report defines",
      "⟦星海创新示范园⟧K（以下简称“星创园”）开园，星创园投用",
      ["星创园"],
      "星海创新示范园",
    ],
    ["a village with and without its town", "⟦⟦星湖镇⟧D云溪村⟧D，⟦云溪村⟧D", ["星湖镇云溪村"], "云溪村"],
    ["a town's short name where the full one stands in the report", "⟦星湖⟧D和⟦星湖镇⟧D", ["星湖"], "星湖镇"],
    ["the sign of a province", "承接⟦沪⟧D产业，⟦上海⟧D", ["沪"], "上海市"],
    ["the names of a province", "⟦浙江⟧D与⟦浙江省⟧D", ["浙江"], "浙江省"],
  ])("%s", (_what, marked, names, name) => {
    expect(shown(marked, ...names)).toEqual(names.map(() => name));
  });

  it("words for the district and for those above it", () => {
    const { entities } = read("我区跟随全市，全省领先");
    expect(named(entities, "我区")).toMatchObject({ name: "钟楼区", level: "county" });
    expect(named(entities, "全市")).toMatchObject({ name: "常州市", level: "city" });
    expect(named(entities, "全省")).toMatchObject({ name: "江苏省", level: "province" });
  });

  it("the head that names of a list share to each of them", () => {
    const marked = "建成⟦蓝湾⟧P、⟦南湖⟧P等5个口袋公园";
    expect(shown(marked, "蓝湾", "南湖")).toEqual(["蓝湾口袋公园", "南湖口袋公园"]);
    expect(shown("⟦星海⟧I、⟦云河⟧I两大教育集团", "星海")).toEqual(["星海教育集团"]);
  });
});

describe("resolve keeps apart", () => {
  it.each([
    ["phases", "⟦星海三期⟧J和⟦星海四期⟧J", "星海三期", "星海四期"],
    ["metro lines", "⟦5号线⟧F和⟦2号线⟧F", "5号线", "2号线"],
    ["directions", "⟦云河东路⟧F和⟦云河西路⟧F", "云河东路", "云河西路"],
    ["a firm and its project", "⟦星海科技⟧E的⟦星海科技项目⟧J", "星海科技", "星海科技项目"],
    ["a district and its court", "⟦钟楼区⟧D与⟦⟦钟楼区⟧D人民法院⟧I", "钟楼区", "钟楼区人民法院"],
    ["levels of one title", "⟦国家级绿色工厂⟧H和⟦省级绿色工厂⟧H", "国家级绿色工厂", "省级绿色工厂"],
    [
      "the city's and the district's",
      "⟦常州市实验小学⟧I和⟦钟楼区实验小学⟧I",
      "常州市实验小学",
      "钟楼区实验小学",
    ],
  ])("%s", (_what, marked, one, other) => {
    expect(shown(marked, one, other)).toEqual([one, other]);
  });
});

describe("resolve", () => {
  it("always has the report's own district, with its level", () => {
    const { entities } = read("钟楼区政府工作报告");
    expect(named(entities, "钟楼区")).toMatchObject({ types: ["District"], level: "county" });
  });

  it("gives evidence that the text says", () => {
    const { text, entities } = read("推进⟦星海大桥⟧F，我区⟦星海大桥⟧F通车");
    for (const { evidence } of entities) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
    }
  });

  it("marks every place where a found name stands, and what lies inside with depth 1", () => {
    const { mentions, entities, text } = read("⟦星海大桥⟧F开工，星海大桥北延，⟦⟦星海大桥⟧F连接线⟧F");
    const bridge = entities.findIndex(({ name }) => name === "星海大桥");
    const own = mentions.filter(({ entity }) => entity === bridge);
    expect(own.map(({ start, end }) => text.slice(start, end))).toEqual(["星海大桥", "星海大桥", "星海大桥"]);
    expect(own.map(({ depth }) => depth)).toEqual([0, 0, 1]);
  });

  it("never takes one line's number for another's", () => {
    const { mentions } = read("⟦5号线⟧F通车，15号线开工");
    expect(mentions).toHaveLength(1);
  });

  it("gives a name one type, the one that most mentions say", () => {
    const { entities } = read("⟦星海中心⟧P，⟦星海中心⟧I，⟦星海中心⟧I");
    expect(named(entities, "星海中心")?.types).toEqual(["Institution"]);
  });

  it("takes a firm's name in a list of projects for the firm where its project has a name of its own", () => {
    const { entities } = read("⟦⟦星海⟧E项目⟧J签约，⟦⟦星海⟧E⟧J、⟦蓝湾⟧J等项目开工");
    expect(named(entities, "星海")?.types).toEqual(["Enterprise"]);
    expect(named(entities, "星海项目")?.types).toEqual(["Project"]);
    expect(named(entities, "星海项目")?.evidence).toHaveLength(2);
  });

  it("has each key once, over all names and aliases that are names", () => {
    const { entities } = read("⟦“星海”计划⟧S，⟦星海计划⟧S，⟦星海⟧P，⟦星海⟧E");
    const keys = entities.map(({ name }) => key(name));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("vetoed", () => {
  it.each([
    ["新发展理念", "Initiative"],
    ["“两个确立”", "Initiative"],
    ["23个重大项目", "Project"],
    ["老旧小区", "Place"],
    ["企业", "Enterprise"],
    ["习近平总书记", "Person"],
    ["本报讯(记者李明远)", "Place"],
    ["李明远在大会", "Event"],
    ["政协云河区第三届委员会第二次会议开幕", "Policy"],
  ] as const)("%s is no %s", (name, type) => expect(vetoed(name, type)).toBe(true));

  it.each([
    ["乡村振兴战略", "Initiative"],
    ["星海项目", "Project"],
    ["“十大行动”", "Initiative"],
    ["李明", "Person"],
    ["《云河区第三届人民代表大会会议规则》", "Policy"],
    ["云河区第三届委员会第二次会议", "Event"],
  ] as const)("%s may be a %s", (name, type) => expect(vetoed(name, type)).toBe(false));
});

describe("districts with former names", () => {
  it("are meant by the full former name everywhere, by its short form only near them", () => {
    expect(shown("赴⟦北宁市⟧D考察", "北宁市")).toEqual(["北镇市"]);
    expect(shown("与⟦北宁⟧D签约", "北宁", "北镇市")).not.toContain("北镇市");
    expect(shown("与⟦靖西⟧D协作", "靖西")).toEqual(["靖西市"]);
  });
});

describe("names that a list leaves without their tail", () => {
  it.each([
    ["the tail of the last", "提升⟦东湾⟧D、⟦⟦星湖⟧D化工园区⟧K水平", ["东湾化工园区", "星湖化工园区"]],
    ["a head behind a count", "⟦东湾⟧D、⟦星湖⟧D等3个通用机场选址", ["东湾通用机场", "星湖通用机场"]],
    ["a part of each", "⟦东湾医院⟧I和⟦⟦星湖医院⟧I新院区⟧I投用", ["东湾医院新院区", "星湖医院新院区"]],
    ["phases", "⟦星海码头岸电三⟧J、四期项目完工", ["星海码头岸电三期项目", "星海码头岸电四期项目"]],
    [
      "programmes under one head",
      "深入实施科技赋能、品牌跃升、绿色转型三大行动",
      ["科技赋能行动", "品牌跃升行动", "绿色转型行动"],
    ],
    [
      "an open list of programmes",
      "开展散煤治理、扬尘管控等专项行动",
      ["散煤治理专项行动", "扬尘管控专项行动"],
    ],
  ])("%s", (_what, marked, names) => {
    expect(shown(marked, ...names)).toEqual(names);
  });

  it.each([
    ["a town in full", "走进⟦东湾镇⟧D、⟦⟦星湖⟧D化工园区⟧K", "东湾镇化工园区"],
    ["another name before the tail", "⟦东湾⟧D、⟦⟦星湖⟧D⟦长荡河⟧P湿地公园⟧P", "东湾长荡河湿地公园"],
    ["a road of its own", "加快⟦东湾高速⟧F、⟦⟦星湖高速⟧F改造⟧J", "东湾高速改造"],
    ["a list that is shorter than it says", "实施科技赋能、品牌跃升五大行动", "科技赋能行动"],
    ["works that have names", "建成⟦东湾大桥⟧F、⟦星湖水厂⟧F两大工程", "东湾大桥工程"],
    ["kinds of works", "推进保障性住房建设、城中村改造两大工程", "保障性住房建设工程"],
  ])("not %s", (_what, marked, name) => {
    expect(named(read(marked).entities, name)).toBeUndefined();
  });

  it("the whole of a list of programmes", () => {
    expect(shown("深入实施科技赋能、品牌跃升、绿色转型三大行动", "三大行动")).toEqual(["三大行动"]);
  });

  it("a phase of a road is a road, one of a firm stays a project", () => {
    const { entities } = read("⟦东湾路⟧F通车，⟦东湾路北延⟧J和⟦⟦星海⟧E二期⟧J开工");
    expect(named(entities, "东湾路北延")?.types).toEqual(["Infrastructure"]);
    expect(named(entities, "星海二期")?.types).toEqual(["Project"]);
  });

  it("leaves the mentions that it was given as they are", () => {
    const { text, spans } = parseMarks("提升⟦东湾⟧D、⟦⟦星湖⟧D化工园区⟧K水平");
    const given = spans.map(({ start, end, type, depth }): Mention => {
      return { start, end, type: typeName(type), probability: 0.9, rule: "test", depth: depth > 0 ? 1 : 0 };
    });
    const copy = given.map((mention) => ({ ...mention }));
    resolve(text, [], report, given);
    expect(given).toEqual(copy);
  });

  it("the place is inside the name that it begins", () => {
    const { entities, mentions } = read("提升⟦东湾⟧D、⟦⟦星湖⟧D化工园区⟧K水平");
    const park = entities.findIndex(({ name }) => name === "东湾化工园区");
    const [outer] = mentions.filter(({ entity }) => entity === park);
    expect(outer).toMatchObject({ start: 2, end: 4, depth: 0, rule: "shared-tail" });
  });
});
