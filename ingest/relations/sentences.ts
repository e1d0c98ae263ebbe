/**
 * Text → sentences with their names, and the lists that names stand in: what relations and milestones look at.
 * 一期、二期、【三期】等6个项目开工 is one list with the tail “等6个项目”.
 */
import type { Context, Mention, Passage, Range } from "../types.ts";

/** A mention that was resolved, with where it stands among its neighbours. */
export interface Name extends Range {
  mention: Mention;
  entity: number;
  /** Position among the names of the sentence. */
  index: number;
  /** The list it belongs to: from the first member's start to the end of the tail (等6个项目). */
  list: Range;
  listSize: number;
  listIndex: number;
  /** Clauses begun before it in the sentence (，：). */
  clause: number;
}

export interface Sentence extends Range {
  passage: Passage;
  /** Names in order of start, outer before inner. */
  names: Name[];
  /** Position of the sentence in its passage. */
  order: number;
}

const ENDS = "。；;！？!?\n";
const CLAUSE_MARKS = "，,：:—";
const NOTE = "(?:〔\\d+〕|\\[\\d+\\]|【\\d+】|[①-⑳])?";
const JOINT = new RegExp(`^[”』」)）》]?${NOTE}(?:、|和|与|及|以及|、以及|暨|\\/)[“『「(（《]?$`, "u");
const TAIL =
  /^[”"』」)）]?(?:〔\d+〕|\[\d+\]|[①-⑳])?等?(?:一批|一系列)?(?:[\d一二三四五六七八九十百两]+|多|各|系列)?(?:大|个|家|项|条|处|所|座|位|名|批|届|场|类|款|支|镇|村)?/u;
const LONGEST_LIST = 40;
const LONGEST_SENTENCE = 500;

/** All sentences that name something, passage by passage. Linear in the text and the mentions. */
export function splitSentences({ text, passages, mentions }: Context): Sentence[] {
  const sorted = mentions
    .filter((m) => m.entity !== undefined)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const sentences: Sentence[] = [];
  let next = 0;
  for (const passage of passages) {
    let order = 0;
    for (const range of cut(text, passage)) {
      while (next < sorted.length && (sorted[next] as Mention).start < range.start) next++;
      const inside: Mention[] = [];
      for (; next < sorted.length && (sorted[next] as Mention).start < range.end; next++)
        if ((sorted[next] as Mention).end <= range.end) inside.push(sorted[next] as Mention);
      sentences.push({ ...range, passage, order: order++, names: place(text, range, inside) });
    }
  }
  return sentences;
}

/**
 * 甲开工。乙竣工； → two ranges, each with its mark. Marks inside quotes or brackets cut too: names do not cross them.
 * An endless sentence is cut at commas, so that what is done for each pair of names in one stays bounded.
 */
function cut(text: string, passage: Range): Range[] {
  const ranges: Range[] = [];
  let start = passage.start;
  for (let i = passage.start; i < passage.end; i++) {
    const mark = text[i] as string;
    if (!ENDS.includes(mark) && !(i - start >= LONGEST_SENTENCE && "，,、".includes(mark))) continue;
    ranges.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < passage.end) ranges.push({ start, end: passage.end });
  return ranges;
}

function place(text: string, range: Range, mentions: Mention[]): Name[] {
  const names: Name[] = [];
  let clause = 0;
  let at = range.start;
  mentions.forEach((mention, index) => {
    for (; at < mention.start; at++) if (CLAUSE_MARKS.includes(text[at] as string)) clause++;
    const list = { start: mention.start, end: mention.end };
    names.push({
      ...list,
      mention,
      entity: mention.entity as number,
      index,
      list,
      listSize: 1,
      listIndex: 0,
      clause,
    });
  });
  joinLists(text, range, names);
  return names;
}

/** Outer names joined by 、和与及 are one list; an inner name shares the list of the name around it only as text. */
function joinLists(text: string, range: Range, names: Name[]): void {
  const outer = names.filter(({ mention }) => mention.depth === 0);
  for (let first = 0; first < outer.length; ) {
    let last = first;
    while (last + 1 < outer.length && last - first < LONGEST_LIST) {
      if (!joined(text, outer[last] as Name, outer[last + 1] as Name)) break;
      last++;
    }
    closeList(text, range, outer.slice(first, last + 1));
    first = last + 1;
  }
}

/** 甲、乙 · 甲和乙 · “甲”“乙” stand in one list; 某市某区 does not. */
function joined(text: string, left: Range, right: Range): boolean {
  const between = text.slice(left.end, Math.min(right.start, left.end + 10));
  if (between === "") return text[right.start] === "“" && text[left.end - 1] === "”";
  return JOINT.test(between);
}

function closeList(text: string, range: Range, members: Name[]): void {
  const end = (members.at(-1) as Name).end;
  const tail = TAIL.exec(text.slice(end, Math.min(range.end, end + 20)))?.[0] ?? "";
  const list = { start: (members[0] as Name).start, end: end + tail.length };
  members.forEach((name, index) => {
    name.list = list;
    name.listSize = members.length;
    name.listIndex = index;
  });
}
