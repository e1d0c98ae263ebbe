/**
 * Whose report it is, and what the words for it mean there: in a report of 云河区 (星州市, 海东省) 我区 is 云河区, 全市 is
 * 星州市, 市委 is 星州市委.
 */
import { chainOf, type Division, findDivisions, namesOf } from "../lexicon/divisions.ts";
import type { EntityType, Level } from "../ontology.ts";
import type { Range, Report } from "../types.ts";

export interface HomeDistrict {
  /** 云河区 */
  name: string;
  /** 云河 */
  short: string;
  level: Level;
  /** GB/T 2260, where the lexicon has it. */
  code?: string;
}

export interface Home {
  /** From the province down to the report's own district. */
  chain: HomeDistrict[];
  own: HomeDistrict | undefined;
}

const LEVEL_BY_TAIL: readonly (readonly [RegExp, Level])[] = [
  [/(?:村|社区|嘎查)$/, "village"],
  [/(?:镇|乡|街道|街道办事处|苏木)$/, "town"],
  [/(?:省|自治区|特别行政区)$/, "province"],
  [/(?:自治州|地区|盟|州)$/, "city"],
  [/(?:区|县|旗)$/, "county"],
  [/市$/, "city"],
];

/** 云河镇 → town; undefined for what ends in none of the words. */
export function levelByTail(name: string): Level | undefined {
  return LEVEL_BY_TAIL.find(([tail]) => tail.test(name))?.[1];
}

/** 凉山彝族自治州 is also called 凉山州 and 凉山. */
const isCalled = (division: Division, name: string): boolean =>
  division.name === name || namesOf(division).includes(name);

/** The division of that name that lies below `parents` (names), if the lexicon has it. */
export function divisionIn(name: string, parents: readonly string[]): Division | undefined {
  const known = findDivisions(name);
  const fits = (division: Division): boolean => {
    const chain = chainOf(division);
    return parents.every((parent) => chain.some((d) => isCalled(d, parent)));
  };
  return known.find((division) => !division.until && fits(division)) ?? known.find(fits);
}

/** The division is in the chain, or below its last. */
export function isHome(division: Division, chain: readonly string[]): boolean {
  const own = chain.at(-1);
  const above = chainOf(division);
  if (!own || !above[0] || !isCalled(above[0], chain[0] ?? "")) return false;
  const upTo = chain.slice(0, above.length);
  return above.every((d, i) => isCalled(d, upTo[i] ?? "")) || above.some((d) => isCalled(d, own));
}

export function homeOf(report: Report): Home {
  const chain = report.chain.map((name, i): HomeDistrict => {
    const division = divisionIn(name, report.chain.slice(0, i));
    if (division) return { name, short: division.short, level: division.level, code: division.code };
    const short = name.replace(/(?:街道|社区|新区|[省市区县州盟旗镇乡村])$/, "");
    return { name, short: short.length > 1 ? short : name, level: levelByTail(name) ?? "county" };
  });
  return { chain, own: chain.at(-1) };
}

/** The district of the chain that 我市, 全区, 县委 … mean: the lowest whose name ends so. */
export function byUnit(home: Home, unit: string): HomeDistrict | undefined {
  return home.chain.findLast((district) => district.name.endsWith(unit));
}

/** 我区 本区 全区 …; not 全市场, 本区域, 安全区. */
const CONTEXT_WORD =
  /(?<![安健完保齐周])(?:全|我|本)(街道|省|市|区|县|州|盟|旗|镇|乡)(?!场|域|间|块链|城|直|长|级|民委|位)/gu;

export interface ContextWord extends Range {
  district: HomeDistrict;
}

/** Every 我区, 全市, 全省 … of the text with the district that it means here. */
export function contextWords(text: string, home: Home): ContextWord[] {
  const found: ContextWord[] = [];
  for (const match of text.matchAll(CONTEXT_WORD)) {
    const district = byUnit(home, match[1] ?? "");
    if (district) found.push({ start: match.index, end: match.index + match[0].length, district });
  }
  return found;
}

/** Words that begin with a unit and are no names of the district's: 市场, 区块链, 县域, 省级, 乡村. */
const NO_UNIT =
  /^(?:[省市区县州][省市区县州]|市场|市民|市区|市域|市政(?!府|协)|市长|市级|市直|市容|区块|区域|区间|区位|区长|区级|区直|县域|县城|县级|县长|县直|省会|省级|省长|省道|省直|省际|镇域|镇级|镇街|乡村|乡镇|乡土|乡贤|乡愁|州级|州长|旗舰|旗县|旗帜|盟友)/u;
/** 区法院 is 云河区人民法院. */
const FULL_ORGANS: ReadonlyMap<string, string> = new Map([
  ["政府", "人民政府"],
  ["法院", "人民法院"],
  ["检察院", "人民检察院"],
]);
const COMPLETED: ReadonlySet<EntityType> = new Set<EntityType>([
  "Institution",
  "Enterprise",
  "Policy",
  "Infrastructure",
  "Place",
  "Park",
  "Project",
  "Event",
]);

/** 区法院 → 云河区法院, 市委经济工作会议 → 星州市委经济工作会议; undefined where nothing is left out. */
export function completeUnit(home: Home, name: string, type: EntityType): string | undefined {
  if (!COMPLETED.has(type) || name.length < 2 || NO_UNIT.test(name)) return undefined;
  const unit = name[0] ?? "";
  if (!"省市区县州盟旗镇乡".includes(unit)) return undefined;
  const rest = name.slice(1);
  const district = byUnit(home, unit);
  if (!district || (rest.length < 2 && rest !== "委") || levelByTail(rest) === "town") return undefined;
  return district.name + (FULL_ORGANS.get(rest) ?? rest);
}
