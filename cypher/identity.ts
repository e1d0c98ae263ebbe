/**
 * When names of different reports mean one thing: a name becomes a core (云河区人民医院 → 人民医院) and a scope
 * (whose: [江省, 云州市, 云河区]), and how far the core reaches: a university means the same in the whole country, a road in
 * its city, 实验小学 only in its own district. The joining itself is resolve.ts.
 */
import { SHORT_FORMS } from "../ingest/lexicon/short-forms.ts";
import { key } from "../ingest/names.ts";
import type { EntityType } from "../ingest/ontology.ts";
import { isNational, NATIONAL_INITIATIVES } from "./national.ts";
import { cityDepth, levelPrefix, locate, type Placed, placePrefix } from "./places.ts";
import { isCommon, SHORTER } from "./vocabulary.ts";

/** Counts with what a report knows: changed whenever the same name would get another identity. */
export const IDENTITY = 6;

/** nation, province, city, county: one within it · exact: only with an equal scope. */
export type Reach = "nation" | "province" | "city" | "county" | "exact";

export interface Identity {
  /** The entity type; "*" for names that mean one thing whatever type they were given. */
  kind: EntityType | "*";
  core: string;
  reach: Reach;
  /** From the province down. */
  scope: string[];
  /** The name itself says where, closer than it reaches (云河银杏谷) or just as far as it reaches (云州银杏谷). */
  said?: "closer" | "reach";
  /** First quoted part, in which variants of one initiative agree: “高速贷”平台, “高速贷”服务. */
  quoted?: string;
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
  const national = nationalCore(type, bare, home);
  if (national) return { kind: "*", core: national, reach: "nation", scope: [] };
  const quoted = QUOTABLE.has(type) ? firstQuoted(name) : undefined;
  return { kind: type, ...inPlace(type, bare, home), ...(quoted && { quoted }) };
}

type Placing = Pick<Identity, "core" | "reach" | "scope" | "said">;

function inPlace(type: EntityType, bare: string, home: readonly string[]): Placing {
  if (type === "District") return district(bare, home);
  if (type === "Industry") return { core: industry(bare), reach: "nation", scope: [] };
  if (type === "Honor") return honor(bare, home);
  const whole = shorten(key(bare));
  if (isNational(type, bare) || isNational(type, whole)) return { core: whole, reach: "nation", scope: [] };
  if (type === "Person") return { core: key(bare), reach: "city", scope: [...home] };
  if (NATIONAL[type]?.test(bare)) return { core: whole, reach: "nation", scope: [] };
  const placed = place(bare, home);
  const says = placed.rest !== bare;
  const rest = shorten(key(CORES[type]?.(placed.rest) ?? placed.rest));
  const core = says && type === "Initiative" && rest.length <= 2 ? key(bare) : rest;
  const reach = says && short(type, core) ? "exact" : reachOf(type, core);
  const said = placed.chain.length > depthOf(reach, placed.chain) ? "closer" : "reach";
  return { core, reach, scope: placed.chain, ...(says && { said }) };
}

const ANYWHERE: ReadonlySet<EntityType> = new Set(["Initiative", "Park", "Policy", "Place", "Industry"]);

/** One of the nation's programmes, with or without a place before it: 非首都功能疏解, 北京非首都功能疏解. */
function nationalCore(type: EntityType, name: string, home: readonly string[]): string | undefined {
  if (!ANYWHERE.has(type)) return undefined;
  const rest = placePrefix(name, home)?.rest;
  return knownCore(name) ?? (rest && knownCore(rest));
}

/** “无废城市”建设 is “无废城市”. */
function knownCore(name: string): string | undefined {
  const core = shorten(initiative(key(name)));
  const bare = core.replace(/(?:改革|建设|创建|制度|政策|工作|监管)$/u, "");
  return [core, bare].find((form) => NATIONAL_CORES.has(form));
}

const QUOTABLE: ReadonlySet<EntityType> = new Set(["Initiative", "Policy"]);
const FIRST_QUOTED = /^([^“”]*)“([^“”]{3,12})”(?!“)/u;
const NUMERAL = /^[\d一二两三四五六七八九十百千万双+a-z]/iu;

/** A code of its own (“532”, “7+18+N”) is enough; other numerals (“十百千”, “1+N”) are not. */
const CODE = /^\d{3,}$|\d{2,}.*\+|\+.*\d{2,}/u;

/** “青藤贷”平台 → 青藤贷; with words before it they count too: 信访“直通车” is not 人才“直通车”. */
function firstQuoted(name: string): string | undefined {
  const [, before = "", inside = ""] = FIRST_QUOTED.exec(name) ?? [];
  if (inside === "" || before.length === 1 || inside.endsWith("+")) return undefined;
  if (NATIONAL_CORES.has(shorten(initiative(key(inside))))) return undefined;
  if (before !== "") return key(before.slice(0, 2) + inside);
  return NUMERAL.test(inside) && !CODE.test(inside) ? undefined : key(inside);
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

/** 经济技术开发区 and 经开区 are one word, 19号线(一期) and 19号线一期 one name. */
const shorten = (core: string): string =>
  core.replace(/[()]/gu, "").replace(LONG_FORMS, (long) => SHORT_OF.get(long) ?? long);

const NATIONAL_CORES: ReadonlySet<string> = new Set(
  NATIONAL_INITIATIVES.map((name) => shorten(initiative(key(name)))),
);

function district(name: string, home: readonly string[]): Placing {
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
function honor(name: string, home: readonly string[]): Placing {
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
    /(?:高质量)?发展$|(?:发展)?战略$|(?:三年|专项|攻坚)*行动(?:计划|方案)?$|计划$|活动$|(?<=.{4})(?:制度|机制|工程|新?模式)$/u,
    "",
  );
  return short.length >= 2 ? short : name;
}

/** 人才“双十条”政策 → 人才双十条. */
const policy = (name: string): string => /^.{3,}?(?=政策(?:措施)?$)/u.exec(name)?.[0] ?? name;

/** 星海三期项目 → 星海三期. */
function project(name: string): string {
  const short = name.replace(/(?:建设)?(?:项目|工程)$/u, "");
  return short.length >= 2 ? short : name;
}

/** 轨道16号线, 地铁16号线 → 16号线. */
const line = (name: string): string => name.replace(/^(?:城市)?(?:地铁|轨道交通|轨道|轻轨)(?=\d+号线)/u, "");

const CORES: Partial<Record<EntityType, (rest: string) => string>> = {
  Enterprise: enterprise,
  Infrastructure: line,
  Initiative: initiative,
  Project: project,
  Policy: policy,
};

const COUNTED = /^[一二两三四五六七八九十\d]+[大个项条张类]/u;

/** 云州建工 and 星州建工 are two: a firm's name that its place leaves with two characters is whole only with it. */
const short = (type: EntityType, core: string): boolean => type === "Enterprise" && core.length <= 2;

/** How far a name that is none of the nation's reaches. */
function reachOf(type: EntityType, core: string): Reach {
  if (type === "Enterprise") return isCommon(core) ? "exact" : "nation";
  if (type === "Initiative" && COUNTED.test(core)) return "exact";
  if (type === "Initiative" && /^[\d一二两三四五六七八九十百千万双+n]+/u.test(core)) return "city";
  if (type === "Initiative") return core.length >= 6 && !isCommon(core) ? "province" : "city";
  if (type === "Infrastructure" && /^\d+号线/u.test(core)) return "city";
  if (isCommon(core)) return "exact";
  if (type === "Policy") return core.length >= 8 ? "province" : "city";
  return "city";
}
