/** Names of lists: administrative divisions, industries, names of the whole country. Longest first, never inside a word. */

import { COUNTRIES } from "../../lexicon/countries.ts";
import { type Division, divisions } from "../../lexicon/divisions.ts";
import { INDUSTRIES } from "../../lexicon/industries.ts";
import { NATIONAL_NAMES } from "../../lexicon/national-names.ts";
import { UNIVERSITIES } from "../../lexicon/universities.ts";
import { buildTrie } from "../../model/trie.ts";
import { type EntityType, entityTypes } from "../../ontology.ts";
import type { Mention } from "../../types.ts";
import { longestFrom } from "./walk.ts";

interface Listed {
  type: EntityType;
  probability: number;
  /** Short name of a county (or a full one of two characters, 易县): only in reports of that province's city. */
  within?: string;
}

const words: string[] = [];
const listed: Listed[] = [];
function list(names: Iterable<string>, type: EntityType, probability: number, within?: string): void {
  for (const name of names) {
    words.push(name);
    listed.push(within ? { type, probability, within } : { type, probability });
  }
}
/** First four digits of the code: the city; of a city, the county's short names count in all of it. */
function cityOf(division: Division): string {
  return division.code.slice(0, 4);
}
for (const type of entityTypes) list((NATIONAL_NAMES[type] ?? "").split(" ").filter(Boolean), type, 0.85);
list(INDUSTRIES, "Industry", 0.6);
list(UNIVERSITIES, "Institution", 0.9);
for (const division of divisions) {
  if (division.until || division.level === "country") continue;
  const { name, short, level } = division;
  const local = level === "county";
  list([name], "District", 0.8, local && name.length < 3 ? cityOf(division) : undefined);
  if (short !== name) list([short], "District", 0.75, local ? cityOf(division) : undefined);
}
list(
  [...COUNTRIES].filter((name) => name !== "中国"),
  "District",
  0.5,
);
const trie = buildTrie(words);

/**
 * Every listed name in `text`; of names that begin at one place the longest. `code`: of the report's own division, to know
 * which short names of counties (资源, 合作, 通道) can be meant.
 */
export function findListed(text: string, code = ""): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < text.length; ) {
    const { value, length } = longestFrom(trie, text, start);
    const entry = value ? listed[value - 1] : undefined;
    if (!entry || (entry.within && !near(entry.within, code))) {
      start++;
      continue;
    }
    const { type, probability } = entry;
    const quoted = text[start - 1] === "“" && text[start + length] === "”" ? 1 : 0;
    const end = start + length + quoted;
    found.push({ start: start - quoted, end, type, probability, rule: "listed", depth: 0 });
    start += length;
  }
  return found;
}

/** A county of the report's own city, or of the province that reports. */
function near(within: string, code: string): boolean {
  if (!code) return false;
  return code.endsWith("0000") ? within.slice(0, 2) === code.slice(0, 2) : within === code.slice(0, 4);
}
