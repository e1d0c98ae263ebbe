/**
 * Names of a list whose last one alone is written out: 东湾、星湖化工园区 names 东湾化工园区 too, 东湾、星湖等通用机场 names
 * 东湾通用机场 and 星湖通用机场, 某码头三、四期项目 names both phases.
 */
import type { EntityType } from "../ontology.ts";
import type { Mention, Range } from "../types.ts";

/** A name that stands in the text without its tail. */
export interface Shared extends Range {
  name: string;
  type: EntityType;
  probability: number;
  rule: "shared-tail" | "shared-head" | "phases" | "listed-programme";
}

const ADDED: ReadonlySet<EntityType> = new Set<EntityType>([
  "Park",
  "Infrastructure",
  "Institution",
  "Project",
  "Place",
]);
/** The place stands in the list by its short name: 东湾, not 东湾镇. */
const LONGEST_PLACE = 4;
const UNIT = /.[省市区县州旗镇乡村]$|街道$|社区$/u;
/** What makes a name of its own with the place before it; 工业园 may be of one place alone (苏州工业园区 is). */
const TAIL =
  /^[0-9A-Za-z\u4e00-\u9fff（）()]{0,12}(?:园区|产业园|开发区|高新区|经开区|机场|港区|码头|铁路|高速|高铁|公路|电站|水库|变电站|水厂|处理厂|焚烧发电项目|发电项目|供水工程|工程|项目|医院|学校|小学|中学|幼儿园|卫生院|分院|校区|法院|检察院|博物馆|文化馆|图书馆|体育馆|文体中心|服务中心|活动中心|养老中心|综合体|实训基地|片区|公园|湿地|景区|古镇|商圈|土地整备|返还用地|延伸|改造)$/u;
const JOINT = /^(?:、|和|与|及)$/u;

/** `mentions` are all of the report, sorted by start, outer before inner. Linear. */
export function sharedTails(text: string, mentions: readonly Mention[]): Shared[] {
  const outer = mentions.filter(({ depth }) => !depth);
  const inner = new Map<number, Mention>();
  for (const mention of mentions)
    if (mention.depth && !inner.has(mention.start)) inner.set(mention.start, mention);
  return outer.flatMap((last, at) => [
    ...tailOf(text, outer, at, inner),
    ...headOf(text, outer, at),
    ...phasesOf(text, last),
  ]);
}

/** What is done to a thing, or a part of it: 星海医院、【东湾医院新院区】 names 星海医院新院区. */
const WORKS =
  /^(?:新|永久|南|北|东|西)?(?:校区|院区|馆区)$|^(?:[一二三]期|新址|主体|配套)?(?:工程)?(?:新建|新改扩建|改造|扩建|改扩建|迁建|重建|拓宽|拓建|延伸|提升|提升改造|改造提升|修缮|综合整治|整治|清淤|提质|提标|扩容|快速化改造|市政化改造)(?:项目|工程)?$/u;

/** 东湾、【星湖化工园区】 · 星海医院、【东湾医院改造工程】 */
function tailOf(text: string, outer: readonly Mention[], at: number, inner: Map<number, Mention>): Shared[] {
  const last = outer[at] as Mention;
  const part = inner.get(last.start);
  if (!part || !ADDED.has(last.type) || namesIn(inner, part.end, last.end)) return [];
  const tail = text.slice(part.end, last.end);
  const place = part.type === "District";
  if (place ? !isShort(text, part) || !TAIL.test(tail) || NO_TAIL.test(tail) : !WORKS.test(tail)) return [];
  if (!place && !WORKED_ON.has(part.type)) return [];
  const fits = (item: Mention): boolean =>
    item.type === part.type &&
    (place ? isShort(text, item) : !text.slice(item.start, item.end).endsWith(tail));
  return before(text, outer, at, fits).map(({ start, end }) => ({
    start,
    end,
    name: text.slice(start, end) + tail,
    type: last.type,
    probability: last.probability,
    rule: "shared-tail",
  }));
}

/** 东湾、【金湖】长荡湿地公园 is a place and a park of another: a name between the place and the tail. */
function namesIn(inner: Map<number, Mention>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((inner.get(at)?.type ?? "Industry") !== "Industry") return true;
  return false;
}

const WORKED_ON: ReadonlySet<EntityType> = new Set<EntityType>(["Institution", "Place"]);
const NO_TAIL = /^[省市区县州旗镇乡村两二三四五六七八九十0-9]/u;

const isShort = (text: string, { start, end }: Range): boolean =>
  end - start >= 2 && end - start <= LONGEST_PLACE && !UNIT.test(text.slice(start, end));

/** The names joined to outer[at] that fit, nearest first. */
function before(
  text: string,
  outer: readonly Mention[],
  at: number,
  fits: (item: Mention) => boolean,
): Mention[] {
  const found: Mention[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const item = outer[i] as Mention;
    if (!fits(item) || !JOINT.test(text.slice(item.end, (outer[i + 1] as Mention).start))) break;
    found.push(item);
  }
  return found;
}

const HEADS: readonly (readonly [words: string, type: EntityType])[] = [
  [
    "(?:民用|通用|支线)?机场|(?:[0-9]{2,4}千伏)?变电站|抽水蓄能电站|水电站|污水处理厂|水厂|水库|火车站|高铁站",
    "Infrastructure",
  ],
  ["(?:化工|工业|产业|物流|开发|高新)园区|开发区|高新区|经开区|产业园|工业园", "Park"],
  [
    "(?:社区|人民|中心)?医院|(?:嵌入式)?养老服务(?:中心|综合体)|(?:党群|便民)服务中心|街道文体中心|文体中心|实验室",
    "Institution",
  ],
  ["商圈|片区|景区|古镇", "Place"],
];
const COUNTED = new RegExp(
  `^(?:等(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,2})?(?:个|家|座|所|处|大)?|(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,2})(?:个|家|座|所|处|大))(?:${HEADS.map(([words]) => `(${words})`).join("|")})`,
  "u",
);
const REACH = 24;

/** 东湾、【星湖】等通用机场 */
function headOf(text: string, outer: readonly Mention[], at: number): Shared[] {
  const last = outer[at] as Mention;
  if (last.type !== "District" || !isShort(text, last)) return [];
  const match = COUNTED.exec(text.slice(last.end, last.end + REACH));
  const which = match ? match.slice(1).findIndex(Boolean) : -1;
  if (!match || which < 0) return [];
  const tail = match[which + 1] as string;
  const type = HEADS[which]?.[1] as EntityType;
  return [last, ...before(text, outer, at, (item) => item.type === "District" && isShort(text, item))].map(
    ({ start, end, probability }) => ({
      start,
      end,
      name: text.slice(start, end) + tail,
      type,
      probability,
      rule: "shared-head",
    }),
  );
}

const PHASED: ReadonlySet<EntityType> = new Set<EntityType>(["Park", "Infrastructure", "Project"]);
const PHASES = /^(?:[、和]|至)?([一二三四五六七八九])期((?:项目|工程)?)/u;

/** 【某码头三】、四期项目 → 某码头三期项目, 某码头四期项目 */
function phasesOf(text: string, { start, end, type, probability }: Mention): Shared[] {
  const name = text.slice(start, end);
  const first = /[一二三四五六七八九]$/u.exec(name)?.[0];
  const rest = first && PHASED.has(type) && name.length > 3 ? PHASES.exec(text.slice(end, end + 8)) : null;
  if (!rest) return [];
  const made = (number: string, from: number, to: number): Shared => ({
    start: from,
    end: to,
    name: `${name.slice(0, -1)}${number}期${rest[2] ?? ""}`,
    type,
    probability,
    rule: "phases",
  });
  return [
    made(first as string, start, end),
    made(rest[1] as string, end + rest[0].length - 2 - (rest[2] ?? "").length, end + rest[0].length),
  ];
}
