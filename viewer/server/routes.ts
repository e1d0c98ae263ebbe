/** The addresses under /api. */
import { Hono } from "hono";
import type { Store } from "../../cypher/store.ts";
import { createCompare } from "./compare/routes.ts";
import { createConsole } from "./console.ts";
import { entity, relationsPage } from "./entity.ts";
import { createIngest, limitBody } from "./ingest/routes.ts";
import { idsInput, neighboursInput, nodesInput, pathsInput, relationsInput, searchInput } from "./inputs.ts";
import type { Memory } from "./memory.ts";
import { neighbours } from "./neighbours.ts";
import { openApi } from "./openapi.ts";
import { passages, textHits } from "./passages.ts";
import { paths } from "./paths.ts";
import { pictureOf } from "./picture.ts";
import { reportText } from "./reader.ts";
import { createSame } from "./same/routes.ts";

/** Of a request's body. */
const MOST_BYTES = 2 * 1024 * 1024;

export function createApi(store: Store, { overview, names, counts, forget: changed }: Memory): Hono {
  const api = new Hono();
  // what is uploaded has a limit of its own
  api.use(async (context, next) =>
    context.req.path.endsWith("/api/ingest") ? next() : limitBody(MOST_BYTES)(context, next),
  );
  api.get("/", (context) => context.json(openApi()));
  api.get("/overview", async (context) => context.json(await overview.get()));
  api.get("/counts", async (context) => context.json(await counts.get()));
  api.get("/search", async (context) => {
    const { q, limit } = searchInput.parse(context.req.query());
    return context.json(await names.search(q, limit));
  });
  api.get("/text", async (context) => {
    const { q, limit } = searchInput.parse(context.req.query());
    return context.json(await textHits(store, q, limit));
  });
  api.get("/paths", async (context) => {
    const { from, to, limit } = pathsInput.parse(context.req.query());
    return context.json(await paths(store, from, to, limit));
  });
  api.get("/entity/:id", async (context) => context.json(await entity(store, context.req.param("id"))));
  api.get("/relations/:id", async (context) =>
    context.json(
      await relationsPage(store, context.req.param("id"), relationsInput.parse(context.req.query())),
    ),
  );
  api.get("/report/:id", async (context) => context.json(await reportText(store, context.req.param("id"))));
  api.post("/neighbours", async (context) =>
    context.json(await neighbours(store, neighboursInput.parse(await context.req.json()))),
  );
  api.post("/nodes", async (context) => {
    const { ids, among } = nodesInput.parse(await context.req.json());
    return context.json(await pictureOf(store, ids, among));
  });
  api.post("/passages", async (context) => {
    const { ids } = idsInput.parse(await context.req.json());
    return context.json(await passages(store, ids));
  });
  api.route("/", createConsole(store));
  api.route("/", createCompare(store));
  api.route("/", createIngest(store, changed));
  api.route("/", createSame(store, changed));
  return api;
}
