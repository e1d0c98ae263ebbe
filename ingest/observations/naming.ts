/** What the quantity of a slot is a value of: the names of its indicator. */
import { classOf } from "../numerals.ts";
import { GENERIC, NEUTRAL_VERBS } from "../rules/indicators.ts";
import { alternatives } from "./alternatives.ts";
import type { Said, Slot } from "./draft.ts";
import {
  isGeneric,
  metricEnd,
  shorten,
  splitList,
  splitPredicate,
  splitVerb,
  stripFluff,
  unique,
} from "./phrase.ts";

/** The names of a level: from the left (indicator达60家), from the right (60家企业获评…), or from what was said. */
export function nameSlot(
  slot: Slot,
  left: string,
  slots: readonly Slot[],
  index: number,
  said: Said,
): string[] {
  const right = cutRight(slot.right);
  const { verb, rest } = splitVerb(left);
  if (slot.quantity.unitClass === "time" && right !== "")
    return unique([`${right}用时`, right, left + right]);
  if (left === "" || (rest === "" && verb !== "")) {
    if (right !== "" && (left !== "" || splitPredicate(right).noun !== ""))
      return nameRight(verb, right, slots, index, said);
    if (right !== "") return unique([(said.names[0] ?? "") + right, lastNoun(said) + right, ...said.names]);
    if (left === "") return nameTogether(slots, index) ?? nameAgain(slot, said);
    const noun = (slot.quantity.unit ?? "").replace(/^[万亿千百]+/u, "");
    return unique([
      verb + (lastNoun(said) || said.phrase),
      (said.names[0] ?? "") + verb,
      verb + said.phrase,
      verb + noun,
    ]);
  }
  if (right !== "" && isRight(slot, left))
    return unique([
      ...(isGeneric(left) ? [left] : []),
      ...nameRight("", right, slots, index, said),
      shorten(left + right),
      verb + right,
    ]);
  const names = nameLeft(slot, left, verb, rest, said);
  return right === "" ? names : unique([...names.slice(0, 2), splitPredicate(right).noun, left + right]);
}

const NEUTRAL = new Set(NEUTRAL_VERBS);

/** 企业、|平台[入选名单]: the next slots' predicate is shared. */
function nameRight(verb: string, right: string, slots: readonly Slot[], index: number, said: Said): string[] {
  const { noun, predicate } = splitPredicate(right);
  let shared = predicate;
  for (let next = index + 1; shared === "" && verb === "" && next < slots.length; next++) {
    const slot = slots[next];
    if (slot?.left !== "") break;
    shared = splitPredicate(cutRight(slot.right)).predicate;
  }
  const cut = shared.slice(0, 24);
  const next = slots[index + 1];
  if (next && noun.length <= 3 && next.left === noun)
    return unique([noun + cutRight(next.right), verb + noun, noun]);
  const first = noun.split("、")[0] ?? noun;
  if (isBare(noun) && said.topic !== "") {
    const named = joinNoun(said.topic, noun);
    return unique([verb + named + cut, cut + named, named, noun + cut]);
  }
  if (verb === "") return unique([noun + cut, cut + noun, noun, first]);
  const named = NEUTRAL.has(verb) ? [noun, shorten(verb + noun)] : [shorten(verb + noun)];
  return unique([...named, noun + cut, first, noun]);
}

const BARE = /^(?:项目|工程|企业|任务|地块|片区|道路|学校|小区|村|镇|单位|机构|平台|案件|事项|措施)$/u;
const isBare = (noun: string): boolean => BARE.test(noun);

/** 征收补偿项目 + 项目 → 征收补偿项目; 污水治理 + 工程 → 污水治理工程 */
const joinNoun = (topic: string, noun: string): string => (topic.endsWith(noun) ? topic : topic + noun);

/** 12类|45件民生实事, 9家、8家|企业分别入围A、B: the words follow the last of the numbers. */
function nameTogether(slots: readonly Slot[], index: number): string[] | null {
  let last = index;
  while (slots[last]?.right === "" && slots[last + 1]?.left === "") last++;
  const right = cutRight(slots[last]?.right ?? "");
  if (last === index || right === "") return null;
  const [noun = "", list] = right.split(/分别/u);
  if (list === undefined) return unique([right, splitPredicate(right).noun]);
  const parts = splitList(list, true);
  return unique([noun + (parts[index - (last - parts.length + 1)] ?? list), right]);
}

/** 9个、3.14亿元: a second figure of what was just said. */
function nameAgain(slot: Slot, said: Said): string[] {
  if (/累计|总数|总量|总计|共计|存量/u.test(slot.left)) return unique(said.names.map(withoutNew));
  const [first] = said.names;
  if (first === undefined) return said.phrase === "" ? [] : [said.phrase];
  const counted = said.last !== null && classOf(said.last.unit) === "count";
  return counted && slot.quantity.unitClass === "money" ? unique([`${first}金额`, first]) : said.names;
}

const NEWLY =
  /^(?:全年|当年|年内)?(?:新增加?|净增|新认定|新培育|新获批|新获评|新入库|新建成|新引进)(?=.{2})/u;

/** 新增高新技术企业9家、累计36家: all of them are not 新增. */
const withoutNew = (name: string): string => name.replace(NEWLY, "");

const lastNoun = (said: Said): string => splitVerb(said.names[0] ?? "").rest || (said.names[0] ?? "");

function nameLeft(slot: Slot, left: string, verb: string, rest: string, said: Said): string[] {
  const before = said.names.reduce<string | undefined>(
    (a, b) => (a !== undefined && a.length >= b.length ? a : b),
    undefined,
  );
  if (before !== undefined) {
    if (/^(?:大?约)?[为是]?(?:全国|全省|全市)(?:平均)?/u.test(left)) return unique([before + left, before]);
    if (/^占(?!地)/u.test(left))
      return unique([`${said.names[0]}${left.replace(/的?比[重例]$/u, "")}比重`, left]);
    if (isGeneric(left) || isGeneric(rest)) {
      const named = said.topic === "" ? [] : [said.topic + left];
      return unique([...besides(before, left), ...named, left, lastNoun(said) + rest]);
    }
    if (
      /^[国省市区县][家级内]?级?$|^(?:国家级|省部级|省级|市级|区级|县级|.{1,8}(?:以上|以下|级))$/u.test(rest)
    ) {
      return unique([verb + replaceLevel(before, rest), before + rest, rest + lastNoun(said)]);
    }
  }
  const topic = before === undefined && SUMS.has(rest || left) ? topicOf(said.phrase) : "";
  if (topic !== "") return unique([topic + (rest || left), ...namesOf(left, said.verb)]);
  if (before === undefined && said.phrase !== "" && /^(?:总量|总数|数量|规模)$/u.test(left))
    return [said.phrase + left, left];
  const first = slot.from === slot.clause.start;
  return unique([...(first ? [] : likeLast(left, before)), ...namesOf(left, said.verb)]);
}

/** Sums that mean little without whose they are. */
const SUMS = new Set(
  "产值 年产值 总产值 产量 年产量 产能 营收 年营收 营业收入 销售收入 收入 税收 利润 增加值 规模 交易额 成交额 销售额 交易量 总产".split(
    " ",
  ),
);
/** What a clause speaks of, before how it goes: 星海产业|蓬勃发展. */
const TOPIC =
  /^([^的，、。；“”]{1,14}?(?:产业|产业链|产业集群|集群|行业|经济|园区|产业园|开发区|示范区|基地|市场|项目|公司|集团|业)?)(?:建设|发展)?(?:不断|持续|加快|加速|蓬勃|快速|稳步|稳定|健康|迅速|全面|发展|提质|提档|壮大|集聚|势头|达产|做大|做强|初具|建成|投产|投用|提速|方兴未艾|跻身|入选|获批|获评|列入|成为|$)/u;
const KIND = /(?:产业|产业链|集群|行业|经济|园区|产业园|开发区|示范区|基地|市场|项目|公司|集团|业)$/u;

/** 星海产业蓬勃发展，产值|突破500亿元 → 星海产业; empty where the clause speaks of no such thing. */
function topicOf(phrase: string): string {
  const topic = TOPIC.exec(phrase)?.[1] ?? "";
  return topic.length > 2 && KIND.test(topic) ? topic : "";
}

/** …设计奖金奖2项、银奖6项: a short name ends like the last one and shares its beginning. */
function likeLast(left: string, before: string | undefined): string[] {
  if (
    before === undefined ||
    left.length > 4 ||
    before.length < left.length + 3 ||
    !before.endsWith(left.slice(-1))
  )
    return [];
  return [before.slice(0, before.length - left.length) + left];
}

const TOTAL = /^(?:总数|总量|数量|累计|总数达)$/u;
const GENERIC_END = new RegExp(
  `(?:${alternatives([...GENERIC, "资产总额", "授信总额", "播种面积", "种植面积", "营业总收入"])})$`,
  "u",
);
/** What it does for others is said of the whole before: 奖补资金2亿元、[惠及企业]300家. */
const FOR_OTHERS = /^(?:惠及|覆盖|服务|带动|供应|受益)/u;

/** 甲项目46个，总投资89亿元，[投资]19亿元 is 甲项目投资; 货运量300万吨，[营收]20亿元 is no part of 货运量. */
function besides(before: string, left: string): string[] {
  if (TOTAL.test(left)) return [withoutNew(before) + left, before + left];
  const stem = before.replace(GENERIC_END, "");
  if (stem !== before && stem.length >= 2 && !/[总年]$/u.test(stem) && !FOR_OTHERS.test(left))
    return [stem + left, before + left];
  return metricEnd(before) === "" ? [before + left] : [left, before + left];
}

const LEVEL = /国家级|省级以上|省部级|省级|市级以上|市级|区级|县级|国家|省|市/u;

function replaceLevel(name: string, level: string): string {
  return LEVEL.test(name) && LEVEL.test(level) ? name.replace(LEVEL, level) : name + level;
}

/** Names of a phrase: as it stands, without its verb; after 等 where it lists examples. */
export function namesOf(phrase: string, carried: string): string[] {
  const whole = shorten(phrase);
  const { verb, rest } = splitVerb(whole);
  const names = [whole];
  if (verb !== "" && rest.length > 1) names.splice(NEUTRAL.has(verb) ? 0 : 1, 0, rest);
  else if (carried !== "" && !(whole.startsWith("新") && /^[新净]/u.test(carried)))
    names.unshift(carried + whole);
  const after = /^.*等(?!级|额)([^等]{2,})$/u.exec(whole)?.[1];
  if (after !== undefined) names.push(stripFluff(after), verb + after);
  return unique(names);
}

export function remember(said: Said, names: string[], left: string): void {
  const { verb } = splitVerb(left);
  said.names = names;
  if (verb !== "") said.verb = verb;
  const noun = /(项目|工程|企业|案件|事项)$/u.test(left) ? splitVerb(left).rest : "";
  if (noun.length > 4 && noun.length < 24) said.topic = noun;
}

const CONNECTED = /(?:等|的|之间|中|余下|其余|、)$/u;

/** The number belongs to the words on its right although there are some on its left. */
function isRight(slot: Slot, left: string): boolean {
  if (slot.quantity.unitClass === "count") return true;
  return CONNECTED.test(left) || slot.right.startsWith("的");
}

/** The words on the right up to the next mark, without the 的 of 3亿元的. */
function cutRight(right: string): string {
  const bare = right.replace(/^(?:的|\s|：|:|）|\))+/u, "");
  const end = bare.search(/[，。；]/u);
  return (end < 0 ? bare : bare.slice(0, end)).slice(0, 40).trim();
}
