/** Parts that names and lists say for certain: a second phase, an extension, the members of a numbered whole. */
import { allows } from "../ontology.ts";
import { baseOf } from "../resolve/phases.ts";
import { firstPlace } from "./chain.ts";
import type { Found } from "./found.ts";
import { type Frame, typeOf } from "./frame.ts";
import type { Name, Sentence } from "./sentences.ts";

const SURE = 3;

export function partRelations(frame: Frame): Found[] {
  return [...phases(frame), ...frame.sentences.flatMap((sentence, index) => members(frame, sentence, index))];
}

/** 星湖水厂二期 is part of 星湖水厂. */
function phases(frame: Frame): Found[] {
  const byKey = new Map<string, number>();
  frame.keys.forEach((keys, entity) => {
    for (const name of keys) if (!byKey.has(name)) byKey.set(name, entity);
  });
  return frame.keys.flatMap(([name = ""], from): Found[] => {
    const base = baseOf(name);
    const to = base === undefined ? undefined : byKey.get(base);
    return to === undefined ? [] : part(frame, from, to, "phase-of", firstPlace(frame, from));
  });
}

const WHOLE = /^“?(?:[两二三四五六七八九十]|[0-9]{1,2})(?:大|项|个)[^“”、，]{2,8}”?$/u;
const GAP = /^等?$/u;

/** 科技行动、品牌行动、绿色行动【三大行动】 */
function members(frame: Frame, { names }: Sentence, sentence: number): Found[] {
  const { text } = frame.context;
  const outer = names.filter(({ mention }) => mention.depth === 0);
  return outer.flatMap((whole, at): Found[] => {
    const last = outer[at - 1];
    if (
      !last ||
      !WHOLE.test(text.slice(whole.start, whole.end)) ||
      !GAP.test(text.slice(last.end, whole.start))
    )
      return [];
    if (last.listSize < 2 || WHOLE.test(text.slice(last.start, last.end))) return [];
    return outer
      .slice(0, at)
      .filter(({ list }) => list === last.list)
      .flatMap((name) =>
        part(frame, name.entity, whole.entity, "member-of", { sentence, range: over(name, whole) }),
      );
  });
}

const over = (name: Name, whole: Name): Found["range"] => ({ start: name.start, end: whole.end });

function part(
  frame: Frame,
  from: number,
  to: number,
  rule: string,
  place: Pick<Found, "sentence" | "range"> | undefined,
): Found[] {
  const { entities } = frame.context;
  if (!place || from === to || !allows("PART_OF", typeOf(entities[from]), typeOf(entities[to]))) return [];
  return [{ from, to, type: "PART_OF", basis: "stated", score: SURE, rule, ...place }];
}
