/** What is known of the whole report before pairs are looked at: counts, stems, which names contain which. */
import { key } from "../names.ts";
import type { EntityType } from "../ontology.ts";
import type { Context, Entity } from "../types.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import { findWords, type Hit } from "./words.ts";

export interface Frame {
  context: Context;
  sentences: Sentence[];
  /** Class words of each sentence, parallel to `sentences`. */
  hits: Hit[][];
  /** Of each entity: times named, type, names without marks, stem (钟楼 of 钟楼区). */
  counts: Int32Array;
  keys: string[][];
  stems: string[][];
  /** Index of the report's district among the entities, −1 when it is not one. */
  home: number;
  /** Stems of the districts above it: 江苏, 常州. */
  above: string[];
  homeStem: string;
}

const frames = new WeakMap<Context, Frame>();

/** The frame of a context, made once: relations and milestones look at the same. */
export function describe(context: Context): Frame {
  const known = frames.get(context);
  if (known) return known;
  const made = frameOf(context);
  frames.set(context, made);
  return made;
}

function frameOf(context: Context): Frame {
  const sentences = splitSentences(context);
  const counts = new Int32Array(context.entities.length);
  for (const { entity } of context.mentions)
    if (entity !== undefined) counts[entity] = (counts[entity] ?? 0) + 1;
  const keys = context.entities.map(({ name, aliases }) => [name, ...aliases].map(key));
  const { district, chain } = context.report;
  return {
    context,
    sentences,
    hits: sentences.map(({ start, end, names }) => (names.length ? findWords(context.text, start, end) : [])),
    counts,
    keys,
    stems: context.entities.map((entity, index) =>
      (keys[index] as string[]).map((name) => stem(name, entity)),
    ),
    home: keys.findIndex(
      (names, index) => typeOf(context.entities[index]) === "District" && names.includes(key(district)),
    ),
    above: chain.slice(0, -1).map((name) => bareDistrict(key(name))),
    homeStem: bareDistrict(key(district)),
  };
}

export const typeOf = (entity: Entity | undefined): EntityType => entity?.types[0] ?? "Place";

const LEVELS = ["country", "province", "city", "county", "town", "village"];
const ENDINGS: [RegExp, number][] = [
  [/(?:村|社区)$/u, 6],
  [/(?:镇|乡|街道)$/u, 5],
  [/^(?:北京|上海|天津|重庆)市$|(?:省|自治区)$/u, 2],
  [/(?:县|区|旗)$/u, 4],
  [/(?:市|州|盟|地区)$/u, 3],
];

/** 1 country … 6 village, by the entity's level or its ending; 0 for what is no district. */
export function levelOf(frame: Frame, index: number): number {
  const entity = frame.context.entities[index];
  if (typeOf(entity) !== "District" || !entity) return 0;
  if (entity.level) return LEVELS.indexOf(entity.level) + 1;
  return ENDINGS.find(([pattern]) => pattern.test(entity.name))?.[1] ?? 0;
}

const UNIT =
  /(?:.族)*(?:自治区|自治州|自治县|特别行政区|地区|林区|矿区|新区|街道办事处|街道|省|市|区|县|旗|盟|州|镇|乡|村|社区)$/u;

/** 钟楼区 → 钟楼, 凉山彝族自治州 → 凉山; names of one character keep their unit: 易县. */
export function bareDistrict(name: string): string {
  const bare = name.replace(UNIT, "");
  return bare.length >= 2 ? bare : name;
}

function stem(name: string, entity: Entity): string {
  return typeOf(entity) === "District" ? bareDistrict(name) : name;
}

/** Where `inner` (an entity's stem) stands in the name of `outer`: 0 not, 1 inside, 2 at its end, 3 at its beginning. */
export function contains(frame: Frame, outer: number, inner: number): 0 | 1 | 2 | 3 {
  let best: 0 | 1 | 2 | 3 = 0;
  for (const name of frame.keys[outer] ?? [])
    for (const part of frame.stems[inner] ?? []) {
      if (part.length < 2 || part.length >= name.length) continue;
      const at = name.indexOf(part);
      if (at === 0) return 3;
      if (at > 0) best = at + part.length === name.length ? 2 : best || 1;
    }
  return best;
}
