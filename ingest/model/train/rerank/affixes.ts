import type { EntityType } from "../../../ontology.ts";
import { typeName } from "../../labels.ts";
import { type Affix, plain } from "../../rerank/affixes.ts";
import type { Document } from "../documents.ts";

// Counts how the marked names end and begin (rerank/affixes.ts). Only affixes seen often enough are kept: the file
// that ships must stay small.

const LEAST = [3, 5, 8];
const GREATEST = [700, 2500, 1800];

interface Counted {
  text: string;
  names: { name: string; type: EntityType }[];
}

/** Quotes do not count, neither in a name nor where it stands. */
function prepare({ text, spans }: Document): Counted {
  const strip = (part: string): string => plain(part.replace(/[“”《》]/g, ""));
  return {
    text: strip(text),
    names: spans.map(({ start, end, type }) => ({
      name: strip(text.slice(start, end)),
      type: typeName(type),
    })),
  };
}

function countAffixes(
  documents: Counted[],
  cut: (name: string, length: number) => string,
): Map<string, Affix> {
  const counts = new Map<string, Affix>();
  for (const { names } of documents) {
    for (const { name, type } of names) {
      for (let length = 1; length <= Math.min(3, name.length); length++) {
        const affix = cut(name, length);
        const known = counts.get(affix) ?? { standing: 0, names: 0, types: {} };
        known.names++;
        known.types[type] = (known.types[type] ?? 0) + 1;
        counts.set(affix, known);
      }
    }
  }
  return counts;
}

function countStanding(documents: Counted[], affixes: Map<string, Affix>): void {
  for (const { text } of documents) {
    for (let start = 0; start < text.length; start++) {
      for (let length = 1; length <= 3; length++) {
        const known = affixes.get(text.slice(start, start + length));
        if (known && start + length <= text.length) known.standing++;
      }
    }
  }
}

function frequent(affixes: Map<string, Affix>): Map<string, Affix> {
  const sorted = [...affixes].sort(([a, x], [b, y]) => y.names - x.names || (a < b ? -1 : 1));
  const kept = [1, 2, 3].flatMap((length) =>
    sorted
      .filter(([affix, { names }]) => affix.length === length && names >= (LEAST[length - 1] ?? 0))
      .slice(0, GREATEST[length - 1]),
  );
  for (const [, affix] of kept) {
    const few = Object.entries(affix.types).filter(([, count]) => count < affix.names * 0.02);
    for (const [type] of few) delete affix.types[type as EntityType];
  }
  return new Map(kept);
}

export function learnAffixes(documents: Document[]): {
  endings: Map<string, Affix>;
  beginnings: Map<string, Affix>;
} {
  const counted = documents.map(prepare);
  const ends = countAffixes(counted, (name, length) => name.slice(-length));
  const begins = countAffixes(counted, (name, length) => name.slice(0, length));
  const [endings, beginnings] = [frequent(ends), frequent(begins)];
  countStanding(counted, endings);
  countStanding(counted, beginnings);
  return { endings, beginnings };
}
