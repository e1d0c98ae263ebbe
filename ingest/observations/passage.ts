/** A passage → its reading: sentences, clauses, drafts, observations. */
import type { Context, Mention, Passage, Range } from "../types.ts";
import { readClause } from "./clause.ts";
import { bracketDepths, splitClauses, splitSentences } from "./clauses.ts";
import { type Draft, nothingSaid, type Said } from "./draft.ts";
import { type Dropped, keepMeasured, UNKNOWN } from "./ignore.ts";
import { type Found, observe } from "./observe.ts";
import { readQualities } from "./qualities.ts";
import { nothingRead, overlap, type Reading, shift } from "./reading.ts";
import { readStructures } from "./structure.ts";
import { type Subject, subjectAt } from "./subject.ts";
import { findNumbers, ignoreAll, type Numbers } from "./tokens.ts";
import { clauseWhen, passageWhen, type When } from "./when.ts";

/** “双链”行动：是指…: what a term means, in the notes at the end. */
const DEFINITION = /^[\s\d［\][【】.、①-⑳]*[^，。：；]{2,40}[：:][^，。；]{0,14}?(?:是指|即指|指的是|指)/u;
const FULL_STOP = /[。！!？?\n]\s*$/u;

/** One passage: its observations, and what became of each of its numbers. Headings and definitions state nothing. */
export function readPassage(context: Context, passage: Passage, mentions: readonly Mention[]): Reading {
  const begin = context.text.slice(passage.start, Math.min(passage.end, passage.start + 70));
  const rule =
    passage.kind === "title" || passage.kind === "heading"
      ? "heading"
      : DEFINITION.test(begin)
        ? "definition"
        : null;
  if (rule) return { ...nothingRead(), ignored: ignoreAll(context.text, passage, rule) };
  const reading = nothingRead();
  const base = passageWhen(passage, begin, context.report);
  let said = nothingSaid(topicOf(context, passage), "");
  for (const range of splitSentences(context.text, passage.start, passage.end)) {
    readSentence({ context, passage, range, base, mentions }, said, reading);
    const stop = FULL_STOP.test(context.text.slice(range.end - 2, range.end));
    if (stop) said = nothingSaid(said.topic, said.phrase);
  }
  return reading;
}

/** 2.水利工程项目完成情况 → 水利工程项目: what bare nouns under the heading are. */
function topicOf(context: Context, passage: Passage): string {
  const last = context.passages[passage.headings[passage.headings.length - 1] ?? -1];
  if (!last) return "";
  const words = context.text.slice(last.start, Math.min(last.end, last.start + 60)).trim();
  const topic =
    /^[（(]?[一二三四五六七八九十0-9]{0,3}[）)、.．\s]{0,3}([^，。；：]{3,20}?)(?:完成情况|进展情况|建设情况|实施情况|情况|计划安排|安排)$/u.exec(
      words,
    )?.[1];
  return topic?.replace(/^20[0-9]{2}年/u, "") ?? "";
}

interface Sentence {
  context: Context;
  passage: Passage;
  range: Range;
  base: When;
  mentions: readonly Mention[];
}

function readSentence(sentence: Sentence, said: Said, reading: Reading): void {
  const { context, passage, range, base } = sentence;
  const words = context.text.slice(range.start, range.end);
  const numbers = findNumbers(words);
  const structures = readStructures(words);
  const { quantities, ignored } = structures.length > 0 ? outside(numbers, structures) : numbers;
  const dropped: Dropped[] = [];
  const claims = new Set<number>();
  const placed: [Draft, Found][] = [];
  let subject: Subject | null = null;
  for (const clause of splitClauses(words, bracketDepths(words))) {
    const slots = keepMeasured(words, clause, quantities, dropped);
    const drafts = readClause(words.slice(clause.start, clause.end), slots, said);
    drafts.push(...structures.filter((draft) => draft.end > clause.start && draft.end <= clause.end));
    drafts.push(...readQualities(words.slice(clause.start, clause.end), clause, drafts, said));
    if (drafts.length === 0) continue;
    subject = subjectAt(context, sentence.mentions, shift(clause, range.start)) ?? subject;
    const when = clauseWhen(base, words.slice(0, clause.end), context.report);
    for (const draft of drafts) {
      placed.push([draft, { passage, offset: range.start, when, subject }]);
      for (const claim of draft.claims) claims.add(claim.start);
    }
    reading.claimed.push(
      ...drafts.flatMap((draft) => draft.claims.map((claim) => shift(claim, range.start))),
    );
  }
  for (const [draft, found] of placed) {
    if (!draft.superseded) reading.observations.push(observe(context, draft, found));
  }
  reading.ignored.push(...ignored.map((item) => ({ ...shift(item, range.start), rule: item.rule })));
  const known = dropped.filter(({ rule }) => rule !== UNKNOWN);
  reading.ignored.push(...known.map(({ quantity, rule }) => ({ ...shift(quantity, range.start), rule })));
  for (const { quantity } of known) claims.add(quantity.start);
  const left = quantities.filter(({ start }) => !claims.has(start));
  reading.unclaimed.push(...left.map((quantity) => shift(quantity, range.start)));
}

/** The numbers that no draft claims. */
function outside(numbers: Numbers, drafts: readonly Draft[]): Numbers {
  const free = (range: Range): boolean =>
    !drafts.some((draft) => draft.claims.some((claim) => overlap(claim, range)));
  return { quantities: numbers.quantities.filter(free), ignored: numbers.ignored.filter(free) };
}
