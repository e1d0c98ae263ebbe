/** What a report is: title, kind, whose, publisher, date, years. From the text, never from the file name. */
import { chainOf } from "./lexicon/divisions.ts";
import { REPORT_KINDS, type ReportKind } from "./ontology.ts";
import { reportDate } from "./report/dates.ts";
import { whose } from "./report/district.ts";
import { kindOf } from "./report/kind.ts";
import { yearsOf } from "./report/years.ts";
import type { Passage, Report, Source } from "./types.ts";

const HEAD_LINES = 15;

function headLines(source: Source, passages: readonly Passage[]): string[] {
  return passages.slice(0, HEAD_LINES).map((passage) => source.text.slice(passage.start, passage.end));
}

/** The title as it stands in the text, else the one that the format marks when the text agrees with it. */
function statedTitle(source: Source, passages: readonly Passage[]): string {
  const passage = passages.find(({ kind }) => kind === "title");
  if (passage) return source.text.slice(passage.start, passage.end);
  const hint = source.titleHint ?? "";
  return /报告|公报|纲要|规划/.test(hint) ? hint.replace(/[-_|].*$/, "").trim() : "";
}

const NAMES: Readonly<Record<ReportKind, (year: number | undefined) => string>> = {
  "government work report": (year) => `${year ? `${year}年` : ""}政府工作报告`,
  "plan report": (year) => `${year ? `${year}年` : ""}国民经济和社会发展计划报告`,
  "five-year plan": () => "国民经济和社会发展五年规划纲要",
  "statistical communique": (year) => `${year ? `${year}年` : ""}国民经济和社会发展统计公报`,
  news: () => REPORT_KINDS.news.zh,
};

/** 政府工作报告 alone says too little: 云河区2031年政府工作报告. */
function fullTitle(stated: string, kind: ReportKind, district: string, year: number | undefined): string {
  const bare = stated.replace(/[①*]$/, "");
  if (bare && !/^(?:20\d\d年)?(?:政府)?工作报告$/.test(bare)) return bare;
  return `${district}${NAMES[kind](year)}`;
}

/** Who publishes: the government that speaks, the bureaus that sign. */
function publisherOf(kind: ReportKind, lines: readonly string[], district: string): string | null {
  const head = lines.join("\n");
  if (kind === "statistical communique") {
    const bureaus = [
      ...head.matchAll(
        /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,10}?统计局(?![\u4e00-\u9fff]{2,8}调查队)|[\u4e00-\u9fff]{2,10}?统计局(?=国家)|国家统计局[\u4e00-\u9fff]{2,6}?调查队/g,
      ),
    ].map(([name]) => name);
    return bureaus.length ? [...new Set(bureaus)].slice(0, 3).join("、") : null;
  }
  const bureau = /(?:^|\n)(?:[\u4e00-\u9fff]{0,12}?)(发展和改革(?:委员会|局))/.exec(head)?.[1];
  if (kind === "plan report" && bureau) return district + bureau;
  if (/代表国务院/.test(head)) return "国务院";
  if (kind !== "government work report" || !district) return null;
  return /代表.{0,20}(?:管委会|管理委员会)/.test(head)
    ? `${district}管理委员会`
    : /代表.{0,20}政府/.test(head)
      ? `${district}人民政府`
      : null;
}

/** The report that a source is. */
export function describeReport(source: Source, passages: readonly Passage[]): Report {
  const lines = headLines(source, passages);
  const stated = statedTitle(source, passages);
  const kind = kindOf(stated, source.text);
  const date = reportDate(lines);
  const years = yearsOf(kind, { text: source.text, passages, title: stated, date });
  const found = whose(stated, source.text);
  const district = found?.name ?? "";
  const chain = found?.division ? chainOf(found.division).map(({ name }) => name) : [];
  const year = kind === "statistical communique" ? years.reviewYears.at(-1) : years.planYears[0];
  return {
    title: fullTitle(stated, kind, district, year),
    kind,
    district,
    chain: [...chain.slice(0, -1), district].filter(Boolean),
    publisher: publisherOf(kind, lines, district),
    date,
    ...years,
    file: source.file,
    sha256: source.sha256,
  };
}

const WORDS = /发展|建设|推进|增长|加快|工作|项目|产业|经济|改革|实施|提升|保障|民生/g;
const FIGURES = /\d(?:\.\d+)?(?:%|亿|万|个|家|公里|元|吨|人|户|项|亩)/g;
const SHORTEST = 200;

/** Is it a report at all? A page of navigation, a poem or a program has too little running text of the kind. */
export function looksLikeReport(source: Source, passages: readonly Passage[]): boolean {
  const text = source.text.slice(0, 200_000);
  const running = passages.filter(
    ({ kind, start, end }) => kind === "row" || (kind === "paragraph" && end - start >= 30),
  );
  const length = running.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < SHORTEST || length < text.length * 0.3) return false;
  const words = text.match(WORDS)?.length ?? 0;
  const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const figures = text.match(FIGURES)?.length ?? 0;
  return chinese > text.length * 0.35 && (words * 1_000 >= chinese * 8 || figures * 1_000 >= chinese * 8);
}
