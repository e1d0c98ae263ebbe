/** The addresses under /api. */
import { Hono } from "hono";
import type { Store } from "../../cypher/store.ts";
import { entity, neighbours, overview, passages, paths, pictureOf, reportText, textHits } from "./answers.ts";
import { createCompare } from "./compare/routes.ts";
import { createConsole } from "./console.ts";
import { createIngest, limitBody } from "./ingest/routes.ts";
import { idsInput, neighboursInput, nodesInput, pathsInput, searchInput } from "./inputs.ts";
import { createKept } from "./kept.ts";
import { createNames } from "./names.ts";
import { openApi } from "./openapi.ts";
import { createSame } from "./same/routes.ts";

/** Of a request's body. */
const MOST_BYTES = 2 * 1024 * 1024;

export function createApi(store: Store): Hono {
  const names = createNames(store);
  const first = createKept(store, overview);
  names.warm();
  first.warm();
  const changed = (): void => {
    names.forget();
    first.forget();
  };
  const api = new Hono();
  // what is uploaded has a limit of its own
  api.use(async (context, next) =>
    context.req.path.endsWith("/api/ingest") ? next() : limitBody(MOST_BYTES)(context, next),
  );
  api.get("/", (context) => context.json(openApi()));
  api.get("/overview", async (context) => context.json(await first.get()));
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
