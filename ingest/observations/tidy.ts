/** Names of indicators without the verb inside: 重点项目[完成]投资 → 重点项目投资, 安置房[实现]竣工 → 安置房竣工. */
import { classOf } from "../numerals.ts";
import { unique } from "./phrase.ts";

/** What is said of a thing by a figure of its own, behind 完成 or 实现. */
const DONE =
  "(?:年度|计划|全年|规模以上|年)?(?:投资额?|产值|总产值|增加值|营业收入|营收|主营业务收入|销售收入|销售额|交易额|成交额|收入|税收|利税|利润|进出口总?额?|产量|总产|竣工|开工|新开工|投产|投用|建成|签约|入库|通车|交付|就业|再就业|增收|脱贫)";
const VERB_INSIDE = new RegExp(`^(.{2,})(?:完成|实现)(${DONE})$`, "u");
/** No part of the noun before the verb: 项目[预计]完成投资. */
const LOOSE = /(?:全年|累计|力争|确保|预计|分别|共|已|可|将)+$/u;
/** Before the verb stands no noun: 其中完成投资. */
const NO_NOUN = /(?:其中|并|和|、|，)$/u;
/** 重点项目完成年度计划|的140% */
const PLAN = /^(.{3,}?)(?:分别|预计|累计)?完成((?:年度?|全年|序时)?(?:投资)?(?:计划|任务|目标))的?$/u;
const KEPT = /^(?:始终|持续|继续)?保持(?=.{4,})/u;

/** A sum that the counted things made: 50户企业完成产值 counts 企业. */
const SUM = /(?:投资额?|值|收入|营收|额|税收?|利润|产量?|总产)$/u;

/** The names of an observation, the first one tidied; the others stay as they were said. At most four. */
export function tidy(names: readonly string[], unit: string | null): string[] {
  const [first = ""] = names;
  if (first === "撬动" && classOf(unit) === "money") return unique(["撬动投资", ...names]).slice(0, 4);
  const [, thing = "", plan = ""] = PLAN.exec(first) ?? [];
  if (plan !== "" && classOf(unit) === "percent")
    return unique([`${thing}${plan}完成率`, ...names]).slice(0, 4);
  if (KEPT.test(first)) return unique([first.replace(KEPT, ""), ...names]).slice(0, 4);
  const [, before = "", done = ""] = VERB_INSIDE.exec(first) ?? [];
  const noun = before.replace(LOOSE, "");
  if (noun.length < 2 || NO_NOUN.test(noun)) return [...names];
  const counted = SUM.test(done) && !/投产$/u.test(done) && unit !== null && classOf(unit) === "count";
  return unique([counted ? noun : noun + done, ...names]).slice(0, 4);
}
