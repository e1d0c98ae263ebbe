/** Each relation once, of excluding ones the surer, with year and evidence. */
import { RELATION_TYPES } from "../ontology.ts";
import type { Relation } from "../types.ts";
import type { Found } from "./found.ts";
import type { Frame } from "./frame.ts";

const MOST_EVIDENCE = 3;

export function collect(frame: Frame, found: Found[]): Relation[] {
  const byFact = new Map<string, Found[]>();
  for (const one of found) {
    const id = idOf(one);
    byFact.set(
      id,
      [...(byFact.get(id) ?? []), one].sort((a, b) => b.score - a.score || a.range.start - b.range.start),
    );
  }
  const best = (id: string): number => byFact.get(id)?.[0]?.score ?? Number.NEGATIVE_INFINITY;
  return [...byFact.values()]
    .filter(([first]) => first && !rivals(first).some((rival) => best(rival) > first.score))
    .map((places) => relation(frame, places));
}

const fact = (from: number, type: string, to: number): string => `${from} ${type} ${to}`;

function idOf({ from, type, to }: Found): string {
  return "symmetric" in RELATION_TYPES[type] && from > to ? fact(to, type, from) : fact(from, type, to);
}

/** What cannot hold beside it: the same way back for places and parts; striving for what one holds. */
function rivals({ from, type, to }: Found): string[] {
  if (type === "LOCATED_IN" || type === "PART_OF") return [fact(to, type, from)];
  if (type === "AWARDED") return [fact(from, "AIMS_FOR", to)];
  if (type === "AIMS_FOR") return [fact(from, "AWARDED", to)];
  return [];
}

function relation(frame: Frame, places: Found[]): Relation {
  const first = places[0] as Found;
  const { entities } = frame.context;
  const year = first.year ?? yearOf(frame, first);
  return {
    from: entities[first.from]?.name as string,
    type: first.type,
    to: entities[first.to]?.name as string,
    ...(year === undefined ? {} : { year }),
    ...(first.title === undefined ? {} : { title: first.title }),
    basis: first.basis,
    evidence: places.slice(0, MOST_EVIDENCE).map((place) => evidence(frame, place)),
  };
}

function evidence(frame: Frame, { sentence, range, rule }: Found): Relation["evidence"][number] {
  const passage = frame.sentences[sentence]?.passage.index ?? 0;
  return { passage, ...range, quote: frame.context.text.slice(range.start, range.end), rule };
}

/** The year of an honour: said in its sentence (2021年获评…), else that of the section; of a striving, the plan's. */
function yearOf(frame: Frame, { type, sentence, range }: Found): number | undefined {
  if (type !== "AWARDED" && type !== "AIMS_FOR") return undefined;
  const { reviewYears, planYears } = frame.context.report;
  const place = frame.sentences[sentence];
  const before = place ? frame.context.text.slice(Math.max(place.start, range.start - 40), range.end) : "";
  const said = [...before.matchAll(/(20\d\d)年(?!第|来|度?规划)/gu)].at(-1)?.[1];
  if (said) return Number(said);
  if (type === "AIMS_FOR" && place?.passage.section !== "review") return planYears[0];
  return reviewYears.length === 1 || place?.passage.section === "review" ? reviewYears.at(-1) : undefined;
}
