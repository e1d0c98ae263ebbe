/** Which years a report looks back on and which it plans: 2030年工作回顾 · 今后五年 · “十四五”时期. */
import { headingYear } from "../lexicon/sections.ts";
import type { ReportKind } from "../ontology.ts";
import type { Passage } from "../types.ts";

export interface Years {
  reviewYears: number[];
  planYears: number[];
}

/** First year of a five-year plan: 十四五 → 2021. */
const PLANS: Readonly<Record<string, number>> = {
  九: 1996,
  十: 2001,
  十一: 2006,
  十二: 2011,
  十三: 2016,
  十四: 2021,
  十五: 2026,
  十六: 2031,
};
const PLAN = /“?(十[一二三四五六]?|九)五”?(?=时期|期间|规划|发展|主要|以来|目标|工作|的|成就|经济|”)/;
const SPAN = /(?<![〇零○一二三四五六七八九])五年|本届政府(?!.{0,6}一年)/;
const FIVE_GONE = /(?:过去|近|这)的?五年|(?<![〇零○一二三四五六七八九])五年.{0,8}(?:回顾|工作)/;
/** 区六届人大一次会议以来的工作: a whole term. */
const SINCE_TERM = /届人(?:大|民代表大会)第?一次会议以来/;
const LOOKED = 60_000;

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** “十四五”时期, 第十四个五年规划 → 2021 */
function planStart(text: string): number | undefined {
  const name = PLAN.exec(text)?.[1] ?? /第(十[一二三四五六]?|九)个五年/.exec(text)?.[1];
  return name === undefined ? undefined : PLANS[name];
}

interface Clue {
  text: string;
  passages: readonly Passage[];
  title: string;
  /** Of the meeting or of publication. */
  date: string | null;
}

const line = ({ text }: Clue, passage: Passage): string => text.slice(passage.start, passage.end);

/** Headings above all others that look back, or that plan. */
function topHeadings(clue: Clue, section: Passage["section"]): string[] {
  const found = clue.passages.filter(
    (p) => p.kind === "heading" && p.section === section && p.headings.length === 0,
  );
  return found
    .map((passage) => line(clue, passage))
    .filter((text) => SPAN.test(text) || SINCE_TERM.test(text) || PLAN.test(text) || headingYear(text));
}

/** Years named in paragraphs of a section, by how often they begin a sentence or stand with 是: 2031年是…. */
function yearBySection(clue: Clue, section: Passage["section"]): number | undefined {
  const counts = new Map<number, number>();
  let looked = 0;
  for (const passage of clue.passages) {
    if (passage.section !== section || looked > LOOKED) continue;
    const text = line(clue, passage);
    looked += text.length;
    for (const match of text.slice(0, 4_000).matchAll(/(?<!\d)(20\d\d)年(?!代|底|末|前|以前|来)/g)) {
      const year = Number(match[1]);
      if (section === "review" && match.index === 0 && !/^.{5}\d{1,2}月/.test(text)) return year; // 2030年，在市委的坚强领导下…
      const weight = (match.index ?? 0) < 8 ? 6 : 1;
      counts.set(year, (counts.get(year) ?? 0) + weight);
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best?.[0];
}

function yearsIn(clue: Clue, section: Passage["section"]): number[] {
  const parts = clue.passages
    .filter((passage) => passage.section === section)
    .map((passage) => line(clue, passage));
  return [...parts.join("\n").matchAll(/(?<!\d)(20\d\d)年/g)].map(([, year]) => Number(year));
}

/** First year of the term, where 今后五年 is not dated: what the plan aims at next, 到2030年 → 2026. */
function termStart(clue: Clue): number | undefined {
  const aims = yearsIn(clue, "plan").filter((year) => year % 5 === 0);
  const gone = yearsIn(clue, "review").filter((year) => year % 5 !== 0 || !aims.includes(year));
  const last = gone.length ? Math.max(...gone) : 0;
  const next = aims.filter((year) => year > last);
  return next.length ? Math.min(...next) - 4 : undefined;
}

/** 本届政府工作回顾 speaks of five years only when its paragraphs do. */
function speaksOfFive(clue: Clue): boolean {
  const review = clue.passages
    .filter(({ section, kind }) => section === "review" && kind === "paragraph")
    .slice(0, 3);
  return review.some((passage) => /过去的?五年|五年来/.test(line(clue, passage)));
}

/** The year that the report opens: of its plan heading, its title, its meeting, or the year after the one it reviews. */
function planYear(clue: Clue): number | undefined {
  const planned = topHeadings(clue, "plan").map((text) =>
    SPAN.test(text) && !headingYear(text) ? undefined : headingYear(text),
  );
  const reviewed = topHeadings(clue, "review")
    .map(headingYear)
    .filter((year) => year !== undefined);
  const heading = planned.find((year) => year !== undefined && !reviewed.includes(year));
  if (heading) return heading;
  if (reviewed.length) return Math.max(...reviewed) + 1;
  const title = /(?<!\d)(20\d\d)年/.exec(clue.title)?.[1];
  if (title) return Number(title);
  const meeting = clue.date?.slice(0, 4);
  if (meeting) return Number(meeting);
  const looksFar = topHeadings(clue, "review").some((text) => SPAN.test(text)) && speaksOfFive(clue);
  const plansFar = topHeadings(clue, "plan").some((text) => SPAN.test(text));
  const term = looksFar || plansFar ? termStart(clue) : undefined;
  if (term) return term;
  const plan = yearBySection(clue, "plan");
  const review = yearBySection(clue, "review");
  if (plan && review) return plan > review && plan <= review + 1 ? plan : review + 1;
  return plan ?? (review ? review + 1 : undefined);
}

/** Headings of the review that speak of five years: [2026, …, 2030]; else the year before the plan. */
function reviewOf(clue: Clue, plan: number): number[] {
  const headings = topHeadings(clue, "review");
  const text = headings.join("；");
  const start = planStart(text);
  const last = headings.map(headingYear).filter((year) => year !== undefined);
  const end = last.length ? Math.max(...last) : plan - 1;
  if (start && start <= end && end <= start + 5) return range(start, Math.min(start + 4, end));
  const term = SINCE_TERM.test(text) || FIVE_GONE.test(text) || (/本届政府/.test(text) && speaksOfFive(clue));
  if (term) return range(end - 4, end);
  return last.length ? range(Math.min(...last), end) : [end];
}

function planOf(clue: Clue, plan: number): number[] {
  const text = topHeadings(clue, "plan").join("；");
  const start = planStart(text);
  if (start && start >= plan - 1 && start <= plan + 1) return range(start, start + 4);
  return /(?:今后|未来|下一个)五年|(?<![〇零○一二三四五六七八九])五年.{0,8}(?:目标|任务|发展)/.test(text)
    ? range(plan, plan + 4)
    : [plan];
}

/** 2030年计划执行情况与2031年计划草案 → [[2030], [2031]] */
function planReport(clue: Clue): Years | undefined {
  const [review, plan] = [...clue.title.matchAll(/(20\d\d)年/g)].map((match) => Number(match[1]));
  return review && plan ? { reviewYears: [review], planYears: [plan] } : undefined;
}

/** The years of a report of that kind. Empty where the text names none. */
export function yearsOf(kind: ReportKind, clue: Clue): Years {
  const head = `${clue.title}${clue.text.slice(0, 1_500)}`;
  if (kind === "statistical communique") {
    const year =
      Number(/(?<!\d)(20\d\d|19\d\d)年/.exec(clue.title)?.[1]) ||
      yearBySection(clue, "review") ||
      yearBySection(clue, "other");
    return { reviewYears: year ? [year] : [], planYears: [] };
  }
  if (kind === "five-year plan") {
    const start = planStart(clue.title) ?? planStart(head) ?? planStart(clue.text.slice(0, LOOKED));
    if (!start) return { reviewYears: [], planYears: [] };
    const looksBack = clue.passages.some((passage) => passage.section === "review");
    return { reviewYears: looksBack ? range(start - 5, start - 1) : [], planYears: range(start, start + 4) };
  }
  const stated = kind === "plan report" ? planReport(clue) : undefined;
  if (stated) return stated;
  const plan = planYear(clue);
  return plan
    ? { reviewYears: reviewOf(clue, plan), planYears: planOf(clue, plan) }
    : { reviewYears: [], planYears: [] };
}
