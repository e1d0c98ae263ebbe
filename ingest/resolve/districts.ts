/** The full name and the level of a district that the report names short: 云河 → 云河区 (county). */

import { COUNTRIES } from "../lexicon/countries.ts";
import { chainOf, type Division, findDivisions } from "../lexicon/divisions.ts";
import type { Level } from "../ontology.ts";
import { type Home, isHome, levelByTail } from "./home.ts";

export interface FullDistrict {
  name: string;
  level: Level;
  /** The report's own district, one above it, or a part of it. */
  home: boolean;
}

const RANK: Record<Level, number> = { country: 0, province: 1, city: 2, county: 3, town: 4, village: 5 };

/** 西林街道泰盈社区, 云河区星湖镇: what stands before the last unit. */
const UPPER_UNITS =
  /^.{1,12}(?:省|自治区|市|区|县|自治州|州|旗|镇|乡|街道|苏木)(?=.{2,10}(?:区|县|市|旗|镇|乡|街道|苏木|村|社区|嘎查)$)/u;

/** One-character names of provinces. Source: GB/T 2260 annex, 各省简称. */
const PROVINCE_BY_SIGN: ReadonlyMap<string, string> = new Map(
  (
    "京北京市 津天津市 沪上海市 渝重庆市 冀河北省 晋山西省 辽辽宁省 吉吉林省 黑黑龙江省 苏江苏省 浙浙江省 皖安徽省 闽福建省 赣江西省 鲁山东省 豫河南省 鄂湖北省 湘湖南省 粤广东省 琼海南省 " +
    "川四川省 蜀四川省 黔贵州省 滇云南省 陕陕西省 秦陕西省 甘甘肃省 陇甘肃省 青青海省 桂广西壮族自治区 藏西藏自治区 新新疆维吾尔自治区 蒙内蒙古自治区 港香港特别行政区 澳澳门特别行政区 台台湾省"
  )
    .split(" ")
    .map((entry): [string, string] => [entry.slice(0, 1), entry.slice(1)]),
);

/**
 * Full name and level. `names` says which names the report has, so that 星湖 becomes 星湖镇 where the report has 星湖镇.
 */
export function fullDistrict(name: string, home: Home, names: ReadonlySet<string>): FullDistrict | undefined {
  const own = home.chain.findLast(
    (d) => d.name === name || d.short === name || joined(home, d.name).includes(name),
  );
  if (own) return { name: own.name, level: own.level, home: true };
  const last = name.replace(UPPER_UNITS, "");
  const division = bestDivision(PROVINCE_BY_SIGN.get(last) ?? last, home);
  const same = division && home.chain.find(({ code }) => code === division.code);
  if (same) return { name: same.name, level: same.level, home: true };
  const chain = home.chain.map((d) => d.name);
  if (division) return { name: division.name, level: division.level, home: isHome(division, chain) };
  if (last !== name) return fullDistrict(last, home, names);
  for (const tail of ["镇", "街道", "乡", "社区", "村"]) {
    if (names.has(name + tail)) return { name: name + tail, level: levelByTail(tail) ?? "town", home: true };
  }
  if (COUNTRIES.has(name)) return { name, level: "country", home: false };
  const level = levelByTail(name);
  return level && { name, level, home: level === "town" || level === "village" };
}

/** 星州市云河区, 海东省星州市云河区. */
function joined(home: Home, name: string): string[] {
  const upTo = home.chain.findIndex((d) => d.name === name);
  return home.chain.slice(0, upTo).map((_, from) =>
    home.chain
      .slice(from, upTo + 1)
      .map((d) => d.name)
      .join(""),
  );
}

/** Not by the short form of a name that it had long ago, which others may have: 北宁 is no 北镇市 outside its province. */
const isCurrent = ({ short, former }: Division, called: string): boolean =>
  called === short || !former.some((old) => old.slice(0, -1) === called);

/** Of several divisions with one name the one nearest to the report's district, else the highest, if it is alone. */
function bestDivision(name: string, home: Home): Division | undefined {
  const codes = home.chain.map(({ code }) => code);
  const near = (division: Division): number =>
    chainOf(division).filter(({ code }) => codes.includes(code)).length;
  const found = findDivisions(name).filter(
    (division) =>
      !division.until && division.level !== "country" && (near(division) > 0 || isCurrent(division, name)),
  );
  found.sort((a, b) => near(b) - near(a) || RANK[a.level] - RANK[b.level] || (a.code < b.code ? -1 : 1));
  const [first, second] = found;
  if (!first) return undefined;
  if (
    second &&
    near(first) === near(second) &&
    RANK[first.level] === RANK[second.level] &&
    first.name !== second.name
  )
    return undefined;
  return first;
}
