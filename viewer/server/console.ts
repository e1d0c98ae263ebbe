/** Saved questions, and Cypher of the reader's own: read-only by construction in the store, within limits. */
import { Hono } from "hono";
import type { Cell } from "../../cypher/cells.ts";
import { type SavedQuery, savedQueries } from "../../cypher/queries.ts";
import type { Store } from "../../cypher/store.ts";
import type { ApiError, QueryCard } from "./api.ts";
import { explain } from "./errors.ts";
import { cypherInput, questionInput } from "./inputs.ts";
import { schema } from "./schema.ts";

export function createConsole(store: Store): Hono {
  const app = new Hono();
  app.get("/queries", (context) => context.json(queryCards(store)));
  app.get("/schema", (context) => context.json(schema()));
  app.post("/question", async (context) => {
    const { name, parameters } = questionInput.parse(await context.req.json());
    return context.json(await store.ask(name, parameters));
  });
  app.post("/cypher", async (context) => {
    const { cypher, parameters } = cypherInput.parse(await context.req.json());
    return context.json(await store.run(cypher, parameters, { signal: context.req.raw.signal }));
  });
  app.post("/explain", async (context) => {
    const { cypher, parameters } = cypherInput.parse(await context.req.json());
    return context.json({ error: await troubleWith(store, cypher, parameters) });
  });
  return app;
}

/** By the plan, which the store makes without running anything: null, or what is wrong and where. */
async function troubleWith(
  store: Store,
  cypher: string,
  parameters: Record<string, Cell>,
): Promise<ApiError["error"] | null> {
  // a line of its own, so that columns stay true
  const asked = `EXPLAIN\n${cypher.replace(/^\s*(?:EXPLAIN|PROFILE)\b/i, (word) => " ".repeat(word.length))}`;
  try {
    await store.run(asked, parameters, { milliseconds: PLAN_MS, rows: 1 });
    return null;
  } catch (error) {
    const { status, detail } = explain(error);
    if (status >= 500) throw error;
    return { ...detail, ...(detail.line === undefined ? {} : { line: Math.max(1, detail.line - 1) }) };
  }
}

const PLAN_MS = 5_000;

const queryCards = (store: Store): QueryCard[] =>
  [...savedQueries(store.kind).values()].filter(({ internal }) => !internal).map(queryCard);

const queryCard = ({ name, question, parameters, columns, scan, text }: SavedQuery): QueryCard => ({
  name,
  ...question,
  fields: parameters.map((parameter) => ({
    name: parameter.name,
    type: parameter.type,
    default: Array.isArray(parameter.default) ? parameter.default.join(",") : String(parameter.default ?? ""),
    label: parameter.label,
    english: parameter.english,
  })),
  columns,
  scan,
  text,
});
