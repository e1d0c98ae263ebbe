import { describe, expect, it } from "vitest";
import { findMentions, takeWeights } from "../ingest/mentions.ts";
import { parseMarks, typeName } from "../ingest/model/labels.ts";
import type { Span } from "../ingest/model/tagger.ts";
import type { EntityType } from "../ingest/ontology.ts";
import { NAME_RULES } from "../ingest/rules/names/all.ts";
import { byRules } from "../ingest/rules/names/by-rules.ts";
import { leftEdge } from "../ingest/rules/names/edge.ts";
import { fuse } from "../ingest/rules/names/fuse.ts";
import { mend } from "../ingest/rules/names/mend.ts";
import { findPeople, findReporters } from "../ingest/rules/names/people.ts";
import { apply } from "../ingest/rules/names/rule.ts";
import { settle } from "../ingest/rules/names/settle.ts";
import type { Mention } from "../ingest/types.ts";
import { zhonglou as report } from "./contexts.ts";

const say = (text: string, found: readonly Mention[]): string[] =>
  found.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);

describe.each(NAME_RULES.map((rule) => [rule.name, rule] as const))("the rule %s", (_name, rule) => {
  it.each(rule.yes)("finds the marked names of %s", (marked) => {
    const { text, spans } = parseMarks(marked);
    expect(say(text, apply(rule, text))).toEqual(
      spans.map(({ start, end, type }) => `${text.slice(start, end)} ${typeName(type)}`),
    );
  });

  it.each(rule.no)("finds nothing in %s", (text) => expect(say(text, apply(rule, text))).toEqual([]));
});

describe("leftEdge", () => {
  it.each([
    ["加快推进云河产业园", "产业园", "云河"],
    ["云河、星海产业园", "产业园", "星海"],
    ["建设星海产业园", "产业园", "星海"],
    ["投资5亿元的星海产业园", "产业园", "星海"],
  ])("of %s before %s takes %s", (text, head, name) => {
    const at = text.indexOf(head);
    expect(text.slice(leftEdge(text, at, 10), at)).toBe(name);
  });
});

describe("byRules", () => {
  it("finds divisions of the country by full and short names", () => {
    const text = "与浙江、武汉市合作，本区钟楼、金坛联动";
    const districts = byRules(text, report).filter(({ type }) => type === "District");
    expect(say(text, districts)).toEqual([
      "浙江 District",
      "武汉市 District",
      "钟楼 District",
      "金坛 District",
    ]);
  });

  it("does not take everyday words for counties of other places", () => {
    const text = "整合资源，加强合作，打开通道，建设安居工程";
    expect(
      say(
        text,
        byRules(text, report).filter(({ type }) => type === "District"),
      ),
    ).toEqual([]);
  });

  it("takes works for a project where a name stands inside, and not where only kinds are named", () => {
    const projects = (text: string): string[] =>
      say(text, byRules(text, report)).filter((name) => name.endsWith("Project"));
    expect(projects("完成星海大桥改造工程，")).toContain("星海大桥改造工程 Project");
    expect(projects("完成绿化亮化工程，")).toEqual([]);
  });
});

describe("findPeople", () => {
  it.each([
    ["出席的区领导有李明远、王芳、赵天明。", ["李明远", "王芳", "赵天明"]],
    ["\n李明远、王芳、赵天明、洛桑江村、周正华出席", ["李明远", "王芳", "赵天明", "洛桑江村", "周正华"]],
    ["区委书记李明远、区长王芳出席", []],
    ["发展金融、康养、文旅等产业", []],
    ["，金融业、康养业、文旅业参加", ["金融业", "康养业", "文旅业"].slice(3)],
  ])("in %s finds %j", (text, names) => {
    expect(findPeople(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
  });
});

describe("settle", () => {
  const mention = (start: number, end: number, probability = 0.9): Mention => ({
    start,
    end,
    type: "Place",
    probability,
    rule: "test",
    depth: 0,
  });
  it("keeps the longer of two that cross", () => {
    expect(settle([mention(0, 4), mention(3, 10)]).map(({ start }) => start)).toEqual([3]);
  });
  it("gives depth 1 to what lies inside", () => {
    expect(settle([mention(0, 8), mention(0, 3)]).map(({ end, depth }) => [end, depth])).toEqual([
      [8, 0],
      [3, 1],
    ]);
  });
});

describe("fuse", () => {
  const span = (text: string, name: string, type: EntityType): Span => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, type, probability: 0.9, depth: 0 };
  };
  const fused = (text: string, ...spans: Span[]): string[] => say(text, fuse(text, spans, report));

  it("takes persons of a list from the rule, whatever the tagger says of them", () => {
    const text = "就座的区领导有沈明、李明远、王芳华。";
    const found = fused(text, span(text, "沈明", "District"), span(text, "李明远、王芳华", "Enterprise"));
    expect(found).toEqual(["沈明 Person", "李明远 Person", "王芳华 Person"]);
  });
  it("keeps a name that only begins with a person's", () => {
    const text = "邀请、赵天明院士工作站揭牌";
    expect(fused(text, span(text, "赵天明院士工作站", "Institution"))[0]).toBe(
      "赵天明院士工作站 Institution",
    );
  });
  it("adds the own district and those above, and no places elsewhere", () => {
    const text = "常州钟楼与白银协作";
    expect(fused(text)).toEqual(["常州 District", "钟楼 District"]);
  });
  it("finds nothing in the titles of works, and policies by their heads", () => {
    const text = "舞剧《星海谣》《云河》在星海大剧院首演，推出《云河之夜》，出台《星海十问》《星海条例》";
    const work = [span(text, "《星海谣》", "Policy"), span(text, "云河", "Place")];
    const shown = [span(text, "《云河之夜》", "Policy"), span(text, "《星海十问》", "Policy")];
    expect(fused(text, ...work, ...shown)).toEqual(["《星海十问》 Policy", "《星海条例》 Policy"]);
  });
  it("leaves out how it went, who took the picture, and adverbs", () => {
    const text = "星海运动会有序筹备，云河区系统推进改革。记者李明远摄，关于云河规划";
    const spans = [span(text, "星海运动会有序筹备", "Event"), span(text, "云河区系统", "Project")];
    const more = [span(text, "李明远摄", "Person"), span(text, "关于云河规划", "Policy")];
    expect(fused(text, ...spans, ...more)).toEqual(["星海运动会 Event", "李明远 Person", "云河规划 Policy"]);
    const whole = "云河智慧系统一期";
    expect(fused(whole, span(whole, whole, "Project"))).toEqual([`${whole} Project`]);
  });
  it("takes no class with its count for a name", () => {
    const text = "建成古树公园3个，云河公园2个，“星光”驿站5家，古树公园3个入口";
    const classes = [span(text, "古树公园", "Place"), span(text, "云河公园", "Place")];
    const more = [span(text, "云河", "District"), span(text, "“星光”驿站", "Initiative")];
    const found = fused(text, ...classes, ...more);
    expect(found).toEqual(["云河公园 Place", "云河 District", "“星光”驿站 Initiative"]);
  });
  it("finds a numbered whole without its quotes", () => {
    const text = "建设“四大星区”。云河、星湖四大星区，十四大星区、五大星区";
    const found = fused(text, span(text, "“四大星区”", "Initiative"), span(text, "云河", "Park"));
    expect(found).toEqual(["“四大星区” Initiative", "云河 Park", "四大星区 Initiative"]);
  });
  it("takes roads and built centres for what they are, not for programmes", () => {
    const text = "推进星海物流中心建设，完善“三横两纵”快速路网，打造云河物流中心";
    const names = ["星海物流中心", "“三横两纵”快速路网", "云河物流中心"];
    const spans = names.map((name) => span(text, name, "Initiative"));
    expect(fused(text, ...spans)).toEqual([
      "星海物流中心 Park",
      "“三横两纵”快速路网 Infrastructure",
      "云河物流中心 Initiative",
    ]);
  });

  it("takes what a landform follows for a place", () => {
    const text = "星海盆地、云河山水公司";
    const spans = [span(text, "星海", "Enterprise"), span(text, "云河", "Enterprise")];
    expect(fused(text, ...spans)).toEqual(["星海盆地 Place", "云河 Enterprise"]);
  });
  it("leaves out parts of web addresses and classes of goods", () => {
    const text = "见www.baidu.com，粮油、食品类增长，烟酒类下降";
    const goods = ["粮油", "烟酒类"].map((name) => span(text, name, "Industry"));
    expect(fused(text, span(text, "baidu", "Enterprise"), ...goods)).toEqual([]);
  });
});

describe("findMentions", () => {
  it("works by rules alone where there are no weights", () => {
    takeWeights("/nowhere");
    const text = "印发《云河区优化营商环境条例》";
    expect(say(text, findMentions(text, [], report))).toEqual(["《云河区优化营商环境条例》 Policy"]);
    takeWeights();
  });
  it("returns mentions in the order of the text, outer ones before inner ones", () => {
    const text = "钟楼区人民法院在江苏省";
    const found = findMentions(text, [], report);
    const order = found.map(({ start, end }) => start * 1000 - end);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
  it("finds nothing in an empty text", () => expect(findMentions("", [], report)).toEqual([]));
});

describe("findReporters", () => {
  it.each([
    ["本报讯（李明远王芳）昨日", ["李明远", "王芳"]],
    ["本报讯(李明远 王芳)昨日", ["李明远", "王芳"]],
    ["本报讯（记者赵天明）昨日", ["赵天明"]],
    ["本报讯（融媒体中心）昨日", []],
  ])("in %s finds %j", (text, names) => {
    expect(findReporters(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
  });
});

describe("mend", () => {
  it.each([
    ["高新园（星湖镇）投用", "高新园（星湖镇", "高新园（星湖镇）"],
    ["开展“亮灯”行动", "亮灯”行动", "“亮灯”行动"],
    ["获评全省唯一国家骨干冷链基地", "全省唯一国家骨干冷链基地", "国家骨干冷链基地"],
    ["工程（南环线）等", "（南环线）", "南环线"],
    ["工程（南环线）等", "南环线）", "南环线"],
    ["“星海”和云河", "“星海”", "“星海”"],
    ["世界首座新型电站——星海储能电站投运", "世界首座新型电站——星海储能电站", "星海储能电站"],
    ["推行“一键直达”服务", "“一键直达”服务", "“一键直达”服务"],
    ["3号线直达云河", "3号线直达云河", "3号线"],
    ["交付2124套星海湾安置房", "2124套星海湾安置房", "星海湾安置房"],
  ])("in %s makes of %s %s", (text, cut, whole) => {
    const start = text.indexOf(cut);
    const range = mend(text, { start, end: start + cut.length });
    expect(range && text.slice(range.start, range.end)).toBe(whole);
  });
});
