/**
 * Everything that is learned from, as documents with a place, a fold and (where annotated) spans:
 *   node --import tsx documents.ts OUT   writes OUT/documents.jsonl and, beside this file, folds.json
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseMarks, type Span } from "../labels.ts";
import { goldDocuments } from "./gold.ts";
import { foldsOf, placeOf } from "./places.ts";
import { normalize } from "./undo.ts";

export interface Document {
  id: string;
  kind: "spans" | "gold" | "corpus";
  place: string;
  fold: number;
  text: string;
  spans: Span[];
  /** Id of the corpus report that an excerpt was cut from. */
  source?: string;
  /** Keys and types that score.py accepts, for gold reports. */
  gold?: { names: string[]; types: string[] }[];
}

export const FOLDS = 4;
const SHARED = process.env.ZHENGTU_SHARED ?? "/work/shared";

function corpusDocuments(): Omit<Document, "fold">[] {
  const root = join(SHARED, "corpus");
  return readdirSync(root).flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => {
      const id = file.replace(/\.txt$/, "");
      const text = normalize(readFileSync(join(root, folder, file), "utf8"));
      return { id, kind: "corpus" as const, place: placeOf(id), text, spans: [] };
    }),
  );
}

function spanDocuments(): Omit<Document, "fold">[] {
  const root = join(SHARED, "gold/spans");
  return readdirSync(root).map((file) => {
    const raw = normalize(readFileSync(join(root, file), "utf8"));
    const cut = raw.indexOf("\n");
    const source = raw.slice(1, cut).trim();
    const { text, spans } = parseMarks(raw.slice(cut + 1).trim());
    return { id: `spans/${file}`, kind: "spans" as const, place: placeOf(source), source, text, spans };
  });
}

/** Gold reports weigh more than their length: each fold needs some to be measured on. */
const GOLD_WEIGHT = 20;

export function readDocuments(): Document[] {
  const all: Omit<Document, "fold">[] = [...spanDocuments(), ...goldDocuments(SHARED), ...corpusDocuments()];
  const weights = new Map<string, number>();
  for (const { place, kind, text } of all) {
    const weight = kind === "corpus" ? 0.01 : kind === "gold" ? GOLD_WEIGHT : 1;
    weights.set(place, (weights.get(place) ?? 0) + weight * text.length);
  }
  const folds = foldsOf(weights, FOLDS);
  return all.map((document) => ({ ...document, fold: folds[document.place] as number }));
}

function main(out: string): void {
  const documents = readDocuments();
  writeFileSync(join(out, "documents.jsonl"), documents.map((d) => `${JSON.stringify(d)}\n`).join(""));
  const folds: string[][] = Array.from({ length: FOLDS }, () => []);
  for (const { place, fold } of documents) if (!folds[fold]?.includes(place)) folds[fold]?.push(place);
  const lines = folds.map((places) => `  ${JSON.stringify(places.sort())}`).join(",\n");
  writeFileSync(new URL("folds.json", import.meta.url), `[\n${lines}\n]\n`);
}

if (process.argv[1]?.endsWith("documents.ts")) main(process.argv[2] as string);
