/** What the editor offers at a place: our labels, types and properties first, each with what it is called. Pure. */
import type { SchemaCard, SchemaLabel } from "../../server/api.ts";
import type { Lang } from "../words.ts";
import { FUNCTIONS, KEYWORDS, type Word } from "./keywords.ts";
import { type Place, parametersIn, placeIn, variablesIn } from "./scan.ts";

export interface Offer {
  label: string;
  /** Which mark stands before it. */
  kind: "class" | "interface" | "property" | "variable" | "keyword" | "function";
  detail: string;
  /** Written in place of the label. */
  apply?: string;
}

export interface Offers {
  from: number;
  offers: Offer[];
}

const MOST = 60;

/** Null where nothing is to be offered: in strings and comments, and (unless asked for) before two letters of a word. */
export function offersAt(
  cypher: string,
  at: number,
  schema: SchemaCard,
  lang: Lang,
  asked: boolean,
): Offers | null {
  const place = placeIn(cypher, at);
  if (place.kind === "none") return null;
  const typed = cypher.slice(place.from, at);
  if (place.kind === "word" && typed.length < 2 && !asked) return null;
  const offers = matching(offersFor(place, cypher, at, schema, lang), typed).slice(0, MOST);
  return offers.length === 0 ? null : { from: place.from, offers };
}

function offersFor(
  place: Exclude<Place, { kind: "none" }>,
  cypher: string,
  at: number,
  schema: SchemaCard,
  lang: Lang,
): Offer[] {
  switch (place.kind) {
    case "label":
      return named(fitting(schema.labels, labelsAfter(place.after, schema)), "class", lang);
    case "type":
      return named(fitting(schema.types, typesAfter(place.after, schema)), "interface", lang);
    case "property":
      return propertiesOf(place.of, schema).map((name) => ({
        ...{ label: name, kind: "property" },
        detail: schema.properties[name]?.[lang] ?? "",
      }));
    case "parameter":
      return parametersIn(cypher.slice(0, place.from) + cypher.slice(at)).map((label) => ({
        ...{ label, kind: "variable" },
        detail: PARAMETER[lang],
      }));
    case "word":
      return words(cypher, place.from, at, schema, lang);
  }
}

const PARAMETER = { zh: "参数", en: "parameter" };

const named = (items: readonly SchemaLabel[], kind: Offer["kind"], lang: Lang): Offer[] =>
  items.map((item) => ({ label: item.name, kind, detail: item[lang] }));

/** Those that fit what stands before, then the others. */
const fitting = <T extends SchemaLabel>(items: readonly T[], suits: (item: T) => boolean): T[] => [
  ...items.filter(suits),
  ...items.filter((item) => !suits(item)),
];

const isEntity = (name: string, { labels }: SchemaCard): boolean =>
  labels.find((label) => label.name === name)?.properties.includes("mentions") ?? false;

/** `(d:District)-[:` → the types that a district can have at one end. */
function typesAfter(
  labels: readonly string[],
  schema: SchemaCard,
): (type: SchemaCard["types"][number]) => boolean {
  const known = labels.filter((name) => name !== "Entity");
  return ({ from, to }) =>
    known.some((name) => {
      const ends = [...from, ...to];
      return ends.includes(name) || (ends.includes("Entity") && isEntity(name, schema));
    });
}

/** `-[:PURSUES]->(x:` → the labels that such a relationship leads to. */
function labelsAfter(types: readonly string[], schema: SchemaCard): (label: SchemaLabel) => boolean {
  const ends = schema.types.filter(({ name }) => types.includes(name)).flatMap(({ to }) => to);
  return ({ name }) => ends.includes(name);
}

/** Those of the labels or types; all where none is known. */
function propertiesOf(names: readonly string[], { labels, types, properties }: SchemaCard): string[] {
  const known = [...labels, ...types].filter(({ name }) => names.includes(name));
  return known.length === 0
    ? Object.keys(properties)
    : [...new Set(known.flatMap((item) => item.properties))];
}

function words(cypher: string, from: number, at: number, { labels, types }: SchemaCard, lang: Lang): Offer[] {
  const called = new Map([...labels, ...types].map((item) => [item.name, item[lang]]));
  // without the word that is being written
  const variables = variablesIn(`${cypher.slice(0, from)} ${cypher.slice(at)}`);
  const own = [...variables].map(([label, names]): Offer => {
    return { label, kind: "variable", detail: names.map((name) => called.get(name) ?? name).join(" / ") };
  });
  const word =
    (kind: Offer["kind"], end: string) =>
    (one: Word): Offer => ({
      ...{ label: one.name, kind, detail: one[lang], apply: `${one.name}${end}` },
    });
  return [...own, ...KEYWORDS.map(word("keyword", " ")), ...FUNCTIONS.map(word("function", "("))];
}

/** Begins so, then what it is called begins so, then holds it; in the order given among equals. */
function matching(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = typed.toLowerCase();
  const rank = ({ label, detail }: Offer): number => {
    const name = label.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (detail.startsWith(typed)) return 1;
    return name.includes(wanted) || detail.includes(typed) ? 2 : 3;
  };
  return offers
    .map((offer) => ({ offer, at: rank(offer) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ offer }) => offer);
}
