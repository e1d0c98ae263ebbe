/** Names of indicators without the verb inside: 重点项目[完成]投资 → 重点项目投资, 安置房[实现]竣工 → 安置房竣工. */
import { classOf } from "../numerals.ts";
import { unique } from "./phrase.ts";

/** What is said of a thing by a figure of its own, behind 完成 or 实现. */
const DONE =
  "(?:年度|计划|全年)?(?:投资额?|产值|总产值|增加值|营业收入|营收|主营业务收入|销售收入|销售额|交易额|成交额|收入|税收|利税|利润|进出口总?额?|产量|总产|竣工|开工|新开工|投产|投用|建成|签约|入库|通车|交付|就业|再就业|增收|脱贫)";
const VERB_INSIDE = new RegExp(`^(.{2,})(?:完成|实现)(${DONE})$`, "u");
/** Before the verb stands no noun: 全年完成投资, 力争实现就业. */
const NO_NOUN = /(?:全年|累计|力争|确保|预计|共|已|其中|并|和|、|，)$/u;

/** A sum that the counted things made: 50户企业完成产值 counts 企业. */
const SUM = /(?:投资额?|值|收入|营收|额|税收?|利润|产量?|总产)$/u;

/** The names of an observation, the first one tidied; the others stay as they were said. At most four. */
export function tidy(names: readonly string[], unit: string | null): string[] {
  const [first = ""] = names;
  if (first === "撬动" && classOf(unit) === "money") return unique(["撬动投资", ...names]).slice(0, 4);
  const [, noun = "", done = ""] = VERB_INSIDE.exec(first) ?? [];
  if (noun === "" || NO_NOUN.test(noun)) return [...names];
  const counted = SUM.test(done) && !/投产$/u.test(done) && unit !== null && classOf(unit) === "count";
  return unique([counted ? noun : noun + done, ...names]).slice(0, 4);
}
