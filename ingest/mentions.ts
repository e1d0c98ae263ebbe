/**
 * text → mentions: the names of things, by the trained tagger and by rules. Where no weights are at hand rules work alone.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadReportTagger, type ReportReading, type ReportTagger } from "./model/rerank.ts";
import { type Span, WEIGHTS } from "./model/tagger.ts";
import { key } from "./names.ts";
import type { EntityType } from "./ontology.ts";
import { divisionIn } from "./resolve/home.ts";
import { NAME_RULES } from "./rules/names/all.ts";
import { findByHead } from "./rules/names/heads.ts";
import { findListed } from "./rules/names/lexicon.ts";
import { mend } from "./rules/names/mend.ts";
import { findPeople, findReporters } from "./rules/names/people.ts";
import { apply } from "./rules/names/rule.ts";
import type { Mention, Passage, Range, Report } from "./types.ts";

let folder = WEIGHTS;
let loaded: { folder: string; tagger: ReportTagger | undefined } | undefined;

/** Takes the weights of a folder instead of those that ship; without a folder, those that ship. For measuring. */
export function takeWeights(other = WEIGHTS): void {
  folder = other;
}

/** The tagger of the weights at hand, loaded at the first call; undefined where the folder holds none. */
function taggerAtHand(): ReportTagger | undefined {
  if (loaded?.folder !== folder) {
    const there = existsSync(join(folder, "tagger.bin"));
    loaded = { folder, tagger: there ? loadReportTagger(folder) : undefined };
  }
  return loaded.tagger;
}

/** All names found in the text of one report, outer ones and one level inside, sorted by start. */
export function findMentions(text: string, _passages: Passage[], report: Report): Mention[] {
  const tagger = taggerAtHand();
  return tagger ? fuse(text, likely(text, tagger.readReport(text)), report) : settle(byRules(text, report));
}

/** Below it the second pass doubts a name too much; above it a name counts that only the second pass sees. Measured left-out. */
const DOUBTED = 0.4;
const SURE = 0.6;

/** What both passes over the report make likely: the tagger's names line by line, without those that all their places together deny. */
function likely(text: string, { best, decisions, spans }: ReportReading): Span[] {
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
  const ruled = byRules(text, report);
  const people = ruled.filter(({ type }) => type === "Person");
  const tagged = spans.flatMap((span): Mention[] => {
    const range = mend(text, span);
    return range && !junk(text, range) && !isGoods(text, range, span.type)
      ? [{ ...span, ...range, rule: "tagger" }]
      : [];
  });
  const kept = withoutPeople(text, tagged, people);
  return settle([...kept, ...surer(ruled, kept, report)]);
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

/** 粮油、食品类: goods that a communiqué counts, no industry. */
function isGoods(text: string, { end }: Range, type: EntityType): boolean {
  return type === "Industry" && text[end] === "类" && text[end + 1] !== "型";
}

/** Parts of web addresses: baidu in www.baidu.com. */
function junk(text: string, { start, end }: Range): boolean {
  return (
    /^[a-z./]+$/u.test(text.slice(start, end)) &&
    /[./a-z]/u.test(`${text[start - 1] ?? ""}${text[end] ?? ""}`)
  );
}

/** What rules and lists say, overlapping as it comes. */
export function byRules(text: string, report: Report): Mention[] {
  const code = divisionIn(report.district, report.chain)?.code ?? "";
  const found = [
    ...NAME_RULES.flatMap((rule) => apply(rule, text)),
    ...findPeople(text),
    ...findReporters(text),
    ...findByHead(text),
    ...findListed(text, { code, chain: report.chain }),
  ];
  return withNamesInside(found);
}

/** Drops what `head-named` found without another name inside: 绿化亮化工程. */
function withNamesInside(found: readonly Mention[]): Mention[] {
  const starts = new Map<number, Mention[]>();
  for (const mention of found) {
    if (mention.rule.startsWith("head-named") || mention.type === "Industry") continue;
    const at = starts.get(mention.start);
    if (at) at.push(mention);
    else starts.set(mention.start, [mention]);
  }
  const named = ({ start, end }: Mention): boolean => {
    for (let at = start; at < end; at++) if (starts.get(at)?.some((inner) => inner.end < end)) return true;
    return false;
  };
  return found.filter((mention) => mention.rule !== "head-named" || named(mention));
}

/** Types of which one may stand inside another of its kind: 云河区 in 云河区星湖镇, a road in its section. */
const SELF_NESTING: ReadonlySet<EntityType> = new Set<EntityType>([
  "District",
  "Infrastructure",
  "Place",
  "Park",
  "Institution",
]);
const nests = (outer: Mention, inner: Mention): boolean =>
  outer.type !== inner.type || SELF_NESTING.has(inner.type);

/** Of mentions that cross each other the longer and surer stay; those inside another get depth 1, deeper ones go. */
export function settle(mentions: readonly Mention[]): Mention[] {
  const order = [...mentions].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.probability - a.probability || a.start - b.start,
  );
  const covers: Mention[] = [];
  const kept: Mention[] = [];
  const owner = new Map<number, Mention>();
  for (const mention of order) {
    const first = owner.get(mention.start);
    const last = owner.get(mention.end - 1);
    if (first !== last) continue;
    if (!first) {
      const outer: Mention = { ...mention, depth: 0 };
      for (let at = mention.start; at < mention.end; at++) owner.set(at, outer);
      covers.push(outer);
      kept.push(outer);
    } else if ((first.start !== mention.start || first.end !== mention.end) && nests(first, mention)) {
      kept.push({ ...mention, depth: 1 });
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
