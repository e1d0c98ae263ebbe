/** Titles in 《》 that are works of art or books, no documents: 舞剧《星海谣》. They are no entities, nor is what stands inside. */
import type { EntityType } from "../../ontology.ts";
import type { Range } from "../../types.ts";
import { DOCUMENT, ISSUED } from "./policies.ts";

const TITLE = /《[^《》\n]{1,60}》/gu;
const IS_DOCUMENT = new RegExp(`(?:${DOCUMENT})`, "u");
const IS_ISSUED = new RegExp(`(?:${ISSUED})(?:了)?$`, "u");
/** What is said right before a work of art, alone or with others in between: 歌剧《星海》《云河谣》. */
const KIND =
  /(?:剧|剧目|大戏|[京越豫锡黄梅秦花鼓]戏|秦腔|曲目|节目|电影|影片|影视作品|动画片?|动漫|纪录片|宣传片|专题片|微视频|歌曲|舞蹈|合唱|歌舞|晚会|演出|小说|诗集|图书|专著|丛书|绘本|画册|作品|精品|演艺)(?:《[^《》\n]{1,40}》[、和与及]?){0,6}$/u;
const REACH = 120;

/** The positions of `text` inside titles of works, with their 《》; linear. */
export function findArt(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const match of text.matchAll(TITLE)) {
    const start = match.index;
    if (IS_DOCUMENT.test(match[0]) || !KIND.test(text.slice(Math.max(0, start - REACH), start))) continue;
    for (let at = start; at < start + match[0].length; at++) inside.add(at);
  }
  return inside;
}

/** Whether the name at `range` stands in the title of a work. `art`: as `findArt` gives it. */
export const insideArt = ({ start, end }: Range, art: ReadonlySet<number>): boolean =>
  art.has(start) && art.has(end - 1);

/** 推出《星海之夜》: a title is a policy by the head of a document (《星海条例》) or by who issues it (出台《星海十问》). */
export function isUntitled(text: string, { start, end }: Range, type: EntityType): boolean {
  const name = text.slice(start, end);
  if (type !== "Policy" || !/^《[^《》]*》$/u.test(name) || IS_DOCUMENT.test(name)) return false;
  return !IS_ISSUED.test(text.slice(Math.max(0, start - 4), start));
}
