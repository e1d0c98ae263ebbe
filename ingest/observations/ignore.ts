/** Quantities that are no observation, each for a named reason. */
import type { Quantity } from "../numerals.ts";
import type { Range } from "../types.ts";
import type { Slot } from "./draft.ts";
import { leadsOn } from "./from-to.ts";
import { splitPredicate, splitVerb, startsVerb, stripFluff, stripLinks } from "./phrase.ts";
import { fillSlots } from "./slots.ts";

const TIME_MEASURED =
  /(?:至|到|为|达|达到|缩短|压缩|压减|减少|增加|提前|寿命|天数|时间|时限|用时|耗时|时长|均|仅|仅需|控制在|不超过)$/u;
const BARE_MEASURED = /(?:指数|系数|得分|评分|分值|倍差|收入比|比值|数量|总数)(?:（[^）]{1,8}）)?$/u;
const LIST_NOUNS =
  /^(?:大类|方面|环节|重点工作|维度|层面|着力点|关键词|步骤|板块|阶段|问题导向|统一|必须|坚持|确保|转变|不[^，。]{0,4}$)/u;
/** 占地20亩的园区, 总投资5亿元的项目10个: a figure of its own, and no limit of size. */
const SIZED = /(?:占地|总投资额?|建筑面积|占地面积|总面积)(?:约)?$/u;
const BUILDS =
  /新增|新建|改造|建成|建设|铺设|敷设|修复|整治|释放|腾退|盘活|供应|打造|筹集|拆除|治理|流转|种植/u;

const POINTS = /百分点$|^%$/u;
/** [快于全省平均]2个百分点: how far from others, no value of its own. */
const AGAINST_OTHERS =
  /(?:快于|高于|低于|好于|优于|慢于|领先|高出|超过|超|跑赢)(?:全国|全省|全市|全区|省|市|苏南|地区生产总值|GDP|经济|同期)[^，。；、]{0,16}$/u;
/** 增长6.5%（年度[目标]6%以上）: what had been promised, beside what came. */
const PROMISED = /^[（(]?(?:年度|年初|全年|预期|原定|计划)?(?:目标|任务)(?:值)?(?:为|是)?$/u;

/** A number without a unit that no rule knows: none of an observation, but none of a named rule either. */
export const UNKNOWN = "bare-number";

export interface Dropped {
  quantity: Quantity;
  rule: string;
}

/** The slots of the quantities that may be observations. A dropped quantity is part of the words of its neighbours. */
export function keepMeasured(
  sentence: string,
  clause: Range,
  quantities: readonly Quantity[],
  dropped: Dropped[],
): Slot[] {
  let slots = fillSlots(sentence, clause, quantities);
  for (let round = 0; round < 6 && slots.length > 0; round++) {
    const alone = slots.map(ignoreAlone);
    const sure = alone.some((rule) => rule !== null);
    const rules = sure ? alone : slots.map((_, index) => ignoreAmong(slots, index, sentence));
    if (rules.every((rule) => rule === null)) break;
    slots.forEach((slot, index) => {
      const rule = rules[index];
      if (rule) dropped.push({ quantity: slot.quantity, rule });
    });
    const kept = slots.filter((_, index) => rules[index] === null).map((slot) => slot.quantity);
    slots = fillSlots(sentence, clause, kept);
  }
  return slots;
}

/** Why the quantity of this slot is none whatever its neighbours are, null where it may be an observation. */
function ignoreAlone(slot: Slot): string | null {
  const { quantity } = slot;
  const left = slot.left.trimEnd();
  if (/连续$/u.test(left)) return "duration";
  if (POINTS.test(quantity.unit ?? "") && AGAINST_OTHERS.test(left)) return "against-others";
  if (PROMISED.test(left) && slot.right.length <= 1) return "target-beside";
  if (quantity.unitClass === "time" && !TIME_MEASURED.test(left) && !isTaken(slot)) return "duration";
  if (quantity.unit === null && slot.clause.start === 0 && left === "" && slot.right !== "")
    return "list-mark";
  if (quantity.unitClass === "none" && !BARE_MEASURED.test(stripLinks(left))) return UNKNOWN;
  if (/在[^，。]{0,4}$/u.test(left) && /^[^，。]{1,14}中(?:排名|位居|位列|列|居)/u.test(slot.right))
    return "field-of-rank";
  if (LIST_NOUNS.test(slot.right)) return "list-count";
  if (quantity.unit === "岁" && !/(?:寿命|年龄)/u.test(left)) return "age";
  if (quantity.big) return "list-count";
  const limit = quantity.to > quantity.end && quantity.from === quantity.start;
  if (quantity.chinese && limit && slot.right !== "" && quantity.unitClass !== "percent") return "condition";
  if (quantity.chinese && !isCounted(quantity) && !isFew(slot)) return "list-count";
  return null;
}

/** Why it is none beside its neighbours: it says which things are counted, or is part of a name. */
function ignoreAmong(slots: readonly Slot[], index: number, sentence: string): string | null {
  const slot = slots[index];
  if (!slot) return null;
  if (isCondition(slots, index)) return "condition";
  return isInName(slot) || isListedWorks(slot, sentence) ? "inside-name" : null;
}

/** 10[亿元]以上项目60个, 100[亿元]或10[亿美元]项目2个: the money says which projects. */
function isCondition(slots: readonly Slot[], index: number): boolean {
  const slot = slots[index];
  const next = slots[index + 1];
  if (!slot || slot.quantity.unitClass === "count") return false;
  if (/^(?:级|及|或|到|至)?$/u.test(slot.right) && /^或/u.test(next?.left ?? slot.right))
    return isCondition(slots, index + 1);
  const bounded = slot.quantity.to > slot.quantity.end;
  if (bounded && next?.quantity.unitClass === "count" && next.quantity.from === slot.quantity.to) return true;
  if (
    !next &&
    bounded &&
    slot.right !== "" &&
    slot.left === "" &&
    slots[index - 1]?.right === "" &&
    slots[index - 1]?.quantity.unitClass === "count"
  )
    return true;
  if (leadsOn(slot.right)) return false;
  if (slot.right.startsWith("的") && slot.quantity.bound === "exact" && SIZED.test(slot.left)) return false;
  const noun = slot.right.replace(/^(?:级|的|规模)/u, "");
  if (noun === "" || !startsNoun(noun)) return slot.right === "" && isOfFew(slots, index);
  if (!next)
    return (
      bounded && slot.quantity.unitClass !== "percent" && !BUILDS.test(splitVerb(stripFluff(slot.left)).verb)
    );
  if (slot.quantity.unitClass === "percent" && !bounded && slot.quantity.bound === "exact") return false;
  const plain = slot.quantity.unitClass === "measure" && !bounded && slot.quantity.bound === "exact";
  if (plain && next.quantity.unitClass === "count") return false;
  return noun.length <= 18 && next.left !== "";
}

/** Units of what a works makes. */
const CAPACITY = /[吨瓦W]$|立方米?$|千伏安$|万?套$/u;

/** 星海钛业4[万吨]钛合金新材料: the capacity that a project is called by. */
function isInName(slot: Slot): boolean {
  const { quantity, left, right } = slot;
  if (
    !CAPACITY.test(quantity.unit ?? "") ||
    quantity.bound !== "exact" ||
    left === "" ||
    right === "" ||
    right.startsWith("的") ||
    !startsNoun(right) ||
    splitPredicate(right).predicate !== ""
  )
    return false;
  return stripLinks(left) === left && splitVerb(stripFluff(left)).verb === "";
}

const WORKS_AHEAD = /^[^，。；]{2,60}?等[^，。；、]{0,10}(?:项目|工程)/u;
const LISTED = /^[^，。；等]{2,24}、|^[^，。；等、]{2,24}$/u;
const LIST_OPEN = /(?:[、和及]|推进|加快|开工|建设|推动|建成|实施|抓好|启动|竣工|投产|确保|支持)$|^$/u;

/** 加快星海二期、10[万吨]星海材料、30[万千瓦]风电等项目建设: a list of works by what they make. */
function isListedWorks({ quantity, clause, left, right }: Slot, sentence: string): boolean {
  return (
    CAPACITY.test(quantity.unit ?? "") &&
    quantity.bound === "exact" &&
    LIST_OPEN.test(left) &&
    startsNoun(right) &&
    (left.endsWith("、") || LISTED.test(right)) &&
    WORKS_AHEAD.test(sentence.slice(quantity.end, clause.end))
  );
}

/** Not a verb, nor a predicate: 项目, not 惠及群众. */
function startsNoun(words: string): boolean {
  const { predicate } = splitPredicate(words);
  return !startsVerb(words) && (predicate === "" || words.indexOf(predicate) > 0);
}

/** 其中40个达到[50万元]: says which of them. */
function isOfFew(slots: readonly Slot[], index: number): boolean {
  const before = slots[index - 1];
  return (
    before?.quantity.unitClass === "count" &&
    /^(?:达到|达|超过|超|突破)?$/u.test(before.right) &&
    before.right !== "" &&
    before.right === slots[index]?.left
  );
}

/** [40天]开工、[9个月]投产: how long it took. */
function isTaken({ quantity, right }: Slot): boolean {
  if (quantity.chinese || !/^(?:天|个月|小时|分钟|个工作日)$/u.test(quantity.unit ?? "")) return false;
  return /^(?:内|就|即|实现|完成|具备)*(?:开工|投产|封顶|竣工|建成|办结|落地|投用|签约|开工条件)(?:$|[^\u4e00-\u9fff]|的)/u.test(
    right,
  );
}

const GAINED =
  /^(?:(?:成功|新|全年|累计|共|已|又|再|并|年内|今年)*)(?:新增|新建|新开|建成|获批|获评|获得|获|荣获|引进|落地|落户|开工|竣工|投产|创成|新开工|新认定|筹建|获批筹建|入选|新获批|新引进|新建成|新增加)$/u;

/** 新增[两家]上市公司: a few things gained; not 打造三个中心, 两大平台. */
function isFew(slot: Slot): boolean {
  const { quantity, left, right } = slot;
  if (quantity.value < 2 || right === "" || !/^[个家项所座条名处支件只枚张]$/u.test(quantity.unit ?? ""))
    return false;
  return GAINED.test(left.trim()) && !LIST_NOUNS.test(right);
}

/** Chinese numerals that count: 超百家, 三成, 三十家; not 两大, 百度, 十三届. */
function isCounted(quantity: Quantity): boolean {
  if (quantity.unit === null) return false;
  if (quantity.unitClass === "percent") return quantity.value < 100 && quantity.unit !== "点";
  if (quantity.bound !== "exact") return quantity.value >= 10 || quantity.unit.startsWith("万");
  return (
    quantity.unitClass === "count" &&
    quantity.value > 10 &&
    quantity.value < 100 &&
    !/[届级次年度条]/u.test(quantity.unit)
  );
}
