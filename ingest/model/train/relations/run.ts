/**
 * node --import tsx run.ts OUT [FOLDS]: rows of all gold reports, for train.py; with the folder of the tagger's left-out
 * weights (FOLDS/fold0 …) also the rows of what the pipeline itself finds.
 */
import { existsSync, readFileSync } from "node:fs";
import { splitPassages } from "../../../passages.ts";
import { dump } from "./dump.ts";
import { oracles } from "./oracle.ts";
import { piped } from "./piped.ts";

const [out, weights] = process.argv.slice(2);
if (!out) throw new Error("node --import tsx run.ts OUT [FOLDS]");
const folds = JSON.parse(readFileSync(new URL("../folds.json", import.meta.url), "utf8")) as string[][];
const examples = oracles(process.env.ZHENGTU_SHARED ?? "/work/shared", splitPassages);
const left = (place: string): string =>
  `${weights}/fold${folds.findIndex((places) => places.includes(place))}`;
const read = weights ? examples.filter(({ place }) => existsSync(`${left(place)}/tagger.bin`)) : [];
piped(read, left).then((found) => dump([...examples, ...found], out));
