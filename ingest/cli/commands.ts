/** The commands, bound to a terminal; and the one place where errors become a line and an exit status. */
import { StoreError } from "../../cypher/errors.ts";
import { ReadError } from "../read/errors.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

export type Options = Record<string, string | boolean | string[] | undefined>;
/** Returns the exit status. */
export type Action = (words: string[], options: Options) => Promise<number>;
type Command = (words: string[], options: Options, terminal: Terminal) => Promise<number>;

/** Each loaded when it is called: `facts` needs no store, `query` no tagger. */
const COMMANDS = {
  ingest: async () => (await import("./ingest.ts")).ingest,
  remove: async () => (await import("./reports.ts")).remove,
  changes: async () => (await import("./changes.ts")).changes,
  status: async () => (await import("./reports.ts")).status,
  facts: async () => (await import("./facts.ts")).printFacts,
  explain: async () => (await import("./facts.ts")).explainFile,
  query: async () => (await import("./query.ts")).query,
  aliases: async () => (await import("./aliases.ts")).aliases,
  export: async () => (await import("./export.ts")).exportGraph,
  rebuild: async () => (await import("./reports.ts")).rebuild,
  serve: async () => (await import("./serve.ts")).serveViewer,
  start: async () => (await import("./serve.ts")).start,
} satisfies Record<string, () => Promise<Command>>;

export type Actions = Record<keyof typeof COMMANDS, Action>;

export function bind(terminal: Terminal): Actions {
  const bound = Object.entries(COMMANDS).map(([name, load]) => [
    name,
    async (words: string[], options: Options) => (await load())(words, options, terminal),
  ]);
  return Object.fromEntries(bound);
}

/** An error as one line, and the exit status that goes with it. */
export function report(error: unknown, { note, lang, say }: Terminal): number {
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
  const what = error instanceof Error ? error.message : String(error);
  note(
    say(
      `程序出错：${what}。请附上所用命令和文件报告此问题。`,
      `Internal error: ${what}. Please report it with the command and file.`,
    ),
  );
  if (process.env.ZHENGTU_DEBUG && error instanceof Error) note(error.stack ?? "");
  return 1;
}

const EXIT: Partial<Record<StoreError["kind"], number>> = {
  unreachable: 3,
  locked: 3,
  damaged: 3,
  usage: 2,
  syntax: 2,
  refused: 2,
};
