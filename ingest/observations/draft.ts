/** What the stages of finding observations hand to each other. Offsets are into the sentence. */
import type { Quantity } from "../numerals.ts";
import type { Bound, Measure } from "../ontology.ts";
import type { Range } from "../types.ts";

/** A quantity with the words around it, up to its neighbours. */
export interface Slot {
  quantity: Quantity;
  clause: Range;
  left: string;
  right: string;
  /** Where `left` begins and `right` ends. */
  from: number;
  to: number;
}

/** An observation of a sentence, before year, kind and subject are known. */
export interface Draft extends Range {
  names: string[];
  value: number | null;
  unit: string | null;
  bound: Bound;
  measure: Measure;
  rule: string;
  text?: string;
  /** Said with the number itself: 由2019年的9家增加到…. */
  year?: number;
  /** The numbers that it claims. */
  claims: Range[];
  clause: Range;
  /** Told again more exactly: 首次突破4亿元|，达4.4亿元. */
  superseded?: true;
}

/** What a sentence has said so far: growth and generic words lean on it. */
export interface Said {
  names: string[];
  verb: string;
  /** The names of the list that was said last: 存款余额, 贷款余额. */
  group: string[][];
  /** All that the sentence has counted: 均居全省第一 is said of each. */
  sentence: string[][];
  /** The words of the last clause without a number: 做强[链主企业]，新增30家. */
  phrase: string;
  /** What the heading or an earlier sentence counts, for bare nouns: 项目35个。…19个[项目]已开工. */
  topic: string;
  /** The level that was said last. */
  last: Draft | null;
}

export const nothingSaid = (topic: string, phrase: string): Said => ({
  names: [],
  verb: "",
  group: [],
  sentence: [],
  phrase,
  topic,
  last: null,
});

/** The observation of a slot under its names (the first four). */
export function makeDraft(
  slot: Slot,
  names: string[],
  measure: "level" | "growth",
  sign: 1 | -1,
  rule: string,
): Draft {
  const { quantity } = slot;
  const people =
    quantity.unit === "万" ? (/(人次|人)(?:数|口)?(?:超过?|突破)?$/u.exec(slot.left)?.[1] ?? "") : "";
  return {
    start: slot.from,
    end: Math.max(quantity.to, slot.to),
    names: names.slice(0, 4),
    value: sign * quantity.value,
    unit: quantity.unit === null ? null : quantity.unit + people,
    bound: quantity.bound,
    measure,
    rule,
    claims: [{ start: quantity.start, end: quantity.end }],
    clause: slot.clause,
  };
}
