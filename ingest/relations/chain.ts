/** 钟楼区 lies in 常州市, 常州市 in 江苏省: the report's own chain, between those that are entities. */
import { key } from "../names.ts";
import type { Found } from "./found.ts";
import { type Frame, typeOf } from "./frame.ts";

export function chainRelations(frame: Frame): Found[] {
  const links = frame.context.report.chain
    .map((name) => entityOf(frame, key(name)))
    .filter((entity): entity is number => entity >= 0);
  return links.slice(1).flatMap((from, index): Found[] => {
    const to = links[index] as number;
    const place = firstPlace(frame, from) ?? firstPlace(frame, to);
    if (!place || from === to) return [];
    return [{ from, type: "PART_OF", to, basis: "report", score: 9, rule: "report-chain", ...place }];
  });
}

function entityOf(frame: Frame, name: string): number {
  const { entities } = frame.context;
  return frame.keys.findIndex(
    (names, index) => typeOf(entities[index]) === "District" && names.includes(name),
  );
}

const firsts = new WeakMap<Frame, Map<number, { sentence: number; range: { start: number; end: number } }>>();

/** Where the entity is first named. */
export function firstPlace(frame: Frame, entity: number): Pick<Found, "sentence" | "range"> | undefined {
  let known = firsts.get(frame);
  if (!known) {
    known = new Map();
    for (const [sentence, { names }] of frame.sentences.entries())
      for (const { entity: named, start, end } of names)
        if (!known.has(named)) known.set(named, { sentence, range: { start, end } });
    firsts.set(frame, known);
  }
  return known.get(entity);
}
