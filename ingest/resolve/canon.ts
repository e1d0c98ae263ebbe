/**
 * What names of one thing within a report share. 常州数字经济产业园 and 数字经济产业园, 经开区 and 经济开发区, “532”战略 and
 * “532”发展战略, 星海 and 星海项目 (as projects): one canon. Never 三期 and 四期, 东路 and 西路.
 */
import { SHORT_FORMS } from "../lexicon/short-forms.ts";
import { key } from "../names.ts";
import type { EntityType } from "../ontology.ts";
import type { Home } from "./home.ts";

export interface Canon {
  /** Names of one type with one canon are one thing. */
  core: string;
  /** Index into the home chain of the district that the name begins with; −1 where it begins with none. */
  owner: number;
}

/** Words at the end that a type's name may have or lack. */
const TAILS: Partial<Record<EntityType, RegExp>> = {
  Project: /(?:建设|开工)?(?:项目|工程)$|建设$/u,
  Industry: /(?:主导产业|支柱产业|产业链|产业集群|产业|行业)$/u,
  Enterprise: /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$|股份$/u,
  Honor: /(?:荣誉称号|称号|荣誉|名单)$/u,
  Event: /^党的(?=.+大$|.+全会$)|(?:系列)?活动$/u,
  Institution: /^党中央$/u,
};

/** Heads that may follow a quoted core: “532”发展战略, “亮灯”行动. */
const QUOTED =
  /^[省市区县州全]?(“[^“”]{1,24}”)(?:(?:发展|专项|重点|品牌|系列|总体|改革|工作|建设|提升|综合)*(?:战略|行动|工程|计划|改革|品牌|模式|机制|活动|工作|建设|政策|平台|体系|制度|目标|布局|格局|项目|服务|产业|产业集群|主导产业))?$/u;

const DIGITS = "零一二三四五六七八九";
/** 五号线 and 轨道交通5号线 → 5号线 */
function lineOf(name: string): string | undefined {
  const match =
    /^(?:.{0,6}?(?:轨道交通|城市轨道|轨道|地铁))?([0-9]{1,2}|[一二三四五六七八九])号线(.*)$/u.exec(name);
  if (!match) return undefined;
  const digit = DIGITS.indexOf(match[1] ?? "");
  return `${digit > 0 ? digit : match[1]}号线${match[2] ?? ""}`;
}

function withoutOwner(name: string, home: Home): [string, number] {
  let rest = name;
  let owner = -1;
  for (let i = 0; i < home.chain.length; i++) {
    const district = home.chain[i];
    if (!district) continue;
    const prefix = [district.name, district.short].find(
      (p) => rest.startsWith(p) && rest.length - p.length >= 2,
    );
    if (!prefix || /^[（(]/u.test(rest.slice(prefix.length))) continue;
    rest = rest.slice(prefix.length);
    owner = i;
  }
  return [rest, owner];
}

/** The canon of a name as the report writes it. Pure. */
export function canon(name: string, type: EntityType, home: Home): Canon {
  const quoted = type === "Initiative" ? QUOTED.exec(name)?.[1] : undefined;
  if (quoted) return { core: key(quoted), owner: -1 };
  let [rest, owner] = type === "District" || type === "Honor" ? [name, -1] : withoutOwner(name, home);
  const line = type === "Infrastructure" ? lineOf(rest) : undefined;
  if (line) return { core: line, owner: -1 };
  const tail = TAILS[type];
  if (tail) {
    const shorter = rest.replace(tail, "");
    if (key(shorter).length >= 2) rest = shorter;
  }
  let core = key(rest);
  for (const [long, short] of SHORT_FORMS) if (core.includes(long)) core = core.replace(long, short);
  return { core, owner };
}
