/** Quantities that are no observation, each for a named reason. */
import type { Slot } from "./draft.ts";
import { splitPredicate, splitVerb } from "./phrase.ts";

const TIME_MEASURED =
  /(?:至|到|为|达|达到|缩短|压缩|压减|减少|提前|寿命|天数|时间|时限|用时|耗时|时长|均|仅|仅需|控制在|不超过)$/u;
const BARE_MEASURED = /(?:指数|系数|得分|评分|分值|倍数|比值|数量|总数|数)(?:为|达|达到|提高到|提升至|列)?$/u;
const LIST_NOUNS =
  /^(?:大类|方面|环节|重点工作|维度|层面|着力点|关键词|步骤|板块|阶段|问题导向|统一|必须|坚持|确保|转变|不[^，。]{0,4}$)/u;
const CONDITION_END = /^(?:（含）|\(含\))?(?:及?以上|以下|级|的|规模|左右)?/u;

/** Why the quantity of this slot is none, null where it may be an observation. */
export function ignoreReason(slots: readonly Slot[], index: number): string | null {
  const slot = slots[index];
  if (!slot) return null;
  const { quantity } = slot;
  if (/连续$/u.test(slot.left.trimEnd())) return "duration";
  if (quantity.unitClass === "time" && !TIME_MEASURED.test(slot.left.trimEnd())) return "duration";
  if (quantity.unitClass === "none" && !BARE_MEASURED.test(slot.left.trimEnd())) return "bare-number";
  if (LIST_NOUNS.test(slot.right)) return "list-count";
  if (isCondition(slots, index)) return "condition";
  if (quantity.chinese && !isCounted(slot)) return "list-count";
  return null;
}

/** 10[亿元]以上项目60个: the money says which projects. */
function isCondition(slots: readonly Slot[], index: number): boolean {
  const slot = slots[index];
  const next = slots[index + 1];
  if (!slot || slot.quantity.unitClass === "count") return false;
  const noun = slot.right.replace(CONDITION_END, "");
  if (!next || slot.right === "" || slot.right === "的") return false;
  if (
    slot.quantity.unitClass === "percent" &&
    !/^(?:以上|以下)/u.test(slot.right) &&
    slot.quantity.to === slot.quantity.end
  )
    return false;
  const { predicate } = splitPredicate(noun);
  const verb = splitVerb(noun).verb;
  return (
    noun.length <= 18 && verb === "" && (predicate === "" || noun.indexOf(predicate) > 0) && next.left !== ""
  );
}

const SMALL =
  /^(?:个|项|大|条|种|类|级|次|方|面|位|场|套|件|段|层|门|本|名|人|家|所|座|处|支|批|起|期|道|分|点|成)$/u;

/** Chinese numerals that count: 超百家, 三成, 两所学校 after a verb of building. */
function isCounted(slot: Slot): boolean {
  const { quantity } = slot;
  if (quantity.unitClass === "percent") return /[成倍番%]/u.test(quantity.unit ?? "") && quantity.value < 100;
  if (quantity.value >= 100 && quantity.bound !== "exact") return true;
  if (quantity.unit === null || !SMALL.test(quantity.unit))
    return quantity.value >= 2 && quantity.unitClass !== "time";
  return false;
}
