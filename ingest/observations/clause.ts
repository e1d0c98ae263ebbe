/** A clause with its slots → drafts of observations. */
import type { Bound } from "../ontology.ts";
import type { Draft, Said, Slot } from "./draft.ts";
import { bothDrafts, readFromTo } from "./from-to.ts";
import {
  isGeneric,
  metricEnd,
  readChange,
  shorten,
  splitList,
  splitPair,
  splitPredicate,
  splitVerb,
  stripFluff,
  stripLinks,
} from "./phrase.ts";

/** Drafts of one clause; `said` is read and brought up to date. */
export function readClause(clause: string, slots: readonly Slot[], said: Said): Draft[] {
  const drafts: Draft[] = [];
  said.verb = "";
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index];
    if (!slot) continue;
    const told = readFromTo(slot, slots[index + 1]);
    const next = slots[index + 1];
    if (told && next) {
      const names = nameLevel(told.name, said);
      if (names.length > 0) {
        remember(said, names, told.name);
        drafts.push(
          ...bothDrafts(makeDraft(slot, names, "level", 1, ""), makeDraft(next, names, "level", 1, ""), told),
        );
        index++;
        continue;
      }
    }
    const group = groupFrom(slots, index);
    if (group.length > 1) {
      drafts.push(...readGroup(group, said));
      index += group.length - 1;
    } else drafts.push(...readSlot(slot, slots, index, said));
  }
  if (slots.length === 0) said.phrase = phraseOf(clause);
  said.sentence.push(...drafts.filter((draft) => draft.measure === "level").map((draft) => draft.names));
  if (said.sentence.length > MOST) said.sentence.splice(0, said.sentence.length - MOST);
  return drafts;
}

/** 均居全省第一 is said of no more than these. */
const MOST = 12;

/** 培育壮大“四上”企业 → “四上”企业 */
function phraseOf(clause: string): string {
  const { rest } = splitVerb(stripFluff(clause.trim()));
  return rest.length >= 2 && rest.length <= 24 ? rest : "";
}

/** The names of a phrase that stands before 由…增加到…. */
function nameLevel(phrase: string, said: Said): string[] {
  const own = stripFluff(stripLinks(phrase));
  return own === "" ? said.names : namesOf(own, "");
}

const SHARED = /(?:分别|依次|各自)/u;
const EMPTY_LEFT = /^(?:、|和|及|与|以及|并|，|\s)*$/u;

/** 增长5%、6%和7%: the slots from `index` on that share one indicator phrase. */
function groupFrom(slots: readonly Slot[], index: number): Slot[] {
  const first = slots[index];
  if (!first) return [];
  const group = [first];
  for (let next = index + 1; next < slots.length; next++) {
    const slot = slots[next];
    if (
      !slot ||
      !EMPTY_LEFT.test(slot.left) ||
      slot.right !== "" ||
      slot.quantity.unitClass !== first.quantity.unitClass
    )
      break;
    group.push(slot);
  }
  const shared =
    SHARED.test(first.left) || (group.length > 1 && splitList(first.left, true).length === group.length);
  return shared && first.right === "" ? group : [first];
}

function readGroup(group: readonly Slot[], said: Said): Draft[] {
  const first = group[0];
  if (!first) return [];
  const change = readChange(first.left.replace(SHARED, ""));
  const measured = change && group.every((slot) => slot.quantity.unitClass === "percent") ? change : null;
  const phrase = measured ? measured.name : stripLinks(first.left);
  const named = stripFluff(phrase.replace(SHARED, ""));
  const names = named !== "" ? shareOut(named, group.length) : groupSaid(said, group.length);
  const drafts = group.flatMap((slot, index) => {
    const own = names[index] ?? names[names.length - 1] ?? said.names;
    if (own.length === 0) return [];
    return [makeDraft(slot, own, measured ? "growth" : "level", measured?.sign ?? 1, "shared-numbers")];
  });
  said.group = names;
  said.names = names[names.length - 1] ?? said.names;
  return drafts;
}

/** 开工率、到位率分别达到…: the list is what was said last. */
function groupSaid(said: Said, count: number): string[][] {
  if (said.group.length === count || said.phrase === "") return said.group;
  return shareOut(said.phrase, count);
}

/** A和B贷款余额, 2 → [A贷款余额, A], [B贷款余额]. Where the parts do not fit the numbers, all have the whole name. */
export function shareOut(named: string, count: number): string[][] {
  const { verb, rest } = splitVerb(named.replaceAll("”“", "”、“"));
  const parts = [splitPair(rest), splitList(rest, true), splitList(rest, false)].find(
    (list) => list.length === count,
  );
  if (!parts) return Array.from({ length: count }, () => namesOf(named, ""));
  const tail = metricEnd(parts[parts.length - 1] ?? "");
  return parts.map((part) => {
    const full = tail !== "" && metricEnd(part) === "" ? part + tail : part;
    return unique([full, verb + part, part]);
  });
}

const EACH = /(?:均|各|都|双双|同时)(?:为|达到?|有|突破|超过?|完成|实现|增长|提高)*$/u;

/** One quantity, or several observations of it: 均增长8%, 各1家. */
function readSlot(slot: Slot, slots: readonly Slot[], index: number, said: Said): Draft[] {
  const { quantity } = slot;
  if (MEDAL.has(quantity.unit ?? "")) return readMedals(slot, said);
  const change = readChange(slot.left);
  if (change && quantity.unitClass === "percent") return readGrowth(slot, change, said);
  if (change && slot.right === "" && AMOUNT.test(slot.left)) return readAmount(slot, change, said);
  const left = stripFluff(stripLinks(slot.left));
  const each = EACH.test(slot.left) ? eachOf(left.replace(EACH, "")) : [];
  if (each.length > 1 && slot.right === "") {
    said.group = each;
    return each.map((names) => makeDraft(slot, names, "level", 1, "each"));
  }
  const names = nameSlot(slot, left, slots, index, said);
  if (names.length === 0) return [];
  remember(said, names, left);
  return rangeOf(slot, names);
}

function eachOf(left: string): string[][] {
  const { verb, rest } = splitVerb(stripFluff(stripLinks(left)));
  const parts = splitList(rest, true);
  const list = parts.length > 1 ? parts : splitPair(rest);
  const tail = metricEnd(list[list.length - 1] ?? "");
  return list.map((part) => unique([verb + part, metricEnd(part) === "" ? part + tail : part, part]));
}

function readGrowth(slot: Slot, change: { sign: 1 | -1; name: string }, said: Said): Draft[] {
  const own = stripFluff(change.name);
  const each = EACH.test(slot.left.replace(/(?:增长|提高|下降|上升)$/u, "")) ? eachOf(own) : [];
  if (each.length > 1) {
    said.group = each;
    return each.map((names) => makeDraft(slot, names, "growth", change.sign, "each-growth"));
  }
  const names =
    own === ""
      ? said.names.length > 0 || said.phrase === ""
        ? said.names
        : [said.phrase]
      : isGeneric(own) && said.names[0]
        ? unique([said.names[0] + own, own])
        : namesOf(own, "");
  if (names.length === 0) return [];
  if (own !== "") remember(said, names, own);
  return [makeDraft(slot, names, "growth", change.sign, own === "" ? "growth-of-last" : "growth")];
}

const MEDAL = new Set(["金", "银", "铜"]);

/** 省运会上勇夺4金2银: medals. */
function readMedals(slot: Slot, said: Said): Draft[] {
  const medal = `${slot.quantity.unit}牌`;
  const where = slot.left
    .replace(/^在/u, "")
    .replace(/(?:上|中)?(?:勇夺|斩获|荣获|获得?|夺得|摘得|收获|豪取|共)+$/u, "");
  if (where !== "") said.phrase = where;
  const draft = makeDraft(slot, unique([said.phrase + medal, medal]), "level", 1, "medals");
  said.names = draft.names;
  return [{ ...draft, unit: "枚" }];
}

const AMOUNT = /(?:增加|减少|下降|上升|提高|降低|回落)(?:了)?$/u;

/** 比上年末增加24.5万人: by how much, a fall negative. */
function readAmount(slot: Slot, change: { sign: 1 | -1; name: string }, said: Said): Draft[] {
  const own = stripFluff(change.name) || said.names[0] || said.phrase;
  if (own === "") return [];
  const how = change.sign > 0 ? "增加" : "减少";
  return [makeDraft(slot, unique([own, own + how, `${own}${how}量`]), "growth", change.sign, "change-by")];
}

/** The names of a level: from the left (indicator达60家), from the right (60家企业获评…), or from what was said. */
function nameSlot(slot: Slot, left: string, slots: readonly Slot[], index: number, said: Said): string[] {
  const right = cutRight(slot.right);
  const { verb, rest } = splitVerb(left);
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
  return unique([shorten(verb + noun), noun + cut, first, noun]);
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

/** 7个、4.78亿元: a second figure of what was just said. */
function nameAgain(slot: Slot, said: Said): string[] {
  const [first] = said.names;
  if (first === undefined) return said.phrase === "" ? [] : [said.phrase];
  return slot.quantity.unitClass === "money" ? unique([`${first}金额`, first]) : said.names;
}

const lastNoun = (said: Said): string => splitVerb(said.names[0] ?? "").rest || (said.names[0] ?? "");

function nameLeft(slot: Slot, left: string, verb: string, rest: string, said: Said): string[] {
  const before = said.names.reduce<string | undefined>(
    (a, b) => (a !== undefined && a.length >= b.length ? a : b),
    undefined,
  );
  if (before !== undefined) {
    if (/^(?:大?约)?[为是]?(?:全国|全省|全市)(?:平均)?/u.test(left)) return unique([before + left, before]);
    if (/^占(?!地)/u.test(left)) return unique([`${before}${left.replace(/的?比[重例]$/u, "")}比重`, left]);
    if (isGeneric(left) || isGeneric(rest)) {
      const named = said.topic === "" ? [] : [said.topic + left];
      return unique([before + left, ...named, left, lastNoun(said) + rest]);
    }
    if (
      /^[国省市区县][家级内]?级?$|^(?:国家级|省部级|省级|市级|区级|县级|.{1,8}(?:以上|以下|级))$/u.test(rest)
    ) {
      return unique([verb + replaceLevel(before, rest), before + rest, rest + lastNoun(said)]);
    }
  }
  if (before === undefined && said.phrase !== "" && /^(?:总量|总数|数量|规模)$/u.test(left))
    return [said.phrase + left, left];
  const first = slot.from === slot.clause.start;
  return unique([...(first ? [] : likeLast(left, before)), ...namesOf(left, said.verb)]);
}

/** …专利奖金奖3项、银奖5项: a short name ends like the last one and shares its beginning. */
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

const LEVEL = /国家级|省级以上|省部级|省级|市级以上|市级|区级|县级|国家|省|市/u;

function replaceLevel(name: string, level: string): string {
  return LEVEL.test(name) && LEVEL.test(level) ? name.replace(LEVEL, level) : name + level;
}

/** Names of a phrase: as it stands, without its verb; after 等 where it lists examples. */
export function namesOf(phrase: string, carried: string): string[] {
  const whole = shorten(phrase);
  const { verb, rest } = splitVerb(whole);
  const names = [whole];
  if (verb !== "" && rest.length > 1) names.push(rest);
  else if (carried !== "") names.unshift(carried + whole);
  const after = /^.*等(?!级|额)([^等]{2,})$/u.exec(whole)?.[1];
  if (after !== undefined) names.push(stripFluff(after), verb + after);
  return unique(names);
}

function remember(said: Said, names: string[], left: string): void {
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
  const bare = right.replace(/^(?:的|\s|：|:)+/u, "");
  const end = bare.search(/[，。；]/u);
  return (end < 0 ? bare : bare.slice(0, end)).slice(0, 40).trim();
}

/** 6-10个 promises the lower end. */
function rangeOf(slot: Slot, names: string[]): Draft[] {
  const { upper, value, unit } = slot.quantity;
  const draft = makeDraft(
    slot,
    names,
    "level",
    1,
    slot.right === "" ? "name-before-number" : "name-after-number",
  );
  return [
    upper === undefined ? draft : { ...draft, bound: "min" as Bound, text: `${value}-${upper}${unit ?? ""}` },
  ];
}

function makeDraft(
  slot: Slot,
  names: string[],
  measure: "level" | "growth",
  sign: 1 | -1,
  rule: string,
): Draft {
  const { quantity } = slot;
  const people =
    quantity.unit === "万" ? (/(人次|人)(?:数|口)?(?:超过?|突破)?$/u.exec(slot.left)?.[1] ?? "") : "";
  return {
    start: slot.from,
    end: Math.max(quantity.to, slot.to),
    names: names.slice(0, 4),
    value: sign * quantity.value,
    unit: quantity.unit === null ? null : quantity.unit + people,
    bound: quantity.bound,
    measure,
    rule,
    claims: [{ start: quantity.start, end: quantity.end }],
    clause: slot.clause,
  };
}

export const unique = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.trim()))].filter((name) => name !== "");
