/** 区长李某, 李某（区委书记）: an office is only where its title stands beside the person's name. */
import { OFFICES } from "../rules/relations-offices.ts";
import type { Found } from "./found.ts";
import { type Frame, typeOf } from "./frame.ts";
import type { Name } from "./sentences.ts";

export function officeRelations(frame: Frame): Found[] {
  return frame.sentences.flatMap(({ names, start, end }, sentence) =>
    names
      .filter(({ entity }) => typeOf(frame.context.entities[entity]) === "Person")
      .flatMap((person) => {
        const before = frame.context.text.slice(Math.max(start, person.start - 24), person.start);
        const after = frame.context.text.slice(person.end, Math.min(end, person.end + 24));
        const held = officeBeside(before, after);
        return held ? office(frame, names, sentence, person, held) : [];
      }),
  );
}

interface Held {
  title: string;
  /** Offset of the title from the person's start (before) or end (after). */
  side: "before" | "after";
  gap: number;
}

/** The title directly before (代区长【李某】) or after (【李某】区长, 【李某】（区长）, 【李某】，区长). */
export function officeBeside(before: string, after: string): Held | undefined {
  for (const { pattern } of OFFICES) {
    const left = new RegExp(`(${pattern.source})[、，:：]?$`, "u").exec(before);
    if (left) return { title: left[1] as string, side: "before", gap: before.length - left.index };
    const right = new RegExp(`^[（(，,:：]?(${pattern.source})(?=[)）。，、：\\s]|$)`, "u").exec(after);
    if (right) return { title: right[1] as string, side: "after", gap: right[0].length };
  }
  return undefined;
}

/** Of which district or institution: the name directly before the title, else the report's district when the title is its own. */
function office(
  frame: Frame,
  names: Name[],
  sentence: number,
  person: Name,
  { title, side, gap }: Held,
): Found[] {
  const at = side === "before" ? person.start - gap : person.end;
  const body = names.find(
    ({ end, entity }) =>
      Math.abs(at - end) <= 1 && ["District", "Institution"].includes(typeOf(frame.context.entities[entity])),
  );
  const ofHome =
    frame.home >= 0 && title.replace(/^代理?|^副/u, "").startsWith(frame.context.report.district.slice(-1));
  const to = body?.entity ?? (ofHome ? frame.home : -1);
  if (to < 0) return [];
  const range =
    side === "before"
      ? { start: Math.min(body?.start ?? at, at), end: person.end }
      : { start: person.start, end: person.end + gap };
  return [
    {
      from: person.entity,
      type: "HOLDS_OFFICE",
      to,
      basis: "stated",
      score: 9,
      rule: "office-beside-name",
      sentence,
      range,
      title,
    },
  ];
}
