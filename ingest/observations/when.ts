/** Year and kind of an observation: from the section, the words of the clause, and years that it names. */
import type { ObservationKind } from "../ontology.ts";
import type { Passage, Report } from "../types.ts";

export interface When {
  year: number;
  kind: ObservationKind;
  /** In a note that explains a name: 建成后… plans. */
  note?: true;
}

/** Said in a part that looks back, it still speaks of the year to come. */
const PROMISES = /今年(?:要|将)|预期目标/u;
/** From these words on a note tells what will be; others say it of their clause alone. */
const WILL_BE = /(?:建成|投产|达产|投用)后|可实现/u;
const WILL_BE_HERE = /计划|拟建|设计|战略目标/u;
const ESTIMATE_WORDS = /预计|预期(?!目标|性|寿命)/u;
/** Said in a part that plans, it still tells what is. */
const LOOKS_BACK = /(?:一年|五年|会议|年)以?来，|据统计|截至目前|经审查|应到|实到/u;
const YEAR = /(到|至|截至)?(20[0-9]{2})年(底|末|内|以来|起|度|前|[的后]|远景|愿景)?/gu;
const COMPARED = /(?:比|较|自|从|于|是|相当于|超过|为)$/u;

/** 星海产业园：项目占地20亩…: a note that explains a name tells what is. */
const NOTE =
  /^[\s\d［\][【】.、①-⑳]*[^，。：；]{2,40}[：:](?:项目|该|总投资|占地|位于|由|始建|目前|现|20[0-9]{2}年)/u;

/** The year and kind that hold for a passage before its sentences say otherwise. `words` are the passage's. */
export function passageWhen(passage: Passage, words: string, report: Report): When {
  const review = report.reviewYears[report.reviewYears.length - 1];
  const plan = report.planYears[0];
  if (passage.section === "plan" && NOTE.test(words) && review !== undefined)
    return { year: review, kind: "actual", note: true };
  const aims =
    passage.section === "plan" || (passage.section === "other" && report.kind === "five-year plan");
  if (aims && plan !== undefined)
    return { year: report.kind === "five-year plan" ? last(report.planYears, plan) : plan, kind: "target" };
  return { year: review ?? (plan ?? 1) - 1, kind: "actual" };
}

const last = (years: readonly number[], or: number): number => years[years.length - 1] ?? or;

/** The same for the words of a sentence up to and with a clause. */
export function clauseWhen(base: When, words: string, report: Report): When {
  let when = { ...base };
  const past = report.reviewYears[report.reviewYears.length - 1];
  if (when.kind === "target" && past !== undefined && LOOKS_BACK.test(words))
    when = { year: past, kind: "actual" };
  if (when.kind === "actual" && ESTIMATE_WORDS.test(words)) when.kind = "estimate";
  for (const match of words.matchAll(YEAR)) {
    const before = words.slice(Math.max(0, match.index - 3), match.index);
    if (COMPARED.test(before) || /^(?:以来|起|度|前|后|的|远景|愿景)$/u.test(match[3] ?? "")) continue;
    const year = Number(match[2]);
    const first = words.slice(0, match.index).trim() === "";
    when = namedYear(when, base, year, { upTo: match[1] !== undefined, first }, report);
  }
  const [next] = report.planYears;
  const clause = words.slice(words.lastIndexOf("，", words.length - 2) + 1);
  const noted = base.note === true && (WILL_BE.test(words) || WILL_BE_HERE.test(clause));
  const promised = PROMISES.test(words) || noted;
  if (when.kind === "actual" && next !== undefined && promised) return { year: next, kind: "target" };
  return when;
}

/** 到2030年 aims, whatever the section; 2023年 at the head of a sentence of the plan looks back. */
function namedYear(
  when: When,
  base: When,
  year: number,
  how: { upTo: boolean; first: boolean },
  report: Report,
): When {
  if (year > base.year + 30 || year < base.year - 30) return when;
  if (year > base.year) {
    const aims =
      how.upTo || report.planYears.includes(year) || (base.kind === "target" && year < base.year + 7);
    return aims ? { year, kind: "target" } : when;
  }
  if (!how.upTo && !how.first) return when;
  const past = base.kind === "target" && report.reviewYears.includes(year);
  return past ? { year, kind: "actual" } : { ...when, year };
}
