import type { Span } from "../tagger.ts";
import type { Group, Occurrence } from "./groups.ts";

// Kept names → the spans to mark. The tagger's spans are alternatives to each other (金坛, 金坛区 at one place) as well as
// names within names (钟楼区 in 钟楼区人民法院): spans of one depth exclude each other, those of depth 1 lie in one of depth 0.

export interface Kept {
  group: Group;
  confidence: number;
  occurrences: Occurrence[];
}

interface Mark extends Span {
  kept: Kept;
  /** the span's own probability at its place, 0 where only the name's other places speak for it */
  own: number;
}

type Layer = (Mark | undefined)[];

const byLikelihood = (a: Mark, b: Mark): number =>
  b.own - a.own || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.type < b.type ? -1 : 1);

/** `length`: of the text. */
export function marksOf(kept: Kept[], length: number): Span[] {
  const outer: Layer = new Array<Mark | undefined>(length);
  const inner: Layer = new Array<Mark | undefined>(length);
  const marks: Mark[] = [];
  const put = (mark: Mark, layer: Layer): void => {
    marks.push(mark);
    for (let i = mark.start; i < mark.end; i++) layer[i] ??= mark;
  };
  const proposed = kept.flatMap((one) => one.group.spans.map((span) => toMark(span, one)));
  for (const mark of proposed.filter(({ depth }) => depth === 0).sort(byLikelihood)) {
    if (free(outer, mark)) put(mark, outer);
  }
  for (const mark of proposed.filter(({ depth }) => depth === 1).sort(byLikelihood)) {
    const holder = outer[mark.start];
    if (!holder && free(outer, mark)) put(mark, outer);
    else if (holder && holds(holder, mark) && free(inner, mark)) put(mark, inner);
  }
  for (const mark of elsewhere(kept)) if (free(outer, mark)) put(mark, outer);
  const marked = new Set(marks.map((mark) => mark.kept));
  for (const one of kept.filter((each) => !marked.has(each))) {
    const mark = toMark(one.group.best, one);
    if (!crosses(outer, mark) && !crosses(inner, mark)) put(mark, inner);
  }
  return withDepths(marks);
}

const toMark = (span: Span, kept: Kept): Mark => ({
  ...span,
  probability: kept.confidence,
  own: span.probability,
  kept,
});

/** Where a kept name of some length stands and no candidate was likely enough: 邹区镇 in one line more. */
function elsewhere(kept: Kept[]): Mark[] {
  const marks = kept.flatMap((one) => {
    if (one.group.key.length < 3) return [];
    const known = new Set(one.group.spans.map(({ start }) => start));
    return one.occurrences
      .filter(({ start }) => !known.has(start))
      .map(({ start, end }) => toMark({ start, end, type: one.group.type, probability: 0, depth: 0 }, one));
  });
  return marks.sort(byLikelihood);
}

/** Nothing of the layer overlaps, but perhaps the same characters with another type (a firm and its project). */
function free(layer: Layer, { start, end, type }: Mark): boolean {
  for (let i = start; i < end; i++) {
    const other = layer[i];
    if (other && (other.start !== start || other.end !== end || other.type === type)) return false;
  }
  return true;
}

const holds = (holder: Span, { start, end, type }: Span): boolean =>
  holder.start <= start &&
  holder.end >= end &&
  !(holder.start === start && holder.end === end && holder.type === type);

function crosses(layer: Layer, mark: Mark): boolean {
  for (let i = mark.start; i < mark.end; i++) {
    const other = layer[i];
    if (other && !holds(other, mark) && !holds(mark, other)) return true;
  }
  return false;
}

/** By place, a holder before what it holds; a span inside another has depth 1. */
function withDepths(marks: Mark[]): Span[] {
  const sorted = marks.sort(
    (a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth || b.own - a.own,
  );
  let reach = 0;
  return sorted.map(({ start, end, type, probability }) => {
    const depth = start < reach ? 1 : 0;
    reach = Math.max(reach, end);
    return { start, end, type, probability, depth };
  });
}
