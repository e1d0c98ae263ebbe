/**
 * When names of different reports mean one thing: a name becomes a core (云河区人民医院 → 人民医院) and a scope
 * (whose: [江省, 云州市, 云河区]), and how far the core reaches: a university means the same in the whole country, a road in
 * its city, 实验小学 only in its own district. The joining itself is resolve.ts.
 */
import { SHORT_FORMS } from "../ingest/lexicon/short-forms.ts";
import { key } from "../ingest/names.ts";
import type { EntityType } from "../ingest/ontology.ts";
import { cityDepth, levelPrefix, locate, type Placed, placePrefix } from "./places.ts";
import { isCommon, NATIONAL_INITIATIVES, SHORTER } from "./vocabulary.ts";

/** Counts with what a report knows: changed whenever the same name would get another identity. */
export const IDENTITY = 1;

/** nation, province, city, county: one within it · exact: only with an equal scope. */
export type Reach = "nation" | "province" | "city" | "county" | "exact";

export interface Identity {
  core: string;
  reach: Reach;
  /** From the province down. */
  scope: string[];
}

/** Steps of the chain that must be equal. */
export function depthOf(reach: Reach, scope: readonly string[]): number {
  if (reach === "nation") return 0;
  if (reach === "province") return 1;
  if (reach === "city") return cityDepth(scope);
  if (reach === "county") return cityDepth(scope) + 1;
  return Number.POSITIVE_INFINITY;
}

/** The identity of a name of that type in a report of `home` ([江省, 云州市, 云河区]). */
export function identify(type: EntityType, name: string, home: readonly string[]): Identity {
  const bare = unquote(name);
  if (type === "District") return district(bare, home);
  if (type === "Industry") return { core: industry(bare), reach: "nation", scope: [] };
  if (type === "Honor") return honor(bare, home);
  if (type === "Person") return { core: key(bare), reach: "city", scope: [...home] };
  if (isOfTheNation(type, bare)) return { core: shorten(key(bare)), reach: "nation", scope: [] };
  const placed = place(bare, home);
  const core = CORES[type]?.(placed.rest) ?? placed.rest;
  if (type === "Enterprise" && isCommon(core) && placed.rest !== bare && placed.chain.length > 0)
    return { core: shorten(key(core)), reach: "exact", scope: placed.chain };
  return { core: shorten(key(core)), reach: reachOf(type, shorten(key(core))), scope: placed.chain };
}

const unquote = (name: string): string =>
  name.normalize("NFKC").replace(/[“”‘’"'「」『』《》〈〉\s·•]/gu, "");

/** Where the name says it is, else where the report is. */
function place(name: string, home: readonly string[]): Placed {
  return levelPrefix(name, home) ?? placePrefix(name, home) ?? { chain: [...home], rest: name };
}

const SHORT_OF: ReadonlyMap<string, string> = new Map(
  [...SHORTER, ...SHORT_FORMS].map(([long, short]) => [key(long), key(short)]),
);
const LONG_FORMS = new RegExp([...SHORT_OF.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

/** 经济技术开发区 and 经开区 are one word. */
const shorten = (core: string): string => core.replace(LONG_FORMS, (long) => SHORT_OF.get(long) ?? long);

function district(name: string, home: readonly string[]): Identity {
  const chain = locate(name, home);
  if (chain) return { core: ["", ...chain].join("/"), reach: "nation", scope: [] };
  const placed = placePrefix(name, home);
  return { core: key(placed?.rest ?? name), reach: "county", scope: placed?.chain ?? [...home] };
}

/** 新能源汽车产业 is 新能源汽车. */
function industry(name: string): string {
  const short = shorten(key(name));
  return short.length > 4 ? short.replace(/(?:产业|行业)(?:集群|链)?$/u, "") : short;
}

const HONOR_LEVEL = /^(国家级?|全国|中国|省级?|市级?|[区县]级?)/u;

/** 国家级绿色工厂 and 国家绿色工厂 are one, 省级绿色工厂 another, and each province has its own. Words may change places. */
function honor(name: string, home: readonly string[]): Identity {
  const level = HONOR_LEVEL.exec(name)?.[1];
  const placed = level ? levelPrefix(name, home) : placePrefix(name, home);
  const rest = (placed?.rest ?? name).replace(/(?:首批|第[一二三四五六七八九十]+批)次?/u, "");
  const core = shorten(key(rest));
  const letters = core.length >= 6 ? [...core].sort().join("") : core;
  const depth = placed ? placed.chain.length : 0;
  const marked = `${placed ? ["国", "省", "市", "县"][Math.min(depth, 3)] : ""}${letters}`;
  return { core: marked, reach: depth === 0 ? "nation" : "exact", scope: placed?.chain ?? [] };
}

const NATIONAL: Partial<Record<EntityType, RegExp>> = {
  Institution: /(?:[^第]{2}大学(?!城)|^中国.{2,}|^国家.{2,}|^中科院|^中央.{2,}|^全国.{2,}|[^中]科学院)/u,
  Infrastructure: /(?:高速(?:公路)?|高铁|铁路|客专|城际)(?:[^站]*[线段])?$|^[GS]\d+|国道/u,
  Policy: /^(?:国家|中国|中华人民共和国|中共中央|全国|RCEP)|[^办]法$/u,
  Event: /(?:中国|国际|全国|世界|亚洲|亚运|奥运|[二三]十大)/u,
};

function isOfTheNation(type: EntityType, name: string): boolean {
  if (type === "Initiative") return NATIONAL_INITIATIVES.has(initiative(key(name)));
  return NATIONAL[type]?.test(name) ?? false;
}

const LEGAL_FORM = /(?:\(?集团\)?)?(?:股份有限公司|有限责任公司|股份公司|有限公司|总公司|公司)$|\(?集团\)?$/u;

/** 星海科技股份有限公司 → 星海科技; 星海智联科技 → 星海智联. */
function enterprise(name: string): string {
  const bare = name.replace(LEGAL_FORM, "");
  const shorter = /^.{3,}(?=科技$)/u.exec(bare)?.[0];
  return shorter ?? (bare.length >= 2 ? bare : name);
}

/** “五三二”发展战略, “五三二”战略 → 五三二. */
function initiative(name: string): string {
  const short = name.replace(
    /(?:高质量)?发展$|(?:发展)?战略$|(?:三年|专项|攻坚)*行动(?:计划|方案)?$|计划$|活动$/u,
    "",
  );
  return short.length >= 2 ? short : name;
}

/** 星海三期项目 → 星海三期. */
function project(name: string): string {
  const short = name.replace(/(?:建设)?(?:项目|工程)$/u, "");
  return short.length >= 2 ? short : name;
}

const CORES: Partial<Record<EntityType, (rest: string) => string>> = {
  Enterprise: enterprise,
  Initiative: initiative,
  Project: project,
};

const COUNTED = /^[一二两三四五六七八九十\d]+大/u;

/** How far a name that is none of the nation's reaches. */
function reachOf(type: EntityType, core: string): Reach {
  if (type === "Enterprise") return isCommon(core) ? "exact" : "nation";
  if (type === "Initiative" && COUNTED.test(core)) return "exact";
  if (type === "Initiative" && /^[\d一二两三四五六七八九十百千万双+n]+/u.test(core)) return "city";
  if (isCommon(core)) return "exact";
  if (type === "Initiative") return core.length >= 6 ? "province" : "city";
  if (type === "Policy") return core.length >= 8 ? "province" : "city";
  return "city";
}
