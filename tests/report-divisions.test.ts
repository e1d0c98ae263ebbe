import { describe, expect, it } from "vitest";
import { chainOf, findDivisions, namesOf } from "../ingest/lexicon/divisions.ts";

const chains = (name: string) =>
  findDivisions(name).map((found) =>
    chainOf(found)
      .map((d) => d.name)
      .join("/"),
  );

describe("divisions", () => {
  it.each([
    ["苏州市", "江苏省/苏州市"],
    ["凉山州", "四川省/凉山彝族自治州"],
    ["凉山", "四川省/凉山彝族自治州"],
    ["锡林郭勒", "内蒙古自治区/锡林郭勒盟"],
    ["鄂温克旗", "内蒙古自治区/呼伦贝尔市/鄂温克族自治旗"],
    ["襄樊市", "湖北省/襄阳市"],
    ["楚州区", "江苏省/淮安市/淮安区"],
    ["浦东新区", "上海市/浦东新区"],
    ["济源市", "河南省/济源市"],
    ["雄安新区", "河北省/雄安新区"],
    ["克州", "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州"],
    ["全国", "中国"],
  ])("%s is found as %s", (name, chain) => expect(chains(name)).toContain(chain));

  it("gives every place of an ambiguous name", () => expect(chains("鼓楼区").length).toBe(4));
  it("knows no place that does not exist", () => expect(findDivisions("云河区")).toEqual([]));
  it.each([
    ["南宁", "崇左市"],
    ["晋江", "泉州市"],
    ["动力", "香坊区"],
    ["威海市", "胶州市"],
  ])("does not take %s for %s, which was called like it once", (name, once) => {
    expect(findDivisions(once).length).toBeGreaterThan(0);
    expect(findDivisions(name).map((found) => found.name)).not.toContain(once);
  });
  it("keeps the short form of a former name that is nothing else", () =>
    expect(chains("襄樊")).toEqual(["湖北省/襄阳市"]));
  it("keeps a short name of one character whole", () => {
    const [found] = findDivisions("易县");
    expect(found && namesOf(found)).toEqual(["易县"]);
  });
});
