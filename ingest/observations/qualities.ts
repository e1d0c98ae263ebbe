/** Figures without a number (位居全省第一, 全覆盖, 稳中有升): drafts with value null and the words as text. */
import { METRICS, QUALITIES, type QualityRule } from "../rules/indicators-qualities.ts";
import type { Range } from "../types.ts";
import type { Draft, Said } from "./draft.ts";
import { metricEnd, shorten, splitList, splitVerb, stripFluff, stripLinks } from "./phrase.ts";

const METRIC = new RegExp(`(?:${METRICS.join("|")})[”"]?$`, "u");
/** A quick look before the rules: most clauses have none of these. */
const HINT =
  /[居列排保]|领跑|领先|水平|位次|第|前|首位|榜首|领先|最[低高短优好]|[连两三四五六七][冠增降升涨]|覆盖|[归清]零|“零|全部|足额|发生|零|应.尽|完成|达到|控制在|同步|[高快低好优]于|超过|分之|半|新高|新低|佳绩|水平|纪录|稳|平稳|向好|合理|提升|提高|增长|下降|改善|增加|减少|压|降|跃|翻|倍增|转正|回升|上升|增不减|减不增|双/u;

/** Drafts of the qualitative figures of one clause. `drafts` are its numbers, `said` what they spoke of. */
export function readQualities(clause: string, range: Range, drafts: readonly Draft[], said: Said): Draft[] {
  if (!HINT.test(clause)) return [];
  const all: Draft[] = [];
  const taken: Range[] = [];
  for (const rule of QUALITIES) {
    const match = rule.pattern.exec(clause);
    if (!match) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (taken.some((other) => start < other.end && other.start < end)) continue;
    const found = readQuality(rule, clause, match, range, [...drafts, ...all], said);
    if (found.length > 0) taken.push({ start, end });
    all.push(...found);
  }
  return all;
}

function readQuality(
  rule: QualityRule,
  clause: string,
  match: RegExpExecArray,
  range: Range,
  drafts: readonly Draft[],
  said: Said,
): Draft[] {
  const at = range.start + match.index;
  const end = at + match[0].length;
  if (drafts.some((draft) => draft.start <= at && draft.claims.some((claim) => claim.end > at))) return [];
  if (match[0].endsWith("”") && !match[0].includes("“")) return [];
  const from = Math.max(range.start, ...drafts.filter((draft) => draft.end <= at).map((draft) => draft.end));
  const words =
    rule.of === "left"
      ? clause.slice(from - range.start, match.index)
      : clause.slice(match.index + match[0].length);
  if (rule.whole && isCounted(clause, range, at, drafts)) return [];
  if (rule.near && from === range.start && words.trim() === "") return [];
  const after = clause.slice(match.index + match[0].length);
  const names = namesOfQuality(rule, words, match[0], said);
  const texts = ranksOf(withoutLoneQuote(match[0].trim()), after);
  while (names[0] !== undefined && names.length < texts.length) names.push(names[0]);
  const [first] = names;
  if (first) said.names = first;
  const stop = rule.of === "left" ? end : Math.min(range.end, end + words.length);
  return names.map((own, index) => ({
    start: rule.of === "left" ? from : at,
    end: stop,
    names: own,
    value: null,
    unit: null,
    bound: "exact",
    measure: rule.growth || (rule.name === "rank" && OF_GROWTH.test(words)) ? "growth" : "level",
    rule: rule.name,
    text: texts[index] ?? texts[0] ?? match[0],
    claims: [],
    clause: range,
  }));
}

/** 投资[增速]居全省第3位: the rank of a rate. */
const OF_GROWTH = /(?:增速|增幅|涨幅|增长率)(?:分别|均|都|总体|继续|持续|稳定|始终|连续.{1,4}){0,3}$/u;

/** 12件实事|全部完成: the words stand right behind a number's own. */
function isCounted(clause: string, range: Range, at: number, drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => draft.start <= at && at < draft.end)) return true;
  const ends = drafts.flatMap((draft) => draft.claims.map((claim) => claim.end)).filter((end) => end <= at);
  return ends.length > 0 && !/[、，]/u.test(clause.slice(Math.max(...ends) - range.start, at - range.start));
}

/** “双下降 → 双下降 */
const withoutLoneQuote = (words: string): string => (words.includes("”") ? words : words.replace("“", ""));

const MORE_RANKS =
  /^(?:、|和|及)(?:[\u4e00-\u9fff]{2,6}前[一二三四五六七八九十0-9]{1,2}(?![0-9])|(?:全国|全省|全市)?第[一二三四五六七八九十0-9]{1,3}(?:位|名)?(?![届批次]))/u;

/** A、B分别位列全省第一、第三位: one for each rank. */
function ranksOf(first: string, after: string): string[] {
  const ranks = [first];
  let left = after;
  for (let more = MORE_RANKS.exec(left); more && ranks.length < 9; more = MORE_RANKS.exec(left)) {
    left = left.slice(more[0].length);
    ranks.push(more[0].replace(/^[、和及]/u, ""));
  }
  return ranks;
}

/** 位列[全省开发区综合考核]第一位: what the rank is of. */
const RANKED =
  /(?:列|居|排名?|获评?|荣获|登)(?:在|到|为)?([^，。、0-9]{4,}?)(?:排名)?第[一二三四五六七八九十0-9]+(?:位|名)?$/u;

function namesOfQuality(rule: QualityRule, words: string, statement: string, said: Said): string[][] {
  const phrase = stripLinks(stripFluff(words.trim().replace(/^[、，\s]+/u, ""))).replace(
    /(?:中|里|方面|上|(?:近|连续)[一二三四五六七八九十0-9]{1,2}年)$/u,
    "",
  );
  if (
    phrase === "" ||
    /^(?:总量|增速|增幅|均|均为|规模|位次|总数|数量|新增数量|新增量|分别|连年|连续.{1,3}年|创历史新高|约?占.{1,6})$/u.test(
      phrase,
    )
  ) {
    const first = said.names[0] ?? (said.phrase === "" ? undefined : said.phrase);
    if (!rule.lean || first === undefined) return [];
    return /^[、，]?均/u.test(words + statement) && said.sentence.length > 1
      ? said.sentence
      : [[first + phrase, ...said.names]];
  }
  if (phrase.length < 2 || /(?:走|的)$/u.test(phrase)) return [];
  const generic = /、(数量|总量|规模|增速|增幅)$/u.exec(phrase)?.[1];
  if (generic !== undefined && said.names[0] !== undefined) return [[said.names[0] + generic, ...said.names]];
  const bare = phrase
    .replace(/(?<=.{3})实现[^，。、]{0,8}$/u, "")
    .replace(/(?:分别|增速|增幅|均|双双|等)$/u, "");
  if (rule.metric && !METRIC.test(bare)) return [];
  if (rule.ends && !rule.ends.test(bare)) return [];
  if (rule.not?.test(bare)) return [];
  const ranked = RANKED.exec(statement)?.[1];
  return splitNames(bare, rule.of === "right" && !rule.metric && !rule.ends).map((names) =>
    ranked === undefined ? names : [...names, `${ranked}排名`],
  );
}

/** At 、, and at 和 where an indicator ends before it: not 县级[及]以上. */
function splitParts(words: string): string[] {
  return splitList(words, false).flatMap((part) => {
    const pieces = splitList(part, true);
    return pieces.length > 1 && pieces.every((piece) => piece.length > 2) && METRIC.test(pieces[0] ?? "")
      ? pieces
      : [part];
  });
}

/** 平安指数和公众满意度 are two; 消防、防汛等形势 is one. */
function splitNames(phrase: string, always: boolean): string[][] {
  const { verb, rest } = splitVerb(shorten(phrase));
  if (always) return phrase.includes("等") ? [[phrase]] : splitList(phrase, false).map((part) => [part]);
  const parts = splitParts(rest.replace(/等(?:指标|任务)$/u, "").replaceAll("”“", "”、“"));
  const tail = METRIC.exec(rest)?.[0] ?? metricEnd(rest);
  const whole = [
    [verb + rest, rest].filter((name, index, all) => name !== "" && all.indexOf(name) === index),
  ];
  if (
    parts.length < 2 ||
    parts.some((part) => part.length < 2) ||
    parts.length > 8 ||
    tail === "" ||
    /等(?!指标|任务)/u.test(rest)
  )
    return whole;
  const head = (parts[0] ?? "").slice(0, -(metricEnd(parts[0] ?? "") || tail).length);
  return parts.map((part, index) => {
    const own =
      METRIC.test(part) || metricEnd(part) !== "" ? [part] : [part + (metricEnd(rest) || tail), part];
    return index > 0 && part.length <= 3 ? [head + part, ...own, rest] : [...own, rest];
  });
}
