import { describe, expect, it } from "vitest";
import { key, normalize } from "../ingest/names.ts";

describe("normalize", () => {
  it.each([
    ["５ 号线", "5号线"],
    ['"亮灯"行动', "“亮灯”行动"],
    ["星海 科技", "星海科技"],
    ["Open  AI 大会", "Open AI大会"],
    ["“532”发展战略", "“532”发展战略"],
  ])("writes %s as %s", (name, shown) => expect(normalize(name)).toBe(shown));
});

describe("key", () => {
  it.each([
    ["“亮灯”行动", "亮灯行动"],
    ["《云河区发展规划》", "云河区发展规划"],
    ["中德(云河)产业园", "中德（云河）产业园"],
    ["5G工厂", "５ｇ 工厂"],
    ["云河·星海", "云河•星海"],
  ])("is the same for %s and %s", (one, other) => expect(key(one)).toBe(key(other)));

  it.each([
    ["星海三期", "星海四期"],
    ["5号线", "2号线"],
    ["云河东路", "云河西路"],
    ["云河区", "云河区人民法院"],
  ])("differs for %s and %s", (one, other) => expect(key(one)).not.toBe(key(other)));
});
