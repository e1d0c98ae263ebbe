/**
 * Whose number it is: the report's district, or the entity that a clause begins with (星海新区|地区生产总值超过430亿元). The subject
 * carries on through the clauses of its sentence.
 */
import type { EntityType } from "../ontology.ts";
import type { Context, Mention, Range } from "../types.ts";

/** What can have numbers of its own. */
const BEARERS: ReadonlySet<EntityType> = new Set<EntityType>([
  "District",
  "Project",
  "Enterprise",
  "Park",
  "Institution",
  "Infrastructure",
  "Place",
  "Event",
]);
/** Words that may stand before the subject: 其中[星海新区]… */
const BEFORE = /^(?:其中|目前|全年|全力|推动|支持|成功|[，、：:\s（）一二三四五六七八九十])*$/u;
/** A subject is no longer one when a list goes on behind it (星海、云河等6家) or it belongs to a longer name (…的). */
const LISTED = /^(?:[、和及与]|等|的|以及|在内|为|（)/u;

export interface Subject {
  name: string;
  /** Where its mention ends. */
  end: number;
}

/** The mentions that may be subjects, by start. */
export function bearers(context: Context): Mention[] {
  return context.mentions
    .filter((mention) => mention.depth === 0 && mention.entity !== undefined && BEARERS.has(mention.type))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The entity that the words at `range` begin with, null where they begin with none or with the report's own district. */
export function subjectAt(context: Context, mentions: readonly Mention[], range: Range): Subject | null {
  const mention = mentions[firstFrom(mentions, range.start)];
  if (!mention || mention.end >= range.end || !BEFORE.test(context.text.slice(range.start, mention.start)))
    return null;
  if (LISTED.test(context.text.slice(mention.end, Math.min(mention.end + 2, range.end)))) return null;
  const entity = context.entities[mention.entity ?? -1];
  if (!entity || context.report.chain.includes(entity.name) || entity.name === context.report.district)
    return null;
  return { name: entity.name, end: mention.end };
}

function firstFrom(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
