/** Whose report it is: from who speaks, which congress hears, the title, and the places that the text names most. */
import {
  chainOf,
  type Division,
  divisionOf,
  divisions,
  findDivisions,
  namesOf,
  townsOf,
} from "../lexicon/divisions.ts";

/** A district as the text calls it. */
export interface Whose {
  /** 徐水县, as the text says, even where it is 徐水区 today. */
  name: string;
  division: Division | undefined;
}

const LOOKED = 120_000;
const LONGEST = 12;
const TAIL =
  "(?:特别行政区|自治区|自治州|自治县|自治旗|新区|矿区|林区|地区|省|市|区|县|州|盟|旗|合作区|实验区|开发区)";
const NAME = `[\\u4e00-\\u9fff]{1,14}?${TAIL}`;

/** Where a report names its own district. Weight: how sure. The name is group 1. */
const CLAIMS: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [new RegExp(`代表(${NAME})(?:人民政府|政府|管委会|管理委员会)`, "g"), 60],
  [new RegExp(`在(${NAME})第?[一二三四五六七八九十]{1,4}届人(?:民代表大|大)`, "g"), 60],
  [
    new RegExp(
      `(?:^|[\\n：—年月日）]|关于)(${NAME})(?:人民政府|政府)?(?:20\\d\\d年)?(?:政府工作报告|国民经济和社会发展|工作报告)`,
      "g",
    ),
    45,
  ],
  [
    new RegExp(
      `20\\d\\d年(${NAME})(?:人民政府|政府)?(?:政府工作报告|国民经济和社会发展|工作报告|管委会)`,
      "g",
    ),
    45,
  ],
  [new RegExp(`(?:^|\\n)(${NAME})(?:人民政府)?(?:代理?|副)?[省市区县州盟旗]长`, "g"), 40],
  [new RegExp(`(?:^|\\n)(${NAME})(?:人民政府|统计局)`, "g"), 35],
  [new RegExp(`(?:^|\\n)(${NAME})第[一二三四五六七八九十]{1,4}届人民代表大会`, "g"), 35],
];
const HEAD = 1_200;

/** Short names that are also words: they count only with their ending (新建区, 富民县). Source: the divisions that 现代汉语词典 lists as words. */
const WORDS = new Set(
  "新建 富民 和平 光明 文明 长治 安定 平安 同心 共和 永定 太平 开平 城区 郊区 矿区 新城 新市 文化 建设 创新 民主 解放 兴安 红旗 前进 向阳 东风 友谊 团结 胜利 铁路 中山 东方 长安 北辰 东城 西城 南山 西山 东山 北林 河东 河西 河北 河南 城中 城东 城关 江北 江南 江东 海南 湖北 湖南 山东 山西 广东 广西 吉祥 宝山 新华 朝阳 青山 香山 东河 南关 西区 东区 港口 双阳 通道 泰山 黄山 大通 中方 平原 长江 黄河 桥西 桥东 新兴 高新 开福 开发 清河 建国 建华 进步 中原 江海 海沧 特区 中心 工农 兴业 长丰 安全 华安 华容 大方 望城 都市 新会 兴宁 兴国 民和 民乐 民勤 民丰 民权 丰台 首都 青年 大同 光山 永安 永康 永和 长沙 中国 全国".split(
    " ",
  ),
);

/** Names of divisions in a text and how often: full names and former ones apart from short ones. */
interface Counts {
  full: Map<string, number>;
  short: Map<string, number>;
}

const fullNames = new Set(divisions.flatMap((division) => [division.name, ...division.former]));

function countNames(text: string): Counts {
  const counts: Counts = { full: new Map(), short: new Map() };
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
      const name = text.slice(at, at + length);
      if (findDivisions(name).length === 0) continue;
      const list = fullNames.has(name) || /[州县旗]$/.test(name) ? counts.full : counts.short;
      if (list === counts.full || !WORDS.has(name)) list.set(name, (list.get(name) ?? 0) + 1);
      if (length > 2) at += length - 1;
      break;
    }
  }
  return counts;
}

/** Endings of the district's own level by how often the text says 全区, 我市, 县委: [区, 市]. */
function ownEndings(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, ending = ""] of text.matchAll(/(?:全|我)(省|市|区|县|州|盟|旗)(?!域|委|际|属)/g))
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  return new Map([...counts].map(([ending, count]) => [ending, count / Math.max(all, 1)]));
}

const endingOf = (name: string): string => name.slice(-1);

/** A name that a claim caught, without what stands before it: 保定市清苑区 → 清苑区; undefined when it is no place. */
function lastPlace(claimed: string): string | undefined {
  for (let start = 0; start < claimed.length - 1; start++) {
    const name = claimed.slice(start);
    if (findDivisions(name).length > 0 && name.length >= 2) return name;
  }
  return undefined;
}

function addClaims(head: string, scores: Map<string, number>): void {
  for (const [pattern, weight] of CLAIMS)
    for (const match of head.matchAll(pattern)) {
      const name = lastPlace(match[1] ?? "");
      if (name) scores.set(name, (scores.get(name) ?? 0) + weight);
    }
}

/** The name of a place by its short one, with the ending that the text uses for itself: 青岛 → 青岛市, 凉山 → 凉山州. */
function ownName(division: Division, counts: Counts): string {
  const full = namesOf(division).filter((name) => counts.full.has(name));
  const best = full.sort((a, b) => (counts.full.get(b) ?? 0) - (counts.full.get(a) ?? 0))[0];
  if (best && (best === division.name || (counts.full.get(best) ?? 0) >= 2)) return best;
  const [middle] = namesOf(division).filter(
    (name) => /[州县旗]$/.test(name) && name.length < division.name.length,
  );
  return division.level === "province" ? division.name : (middle ?? division.name);
}

/** How well the text's other places fit to a division of that name: its parents, its towns. */
function fits(division: Division, counts: Counts, text: string): number {
  let score = division.until ? -5 : 0;
  for (const above of chainOf(division).slice(0, -1))
    for (const name of [above.name, above.short])
      score += Math.min(20, (counts.full.get(name) ?? 0) + (counts.short.get(name) ?? 0));
  for (const town of townsOf(division)) if (text.includes(town)) score += 3;
  return score;
}

function pick(name: string, counts: Counts, text: string): Division | undefined {
  const all = findDivisions(name);
  const exact = all.filter((division) => division.name === name);
  const list = exact.length ? exact : all;
  if (list.length < 2) return list[0];
  return list.reduce<Division | undefined>(
    (best, division) => (!best || fits(division, counts, text) > fits(best, counts, text) ? division : best),
    undefined,
  );
}

/** Scores of places by how often they are named, for texts that never say who speaks. */
function addMentions(counts: Counts, text: string, scores: Map<string, number>): void {
  const endings = ownEndings(text);
  const byDivision = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    const division = pick(name, counts, text);
    if (!division || division.level === "country") return;
    const fit =
      endings.get(endingOf(division.name)) ?? endings.get(division.name.endsWith("新区") ? "区" : "") ?? 0;
    byDivision.set(division.code, (byDivision.get(division.code) ?? 0) + weight * (0.1 + fit));
  };
  for (const [name, count] of counts.full) add(name, count);
  for (const [name, count] of counts.short) add(name, count);
  const most = Math.max(1, ...byDivision.values());
  for (const [code, weight] of byDivision) {
    const division = divisionOf(code);
    if (!division) continue;
    const name = ownName(division, counts);
    scores.set(name, (scores.get(name) ?? 0) + (30 * weight) / most);
  }
}

/** The district of a report; undefined when the text names none. */
export function whose(title: string, text: string): Whose | undefined {
  const sample = text.slice(0, LOOKED);
  const head = `${title}\n${sample.slice(0, HEAD)}`;
  if (/代表国务院/.test(head)) return { name: "中国", division: findDivisions("中国")[0] };
  const counts = countNames(sample);
  const scores = new Map<string, number>();
  addClaims(head, scores);
  addMentions(counts, sample, scores);
  const [name] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return name ? { name, division: pick(name, counts, sample) } : undefined;
}
