/**
 * Mends the edges of names that a tagger cut: brackets and quotes without their other half, counts and 唯一 before them.
 * 高新园（星湖镇|）→ 高新园（星湖镇）, “|亮灯”行动 → “亮灯”行动, 全省唯一|国家骨干冷链基地 → 国家骨干冷链基地
 */
import type { Range } from "../../types.ts";

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["（", "）"],
  ["(", ")"],
  ["《", "》"],
];
/** How far the other half may stand off. */
const REACH = 16;
/** Words that count or praise the name and are no part of it. */
const BEFORE =
  /^(?:全(?:国|省|市|县|区)(?:唯一|首个|首家|首条|率先)(?:的)?|第[一二三四五六七八九十]{1,2}(?:条|个|家|座|所)|[0-9]{1,6}(?:余)?(?:套|个|家|座|所|条|处)|首(?:条|座|家)(?!.*(?:节|会|赛)$)|[^—]{0,6}(?:首个|首座|首条|首家|最大)[^—]{2,24}——)(?=.{3,})/u;
/** Words that no name holds: 3号线|直达云河, 星海|三大教育集团. */
const AFTER =
  /直达|旗下|通达至|[两三四五六七八九十]大(?=(?:教育集团|水库|公园|片区|机场|枢纽|电厂|医院|景区)$)/u;
const LEAST_BEFORE_VERB = 2;
const LOOSE = /^[、，。；：！？\s]+|[、，。；：！？\s]+$/gu;

/** The range with whole edges; undefined where nothing is left of it. */
export function mend(text: string, range: Range): Range | undefined {
  let { start, end } = range;
  for (const [open, close] of PAIRS) [start, end] = pair(text, start, end, open, close);
  const lead = BEFORE.exec(text.slice(start, end))?.[0].length ?? 0;
  start += lead;
  const verb = text.slice(start, end).includes("“") ? -1 : text.slice(start, end).search(AFTER);
  if (verb >= LEAST_BEFORE_VERB) end = start + verb;
  const name = text.slice(start, end);
  const trimmed = bare(name).replace(LOOSE, "");
  start += name.indexOf(trimmed);
  end = start + trimmed.length;
  return trimmed.length > 0 ? { start, end } : undefined;
}

/** （南环线） → 南环线 */
function bare(name: string): string {
  const inner = /^[（(]([^（()）]+)[）)]$/u.exec(name)?.[1];
  return inner ?? name;
}

/** Takes the missing half in where it is near and on the same line, else leaves the lone one out. */
function pair(text: string, start: number, end: number, open: string, close: string): [number, number] {
  const name = text.slice(start, end);
  const lone = loneAt(name, open, close);
  if (!lone) return [start, end];
  if (lone.char === open) {
    const rest = text.slice(end, end + REACH);
    const at = rest.search(new RegExp(`[${open}${close}\\n。；]`, "u"));
    if (at >= 0 && rest[at] === close) return [start, end + at + 1];
    return lone.at === 0 ? [start + 1, end] : lone.at >= 2 ? [start, start + lone.at] : [start, end];
  }
  const before = text.slice(Math.max(0, start - REACH), start);
  const at = Math.max(...[open, close, "\n", "。", "；"].map((char) => before.lastIndexOf(char)));
  if (at >= 0 && before[at] === open) return [start - before.length + at, end];
  if (lone.at === name.length - 1) return [start, end - 1];
  return name.length - lone.at > 2 ? [start + lone.at + 1, end] : [start, end];
}

/** The first bracket of a pair that lacks its other half. */
function loneAt(name: string, open: string, close: string): { char: string; at: number } | undefined {
  let opened = -1;
  for (let at = 0; at < name.length; at++) {
    const char = name[at];
    if (char === open) opened = at;
    else if (char === close) {
      if (opened < 0) return { char: close, at };
      opened = -1;
    }
  }
  return opened < 0 ? undefined : { char: open, at: opened };
}
