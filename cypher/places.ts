/** Which place a name begins with or is: 云河区人民医院 → [江省, 云州市, 云河区] + 人民医院. */
import { chainOf, type Division, findDivisions } from "../ingest/lexicon/divisions.ts";

export interface Placed {
  /** From the province down; empty for the whole country. */
  chain: string[];
  /** What follows the place's name; the whole name where the place is a part of it: 云河湾公园. */
  rest: string;
}

const MUNICIPALITIES = new Set(["北京市", "上海市", "天津市", "重庆市"]);
const LONGEST = 12;

/** How many steps of a chain lead to the city: 上海市 is its own city. */
export const cityDepth = (chain: readonly string[]): number => (MUNICIPALITIES.has(chain[0] ?? "") ? 1 : 2);

const chainNames = (division: Division): string[] =>
  division.level === "country" ? [] : chainOf(division).map(({ name }) => name);

/** How many steps two chains have in common. */
const shared = (a: readonly string[], b: readonly string[]): number => {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
};

/** The chain of a division's name as a report of `home` uses it: 鼓楼区 is the one nearest to home; none when it stays open. */
export function locate(name: string, home: readonly string[]): string[] | undefined {
  const own = home.indexOf(name);
  if (own >= 0) return home.slice(0, own + 1);
  const chains = findDivisions(name).map(chainNames);
  if (chains.length < 2) return chains[0];
  const near = Math.max(...chains.map((chain) => shared(chain, home)));
  const nearest = chains.filter((chain) => shared(chain, home) === near);
  const highest = Math.min(...nearest.map((chain) => chain.length));
  const best = nearest.filter((chain) => chain.length === highest);
  return best.length === 1 ? best[0] : undefined;
}

/** "市民": 云州市民中心 begins with 云州, not with 云州市. */
const SPLIT_WORD = /^(?:民|场|政|长|委|域|容|区级)/;

/** 龙城 in 龙城金谷 is no county far away: short names of counties count only at home, of provinces and cities everywhere. */
function isMeant(head: string, chain: readonly string[], home: readonly string[]): boolean {
  if (head === chain.at(-1) || chain.length < cityDepth(chain) + 1) return true;
  return shared(chain, home) >= Math.min(cityDepth(chain), home.length);
}

/** 云河河, 云河湾: the place's name is a part of the water's, so 云河河 and 星湖河 stay two. */
const WATERS = /^(?:河(?![道长湖畔南北西东源池])|湖(?![南北长州])|湾(?!区)|港(?![澳口航务区珠城]))/u;
const isWater = (head: string, rest: string): boolean => !/[省市区县]$/u.test(head) && WATERS.test(rest);

/** The place that a name begins with, the longest first, if something of at least two characters follows. */
export function placePrefix(name: string, home: readonly string[]): Placed | undefined {
  for (let length = Math.min(LONGEST, name.length - 2); length >= 2; length--) {
    const head = name.slice(0, length);
    const rest = name.slice(length);
    if (/[市区县]$/.test(head) && SPLIT_WORD.test(rest)) continue;
    const chain = locate(head, home);
    if (!chain || !isMeant(head, chain, home)) continue;
    if (isWater(head, rest)) return { chain, rest: name };
    const deeper = placePrefix(rest, chain);
    return deeper && shared(deeper.chain, chain) === chain.length ? deeper : { chain, rest };
  }
  return undefined;
}

/** Steps of home's chain that the words mean; none where home has no such place. */
const DEPTHS: readonly [RegExp, (home: readonly string[]) => number | undefined][] = [
  [/^新区/, (home) => (home.at(-1)?.endsWith("新区") ? home.length : undefined)],
  [/^(?:全国|国家级?|我国|中国)/, () => 0],
  [/^(?:全省|我省|本省|省级?(?![会道际内外]))/, () => 1],
  [/^(?:全市|我市|本市|市级?(?![民场政长委域容内外]))/, cityDepth],
  [/^(?:全[区县]|我[区县]|本[区县]|[区县]级?(?![域位块内外]))/, (home) => home.length],
];

/** 市第一人民医院 of a district of 云州 → [江省, 云州市] + 第一人民医院. */
export function levelPrefix(name: string, home: readonly string[]): Placed | undefined {
  for (const [pattern, depth] of DEPTHS) {
    const match = pattern.exec(name);
    const steps = match && name.length - match[0].length >= 2 ? depth(home) : undefined;
    if (match && steps !== undefined)
      return { chain: home.slice(0, steps), rest: name.slice(match[0].length) };
  }
  return undefined;
}
