/** Gives each quantity of a clause the words on its left and right. */
import type { Quantity } from "../numerals.ts";
import type { Range } from "../types.ts";
import type { Slot } from "./draft.ts";

const JOINT = /^[\s]*(?:、|和|及|与|以及|并|，|,|（|\()/u;
const LAST_JOINT = /(?:、|以及|和|及|与|并)(?=[^、]*$)/u;

/** The slots of the quantities inside `clause`, in order. */
export function fillSlots(sentence: string, clause: Range, quantities: readonly Quantity[]): Slot[] {
  const inside = quantities.filter(
    (quantity) => quantity.start >= clause.start && quantity.end <= clause.end,
  );
  const slots: Slot[] = [];
  let from = clause.start;
  inside.forEach((quantity, index) => {
    const next = inside[index + 1];
    const limit = next ? next.from : clause.end;
    const begin = Math.min(quantity.to, limit);
    const cut = boundary(sentence.slice(begin, limit), next !== undefined);
    const left = sentence.slice(from, Math.max(from, quantity.from));
    const right = sentence.slice(begin, begin + cut);
    slots.push({
      quantity,
      clause,
      left: left.replace(/^[、\s]+/u, ""),
      right: right.replace(/[、\s]+$/u, "").replace(MARK, ""),
      from,
      to: begin + cut,
    });
    from = next && isWhole(sentence.slice(begin, limit), cut) ? begin : begin + cut;
  });
  return slots;
}

/** 突破百亿元[大关]: the words of a mark that is passed say nothing. */
const MARK = /^(?:新|的)*(?:大关|台阶|关口|门槛|高地)/u;

/** How much of the words between two quantities belongs to the first one. */
function boundary(between: string, hasNext: boolean): number {
  if (JOINT.test(between)) return 0;
  if (!hasNext) return between.length;
  const last = LAST_JOINT.exec(between);
  return last ? last.index : between.length;
}

/** 31公里[水渠修复工程惠及]2万农户: the words between belong to both. */
const isWhole = (between: string, cut: number): boolean => cut === between.length && cut > 0;
