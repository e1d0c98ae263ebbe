/** A clause with its slots → drafts of observations. */
import type { Bound } from "../ontology.ts";
import { AMOUNT, MEDAL, readAmount, readGrowth, readMedals } from "./changes.ts";
import { type Draft, makeDraft, type Said, type Slot } from "./draft.ts";
import { bothDrafts, readFromTo } from "./from-to.ts";
import { nameSlot, namesOf, remember } from "./naming.ts";
import { readChange, splitVerb, stripFluff, stripLinks } from "./phrase.ts";
import { EACH, eachOf, groupFrom, readGroup } from "./shares.ts";

/** Drafts of one clause; `said` is read and brought up to date. */
export function readClause(clause: string, slots: readonly Slot[], said: Said): Draft[] {
  const drafts: Draft[] = [];
  said.verb = "";
  for (let index = 0; index < slots.length; ) {
    const [read, used] = readFrom(slots, index, said);
    drafts.push(...read);
    index += used;
  }
  if (slots.length === 0) said.phrase = phraseOf(clause);
  said.sentence.push(...drafts.filter((draft) => draft.measure === "level").map((draft) => draft.names));
  if (said.sentence.length > MOST) said.sentence.splice(0, said.sentence.length - MOST);
  return drafts;
}

/** 均居全省第一 is said of no more than these. */
const MOST = 12;

/** The drafts that begin at one slot, and how many slots they use. */
function readFrom(slots: readonly Slot[], index: number, said: Said): [Draft[], number] {
  const slot = slots[index];
  if (!slot) return [[], 1];
  const both = readBoth(slot, slots[index + 1], said);
  if (both) return [both, 2];
  const group = groupFrom(slots, index);
  if (group.length > 1) return [readGroup(group, said), group.length];
  return [readSlot(slot, slots, index, said), 1];
}

/** 由9家增加到21家 */
function readBoth(slot: Slot, next: Slot | undefined, said: Said): Draft[] | null {
  const told = readFromTo(slot, next);
  if (!told || !next) return null;
  const own = stripFluff(stripLinks(told.name));
  const names = own === "" ? said.names : namesOf(own, "");
  if (names.length === 0) return null;
  remember(said, names, told.name);
  return bothDrafts(makeDraft(slot, names, "level", 1, ""), makeDraft(next, names, "level", 1, ""), told);
}

/** 做强链主企业 → 链主企业 */
function phraseOf(clause: string): string {
  const { rest } = splitVerb(stripFluff(clause.trim()));
  return rest.length >= 2 && rest.length <= 24 ? rest : "";
}

/** 生产总值增速[高于省平1个百分点、]7%左右 */
const AGAINST =
  /(?:快于|高于|低于|好于|优于|慢于)[^，。；、0-9]{0,10}[0-9.]{1,5}个?百分点(?:以上|左右)?[、和]?$/u;

/** One quantity, or several observations of it: 均增长8%, 各1家. */
function readSlot(slot: Slot, slots: readonly Slot[], index: number, said: Said): Draft[] {
  const { quantity } = slot;
  slot.left = slot.left.replace(AGAINST, "").replace(/^[（(](?=[^）)]*$)/u, "");
  if (MEDAL.has(quantity.unit ?? "")) return readMedals(slot, said);
  const change = readChange(slot.left);
  if (change && quantity.unitClass === "percent" && quantity.unit !== "‰")
    return readGrowth(slot, change, said);
  if (change && slot.right === "" && AMOUNT.test(slot.left)) return readAmount(slot, change, said);
  const left = stripFluff(stripLinks(slot.left));
  const each = EACH.test(slot.left) ? eachOf(left.replace(EACH, "")) : [];
  if (each.length > 1 && slot.right === "") {
    said.group = each;
    return each.map((names) => makeDraft(slot, names, "level", 1, "each"));
  }
  const names = nameSlot(slot, left, slots, index, said);
  if (names.length === 0) return [];
  remember(said, names, left);
  const drafts = rangeOf(slot, names);
  if (left === "" && said.last && repeats(slot, said.last)) said.last.superseded = true;
  said.last = drafts[0] ?? null;
  return drafts;
}

/** 突破4亿元，|达4.4亿元: the same value, more exactly. */
function repeats(slot: Slot, last: Draft): boolean {
  const { quantity } = slot;
  if (!/^(?:达|达到|为)$/u.test(slot.left.trim()) || quantity.unit !== last.unit || last.bound !== "min")
    return false;
  return last.value !== null && quantity.value >= last.value && quantity.value < 2 * last.value;
}

/** 6-10个 promises the lower end. */
function rangeOf(slot: Slot, names: string[]): Draft[] {
  const { upper, value, unit } = slot.quantity;
  const draft = makeDraft(
    slot,
    names,
    "level",
    1,
    slot.right === "" ? "name-before-number" : "name-after-number",
  );
  return [
    upper === undefined ? draft : { ...draft, bound: "min" as Bound, text: `${value}-${upper}${unit ?? ""}` },
  ];
}
