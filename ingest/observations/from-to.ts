/** 链主企业由“十二五”末的7家增加到18家: the newer value, and the older one where its year is said. */
import type { Draft, Slot } from "./draft.ts";

const FROM = /(?:由|从)([^，。]{0,14})$/u;
const TO =
  /^(?:左右)?(?:大幅|稳步|逐步|迅速|快速)?(?:增加|增长|提高|提升|扩大|上升|攀升|拓展|发展|下降|减少|降低|缩短|压缩|缩小|压减|收窄|调整|优化|跃升|升|增|降|减|缩|扩|变)(?:到|至|为)/u;
const PLAN_END: Readonly<Record<string, number>> = { 十一: 2010, 十二: 2015, 十三: 2020, 十四: 2025 };

export interface FromTo {
  /** What has both values. */
  name: string;
  /** Of the older value, null where it is not said. */
  year: number | null;
}

/** 由7家|增加到18家: the words behind the older value lead to the newer. */
export const leadsOn = (words: string): boolean => TO.test(words.trimStart());

/** What `slot` and `next` tell together, null where they tell apart. */
export function readFromTo(slot: Slot, next: Slot | undefined): FromTo | null {
  if (!next) return null;
  const from = FROM.exec(slot.left);
  if (!from || !leadsOn(next.left)) return null;
  return { name: slot.left.slice(0, from.index), year: yearOf(from[1] ?? "") };
}

/** “十二五”末的 → 2015, 2019年的 → 2019 */
function yearOf(words: string): number | null {
  const named = /(?:19|20)[0-9]{2}(?=年)/u.exec(words)?.[0];
  if (named !== undefined) return Number(named);
  const plan = /(十[一二三四])五/u.exec(words)?.[1];
  return plan === undefined ? null : (PLAN_END[plan] ?? null);
}

/** The drafts of both: the older only with a year of its own. */
export function bothDrafts(older: Draft, newer: Draft, told: FromTo): Draft[] {
  const end = { ...newer, start: older.start, rule: "from-to" };
  if (told.year === null) return [{ ...end, claims: [...older.claims, ...newer.claims] }];
  return [{ ...older, rule: "from-to", year: told.year }, end];
}
