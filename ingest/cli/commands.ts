/** The commands, bound to a terminal; and the one place where errors become a line and an exit status. */
import { StoreError } from "../../cypher/errors.ts";
import { ReadError } from "../read/errors.ts";
import { exportGraph } from "./export.ts";
import { explainFile, printFacts } from "./facts.ts";
import { ingest } from "./ingest.ts";
import { query } from "./query.ts";
import { rebuild, remove, status } from "./reports.ts";
import { serveViewer, start } from "./serve.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

export type Options = Record<string, string | boolean | string[] | undefined>;
/** Returns the exit status. */
export type Action = (words: string[], options: Options) => Promise<number>;
type Command = (words: string[], options: Options, terminal: Terminal) => Promise<number>;

const COMMANDS = {
  ingest,
  remove,
  status,
  facts: printFacts,
  explain: explainFile,
  query,
  export: exportGraph,
  rebuild,
  serve: serveViewer,
  start,
} satisfies Record<string, Command>;

export type Actions = Record<keyof typeof COMMANDS, Action>;

export function bind(terminal: Terminal): Actions {
  const bound = Object.entries(COMMANDS).map(([name, command]: [string, Command]) => [
    name,
    (words: string[], options: Options) => command(words, options, terminal),
  ]);
  return Object.fromEntries(bound);
}

/** An error as one line, and the exit status that goes with it. */
export function report(error: unknown, { note, lang }: Terminal): number {
  if (error instanceof UsageError) {
    note(error.message);
    return 2;
  }
  if (error instanceof StoreError) {
    const place = error.line === undefined ? "" : `${error.line}:${error.column ?? 1} `;
    note(place + error[lang]);
    return EXIT[error.kind] ?? 1;
  }
  if (error instanceof ReadError) {
    note(error.in(lang));
    return 1;
  }
  throw error;
}

const EXIT: Partial<Record<StoreError["kind"], number>> = {
  unreachable: 3,
  locked: 3,
  damaged: 3,
  usage: 2,
  syntax: 2,
  refused: 2,
};
