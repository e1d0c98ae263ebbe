/**
 * The tagger's labels: O and B, I, E, S for each entity type, twice over: one head says the outermost names, the other
 * the names one level inside. ⟦⟦钟楼区⟧D人民法院⟧I: outer B-I … E-I, inner B-D I-D E-D O O O O.
 */
import { ENTITY_TYPES, type EntityType, entityTypes } from "../ontology.ts";

/** "DJESKIFPNHRVL": the order of the types in every weight file. */
export const LETTERS = entityTypes.map((type) => ENTITY_TYPES[type].letter).join("");
export const TAG_COUNT = 1 + 4 * LETTERS.length;
export const OUTSIDE = 0;
/** Offsets of a type's four tags: 1 + 4 * type + BEGIN … */
export const BEGIN = 0;
export const INSIDE = 1;
export const END = 2;
export const SINGLE = 3;

export interface Span {
  start: number;
  end: number;
  /** Index into LETTERS and entityTypes. */
  type: number;
  /** 0 outermost, 1 one level inside, and so on. */
  depth: number;
}

export const typeName = (type: number): EntityType => entityTypes[type] as EntityType;

export const tagOf = (type: number, part: number): number => 1 + 4 * type + part;

/** "⟦常州⟧D市民" → { text: "常州市民", spans: [常州 D depth 0] }. */
export function parseMarks(marked: string): { text: string; spans: Span[] } {
  const open: number[] = [];
  const spans: Span[] = [];
  let text = "";
  for (let i = 0; i < marked.length; i++) {
    const char = marked[i] as string;
    if (char === "⟦") open.push(text.length);
    else if (char === "⟧") {
      const start = open.pop();
      const type = LETTERS.indexOf(marked[++i] ?? "");
      if (start === undefined || type < 0)
        throw new Error(`Bad mark at ${i}: …${marked.slice(i - 20, i + 1)}`);
      if (start < text.length) spans.push({ start, end: text.length, type, depth: open.length });
    } else text += char;
  }
  if (open.length) throw new Error("A mark is left open.");
  return { text, spans: spans.sort((a, b) => a.depth - b.depth || a.start - b.start) };
}

/** One tag a character for the spans of one depth; spans of a depth never overlap. */
export function tagsOf(spans: Span[], depth: number, length: number): Uint8Array {
  const tags = new Uint8Array(length);
  for (const { start, end, type, depth: own } of spans) {
    if (own !== depth) continue;
    if (end - start === 1) {
      tags[start] = tagOf(type, SINGLE);
      continue;
    }
    tags.fill(tagOf(type, INSIDE), start + 1, end - 1);
    tags[start] = tagOf(type, BEGIN);
    tags[end - 1] = tagOf(type, END);
  }
  return tags;
}
