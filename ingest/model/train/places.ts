/**
 * Which place a document is about, by its name: documents of one place stay together when documents are left out.
 * "2014年政府工作报告（在深圳市罗湖区第六届…上）_2014" → 罗湖, "2026_甘肃省_政府工作报告" → 甘肃.
 */
import { createHash } from "node:crypto";

/** Districts whose reports go by several names; the first that a title contains wins. */
const KNOWN =
  "徐水 清苑 满城 南山 坪山 罗湖 福田 光明 龙华 大鹏 宝安 盐田 龙岗 金坛 钟楼 高唐 博野 安国 定兴 安新 容城 顺平 阜平 涞水 涞源 曲阳 唐县 易县 蠡县 凉山 黄山";
const NATION = /国务院|国家“|全国人大|全国政协|中央|习近平|两会/;

export function placeOf(title: string): string {
  const known = KNOWN.split(" ").find((place) => title.includes(place));
  if (known) return known;
  if (NATION.test(title)) return title.includes("国务院") ? "国务院" : `全国 ${bare(title)}`;
  const province = /^2026_(.+?)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)_/.exec(title);
  if (province) return province[1] as string;
  const place = /^([一-龥]{2,7}?)(?:省|市|州)?(?:20\d\d年)?(?:政府工作报告|统计公报|国民经济)/.exec(
    title.replace(/^20\d\d年/, ""),
  );
  return place ? (place[1] as string) : bare(title);
}

/** Title without years and part numbers, so that the parts of one page stay together. */
const bare = (title: string): string =>
  title.replace(/[（(][一二三四五六七八九十\d]+[）)]|_?20\d\d年?|新闻/g, "");

/** Puts the places into folds of nearly equal weight: heaviest first, into the lightest fold; ties by hash. */
export function foldsOf(weights: Map<string, number>, folds: number): Record<string, number> {
  const hash = (place: string): string => createHash("md5").update(place).digest("hex");
  const places = [...weights].sort((a, b) => b[1] - a[1] || hash(a[0]).localeCompare(hash(b[0])));
  const sums = new Array<number>(folds).fill(0);
  const result: Record<string, number> = {};
  for (const [place, weight] of places) {
    const fold = sums.indexOf(Math.min(...sums));
    sums[fold] = (sums[fold] as number) + weight;
    result[place] = fold;
  }
  return result;
}
