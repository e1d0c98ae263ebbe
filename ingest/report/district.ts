/** Whose report it is: from who speaks, which congress hears, the title, and the places that the text names most. */
import { chainOf, type Division, divisions, findDivisions, namesOf, townsOf } from "../lexicon/divisions.ts";

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
  [
    new RegExp(`代表(${NAME})(?:第?[一二三四五六七八九十]{1,3}届)?(?:人民政府|政府|管委会|管理委员会)`, "g"),
    60,
  ],
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
  "新建 富民 合作 资源 复兴 振兴 南部 上高 七星 大新 全州 富裕 云龙 双城 大兴 高平 兴隆 建平 花溪 和平 光明 文明 长治 安定 平安 同心 共和 永定 太平 开平 城区 郊区 矿区 新城 新市 文化 建设 创新 民主 解放 兴安 红旗 前进 向阳 东风 友谊 团结 胜利 铁路 中山 东方 长安 北辰 东城 西城 南山 西山 东山 北林 河东 河西 城中 城东 城关 江北 江南 江东 吉祥 宝山 新华 朝阳 青山 香山 东河 南关 西区 东区 港口 双阳 通道 大通 中方 平原 桥西 桥东 新兴 高新 开发 建国 建华 进步 中原 江海 海沧 特区 中心 工农 兴业 安全 华安 华容 大方 都市 兴国 民和 民乐 民勤 民丰 民权 丰台 首都 青年 大同 光山 永安 永和 全国".split(
    " ",
  ),
);

/** Names of divisions in a text and how often: full names and former ones apart from short ones. */
interface Counts {
  full: Map<string, number>;
  short: Map<string, number>;
}

const fullNames = new Set(
  divisions
    .flatMap((division) => [division.name, ...division.former])
    .filter((name) => new RegExp(`${TAIL}$`).test(name)),
);
/** Names that say only a level; alone they are no place. */
const BARE = new Set(["新区", "郊区", "城区", "矿区", "市区"]);

/** What a text says of itself stands beside its name: 谱写中国式现代化云河篇章, 建设美丽云河. */
const BEFORE = /(?:新|建设|现代化|让|推动|推进|谱写|开创|奋力|幸福|美丽|实力|活力|魅力|展现|贡献|大美|全力)$/;
const AFTER =
  /^(?:人民|发展|篇章|新篇|建设|样板|力量|实践|现代化|经济|答卷|历史|未来|高质量|故事|精神|大地|元素|特色)/;

/** What only a place has beside it: 云河人民, 幸福云河; so is a word known as a name. */
const BEFORE_PLACE = /(?:美丽|幸福|现代化|实力|活力|魅力|大美|富强|谱写)$/;
const AFTER_PLACE = /^(?:人民|新篇|篇章|答卷|样板|速度|故事|大地|儿女)/;

function weightAt(text: string, start: number, end: number, isWord: boolean): number {
  const left = text.slice(Math.max(0, start - 4), start);
  if (isWord) return BEFORE_PLACE.test(left) || AFTER_PLACE.test(text.slice(end, end + 4)) ? 3 : 0;
  const before = BEFORE.test(left) ? 2 : 0;
  return 1 + before + (AFTER.test(text.slice(end, end + 4)) ? 2 : 0);
}

const beginnings = new Set(
  divisions.flatMap((division) => namesOf(division).map((name) => name.slice(0, 2))),
);

function countNames(text: string): Counts {
  const counts: Counts = { full: new Map(), short: new Map() };
  for (let at = 0; at < text.length; at++) {
    if (!beginnings.has(text.slice(at, at + 2))) continue;
    for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
      const name = text.slice(at, at + length);
      if (findDivisions(name).length === 0) continue;
      const isFull = fullNames.has(name) || (length > 2 && /[州县旗]$/.test(name));
      const list = isFull ? counts.full : counts.short;
      const weight = isFull ? 1 : weightAt(text, at, at + length, WORDS.has(name));
      if (!BARE.has(name) && weight > 0) list.set(name, (list.get(name) ?? 0) + weight);
      at += length - 1;
      break;
    }
  }
  return counts;
}

/** Endings that a district's own name may have, by the level that speaks. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  省: /省$|自治区$/,
  自治区: /自治区$/,
  市: /市$/,
  区: /区$/,
  新区: /新区$/,
  县: /县$/,
  州: /州$/,
  盟: /盟$/,
  旗: /旗$/,
};
const SPEAKS = /代表(省|市|区|新区|县|州|盟|旗|自治区)(?:人民)?(?:政府|管委会|管理委员会|行署)/;
/** From the lowest: where a county's committee is named beside the city's, it is the county that reports. */
const COMMITTEES = ["旗", "县", "区", "盟", "州", "市", "省"] as const;

/** 新区党工委, 新区上下 without another area's name before: a new area reports. */
function speaksAsZone(text: string): boolean {
  let own = 0;
  for (const [, before = ""] of text.matchAll(/(.{0,2})新区(?:党工委|管委会|上下|各|人民|工作)/g))
    if (findDivisions(`${before}新区`).length === 0) own++;
  return own >= 3;
}

/** The endings of the district's own level: from 我代表市人民政府, else from 县委 beside 市委, else from 全州. */
function ownEnding(text: string): RegExp | undefined {
  const spoken = SPEAKS.exec(text.slice(0, 3_000))?.[1] ?? (speaksAsZone(text) ? "新区" : undefined);
  if (spoken) return ENDINGS[spoken];
  const counts = COMMITTEES.map(
    (ending) => text.split(new RegExp(`(?<!自治)${ending}委(?![员托])`)).length - 1,
  );
  const most = Math.max(...counts);
  const at = counts.findIndex((count) => count >= 2 && count >= most * 0.2);
  if (at >= 0) return ENDINGS[COMMITTEES[at] ?? "省"];
  const whole = COMMITTEES.map((ending) => text.split(new RegExp(`[全我]${ending}(?!域|委|际)`)).length - 1);
  const best = whole.indexOf(Math.max(...whole));
  return (whole[best] ?? 0) > 0 ? ENDINGS[COMMITTEES[best] ?? "省"] : undefined;
}

/** A name that a claim caught, without what stands before it: 保定市清苑区 → 清苑区; undefined when it is no place. */
function lastPlace(claimed: string): string | undefined {
  for (let start = 0; start < claimed.length - 1; start++) {
    const name = claimed.slice(start);
    if (findDivisions(name).length > 0 && name.length >= 2 && !(start === 0 && BARE.has(name))) return name;
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

/** The name of a place, with the ending that the text uses for itself: 青岛 → 青岛市, 凉山 → 凉山州, 清苑 in 2010 → 清苑县. */
function ownName(division: Division, counts: Counts, ending: RegExp | undefined): string | undefined {
  const names = namesOf(division).filter(
    (name) => new RegExp(`${TAIL}$`).test(name) && (!ending || ending.test(name)),
  );
  const best = names
    .filter((name) => counts.full.has(name))
    .sort((a, b) => (counts.full.get(b) ?? 0) - (counts.full.get(a) ?? 0))[0];
  if (best) return best;
  const middle = names.find(
    (name) => /[州县旗]$/.test(name) && name.length < division.name.length && !division.former.includes(name),
  );
  return middle ?? (names.includes(division.name) ? division.name : names[0]);
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

/** Divisions that bear the name today, else those that did: 南通 is 南通市, not 通州区 that was 南通县 once. */
function todays(name: string): Division[] {
  const all = findDivisions(name);
  const own = all.filter((division) => division.name === name || division.short === name);
  return own.length ? own : all;
}

function pick(name: string, counts: Counts, text: string): Division | undefined {
  const all = todays(name);
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
  const ending = ownEnding(text);
  if (!ending) {
    addSmallest(counts, text, scores);
    return;
  }
  const weights = new Map<Division, number>();
  for (const list of [counts.full, counts.short])
    for (const [name, count] of list)
      for (const division of candidates(name, counts, text, ending))
        weights.set(division, (weights.get(division) ?? 0) + count);
  const most = Math.max(1, ...weights.values());
  for (const [division, weight] of weights) {
    const name = ownName(division, counts, ending);
    if (name) scores.set(name, (scores.get(name) ?? 0) + (30 * weight) / most);
  }
}

/** A share of all mentions that makes a text about that place. */
const MOST = 0.55;

/** For news, where nobody speaks for a district: the smallest place that holds most of the names. */
function addSmallest(counts: Counts, text: string, scores: Map<string, number>): void {
  const weights = new Map<Division, number>();
  let all = 0;
  for (const list of [counts.full, counts.short])
    for (const [name, count] of list)
      for (const division of candidates(name, counts, text, undefined)) {
        all += count;
        for (const above of chainOf(division)) weights.set(above, (weights.get(above) ?? 0) + count);
      }
  const held = [...weights].filter(([, weight]) => weight >= all * MOST);
  const [smallest] = held.sort((a, b) => chainOf(b[0]).length - chainOf(a[0]).length || b[1] - a[1])[0] ?? [];
  const name = smallest && ownName(smallest, counts, undefined);
  if (name) scores.set(name, (scores.get(name) ?? 0) + 20);
}

/** Divisions of that name at the level that reports: of 恩施 the 州 or the 市. */
function candidates(name: string, counts: Counts, text: string, ending: RegExp | undefined): Division[] {
  const all = todays(name).filter(
    (division) => division.level !== "country" && ownName(division, counts, ending),
  );
  if (all.length < 2) return all;
  const best = all.reduce((a, b) => (fits(b, counts, text) > fits(a, counts, text) ? b : a));
  return [best];
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
