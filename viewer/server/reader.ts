/** A report's text with every name and number marked. */

import { isNode } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import type { FigureMark, MentionMark, ReaderPassage, ReportText } from "./api.ts";
import { number, numbers, text } from "./cards.ts";
import { NotFound } from "./errors.ts";
import { auditOf, reportCards } from "./reports.ts";
import { ask, type Row } from "./rows.ts";

export async function reportText(store: Store, id: string): Promise<ReportText> {
  const [[found], rows, mentions, facts, unclaimed] = await Promise.all([
    reportCards(store, id),
    ask(store, "report-text", { report: id }),
    ask(store, "report-mentions", { report: id }),
    ask(store, "report-facts", { report: id }),
    ask(store, "view-unclaimed", { id }),
  ]);
  if (!found) throw new NotFound("report", id);
  const marks = byPassage(mentions);
  const figures = byPassage(facts);
  const unknown = byPassage(unclaimed);
  return {
    report: found.card,
    audit: auditOf(found.row),
    passages: rows.map((row) => {
      const passage = text(row.passage);
      return readerPassage(row, {
        mentions: marks.get(passage) ?? [],
        facts: figures.get(passage) ?? [],
        unclaimed: unknown.get(passage)?.[0],
      });
    }),
  };
}

function byPassage(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(text(row.passage));
    if (group) group.push(row);
    else groups.set(text(row.passage), [row]);
  }
  return groups;
}

interface Marked {
  mentions: Row[];
  facts: Row[];
  unclaimed: Row | undefined;
}

function readerPassage(row: Row, { mentions, facts, unclaimed }: Marked): ReaderPassage {
  const start = number(row.start);
  return {
    id: text(row.passage),
    index: number(row.index),
    kind: (text(row.kind) || "paragraph") as ReaderPassage["kind"],
    ...(row.level ? { level: number(row.level) } : {}),
    text: text(row.text),
    marks: mentions
      .flatMap((mention) => marksOf(mention, start))
      .sort((a, b) => a.start - b.start || b.end - a.end),
    figures: facts.flatMap((fact) => figureOf(fact, start)),
    unclaimed: spans(unclaimed?.starts, unclaimed?.ends, start),
  };
}

const marksOf = (mention: Row, from: number): MentionMark[] =>
  spans(mention.starts, mention.ends, from).map((span) => ({
    entity: text(mention.entity),
    name: text(mention.name),
    type: text(mention.type) as MentionMark["type"],
    ...span,
  }));

/** Milestones and figures in words (稳中向好) have no number to mark. */
function figureOf({ fact, entity, start, end }: Row, from: number): FigureMark[] {
  if (!isNode(fact) || typeof fact.properties.value !== "number") return [];
  const { indicator, year } = fact.properties;
  return [
    {
      ...{ fact: fact.id, entity: text(entity), indicator: text(indicator), year: number(year) },
      ...{ start: number(start) - from, end: number(end) - from },
    },
  ];
}

/** Parallel lists of offsets in the report → spans within a passage that begins at `from`. */
function spans(
  starts: Row[string] | undefined,
  ends: Row[string] | undefined,
  from: number,
): { start: number; end: number }[] {
  const last = numbers(ends);
  return numbers(starts).map((at, index) => ({ start: at - from, end: (last[index] ?? at) - from }));
}
