/** What the name of an entity tells of where it lies, against the report's district: the numbers behind `HOME_FEATURES`. */
import { isNationwide, liesElsewhere } from "./elsewhere.ts";
import { bareDistrict, type Frame, levelOf, typeOf } from "./frame.ts";

const LINE = /高铁|铁路|城际|高速|航线|航道|国道|省道|运河|江$|河$|管网|走廊|通道/u;
const SECTION_OF_LINE = /段$|站$|枢纽|港$|桥$|隧道|互通|西延|东延|南延|北延/u;
const DIGITAL = /平台|系统|app|小程序|大模型|热线|数据库|一张图|云$/u;
const INTERCITY = /高铁|铁路|城际|高速|[国省]道|^[GS]\d/iu;
const NATIONAL = /^(?:国家|全国|中国|中央|国务院|省|全省|江|中共)/u;
const ORGAN = /(?:委|政府|局|厅|部|院|会|办|人大|政协|中心|公司|集团)$/u;
/** Districts that begin with the same two characters. */
const MOST_ALIKE = 20;

/** From `level` to `sure` in `HOME_FEATURES`, in that order. */
export function ofName(frame: Frame, entity: number): number[] {
  const names = frame.keys[entity] as string[];
  const full = names[0] as string;
  const level = levelOf(frame, entity);
  const home = frame.home < 0 ? 0 : levelOf(frame, frame.home);
  return [
    level,
    full.length,
    frame.counts[entity] ?? 0,
    names.some((name) => name.includes(frame.homeStem)) ? 1 : 0,
    names.some((name) => name.startsWith(frame.homeStem)) ? 1 : 0,
    frame.above.some((stem) => full.includes(stem)) ? 1 : 0,
    otherDistrict(frame, entity, full) ? 1 : 0,
    LINE.test(full) ? 1 : 0,
    SECTION_OF_LINE.test(full) ? 1 : 0,
    INTERCITY.test(full) ? 1 : 0,
    /号线|地铁|轨道|有轨/u.test(full) ? 1 : 0,
    /[路街道桥隧巷]$/u.test(full) ? 1 : 0,
    NATIONAL.test(full) ? 1 : 0,
    frame.above.some((stem) => full.startsWith(stem)) ? 1 : 0,
    ORGAN.test(full) ? 1 : 0,
    liesElsewhere(frame, entity) ? 1 : 0,
    isNationwide(frame, entity) ? 1 : 0,
    DIGITAL.test(full) ? 1 : 0,
    level && home ? level - home : 0,
    frame.context.entities[entity]?.confidence ?? 0,
    frame.context.entities[entity]?.name.startsWith("“") ? 1 : 0,
  ];
}

/** The name holds that of a district outside the chain: 甲（乙）产业转移园. */
function otherDistrict(frame: Frame, self: number, name: string): boolean {
  const starts = districtsOf(frame);
  for (let i = 0; i + 2 <= name.length; i++)
    for (const { entity, stem } of starts.get(name.slice(i, i + 2)) ?? [])
      if (entity !== self && name.startsWith(stem, i)) return true;
  return false;
}

type Stems = Map<string, { entity: number; stem: string }[]>;
const districts = new WeakMap<Frame, Stems>();

/** Stems of districts outside the chain, by their first two characters. */
function districtsOf(frame: Frame): Stems {
  const known = districts.get(frame);
  if (known) return known;
  const made: Stems = new Map();
  frame.context.entities.forEach((entity, index) => {
    const stem = bareDistrict(frame.keys[index]?.[0] ?? "");
    if (
      typeOf(entity) !== "District" ||
      index === frame.home ||
      frame.above.includes(stem) ||
      stem.length < 2
    )
      return;
    const start = stem.slice(0, 2);
    made.set(start, [...(made.get(start) ?? []), { entity: index, stem }].slice(0, MOST_ALIKE));
  });
  districts.set(frame, made);
  return made;
}
