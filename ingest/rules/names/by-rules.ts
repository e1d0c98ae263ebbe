/** Names by rules and lists alone. */
import { divisionIn } from "../../resolve/home.ts";
import type { Mention, Report } from "../../types.ts";
import { NAME_RULES } from "./all.ts";
import { findByHead } from "./heads.ts";
import { findListed } from "./lexicon.ts";
import { findPeople, findReporters } from "./people.ts";
import { apply } from "./rule.ts";

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
