/** Names of indicators out of the words around a number. */

import {
  COMPARISONS,
  FALLS,
  FLUFF,
  FLUFF_CHARACTERS,
  GENERIC,
  LINKS,
  METRIC_ENDS,
  PREDICATES,
  RISES,
  VERBS,
} from "../rules/indicators.ts";
import { alternatives } from "./alternatives.ts";

const SPACE = "[\\s　]*";
const CHARACTERS = Object.entries(FLUFF_CHARACTERS)
  .map(([char, not]) => (not === "" ? char : `${char}(?![${not}])`))
  .join("|");
const LEAD_FLUFF = new RegExp(
  `^${SPACE}(?:[（(]?[0-9]{1,2}[)）、．]|[（(][一二三四五六七八九十]{1,3}[)）]|${alternatives(FLUFF)}|${CHARACTERS}|20[0-9]{2}年度?|近[0-9一二三四五六七八九十]{1,2}年来?|[三五]年(?=新增|净增|累计|共)|[、，,；;：:—-])`,
  "u",
);
/** Also 新（改、扩）建. */
const LEAD_VERB = new RegExp(
  `^(?:新?[（(][^）)]{1,6}[）)]建|新[（(]?(?:改|扩|迁|续)、?(?:扩|建|改)?[）)]?建|新?(?:${alternatives(VERBS)}))`,
  "u",
);
const TAIL_LINK = new RegExp(
  `(?:(?<![人村户平])均|(?<![签预节集条公合契履违制])约|(?<=[率度数量例])(?:保持|维持|稳定)|${alternatives(LINKS.filter((word) => word !== "约"))}|\\s)$`,
  "u",
);
const TAIL_CHANGE = new RegExp(`(${alternatives([...RISES, ...FALLS])})(?:了|达到|达|约|为|率|幅度)*$`, "u");
const FALL = new Set(FALLS);
const TAIL_COMPARISON = new RegExp(
  `(?:(?<![人村户])均|${alternatives(COMPARISONS)}|[比较][^，、；。]{0,4}(?:20)?[0-9]{2}年[末底]?(?:同期)?|[比较]“?十[一二三四五]五”?(?:期间|期?末|时期|初期?)?|\\s)$`,
  "u",
);
const PREDICATE = new RegExp(alternatives(PREDICATES), "u");
const METRIC_END = new RegExp(`(?:${alternatives(METRIC_ENDS)})$`, "u");
const GENERICS = new Set(GENERIC);
/** No name grows longer; what is further left says where and how, not what. */
const LONGEST = 44;

/** Strips `pattern` from `words` as often as it matches, at most twelve times. */
function stripAll(words: string, pattern: RegExp): string {
  let left = words;
  for (let round = 0; round < 12; round++) {
    const next = left.replace(pattern, "").trim();
    if (next === left) break;
    left = next;
  }
  return left;
}

/** [全年累计]接待游客 → 接待游客 */
export const stripFluff = (words: string): string => stripAll(words, LEAD_FLUFF);
/** 接待游客[累计达] → 接待游客 */
export const stripLinks = (words: string): string => stripAll(words, TAIL_LINK);

/** 保障|房, 创新|型企业, 服务|业: the verb is part of a longer word. */
const PART_OF_WORD = /^(?:[性型业房率额量值化者权]|能力|水平)/u;

/** [新建]改造管网 → 管网, and the verb. */
export function splitVerb(words: string): { verb: string; rest: string } {
  let rest = words;
  let verb = "";
  for (let round = 0; round < 4; round++) {
    const match = LEAD_VERB.exec(rest)?.[0] ?? LEAD_FLUFF.exec(rest)?.[0];
    if (match === undefined) break;
    const left = rest.slice(match.length);
    if (PART_OF_WORD.test(left) || (left.startsWith("区") && match.endsWith("开发"))) break;
    verb += match;
    rest = left;
  }
  return { verb: verb.trim(), rest };
}

/** Begins with a verb of action (a fluff word is none). */
export const startsVerb = (words: string): boolean => LEAD_VERB.test(words);

export interface Change {
  /** −1 for a fall. */
  sign: 1 | -1;
  /** What is left of it: 固定资产投资[同比增长]. */
  name: string;
}

/** 固定资产投资同比增长| → name 固定资产投资, sign 1; null where no word of change stands at the end. */
export function readChange(words: string): Change | null {
  const bare = words.trim();
  const match = TAIL_CHANGE.exec(bare.replace(/(?:将|预计|力争|确保)$/u, ""));
  if (!match) return againstBefore(bare);
  const before = bare.slice(0, match.index);
  return { sign: FALL.has(match[1] ?? "") ? -1 : 1, name: stripLinks(stripAll(before, TAIL_COMPARISON)) };
}

const AGAINST = /(高于|多于|快于|低于|少于|慢于)(?:上年|去年|年初)(?:同期|末)?$/u;

/** 满意度[高于上年]1.2个百分点 */
function againstBefore(words: string): Change | null {
  const match = AGAINST.exec(words);
  if (!match) return null;
  return { sign: /高|多|快/u.test(match[1] ?? "") ? 1 : -1, name: stripLinks(words.slice(0, match.index)) };
}

/** 企业[入选名单] → noun 企业, predicate 入选名单. */
export function splitPredicate(words: string): { noun: string; predicate: string } {
  const match = PREDICATE.exec(words);
  if (!match || match.index === 0) return { noun: words, predicate: "" };
  return { noun: words.slice(0, match.index), predicate: words.slice(match.index) };
}

export const isGeneric = (name: string): boolean => GENERICS.has(name);
export const metricEnd = (name: string): string => METRIC_END.exec(name)?.[0] ?? "";

/** The part of a long stretch that names: after 等, not longer than LONGEST. */
export function shorten(words: string): string {
  const trimmed = words.trim();
  return trimmed.length <= LONGEST ? trimmed : trimmed.slice(trimmed.length - LONGEST);
}

/** Lists at top level: A、B和C → [A, B, C] (`and`), or split at 、 alone. */
export function splitList(words: string, and: boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < words.length; index++) {
    const char = words[index] ?? "";
    if ("“（(《‘".includes(char)) depth++;
    else if ("”）)》’".includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === "、" || (and && /[和与及]/.test(char)))) {
      if (index > from) parts.push(words.slice(from, index).replace(/以$/u, ""));
      from = index + 1;
    }
  }
  if (from < words.length) parts.push(words.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** 城乡居民 → 城镇居民, 农村居民; 三次产业 → 第一产业, 第二产业, 第三产业; [] where the name is none of these. */
export function splitPair(name: string): string[] {
  const triple = /三次产业|第?一、二、三(?:次)?产业?|一二三产业?/u.exec(name)?.[0];
  if (triple) return ["第一产业", "第二产业", "第三产业"].map((industry) => name.replace(triple, industry));
  for (const [pair, first, second] of PAIRS) {
    if (name.includes(pair)) return [name.replace(pair, first), name.replace(pair, second)];
  }
  return [];
}

const PAIRS: readonly (readonly [string, string, string])[] = [
  ["城乡居民", "城镇居民", "农村居民"],
  ["城镇和农村居民", "城镇居民", "农村居民"],
  ["城镇、农村居民", "城镇居民", "农村居民"],
  ["城乡", "城镇", "农村"],
  ["存贷款", "存款", "贷款"],
  ["进出口", "进口", "出口"],
  ["省市级", "省级", "市级"],
  ["国省级", "国家级", "省级"],
  ["收支", "收入", "支出"],
  ["产销", "生产", "销售"],
];

/** Names without doubles and empty ones. */
export const unique = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.trim()))].filter((name) => name !== "");
