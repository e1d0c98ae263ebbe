/** Which saved question belongs to what, for the list of them; one that stands nowhere comes last. */
import type { QueryCard } from "../../server/api.ts";
import type { Word } from "../words.ts";

const THEMES: readonly (readonly [Word, readonly string[]])[] = [
  [
    "themeDistricts",
    [
      "behind-initiative",
      "district-agenda",
      "changed-between",
      "districts-in-common",
      "shared-initiatives",
      "parts-of",
      "overview",
    ],
  ],
  [
    "themeProjects",
    [
      "projects-of-district",
      "life-of-project",
      "promised-projects",
      "undertakes-most",
      "enterprises",
      "industries",
      "honours",
      "offices",
    ],
  ],
  ["themeFigures", ["indicators-of-district", "indicator-over-districts", "ledger", "conflicts"]],
  [
    "themeNames",
    [
      "search",
      "passages",
      "most-named",
      "named-together",
      "relations-by-type",
      "paths-between",
      "facts-by-passage",
    ],
  ],
];

export interface Theme {
  word: Word;
  cards: QueryCard[];
}

export function byTheme(cards: readonly QueryCard[]): Theme[] {
  const known = new Set(THEMES.flatMap(([, names]) => names));
  return [
    ...THEMES.map(([word, names]) => ({
      word,
      cards: names.flatMap((name) => cards.filter((card) => card.name === name)),
    })),
    { word: "themeGraph" as const, cards: cards.filter(({ name }) => !known.has(name)) },
  ].filter((theme) => theme.cards.length > 0);
}
