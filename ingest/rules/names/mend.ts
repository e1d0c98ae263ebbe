/**
 * Mends the edges of names that a tagger cut: brackets and quotes without their other half, counts and 唯一 before them.
 * 高新园（星湖镇|）→ 高新园（星湖镇）, “|亮灯”行动 → “亮灯”行动, 全省唯一|国家骨干冷链基地 → 国家骨干冷链基地
 */
import type { EntityType } from "../../ontology.ts";
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
/** How it went, behind the name of it: 星海运动会|有序筹备. */
const WENT =
  /(?<=.{3})(?:有序|成功|圆满|顺利|如期|隆重|盛大|扎实|稳步|全面|加快|持续)(?:筹备|推进|举办|举行|召开|开幕|闭幕|落幕|收官|实施|开展|完成|建设)$/u;
/** 云河区|系统推进: an adverb, no head of a name. */
const ADVERB =
  /系统(?=(?:性)?(?:推进|推动|谋划|梳理|部署|总结|重塑|开展|实施|构建|提出|阐述|回顾|学习|整治|施策|解决(?!方案)))/u;
const LOOSE = /^[、，。；：！？\s]+|[、，。；：！？\s]+$/gu;

/** The range with whole edges; undefined where nothing is left of it. */
export function mend(text: string, range: Range, type?: EntityType): Range | undefined {
  let { start, end } = range;
  for (const [open, close] of PAIRS) [start, end] = pair(text, start, end, open, close);
  const lead = BEFORE.exec(text.slice(start, end))?.[0].length ?? 0;
  start += lead;
  const verb = text.slice(start, end).includes("“") ? -1 : text.slice(start, end).search(AFTER);
  if (verb >= LEAST_BEFORE_VERB) end = start + verb;
  [start, end] = withoutTalk(text, start, end, type);
  const name = text.slice(start, end);
  const trimmed = bare(name).replace(LOOSE, "");
  start += name.indexOf(trimmed);
  end = start + trimmed.length;
  return trimmed.length > 0 ? { start, end } : undefined;
}

/** Leaves out what is said of the name: 记者李明远|摄, 关于|云河规划, 星海节|成功举办. The empty range where nothing is a name. */
function withoutTalk(text: string, start: number, end: number, type?: EntityType): [number, number] {
  const name = text.slice(start, end);
  const adverb = ADVERB.exec(text.slice(start, end + 2));
  if (adverb && !name.includes("“") && start + adverb.index < end) return [start, start];
  if (type === "Person" && /记者[：:\s]{0,2}$/u.test(text.slice(Math.max(0, start - 4), start))) {
    const credit = /(?<=^.{2,3})摄(?:影)?$|(?<=^.{3})[文图]$/u.exec(name)?.[0].length ?? 0;
    return [start, end - credit];
  }
  if (type === "Policy" && name.startsWith("关于") && !name.includes("的")) return [start + 2, end];
  return [start, end - (WENT.exec(name)?.[0].length ?? 0)];
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
