/** Which names surely lie elsewhere than in the report's district, and which are known all over the country. */
import { NATIONWIDE } from "../lexicon/elsewhere.ts";
import { ELSEWHERE } from "../rules/relations-elsewhere.ts";
import { bareDistrict, type Frame, levelOf } from "./frame.ts";

const ORGAN =
  /^(?:[省市区县州旗]|自治区|自治州)?(?:党?委|政府|人民政府|人大|政协|纪委|监委)(?:常委会|办公[厅室])?$/u;

/** 党中央, 省委, and of the chain above: 长川市委 in a report of 云河区. */
export function liesElsewhere(frame: Frame, entity: number): boolean {
  const level = frame.home < 0 ? 0 : levelOf(frame, frame.home);
  const { chain, district } = frame.context.report;
  return (frame.keys[entity] ?? []).some((name) => {
    if (ELSEWHERE.some(({ below, pattern }) => level > below && pattern.test(name))) return true;
    return chain.some((above) => {
      const stem = bareDistrict(above);
      return (
        above !== district &&
        stem !== frame.homeStem &&
        name.startsWith(stem) &&
        ORGAN.test(name.slice(stem.length))
      );
    });
  });
}

export function isNationwide(frame: Frame, entity: number): boolean {
  return (frame.keys[entity] ?? []).some((name) => NATIONWIDE.has(name));
}
