/**
 * The numbers of a report: each measured value with its indicator, unit, year and kind. Two passes over a passage: sentences into
 * clauses with their quantities, then rules that say of which indicator each quantity is the value. Linear in the text.
 */

import { readClause } from "./observations/clause.ts";
import { bracketDepths, splitClauses, splitSentences } from "./observations/clauses.ts";
import { type Draft, nothingSaid, type Said } from "./observations/draft.ts";
import { type Dropped, keepMeasured } from "./observations/ignore.ts";
import { readQualities } from "./observations/qualities.ts";
import { readStructures } from "./observations/structure.ts";
import { type Cell, cellsOf, openTable, readRow, type Table } from "./observations/table.ts";
import { findNumbers, type IgnoredNumber, type Numbers } from "./observations/tokens.ts";
import { clauseWhen, passageWhen } from "./observations/when.ts";
import type { Context, Observation, Passage, Range } from "./types.ts";

/** A number that is no observation, with the rule that says so; offsets into the text. */
export interface Reading {
  observations: Observation[];
  claimed: Range[];
  ignored: IgnoredNumber[];
  unclaimed: Range[];
}

/** All observations of a report, in the order of the text. */
export function findObservations(context: Context): Observation[] {
  return mergeSame(readAll(context).flatMap((reading) => reading.observations));
}

const READINGS = new WeakMap<Context, Reading[]>();

/** One reading a passage; kept with the context, because observations and audit both need it. */
export function readAll(context: Context): Reading[] {
  const kept = READINGS.get(context);
  if (kept) return kept;
  let table: Table | null = null;
  const readings = context.passages.map((passage) => {
    if (passage.kind !== "row") {
      table = null;
      return readPassage(context, passage);
    }
    const cells = cellsOf(context.text, passage);
    const opened = openTable(cells, context.report);
    if (opened) table = opened;
    return opened ? readIgnored(context, passage, "table-head") : readCells(context, passage, cells, table);
  });
  READINGS.set(context, readings);
  return readings;
}

/** One passage: its observations, and what became of each of its numbers. */
export function readPassage(context: Context, passage: Passage): Reading {
  if (passage.kind === "title" || passage.kind === "heading") return readIgnored(context, passage, "heading");
  if (DEFINITION.test(context.text.slice(passage.start, passage.start + 70)))
    return readIgnored(context, passage, "definition");
  const reading: Reading = { observations: [], claimed: [], ignored: [], unclaimed: [] };
  const topic = topicOf(context, passage);
  let said = nothingSaid(topic, "");
  for (const range of splitSentences(context.text, passage.start, passage.end)) {
    const sentence = context.text.slice(range.start, range.end);
    readSentence(context, passage, range.start, sentence, said, reading);
    if (/[。！!？?\n]\s*$/u.test(sentence)) said = nothingSaid(said.topic, said.phrase);
  }
  return reading;
}

/** A row of a table; where no head names the columns, its cells stay unclaimed. */
function readCells(context: Context, passage: Passage, cells: readonly Cell[], table: Table | null): Reading {
  const figures = table === null ? [] : readRow(cells, table);
  const base = passageWhen(passage, "", context.report);
  const observations = figures.map((figure): Observation => {
    const { start, end, names, value, unit, bound, growth } = figure;
    const when = figure.when ?? base;
    const evidence = [
      { passage: passage.index, start, end, quote: context.text.slice(start, end), rule: "table-row" },
    ];
    const measure = growth ? "growth" : "level";
    return {
      subject: context.report.district,
      indicator: names,
      value,
      unit,
      ...when,
      bound,
      measure,
      evidence,
    };
  });
  const claimed = figures.map((figure) => figure.claim);
  const rest = readIgnored(context, passage, "table-cell").ignored;
  const isFree = (range: Range): boolean =>
    !claimed.some((claim) => claim.start < range.end && range.start < claim.end);
  return { observations, claimed, ignored: rest.filter(isFree), unclaimed: [] };
}

/** 1.基础设施建设项目完成情况 → 基础设施建设项目: what bare nouns under the heading are. */
function topicOf(context: Context, passage: Passage): string {
  const last = context.passages[passage.headings[passage.headings.length - 1] ?? -1];
  if (!last) return "";
  const words = context.text.slice(last.start, last.end).trim();
  const topic =
    /^[（(]?[一二三四五六七八九十0-9]{0,3}[）)、.．\s]{0,3}([^，。；：]{3,20}?)(?:完成情况|进展情况|建设情况|实施情况|情况|计划安排|安排)$/u.exec(
      words,
    )?.[1];
  return topic?.replace(/^20[0-9]{2}年/u, "") ?? "";
}

/** “双链”行动：是指…: what a term means, in the notes at the end. */
const DEFINITION = /^[\s\d［\][【】.、①-⑳]*[^，。：；]{2,40}[：:][^，。；]{0,14}?(?:是指|即指|指的是|指)/u;

/** Headings and definitions state nothing: 一、实施十大工程. */
function readIgnored(context: Context, passage: Passage, rule: string): Reading {
  const { quantities, ignored } = findNumbers(context.text.slice(passage.start, passage.end));
  const items = [...ignored, ...quantities.map((quantity) => ({ ...quantity, rule }))];
  return {
    observations: [],
    claimed: [],
    ignored: items.map((item) => ({ ...shift(item, passage.start), rule: item.rule })),
    unclaimed: [],
  };
}

function readSentence(
  context: Context,
  passage: Passage,
  offset: number,
  sentence: string,
  said: Said,
  reading: Reading,
): void {
  const found = findNumbers(sentence);
  const structures = readStructures(sentence);
  const { quantities, ignored } = structures.length > 0 ? outside(found, structures) : found;
  const dropped: Dropped[] = [];
  const claims = new Set<number>();
  const base = passageWhen(passage, context.text.slice(passage.start, passage.start + 60), context.report);
  for (const clause of splitClauses(sentence, bracketDepths(sentence))) {
    const slots = keepMeasured(sentence, clause, quantities, dropped);
    const drafts = readClause(sentence.slice(clause.start, clause.end), slots, said);
    const when = clauseWhen(base, sentence.slice(0, clause.end), context.report);
    drafts.push(...structures.filter((draft) => draft.end > clause.start && draft.end <= clause.end));
    drafts.push(...readQualities(sentence.slice(clause.start, clause.end), clause, drafts, said));
    for (const draft of drafts) {
      reading.observations.push(observe(context, passage, offset, draft, when));
      for (const claim of draft.claims) claims.add(claim.start);
      reading.claimed.push(...draft.claims.map((claim) => shift(claim, offset)));
    }
  }
  reading.ignored.push(...ignored.map((item) => ({ ...shift(item, offset), rule: item.rule })));
  reading.ignored.push(...dropped.map(({ quantity, rule }) => ({ ...shift(quantity, offset), rule })));
  const settled = new Set([...claims, ...dropped.map(({ quantity }) => quantity.start)]);
  reading.unclaimed.push(
    ...quantities.filter(({ start }) => !settled.has(start)).map((quantity) => shift(quantity, offset)),
  );
}

/** The numbers that no draft claims. */
function outside(numbers: Numbers, drafts: readonly Draft[]): Numbers {
  const free = (range: Range): boolean =>
    !drafts.some((draft) => draft.claims.some((claim) => claim.start < range.end && range.start < claim.end));
  return { quantities: numbers.quantities.filter(free), ignored: numbers.ignored.filter(free) };
}

const shift = (range: Range, offset: number): Range => ({
  start: range.start + offset,
  end: range.end + offset,
});

function observe(
  context: Context,
  passage: Passage,
  offset: number,
  draft: Draft,
  when: ReturnType<typeof clauseWhen>,
): Observation {
  const { start, end } = shift(draft, offset);
  const observation: Observation = {
    subject: context.report.district,
    indicator: draft.names,
    value: draft.value,
    unit: draft.unit,
    year: when.year,
    kind: when.kind,
    bound: draft.bound,
    measure: draft.measure,
    evidence: [
      { passage: passage.index, start, end, quote: context.text.slice(start, end), rule: draft.rule },
    ],
  };
  if (draft.text !== undefined) observation.text = draft.text;
  return observation;
}

/** The same statement made twice is one observation with two places of evidence. */
function mergeSame(observations: readonly Observation[]): Observation[] {
  const byKey = new Map<string, Observation>();
  for (const observation of observations) {
    const { subject, indicator, value, unit, year, kind, text } = observation;
    const key = JSON.stringify([subject, indicator[0], value, unit, year, kind, text]);
    const same = byKey.get(key);
    if (same) same.evidence.push(...observation.evidence);
    else byKey.set(key, observation);
  }
  return [...byKey.values()];
}
