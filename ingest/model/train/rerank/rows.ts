/**
 * The rows that the reranker learns from, of documents that the tagger has not seen:
 *   node --import tsx rows.ts MODEL OUT k
 * reads MODEL/documents.jsonl and the weights in MODEL/fold{k}; writes OUT/rows-{k}.f32 (all numbers of a row, then
 * its label), OUT/rows-{k}.json (what the rows are, what the gold reports hold) and OUT/affixes-{k}.json. With k = all: only affixes.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { key } from "../../../names.ts";
import { typeName } from "../../labels.ts";
import { type Affixes, pack } from "../../rerank/affixes.ts";
import { isCandidate, NUMBERS, numbersOf } from "../../rerank/evidence.ts";
import { viewReport } from "../../rerank/view.ts";
import { loadTagger } from "../../tagger.ts";
import type { Document } from "../documents.ts";
import { learnAffixes } from "./affixes.ts";

/** Entity number by "key type", as score.py counts: every name of an entity with every accepted type. */
function truthOf({ text, spans, gold }: Document): Map<string, number> {
  const truth = new Map<string, number>();
  const put = (name: string, type: string, entity: number): void => {
    const id = `${key(name)} ${type}`;
    if (!truth.has(id)) truth.set(id, entity);
  };
  for (const [i, { names, types }] of (gold ?? []).entries()) {
    for (const name of names) for (const type of types) put(name, type, i);
  }
  if (!gold)
    for (const [i, { start, end, type }] of spans.entries()) put(text.slice(start, end), typeName(type), i);
  return truth;
}

interface Row {
  key: string;
  type: string;
  /** of the entity that it is, −1 for none */
  entity: number;
}

interface Rows {
  id: string;
  kind: string;
  place: string;
  /** how many there are to find */
  entities: number;
  /** "first" type of each entity of a gold report */
  types: string[];
  rows: Row[];
}

function main(model: string, out: string, fold: string): void {
  const lines = readFileSync(join(model, "documents.jsonl"), "utf8").trim().split("\n");
  const all = lines.map((line) => JSON.parse(line) as Document);
  const sources = new Map(all.filter(({ kind }) => kind === "corpus").map(({ id, text }) => [id, text]));
  const marked = all.filter(({ kind }) => kind !== "corpus");
  mkdirSync(out, { recursive: true });
  const affixes = learnAffixes(marked.filter((document) => `${document.fold}` !== fold));
  const packed = { endings: pack(affixes.endings), beginnings: pack(affixes.beginnings) };
  writeFileSync(join(out, `affixes-${fold}.json`), JSON.stringify(packed));
  if (fold === "all") return;
  const tagger = loadTagger(join(model, `fold${fold}`));
  const numbers: number[] = [];
  const documents = marked
    .filter((document) => `${document.fold}` === fold)
    .map((document) => {
      const reading = tagger.read(document.text, sources.get(document.source ?? "") ?? document.text);
      return rowsOf(document, reading, affixes, numbers);
    });
  writeFileSync(join(out, `rows-${fold}.f32`), Float32Array.from(numbers));
  writeFileSync(
    join(out, `rows-${fold}.json`),
    JSON.stringify({ numbers: NUMBERS.map(([name]) => name), documents }),
  );
}

function rowsOf(
  document: Document,
  reading: ReturnType<ReturnType<typeof loadTagger>["read"]>,
  affixes: Affixes,
  numbers: number[],
): Rows {
  const truth = truthOf(document);
  const view = viewReport(document.text, reading, document.kind === "gold" ? "gold" : "excerpt", affixes);
  const rows = view.groups.filter(isCandidate).map((group): Row => {
    const entity = truth.get(`${group.key} ${group.type}`) ?? -1;
    for (const number of numbersOf(view, group)) numbers.push(number);
    numbers.push(entity < 0 ? 0 : 1);
    return { key: group.key, type: group.type, entity };
  });
  const types = document.gold?.map((entity) => entity.types[0] ?? "") ?? [];
  return {
    id: document.id,
    kind: document.kind,
    place: document.place,
    entities: document.gold?.length ?? new Set(truth.values()).size,
    types,
    rows,
  };
}

main(process.argv[2] as string, process.argv[3] as string, process.argv[4] as string);
