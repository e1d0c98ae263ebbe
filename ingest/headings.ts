/** Is a line a heading, and how high? (一、 above （一） above 1. above lines without a number) */

const FORMS: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [1, /^第[一二三四五六七八九十百零\d]{1,4}[篇编]|^第[一二三四五六七八九十]{1,3}部分/],
  [2, /^第[一二三四五六七八九十百零\d]{1,4}章/],
  [3, /^第[一二三四五六七八九十百零\d]{1,4}节/],
  [5, /^[一二三四五六七八九十]{1,3}[、．.]/],
  [6, /^[（(][一二三四五六七八九十]{1,3}[）)]/],
  [7, /^\d{1,2}(?:[、．]|\.(?!\d))/],
  [8, /^[（(]\d{1,2}[）)]/],
];
/** 2030年工作回顾, 附件, 专栏: above 一、 though it has no number. */
const MAJOR =
  /^(?:关于)?(?:“?十[一二三四五]五”?时期|(?:过去|今后|未来)[一三五]年|[二〇一三四五六七八九零]{4}年|20\d\d年).{0,30}(?:回顾|安排|任务|目标|工作|情况|成就|要求|打算|建议)|^向.{2,10}汇报|^.{0,14}(?:工作回顾|工作安排|工作打算|目标任务|总体要求|主要任务)$|^(?:下一步|下一阶段|本届|上届|今年|明年).{0,8}(?:工作|安排|打算|任务|回顾)|^附[件表录]/;
export const MAJOR_RANK = 4;
const PLAIN_RANK = 9;
const LONGEST = 64;
const PLAIN_LONGEST = 42;
const NOT_HEADING =
  /^(?:各位代表|-|《|同志们|时间[：:]|主持|出席|——|注[：:]|单位[：:]|图\s?\d|表\s?\d|[（(](?:二〇|20)|20\d\d年\d{1,2}月\d{1,2}日)|[\d.]+(?:%|亿元|万元|家|个|公里|项|人|亩)|本报|记者|摄$/;
const MEETING = /^(?:——)?.{0,40}(?:会议上|大会上)/;
const OFFICE = /(?:[省市区县州盟旗]长|主任|局长|书记)[\u4e00-\u9fff· ]{0,8}$/;

/** Rank of a heading, 1 highest; undefined when the line is none. `next` is the line below. */
export function headingRank(line: string, next: string | undefined): number | undefined {
  if (/^附[件表录]\s?[\d一二三四五六]?$/.test(line)) return MAJOR_RANK;
  if (line.length < 4 || line.length > LONGEST || /[。；，、！]$/.test(line)) return undefined;
  const form = FORMS.find(([, pattern]) => pattern.test(line));
  if (form) return /[。；]/.test(line) ? undefined : form[0];
  if (
    MAJOR.test(line) &&
    line.length <= PLAIN_LONGEST &&
    !/[。；：，！]/.test(line.replace(/^.{0,14}，/, ""))
  )
    return MAJOR_RANK;
  if (line.length > PLAIN_LONGEST || /[。；：！？\t]/.test(line)) return undefined;
  if (NOT_HEADING.test(line) || MEETING.test(line) || OFFICE.test(line)) return undefined;
  if ((line.match(/，/g)?.length ?? 0) > 1) return undefined;
  return next !== undefined && isFollowed(next) ? PLAIN_RANK : undefined;
}

/** Below a heading without a number stands a paragraph or a heading with one; below a cell of a torn table, another cell. */
function isFollowed(next: string): boolean {
  return (
    (next.length > PLAIN_LONGEST && /[。；，]/.test(next)) ||
    FORMS.some(([, pattern]) => pattern.test(next)) ||
    /[。：]$/.test(next)
  );
}
