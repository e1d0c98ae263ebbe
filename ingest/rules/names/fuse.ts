/** The tagger's spans and what rules know better, in one. */
import type { ReportReading } from "../../model/rerank.ts";
import type { Span } from "../../model/tagger.ts";
import { key } from "../../names.ts";
import type { EntityType } from "../../ontology.ts";
import type { Mention, Range, Report } from "../../types.ts";
import { findArt, insideArt, isUntitled } from "./art.ts";
import { byRules } from "./by-rules.ts";
import { mend } from "./mend.ts";
import { findNumbered } from "./numbered.ts";
import { settle } from "./settle.ts";

/** Below it the second pass doubts a name too much; above it a name counts that only the second pass sees. Measured left-out. */
const DOUBTED = 0.4;
const SURE = 0.55;

/** What both passes over the report make likely: the tagger's names line by line, without those that all their places together deny. */
export function likely(text: string, { best, decisions, spans }: ReportReading): Span[] {
  const confidences = new Map(
    decisions.map(({ key: name, type, confidence }) => [`${name} ${type}`, confidence]),
  );
  const kept = best.filter(({ start, end, type }) => {
    return (confidences.get(`${key(text.slice(start, end))} ${type}`) ?? 1) >= DOUBTED;
  });
  const edges = new Set(kept.map(({ start, end }) => `${start}-${end}`));
  const covered = new Uint8Array(text.length);
  for (const { start, end, depth } of kept) if (!depth) covered.fill(1, start, end);
  const added = spans.filter(({ start, end, probability }) => {
    if (probability < SURE || edges.has(`${start}-${end}`)) return false;
    const inside = covered.subarray(start, end).reduce((sum, one) => sum + one, 0);
    return inside === 0 || inside === end - start;
  });
  return [...kept, ...added];
}

/** The tagger's names, their edges mended, with what rules know better. */
export function fuse(text: string, spans: readonly Span[], report: Report): Mention[] {
  const art = findArt(text);
  const ruled = byRules(text, report).filter((mention) => !insideArt(mention, art));
  const ends = endsOf(spans);
  const people = ruled.filter(({ type }) => type === "Person");
  const tagged = spans.flatMap((span): Mention[] => {
    const range = mend(text, span, span.type);
    if (!range || insideArt(range, art) || isUntitled(text, range, span.type)) return [];
    if (isCounted(text, range, span.type) && !holdsName(range, ends)) return [];
    if (junk(text, range) || isGoods(text, range, span.type)) return [];
    return [built(text, landform(text, { ...span, ...range, rule: "tagger" }))];
  });
  const kept = withoutPeople(text, tagged, people);
  const all = [...kept, ...surer(ruled, kept, report)];
  return settle([...all, ...findNumbered(text, all)]);
}

/** Drops what the tagger takes for something else where a rule knows a person: 沈明、汤云 as one name, 沈明 as a district. */
function withoutPeople(text: string, tagged: readonly Mention[], people: readonly Mention[]): Mention[] {
  const personAt = new Map<number, Mention>();
  for (const person of people) for (let at = person.start; at < person.end; at++) personAt.set(at, person);
  return tagged.filter(({ start, end, type }) => {
    for (let at = start; at < end; at++) {
      const person = personAt.get(at);
      if (!person) continue;
      const same = person.start === start && person.end === end;
      const around = start <= person.start && end >= person.end && !text.slice(start, end).includes("、");
      return same ? type === "Person" : around && type !== "Person";
    }
    return true;
  });
}

/** Rules that are right, measured on marked text, at four of five places or more where the tagger says nothing or something else. */
const SURER = new Set([
  "person-list",
  "person-after-office",
  "person-speaks",
  "person-after-role",
  "reporter-of-report",
  "person-reports",
  "titled-policy",
  "known-policy",
  "organ-of-level",
  "congress-session",
  "industry-section",
]);

/** Of them those that hold inside and around what the tagger says. */
const OVER = new Set(["known-policy", "congress-session", "industry-section"]);

/** What rules add to the tagger: names that it has not, and that cross none of its own. */
function surer(found: readonly Mention[], tagged: readonly Mention[], { kind }: Report): Mention[] {
  const taken = new Set<number>();
  const edges = new Set<string>();
  for (const { start, end } of tagged) {
    edges.add(`${start}-${end}`);
    for (let at = start; at < end; at++) taken.add(at);
  }
  return found.filter(({ rule, start, end, type }) => {
    if (edges.has(`${start}-${end}`)) return false;
    if (rule === "listed-home") return true;
    if (rule === "industry-in-communique") return kind === "statistical communique" && !taken.has(start);
    return SURER.has(rule) && (type === "Person" || OVER.has(rule) || !taken.has(start));
  });
}

const THINGS: ReadonlySet<EntityType> = new Set<EntityType>([
  "Project",
  "Park",
  "Place",
  "Infrastructure",
  "Initiative",
  "Institution",
  "Enterprise",
]);
/** Words of names of their own, and of honours. */
const OWN_NAME = /[“”·《》A-Za-z0-9]|^(?:国家|国际|全国|全省|全市|省|市级|区级|县级|州级|世界|中国)/u;
const COUNT = /^(?:共|达|总数达)?[0-9]{1,5}(?:余|多)?(?:个|家|座|条|处|项|所)(?=[，。；、）\n]|$)/u;

/** 建成古树公园|3个: a class and how many, no name. */
function isCounted(text: string, { start, end }: Range, type: EntityType): boolean {
  return THINGS.has(type) && COUNT.test(text.slice(end, end + 10)) && !OWN_NAME.test(text.slice(start, end));
}

/** Where names end, by where they start: the shortest of each place. */
function endsOf(spans: readonly Span[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { start, end } of spans) ends.set(start, Math.min(end, ends.get(start) ?? end));
  return ends;
}

/** Whether another name stands inside: 云河 in 云河公园. */
function holdsName({ start, end }: Range, ends: ReadonlyMap<number, number>): boolean {
  for (let at = start; at < end; at++) {
    const other = ends.get(at) ?? Number.POSITIVE_INFINITY;
    if (other <= end && other - at < end - start) return true;
  }
  return false;
}

const LAND =
  /^(?:盆地|山脉|高原|草原|峡谷|平原|半岛|群岛|大草原|大峡谷|风景区|风景名胜区|景区|[湖山](?=$|[^\u4e00-\u9fff]))/u;
const NO_LAND: ReadonlySet<EntityType> = new Set<EntityType>(["Enterprise", "Institution", "Industry"]);

/** 星海|盆地 taken for a firm is a place, with its landform. */
function landform(text: string, mention: Mention): Mention {
  const land = NO_LAND.has(mention.type)
    ? LAND.exec(text.slice(mention.end, mention.end + 6))?.[0]
    : undefined;
  if (!land) return mention;
  return { ...mention, type: "Place", end: mention.depth ? mention.end : mention.end + land.length };
}

const BUILT: readonly (readonly [RegExp, EntityType])[] = [
  [
    /(?<!^(?:全国|全球|国际|世界|国家|我国|中国).*)(?:[产制出][业造口]|物流|示范|度假|试点)[^“”]{0,4}基地$/u,
    "Park",
  ],
  [/(?:物流|集散)中心$/u, "Park"],
  [/(?:路网|骑行道|绿道|步道|碧道)$/u, "Infrastructure"],
];

const GOAL = /(?:打造|成为|建成|建设成|加快构建|争当|争创)[^，。；]{0,12}$/u;

/** Not programmes but what they build: 推进星海物流中心建设, “三横两纵”快速路网; a goal stays one: 打造云河物流中心. */
function built(text: string, mention: Mention): Mention {
  if (mention.type !== "Initiative") return mention;
  const name = text.slice(mention.start, mention.end);
  const type = BUILT.find(([pattern]) => pattern.test(name))?.[1];
  const goal = type === "Park" && GOAL.test(text.slice(Math.max(0, mention.start - 16), mention.start));
  return type && !goal ? { ...mention, type } : mention;
}

const GOODS = /^(?:、[\u4e00-\u9fff]{1,6}){0,3}(?:用?品)?类(?!型)/u;

/** 粮油、食品类: goods that a communiqué counts, no industry. */
function isGoods(text: string, { start, end }: Range, type: EntityType): boolean {
  return (
    type === "Industry" && (text[end - 1] === "类" || GOODS.test(text.slice(end, end + 26))) && end > start
  );
}

/** Parts of web addresses: baidu in www.baidu.com. */
function junk(text: string, { start, end }: Range): boolean {
  return (
    /^[a-z./]+$/u.test(text.slice(start, end)) &&
    /[./a-z]/u.test(`${text[start - 1] ?? ""}${text[end] ?? ""}`)
  );
}
