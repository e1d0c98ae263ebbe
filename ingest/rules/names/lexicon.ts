/** Names of lists: administrative divisions, industries, names of the whole country. Longest first, never inside a word. */

import { COUNTRIES } from "../../lexicon/countries.ts";
import { type Division, divisions } from "../../lexicon/divisions.ts";
import { INDUSTRIES } from "../../lexicon/industries.ts";
import { NATIONAL_NAMES } from "../../lexicon/national-names.ts";
import { UNIVERSITIES } from "../../lexicon/universities.ts";
import { buildTrie } from "../../model/trie.ts";
import { type EntityType, entityTypes } from "../../ontology.ts";
import { isHome } from "../../resolve/home.ts";
import type { Mention } from "../../types.ts";
import { longestFrom } from "./walk.ts";

interface Listed {
  type: EntityType;
  probability: number;
  /** Short name of a county (or a full one of two characters, 易县): only in reports of that province's city. */
  within?: string;
  division?: Division;
}

const words: string[] = [];
const listed: Listed[] = [];
function list(names: Iterable<string>, listing: Listed): void {
  for (const name of names) {
    words.push(name);
    listed.push(listing);
  }
}
/** First four digits of the code: the city; of a city, the county's short names count in all of it. */
function cityOf(division: Division): string {
  return division.code.slice(0, 4);
}
for (const type of entityTypes)
  list((NATIONAL_NAMES[type] ?? "").split(" ").filter(Boolean), { type, probability: 0.85 });
list(INDUSTRIES, { type: "Industry", probability: 0.6 });
list(UNIVERSITIES, { type: "Institution", probability: 0.9 });
for (const division of divisions) {
  if (division.until || division.level === "country") continue;
  const { name, short, level } = division;
  const district: Listed = { type: "District", probability: 0.8, division };
  const local: Listed = level === "county" ? { ...district, within: cityOf(division) } : district;
  list([name], name.length < 3 ? local : district);
  if (short !== name) list([short], local);
}
list(
  [...COUNTRIES].filter((name) => name !== "中国"),
  { type: "District", probability: 0.5 },
);
const trie = buildTrie(words);

/** The report's own division, for the names that only its reports mean so. */
export interface Around {
  /** GB/T 2260 code of the report's division, "" where it is not known. */
  code: string;
  /** The report's chain of districts. */
  chain: readonly string[];
}

/**
 * Every listed name in `text`; of names that begin at one place the longest. Short names of counties (资源, 合作, 通道) count in
 * reports of their city or province only. Rule `listed-home`: the report's own district, one above it, or a part of it.
 */
export function findListed(text: string, around: Around): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < text.length; ) {
    const { value, length } = longestFrom(trie, text, start);
    const entry = value ? listed[value - 1] : undefined;
    if (!entry || (entry.within && !near(entry.within, around.code))) {
      start++;
      continue;
    }
    const { type, probability, division } = entry;
    const quoted = text[start - 1] === "“" && text[start + length] === "”" ? 1 : 0;
    const end = start + length + quoted;
    const rule = division && isHome(division, around.chain) ? "listed-home" : "listed";
    found.push({ start: start - quoted, end, type, probability, rule, depth: 0 });
    start += length;
  }
  return found;
}

/** A county of the report's own city, or of the province that reports. */
function near(within: string, code: string): boolean {
  if (!code) return false;
  return code.endsWith("0000") ? within.slice(0, 2) === code.slice(0, 2) : within === code.slice(0, 4);
}
