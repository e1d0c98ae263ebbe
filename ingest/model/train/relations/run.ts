/** node --import tsx run.ts OUT: rows of all gold reports, for train.py. */
import { splitPassages } from "../../../passages.ts";
import { dump } from "./dump.ts";
import { oracles } from "./oracle.ts";

dump(oracles(process.env.ZHENGTU_SHARED ?? "/work/shared", splitPassages), process.argv[2] as string);
