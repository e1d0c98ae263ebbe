/** Several quantities of one phrase (增长5%、6%和7%), and one quantity of several things (均增长8%, 各1家). */
import { type Draft, makeDraft, type Said, type Slot } from "./draft.ts";
import { namesOf } from "./naming.ts";
import {
  metricEnd,
  readChange,
  splitList,
  splitPair,
  splitVerb,
  stripFluff,
  stripLinks,
  unique,
} from "./phrase.ts";

const SHARED = /(?:分别|依次|各自)/u;
/** 甲、乙分别[是“十三五”末的]1.8倍、4.5倍 */
const OF_BEFORE =
  /是(?:“?十[一二三四五]五”?(?:期间|时期|期?末)?|20\d\d年|上年|去年|(?:全国|全省|全市)平均(?:水平)?)的?$/u;
const EMPTY_LEFT = /^(?:、|和|及|与|以及|并|，|\s)*$/u;

/** 增长5%、6%和7%: the slots from `index` on that share one indicator phrase. */
export function groupFrom(slots: readonly Slot[], index: number): Slot[] {
  const first = slots[index];
  if (!first) return [];
  const group = [first];
  for (let next = index + 1; next < slots.length; next++) {
    const slot = slots[next];
    if (
      !slot ||
      !EMPTY_LEFT.test(slot.left) ||
      slot.right !== "" ||
      slot.quantity.unitClass !== first.quantity.unitClass
    )
      break;
    group.push(slot);
  }
  const shared =
    SHARED.test(first.left) || (group.length > 1 && splitList(first.left, true).length === group.length);
  return shared && first.right === "" ? group : [first];
}

export function readGroup(group: readonly Slot[], said: Said): Draft[] {
  const first = group[0];
  if (!first) return [];
  const change = readChange(first.left.replace(SHARED, ""));
  const measured = change && group.every((slot) => slot.quantity.unitClass === "percent") ? change : null;
  const phrase = measured ? measured.name : stripLinks(first.left);
  const named = stripFluff(phrase.replace(SHARED, "").replace(OF_BEFORE, ""));
  const names = named !== "" ? shareOut(named, group.length) : groupSaid(said, group.length);
  const drafts = group.flatMap((slot, index) => {
    const own = names[index] ?? names[names.length - 1] ?? said.names;
    if (own.length === 0) return [];
    return [makeDraft(slot, own, measured ? "growth" : "level", measured?.sign ?? 1, "shared-numbers")];
  });
  said.group = names;
  said.names = names[names.length - 1] ?? said.names;
  return drafts;
}

/** 开工率、到位率分别达到…: the list is what was said last. */
function groupSaid(said: Said, count: number): string[][] {
  if (said.group.length === count) return said.group;
  if (said.sentence.length >= count) return said.sentence.slice(-count);
  return said.phrase === "" ? said.group : shareOut(said.phrase, count);
}

/** A和B贷款余额, 2 → [A贷款余额, A], [B贷款余额]. Where the parts do not fit the numbers, all have the whole name. */
export function shareOut(named: string, count: number): string[][] {
  const { verb, rest } = splitVerb(named.replaceAll("”“", "”、“"));
  const listed = [splitList(rest, true), splitList(rest, false)];
  const pair = splitPair(rest);
  const parts = (/进出口/u.test(rest) ? [...listed, pair] : [pair, ...listed]).find(
    (list) => list.length === count,
  );
  if (!parts) return Array.from({ length: count }, () => namesOf(named, ""));
  const tail = metricEnd(parts[parts.length - 1] ?? "");
  return parts.map((part) => {
    const full = tail !== "" && metricEnd(part) === "" ? part + tail : part;
    return unique([full, verb + part, part]);
  });
}

export const EACH =
  /(?:(?<![年月日人户地亩])均|各|都|双双|同时)(?:为|达到?|有|突破|超过?|完成|实现|增长|提高)*$/u;

/** 省级智能工厂和绿色工厂 → the names of each; one or none where it is no list. */
export function eachOf(left: string): string[][] {
  const { verb, rest } = splitVerb(stripFluff(stripLinks(left)));
  const parts = splitList(rest, true);
  const list = parts.length > 1 ? parts : splitPair(rest);
  const tail = metricEnd(list[list.length - 1] ?? "");
  return list.map((part) => unique([verb + part, metricEnd(part) === "" ? part + tail : part, part]));
}
