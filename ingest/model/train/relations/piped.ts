/**
 * Contexts as the pipeline finds them, for the gold reports: names with the tagger's mistakes, so that the scorers learn
 * what to make of them. Each report is read with weights that have not seen its place.
 */
import { resolve } from "../../../entities.ts";
import { findMentions, takeWeights } from "../../../mentions.ts";
import { splitPassages } from "../../../passages.ts";
import { readFile } from "../../../read/read.ts";
import { describeReport } from "../../../report.ts";
import type { Context } from "../../../types.ts";
import type { Example } from "./oracle.ts";

/** `weightsOf(place)` is the folder of the tagger that has not seen the place; undefined: rules alone. */
export async function piped(
  examples: Example[],
  weightsOf: (place: string) => string | undefined,
): Promise<Example[]> {
  const made: Example[] = [];
  let taken: string | undefined;
  for (const example of [...examples].sort((a, b) =>
    (weightsOf(a.place) ?? "").localeCompare(weightsOf(b.place) ?? ""),
  )) {
    const folder = weightsOf(example.place);
    if (folder && folder !== taken) takeWeights(folder);
    taken = folder;
    made.push({ ...example, id: `${example.id} piped`, context: await contextOf(example.file) });
  }
  return made;
}

async function contextOf(file: string): Promise<Context> {
  const source = await readFile(file);
  const { text } = source;
  const passages = splitPassages(text);
  const report = describeReport(source, passages);
  return { text, passages, report, ...resolve(text, passages, report, findMentions(text, passages, report)) };
}
