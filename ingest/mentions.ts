/**
 * text → mentions: the names of things, by the trained tagger and by rules. Where no weights are at hand rules work alone.
 */
import { loadReportTagger, type ReportTagger } from "./model/rerank.ts";
import type { EntityType } from "./ontology.ts";
import { divisionIn } from "./resolve/home.ts";
import { NAME_RULES } from "./rules/names/all.ts";
import { findByHead } from "./rules/names/heads.ts";
import { findListed } from "./rules/names/lexicon.ts";
import { findPeople } from "./rules/names/people.ts";
import { apply } from "./rules/names/rule.ts";
import type { Mention, Passage, Report } from "./types.ts";

let tagger: ReportTagger | undefined;

/** Takes the weights of a folder instead of those that ship; without a folder, those that ship. For measuring. */
export function takeWeights(folder?: string): void {
  tagger = folder ? loadReportTagger(folder) : undefined;
}

/** All names found in the text of one report, outer ones and one level inside, sorted by start. */
export function findMentions(text: string, _passages: Passage[], report: Report): Mention[] {
  return settle(byRules(text, report));
}

/** What rules and lists say, overlapping as it comes. */
export function byRules(text: string, report: Report): Mention[] {
  const code = divisionIn(report.district, report.chain)?.code;
  const found = [
    ...NAME_RULES.flatMap((rule) => apply(rule, text)),
    ...findPeople(text),
    ...findByHead(text),
    ...findListed(text, code),
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
