/** Year and kind of an observation: from the section, the words of the clause, and years that it names. */
import type { ObservationKind } from "../ontology.ts";
import type { Passage, Report } from "../types.ts";

export interface When {
  year: number;
  kind: ObservationKind;
}

const TARGET_WORDS =
  /(?:预期目标|目标[是为：:]|力争|争取(?!到|各|上级|中央|国家|资金)|计划(?=[新建完成实现引进])|今年(?:要|将)|明年|确保(?:到|在|实现|完成|全年)|到20[0-9]{2}年|今后[三五]年|未来[三五]年)/u;
const ESTIMATE_WORDS = /预计|预期(?!目标|性|寿命)/u;
const YEAR = /(到|至|截至)?(20[0-9]{2})年(底|末|内|以来|起|度|前|[的后])?/gu;
const COMPARED = /(?:比|较|自|从|于|是|相当于|超过|为)$/u;

/** The year and kind that hold for a passage before its sentences say otherwise. */
export function passageWhen(passage: Passage, report: Report): When {
  const review = report.reviewYears[report.reviewYears.length - 1];
  const plan = report.planYears[0];
  const aims =
    passage.section === "plan" || (passage.section === "other" && report.kind === "five-year plan");
  if (aims && plan !== undefined)
    return { year: report.kind === "five-year plan" ? last(report.planYears, plan) : plan, kind: "target" };
  return { year: review ?? (plan ?? 1) - 1, kind: "actual" };
}

const last = (years: readonly number[], or: number): number => years[years.length - 1] ?? or;

/** The same for the words of a sentence up to and with a clause. */
export function clauseWhen(base: When, words: string, report: Report): When {
  const when = { ...base };
  if (when.kind === "actual" && ESTIMATE_WORDS.test(words)) when.kind = "estimate";
  const end = last(report.planYears, 0);
  for (const match of words.matchAll(YEAR)) {
    const year = Number(match[2]);
    const before = words.slice(Math.max(0, match.index - 3), match.index);
    if (COMPARED.test(before) || /^(?:以来|起|度|前|后|的)$/u.test(match[3] ?? "")) continue;
    if (
      year > base.year &&
      year <= Math.max(end, base.year) + 30 &&
      (match[1] !== undefined || when.kind === "target")
    ) {
      when.year = year;
      if (report.planYears.includes(year) || year > last(report.reviewYears, 0)) when.kind = "target";
    } else if (match[1] !== undefined || match.index === 0)
      when.year = year <= base.year + 30 ? year : when.year;
  }
  if (
    when.kind === "actual" &&
    TARGET_WORDS.test(words) &&
    /今年(?:要|将)|预期目标/u.test(words) &&
    report.planYears[0] !== undefined
  ) {
    return { year: report.planYears[0], kind: "target" };
  }
  return when;
}
