/** The process that runs a console query on a copy of the graph. Reaches nothing but that file. */
import { type Failure, OUT_OF_MEMORY, type Question, type Reply } from "./console.ts";
import { messageOf, StoreError } from "./errors.ts";
import { answer, type Database, GrafeoDB } from "./grafeo.ts";

const WATCH = 50; // milliseconds between two looks at the memory
const MEGABYTE = 1 << 20;

let db: Database | undefined;
/** What the opened graph takes by itself; a query may take so much more. */
let opened = 0;
let limit = Number.POSITIVE_INFINITY;

// The engine works in a thread of its own: this one stays free to look, and ends the process when it grows too large.
setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.exit(OUT_OF_MEMORY);
}, WATCH).unref();

const tell = (reply: Reply): void => {
  process.send?.(reply);
};

process.on("message", async ({ file, cypher, parameters, rows, megabytes }: Question) => {
  try {
    if (!db) {
      db = GrafeoDB.openReadOnly(file);
      opened = process.memoryUsage.rss();
    }
    limit = opened + megabytes * MEGABYTE;
    tell({ ready: true });
    tell({ answer: await answer(db, cypher, parameters, rows) });
  } catch (error) {
    tell({ failure: failureOf(error) });
  }
});

function failureOf(error: unknown): Failure {
  if (!(error instanceof StoreError)) return { kind: "syntax", zh: messageOf(error), en: "the query failed" };
  const { kind, zh, en, line, column } = error;
  return { kind, zh, en, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}
