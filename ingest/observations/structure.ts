/** 三次产业结构调整为4.4:40.7:54.9 → three shares, one an industry. */
import type { Range } from "../types.ts";
import type { Draft } from "./draft.ts";

const RATIO =
  "([0-9]{1,2}(?:\\.[0-9]+)?)\\s?[:：∶]\\s?([0-9]{1,2}(?:\\.[0-9]+)?)\\s?[:：∶]\\s?([0-9]{1,2}(?:\\.[0-9]+)?)";
const STRUCTURE = new RegExp(
  `(?:三次产业|三产|一二三产业?|产业)(?:增加值)?(?:结构|比例|比重|占比|比)[^。；0-9]{0,20}(?:${RATIO}[^，。；0-9]{1,8})?${RATIO}`,
  "gu",
);
const INDUSTRIES = ["第一产业", "第二产业", "第三产业"];

/** The shares that a sentence tells, the newest of 由…调整为…. Offsets into the sentence. */
export function readStructures(sentence: string): Draft[] {
  if (!/[:：∶]/u.test(sentence)) return [];
  return [...sentence.matchAll(STRUCTURE)].flatMap((match) => {
    const whole: Range = { start: match.index, end: match.index + match[0].length };
    const words = match[0].search(/[0-9]/u);
    const claim = { start: match.index + words, end: whole.end };
    return INDUSTRIES.map(
      (industry, index): Draft => ({
        ...whole,
        names: [`${industry}占比`, `三次产业结构（${industry}）`, `${industry}增加值占地区生产总值比重`],
        value: Number(match[4 + index]),
        unit: "%",
        bound: "exact",
        measure: "level",
        rule: "structure",
        claims: [claim],
        clause: whole,
      }),
    );
  });
}
