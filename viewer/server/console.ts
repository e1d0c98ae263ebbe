/** Saved questions, and Cypher of the reader's own: read-only by construction in the store, within limits. */
import { Hono } from "hono";
import { type SavedQuery, savedQueries } from "../../cypher/queries.ts";
import type { Store } from "../../cypher/store.ts";
import type { QueryCard, SchemaCard } from "./api.ts";
import { cypherInput, questionInput } from "./inputs.ts";

/** Names of properties that a reader asks about; see cypher/README.md. */
const PROPERTIES = [
  ...[
    "id",
    "name",
    "type",
    "aliases",
    "level",
    "confidence",
    "since",
    "reports",
    "mentions",
    "title",
    "kind",
    "district",
  ],
  ...[
    "year",
    "date",
    "publisher",
    "text",
    "heading",
    "index",
    "indicator",
    "value",
    "unit",
    "bound",
    "measure",
    "stage",
  ],
  ...["target", "basis", "passages", "starts", "ends", "rules", "count"],
];

export function createConsole(store: Store): Hono {
  const app = new Hono();
  app.get("/queries", (context) => context.json(queryCards(store)));
  app.get("/schema", async (context) => context.json(await schema(store)));
  app.post("/question", async (context) => {
    const { name, parameters } = questionInput.parse(await context.req.json());
    return context.json(await store.ask(name, parameters));
  });
  app.post("/cypher", async (context) => {
    const { cypher, parameters } = cypherInput.parse(await context.req.json());
    return context.json(await store.run(cypher, parameters, { signal: context.req.raw.signal }));
  });
  return app;
}

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
  })),
  columns,
  scan,
  text,
});

async function schema(store: Store): Promise<SchemaCard> {
  const { nodes, relationships } = await store.counts();
  return { labels: nodes, types: relationships, properties: PROPERTIES };
}
