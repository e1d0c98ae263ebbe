/** Text → passages: title, headings, paragraphs and rows, each under its headings, looking back or planning. */
import { headingRank } from "./headings.ts";
import {
  HEADING_RULES,
  headingYear,
  PARAGRAPH_RULES,
  sectionBy,
  TURNING,
  TURNING_RULES,
} from "./lexicon/sections.ts";
import type { Passage, Range } from "./types.ts";

/** Titles stand among the first lines. */
const HEAD_LINES = 12;
const TITLE =
  /(?:报告|公报|纲要|规划|汇报|意见|开幕|闭幕|举行|召开)(?:（[^）]{1,40}）|\([^)]{1,40}\))?[①*]?$/;
const BEGINNING = 90;
/** 一、 and above. */
const TOP_RANK = 5;

/** Ranges of the lines of a text. */
function lineRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at;
    if (end > start) ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}

function isTitle(line: string, index: number): boolean {
  if (index >= HEAD_LINES || line.length > 110 || line.length < 4) return false;
  return TITLE.test(line) && !/[。；]/.test(line) && !/^[一二三四五六七八九十]、|^（|^现在|审议/.test(line);
}

type Section = Passage["section"];

/** What stands above the passage at hand. */
interface Place {
  /** Headings above, highest first. */
  open: { index: number; rank: number; section: Section | undefined }[];
  /** Said by a heading or a paragraph, until another says otherwise. */
  section: Section;
  /** Latest year of the headings that look back; 1 when they name none, 0 when there are none. */
  reviewed: number;
  /** A paragraph said that the plan begins, though the headings above look back. */
  forced: boolean;
}

function enterHeading(place: Place, index: number, rank: number, line: string): number {
  while ((place.open.at(-1)?.rank ?? 0) >= rank) place.open.pop();
  const said = saidBy(place, rank, line);
  if (said === "review") place.reviewed = Math.max(place.reviewed, headingYear(line) ?? 1);
  place.open.push({ index, rank, section: said });
  if (said) {
    place.section = said;
    place.forced = false;
  } else if (!place.forced) {
    place.section = nearest(place) ?? place.section;
  }
  return place.open.length;
}

/** What a heading tells; 2031年主要工作 after 2030年工作回顾 plans, a deep heading only turns the section with sure words. */
function saidBy(place: Place, rank: number, line: string): Section | undefined {
  const inside = nearest(place);
  const said = sectionBy(HEADING_RULES, line);
  if (inside) return said && said !== inside && TURNING.test(line) ? said : undefined;
  const year = headingYear(line);
  if (rank <= TOP_RANK && year && said !== "review" && said !== "other" && place.reviewed)
    return year > place.reviewed ? "plan" : said;
  if (rank <= TOP_RANK && year && !said && /工作/.test(line))
    return place.section === "other" ? "review" : place.section === "review" ? "plan" : undefined;
  return said === "review" && place.section === "plan" && !/回顾|过去|情况|成[就效]|基础/.test(line)
    ? undefined
    : said;
}

function nearest(place: Place): Section | undefined {
  for (let i = place.open.length - 1; i >= 0; i--) if (place.open[i]?.section) return place.open[i]?.section;
  return undefined;
}

/** 今年…预期目标是 begins the plan wherever it stands; other wording counts only where no heading has told. */
function hearParagraph(place: Place, line: string): void {
  const beginning = line.slice(0, BEGINNING);
  if (place.section === "review" && sectionBy(TURNING_RULES, beginning) === "plan") {
    place.section = "plan";
    place.forced = true;
  } else if (!nearest(place) && !place.forced) {
    place.section =
      sectionBy(PARAGRAPH_RULES, beginning) ?? (opensReview(place, beginning) ? "review" : place.section);
  }
}

/** 2030年是…的一年 as the first thing said: a speech without headings begins with the year gone. */
function opensReview(place: Place, beginning: string): boolean {
  return (
    place.section === "other" &&
    /^(?:各位代表[，！：])?20\d\d年[，是]/.test(beginning) &&
    !/今年/.test(beginning)
  );
}

/** 统计公报 looks back, 规划纲要 plans, where nothing else tells. */
function defaultSection(text: string): Section {
  const head = text.slice(0, 400);
  if (/统计公报/.test(head)) return "review";
  if (/规划纲要|五年规划/.test(head.slice(0, 120)) && !/代表|审议/.test(head)) return "plan";
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  if (count(/^第[一二三四五六七八九十]{1,3}[篇章]/gm) >= 2) return "plan";
  const grown = (count(/比上年/g) * 10_000) / Math.max(sample.length, 2_000);
  return grown >= 12 && count(/我们|今年/g) <= 2 ? "review" : "other";
}

/** Passages in the order of the text; every character but the line breaks is in one. Linear. */
export function splitPassages(text: string): Passage[] {
  const place: Place = { open: [], section: defaultSection(text), reviewed: 0, forced: false };
  const passages: Passage[] = [];
  const ranges = lineRanges(text);
  let titled = false;
  ranges.forEach((range, index) => {
    const line = text.slice(range.start, range.end);
    const next = ranges[index + 1];
    const common = { ...range, index, headings: place.open.map((heading) => heading.index) };
    if (line.includes("\t")) passages.push({ ...common, kind: "row", section: place.section });
    else if (!titled && isTitle(line, index)) {
      titled = true;
      passages.push({ ...common, kind: "title", section: "other" });
      place.section =
        sectionBy(HEADING_RULES, line) === "review" && /汇报/.test(line) ? "review" : place.section;
    } else {
      const rank = headingRank(line, next && text.slice(next.start, Math.min(next.end, next.start + 80)));
      if (rank === undefined) {
        hearParagraph(place, line);
        passages.push({ ...common, kind: "paragraph", section: place.section });
      } else {
        const level = enterHeading(place, index, rank, line);
        const headings = place.open.slice(0, -1).map((heading) => heading.index);
        passages.push({ ...common, headings, kind: "heading", level, section: place.section });
      }
    }
  });
  return passages;
}

/** The passage that holds a position of the text; undefined between passages. */
export function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  let [low, high] = [0, passages.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (!passage) return undefined;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage;
  }
  return undefined;
}

const OPENING = new Set("“‘（《(「『【");
const CLOSING = new Set("”’）》)」』】");
const ENDING = new Set("。！？；!?;");
/** A bracket that is not closed for so long was never opened. */
const LONGEST_BRACKET = 120;

/** Sentences of a passage, cut after 。！？； outside quotes and brackets. Linear; they cover the passage. */
export function sentences(text: string, passage: Range): Range[] {
  const ranges: Range[] = [];
  let start = passage.start;
  let [depth, opened] = [0, 0];
  for (let at = passage.start; at < passage.end; at++) {
    const sign = text[at] ?? "";
    if (OPENING.has(sign)) {
      if (depth === 0) opened = at;
      depth++;
    } else if (CLOSING.has(sign)) depth = Math.max(0, depth - 1);
    else if (ENDING.has(sign) && (depth === 0 || at - opened > LONGEST_BRACKET)) {
      ranges.push({ start, end: at + 1 });
      start = at + 1;
      depth = 0;
    }
  }
  if (start < passage.end) ranges.push({ start, end: passage.end });
  return ranges;
}
