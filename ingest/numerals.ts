/**
 * 890 / 1.2万 / 三十 / 近两成 / 翻一番 / 一半 / 两位数 → value, bound, unit as written. Works on a text that is NFKC for digits
 * (read/ has seen to it) but takes full-width digits too. Positions are offsets into the text given.
 */
import { alternatives } from "./observations/alternatives.ts";
import type { Bound } from "./ontology.ts";
import {
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  type BoundWord,
  COUNT_UNITS,
  MAGNITUDES,
  MEASURE_UNITS,
  MORE,
  TIME_UNITS,
} from "./rules/numbers.ts";
import type { Range } from "./types.ts";

export type UnitClass = "count" | "measure" | "percent" | "money" | "time" | "none";

export interface Quantity extends Range {
  /** Where its bound word before begins (不少于|20个), `start` when there is none. */
  from: number;
  /** Where its bound word after ends (20个以上|), `end` when there is none. */
  to: number;
  value: number;
  /** 万人, 亿元, %, 元/月; null for a bare number. */
  unit: string | null;
  unitClass: UnitClass;
  bound: Bound;
  /** Written in Chinese numerals. */
  chinese: boolean;
  /** 十[大]行动: counted by 大. */
  big?: true;
  /** 6-10个: the upper end of a range. */
  upper?: number;
}

const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
};
const POWER: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三十 → 30, 一千二百 → 1200, 两万 → 20000, 二〇二三 → 2023; null where it is no number. */
export function readChinese(words: string): number | null {
  if (!/^[〇零一二两三四五六七八九壹贰叁十百千万亿]+$/.test(words)) return null;
  if (!/[十百千万亿]/.test(words)) return Number([...words].map((char) => DIGIT[char]).join(""));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of words) {
    const power = POWER[char];
    if (char === "万" || char === "亿") {
      const scale = char === "万" ? 1e4 : 1e8;
      total = (total + section + digit || 1) * scale;
      section = 0;
      digit = 0;
    } else if (power !== undefined) {
      section += (digit || 1) * power;
      digit = 0;
    } else digit = DIGIT[char] ?? 0;
  }
  return total + section + digit;
}

/** Units that begin another word there: 1000亿台|阶, 3处|置. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  金: "融属桥额牌奖山色沙秋秀杯",
  银: "行发川奖牌杏龄",
  铜: "牌奖矿业管陵仁梁",
  台: "阶账海湾商资",
  处: "理置罚长级于",
  位: "于居列",
  对: "外口于接标",
  次: "产要级",
  级: "别以及",
  种: "植养业子",
  只: "增有减",
  条: "例",
  组: "织建",
  架: "构",
  头: "部",
  间: "接",
  面: "积向临",
  道: "路",
  站: "点",
  层: "次级",
  节: "约能",
  股: "份权",
  副: "省中",
  门: "类店",
  班: "子",
  单: "位体",
  年: "龄均",
  本: "地市区县级土",
  分: "别",
};
const ANY_UNIT = alternatives([...COUNT_UNITS, ...MEASURE_UNITS, ...TIME_UNITS]);
const NOT_BEGUN = Object.entries(NOT_BEFORE)
  .map(([unit, next]) => `${unit}[${next}]`)
  .join("|");
/** 元/月, 微克/立方米, 万吨/日: the denominator may have its own magnitude (件/万人). */
const UNIT = new RegExp(
  `(?!(?:${NOT_BEGUN})(?!/))(?:${ANY_UNIT})(?:[/／每](?:[百千万亿]{1,2}|10万)?(?:${ANY_UNIT}|人|年))?`,
  "y",
);
const MAGNITUDE = new RegExp(MAGNITUDES.map(([word]) => word).join("|"), "y");
const SCALE = new Map(MAGNITUDES);
/** No numeral is longer, so that a hostile text costs linear time. */
const ARABIC = /[0-9０-９]{1,20}(?:[,，][0-9]{3}(?![0-9])){0,6}(?:[.．][0-9]{1,20})?/y;
const RANGE = /(?:[-—–~～－至到]{1,2})([0-9]{1,12}(?:\.[0-9]{1,12})?)/y;
const CHINESE = /[一二两三四五六七八九十百千]{1,12}/y;
/** 超百亿元, 近万家: a magnitude alone after a bound word. */
const BARE = /(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)/y;

const MEASURES = new Set(MEASURE_UNITS);
const TIMES = new Set(TIME_UNITS);
const PERCENT = new Set(["%", "％", "‰", "个百分点", "百分点", "个点", "倍", "成", "番"]);
const MONEY = /元|美元|英镑|人民币/;

/** 亿元 → money, 家 → count, % → percent. */
export function classOf(unit: string | null): UnitClass {
  if (unit === null) return "none";
  const bare = unit.replace(/^[万亿千百十]+/, "");
  if (PERCENT.has(bare)) return "percent";
  if (MONEY.test(bare) || (bare === "" && unit.includes("亿"))) return "money";
  if (TIMES.has(bare)) return "time";
  return MEASURES.has(bare) || bare.includes("/") || bare === "" ? "measure" : "count";
}

function at(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}

/** The quantity whose digits begin at `index`, null when there is none. Looks at most some 60 characters ahead. */
export function readQuantity(text: string, index: number): Quantity | null {
  return readArabic(text, index) ?? readWords(text, index);
}

function readArabic(text: string, index: number): Quantity | null {
  const digits = at(ARABIC, text, index);
  if (digits === null) return null;
  const value = Number(digits.normalize("NFKC").replace(/[,，]/g, ""));
  const digitsEnd = index + digits.length;
  RANGE.lastIndex = digitsEnd;
  const range = RANGE.exec(text);
  if (range && Number(range[1]) > value) {
    return finish(text, {
      start: index,
      digitsEnd: digitsEnd + range[0].length,
      value,
      chinese: false,
      upper: Number(range[1]),
    });
  }
  if (isMinus(text, index))
    return finish(text, { start: index - 1, digitsEnd, value: -value, chinese: false });
  return finish(text, { start: index, digitsEnd, value, chinese: false });
}

/** 自然增长率为[-]0.57‰, not 3-5个. */
const isMinus = (text: string, index: number): boolean =>
  /[-－−]/u.test(text[index - 1] ?? "") && /[\u4e00-\u9fff]/u.test(text[index - 2] ?? "");

interface Begun {
  start: number;
  digitsEnd: number;
  value: number;
  chinese: boolean;
  upper?: number | undefined;
}

/** Adds magnitude, 余, unit and bounds. */
function finish(text: string, begun: Begun): Quantity {
  let end = begun.digitsEnd;
  let more = skipMore(text, end);
  end += more;
  const magnitude = at(MAGNITUDE, text, end) ?? "";
  end += magnitude.length;
  if (magnitude !== "" && more === 0) {
    more = skipMore(text, end);
    end += more;
  }
  if (text[end] === "大" && magnitude === "")
    return { ...bounded(text, begun, end + 1, "个", more > 0), big: true };
  const word = at(UNIT, text, end) ?? "";
  if (word === "成" && magnitude === "")
    return bounded(text, { ...begun, value: begun.value * 10 }, end + 1, "%", more > 0);
  const people = magnitude !== "" && word === "" && PEOPLE.test(text.slice(end, end + 3)) ? "人" : "";
  const unit = magnitude + word + people;
  return bounded(text, begun, end + word.length, unit === "" ? null : unit, more > 0);
}

/** 7万[居民] are 7万人. */
const PEOPLE = /^(?:余|多)?(?:居民|群众|人口|农民|职工|市民|学生|老人|农村)/u;

/** 10[余]家, 3000[多]人, not the 多 of 多种. */
function skipMore(text: string, index: number): number {
  return MORE.test(text.slice(index, index + 1)) ? 1 : 0;
}

function bounded(text: string, begun: Begun, end: number, unit: string | null, more: boolean): Quantity {
  const before = boundBefore(text, begun.start);
  const after = boundAfter(text, end);
  const word: BoundWord | undefined = after?.[1] ?? before?.[1] ?? (more ? "min" : undefined);
  const quantity: Quantity = {
    start: begun.start,
    end,
    from: begun.start - (before?.[0].length ?? 0),
    to: end + (after?.[0].length ?? 0),
    value: begun.value,
    unit,
    unitClass: classOf(unit),
    bound: word ?? "exact",
    chinese: begun.chinese,
  };
  if (begun.upper !== undefined) quantity.upper = begun.upper;
  return quantity;
}

/** 签约8755户, 节约3亿元: a verb, not “about”. */
const NOT_ABOUT = /[签预节契合条制]约$/u;

function boundBefore(text: string, index: number): readonly [string, BoundWord] | undefined {
  if (text[index - 1] === "约" && NOT_ABOUT.test(text.slice(index - 2, index))) return undefined;
  return BOUNDS_BEFORE.find(([word]) => text.startsWith(word, index - word.length));
}

function boundAfter(text: string, index: number): readonly [string, BoundWord] | undefined {
  return BOUNDS_AFTER.find(([word]) => text.startsWith(word, index));
}

/** 三十家, 两成, 一倍, 超百亿元, 近万家, 十余家. */
function readWords(text: string, index: number): Quantity | null {
  const bare = at(BARE, text, index);
  if (bare !== null && boundBefore(text, index)) return readBare(text, index, bare);
  const words = at(CHINESE, text, index);
  const value = words === null ? null : readChinese(words);
  if (words === null || value === null) return null;
  return finish(text, { start: index, digitsEnd: index + words.length, value, chinese: true });
}

/** 超[百亿元] → 100 亿元, 近[万家] → 10000 家. */
function readBare(text: string, index: number, bare: string): Quantity | null {
  const base =
    bare === "万亿" || bare === "万"
      ? bare
      : /亿$/.test(bare)
        ? "亿"
        : bare === "千万" || bare === "百万" || bare === "十万"
          ? "万"
          : "";
  const scale = SCALE.get(bare) ?? 1;
  const baseScale = base === "" ? 1 : (SCALE.get(base) ?? 1);
  const end = index + bare.length;
  const word = /^项目(?!标)/u.test(text.slice(end, end + 3)) ? "" : (at(UNIT, text, end) ?? "");
  const unit = base + (word === "" && base.endsWith("亿") ? "元" : word);
  if (unit === "") return null;
  const begun = { start: index, digitsEnd: end, value: scale / baseScale, chinese: true };
  return bounded(text, begun, end + word.length, unit, false);
}
