/** Quantities of change: 增长5%, 下降10%, 增加24.5万人; and medals. */
import { type Draft, makeDraft, type Said, type Slot } from "./draft.ts";
import { namesOf, remember } from "./naming.ts";
import { type Change, isGeneric, stripFluff, unique } from "./phrase.ts";
import { EACH, eachOf } from "./shares.ts";

/** 固定资产投资增长6% is of the investment, 增长6% of what was said last. */
export function readGrowth(slot: Slot, change: Change, said: Said): Draft[] {
  const own = stripFluff(change.name);
  const each = EACH.test(slot.left.replace(/(?:增长|提高|下降|上升)$/u, "")) ? eachOf(own) : [];
  if (each.length > 1) {
    said.group = each;
    return each.map((names) => makeDraft(slot, names, "growth", change.sign, "each-growth"));
  }
  const names =
    own === ""
      ? said.names.length > 0 || said.phrase === ""
        ? said.names
        : [said.phrase]
      : isGeneric(own) && said.names[0]
        ? unique([said.names[0] + own, own])
        : namesOf(own, "");
  if (names.length === 0) return [];
  if (own !== "") remember(said, names, own);
  return [makeDraft(slot, names, "growth", change.sign, own === "" ? "growth-of-last" : "growth")];
}

export const MEDAL = new Set(["金", "银", "铜"]);

/** 市运会上收获5金3银: medals. */
export function readMedals(slot: Slot, said: Said): Draft[] {
  const medal = `${slot.quantity.unit}牌`;
  const where = slot.left
    .replace(/^在/u, "")
    .replace(/(?:上|中)?(?:勇夺|斩获|荣获|获得?|夺得|摘得|收获|豪取|共)+$/u, "");
  if (where !== "") said.phrase = where;
  const draft = makeDraft(slot, unique([said.phrase + medal, medal]), "level", 1, "medals");
  said.names = draft.names;
  return [{ ...draft, unit: "枚" }];
}

export const AMOUNT = /(?:增加|减少|下降|上升|提高|降低|回落)(?:了)?$/u;

/** 比上年末增加3.2万人: by how much, a fall negative. */
export function readAmount(slot: Slot, change: Change, said: Said): Draft[] {
  const own = stripFluff(change.name) || said.names[0] || said.phrase;
  if (own === "") return [];
  const how = change.sign > 0 ? "增加" : "减少";
  return [makeDraft(slot, unique([own, own + how, `${own}${how}量`]), "growth", change.sign, "change-by")];
}
