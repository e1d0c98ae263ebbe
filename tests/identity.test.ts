/** When names of several reports are one thing: places in names, what the whole country means by a name. */
import { describe, expect, it } from "vitest";
import { type Digest, digestOf } from "../cypher/digest.ts";
import { displayName } from "../cypher/entity-rows.ts";
import { type Identity, identify } from "../cypher/identity.ts";
import { isNational } from "../cypher/national.ts";
import { resolve } from "../cypher/resolve.ts";
import type { EntityType } from "../ingest/ontology.ts";
import { factsOf } from "./store-facts.ts";

const LUOHU = ["广东省", "深圳市", "罗湖区"];
const CHANGZHOU = ["江苏省", "常州市"];
const KUNMING = ["云南省", "昆明市"];

type Said = readonly [EntityType, string, string[]][];

/** Each name is said by a report of its own. */
const digestsOf = (said: Said): Digest[] =>
  said.map(([type, name, chain], i) =>
    digestOf(
      factsOf({
        lines: [`报告${i}`, name],
        entities: [[type, name]],
        chain,
        year: 2020 + i,
      }),
    ),
  );

function nodesOf(said: Said): string[] {
  const digests = digestsOf(said);
  const { nodeOf } = resolve(digests);
  return digests.map(({ report }) => nodeOf.get(report.id)?.[0] ?? "");
}

const one = (...said: [EntityType, string, string[]][]): boolean => new Set(nodesOf(said)).size === 1;

describe("across reports", () => {
  it.each<[EntityType, string, string]>([
    ["Initiative", "“高效办成一件事”", "“高效办成一件事”改革"],
    ["Initiative", "安全生产治本攻坚三年行动", "安全生产治本攻坚行动"],
    ["Institution", "国务院", "国务院"],
    ["Institution", "工业和信息化部", "工信部"],
    ["Event", "进博会", "进博会"],
    ["Person", "李克强", "李克强"],
    ["Infrastructure", "中欧班列", "中欧班列"],
    ["Place", "长江", "长江"],
  ])("the whole country means one thing by %s %s, %s", (type, a, b) =>
    expect(one([type, a, CHANGZHOU], [type, b, KUNMING])).toBe(true),
  );

  it.each<[EntityType, string, string]>([
    ["Initiative", "“五大行动”", "“五大行动”"],
    ["Initiative", "“城市大脑”", "“城市大脑”"],
    ["Institution", "市委", "市委"],
    ["Place", "人民公园", "人民公园"],
    ["Event", "大运会", "大运会"],
    ["Person", "李建国", "李建国"],
    ["Enterprise", "常州建工", "昆明建工"],
    ["Enterprise", "江苏农商联合银行", "云南农商联合银行"],
    ["Institution", "市文联", "市文联"],
    ["Infrastructure", "地铁2号线", "地铁2号线"],
  ])("two cities mean two things by %s %s, %s", (type, a, b) =>
    expect(one([type, a, CHANGZHOU], [type, b, KUNMING])).toBe(false),
  );

  it.each<[EntityType, string, string, boolean]>([
    ["Infrastructure", "罗湖河绿道", "福田河绿道", false],
    ["Infrastructure", "罗湖河绿道", "深圳市罗湖河绿道", true],
    ["Event", "深圳马拉松", "罗湖马拉松", false],
    ["Institution", "罗湖区文联", "福田区文联", false],
    ["Enterprise", "深圳星海智联", "星海智联", true],
    ["Infrastructure", "轨道交通2号线", "深圳地铁2号线", true],
    ["Infrastructure", "地铁2号线", "地铁12号线", false],
    ["Infrastructure", "2号线", "轨道2号线", true],
    ["Infrastructure", "2号线（一期）", "2号线一期", true],
    ["Infrastructure", "2号线一期", "2号线", false],
    ["Initiative", "领导挂点服务企业制度", "领导挂点服务企业", true],
    ["Initiative", "银杏工程", "银杏计划", false],
    ["Initiative", "深圳品牌", "罗湖品牌", false],
    ["Institution", "罗湖区婚姻登记中心", "福田区婚姻登记中心", false],
  ])("of one city: %s %s, %s are one: %s", (type, a, b, expected) =>
    expect(one([type, a, LUOHU], [type, b, LUOHU])).toBe(expected),
  );
});

describe("the name shown", () => {
  const shown = (...said: [EntityType, string, string[]][]): string[] => {
    const { entities } = resolve(digestsOf(said));
    return [...entities.values()].filter(({ type }) => type !== "District").map(displayName);
  };
  const often = (name: string, times: number): [EntityType, string, string[]][] =>
    Array.from({ length: times }, () => ["Enterprise", name, CHANGZHOU]);

  it("is the fullest", () =>
    expect(shown(...often("星海智联", 5), ...often("星海智联集团", 1))).toEqual(["星海智联集团"]));
  it("is not what one of many calls it", () =>
    expect(shown(...often("星海智联", 12), ...often("星海智联集团", 1))).toEqual(["星海智联"]));
  it("is the official one, whoever gives it", () =>
    expect(shown(...often("星海智联", 12), ...often("星海智联股份有限公司", 1))).toEqual([
      "星海智联股份有限公司",
    ]));
});

describe("a place in one name", () => {
  const FUTIAN = ["广东省", "深圳市", "福田区"];

  it("keeps its own thing apart from a neighbour's of the same name", () => {
    expect(one(["Place", "罗湖银杏谷", LUOHU], ["Place", "银杏谷", FUTIAN])).toBe(false);
    expect(one(["Place", "罗湖银杏谷", LUOHU], ["Place", "银杏谷", LUOHU])).toBe(true);
    expect(one(["Place", "罗湖银杏谷", LUOHU], ["Place", "银杏谷", ["广东省", "深圳市"]])).toBe(true);
  });

  it("does not part a road that goes from one district into the next", () => {
    expect(one(["Infrastructure", "罗湖银杏路", LUOHU], ["Infrastructure", "银杏路", FUTIAN])).toBe(true);
  });

  it("which is the city's leaves it the city's", () => {
    expect(one(["Event", "深圳银杏节", LUOHU], ["Event", "罗湖银杏节", LUOHU])).toBe(false);
    expect(one(["Event", "深圳银杏节", LUOHU], ["Event", "银杏节", ["广东省", "深圳市"]])).toBe(true);
  });
});

describe("a name that holds a place", () => {
  const placing = (name: string): Identity => identify("Infrastructure", name, LUOHU);

  it("keeps it where it is the name of a water", () => {
    expect(placing("深圳河治理工程").core).toContain("深圳河");
    expect(placing("深圳湾口岸").core).toContain("深圳湾");
    expect(placing("深圳港航大厦").core).not.toContain("深圳");
    expect(placing("罗湖区河道").core).not.toContain("罗湖");
  });
});

it("what is national by one type is not by another", () => {
  expect(isNational("Place", "长江")).toBe(true);
  expect(isNational("Enterprise", "长江")).toBe(false);
  expect(isNational("Event", "大运会")).toBe(false);
});
