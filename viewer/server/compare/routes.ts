/** Districts side by side, under /api. */
import { Hono } from "hono";
import { z } from "zod";
import type { Store } from "../../../cypher/store.ts";
import { compare, districtChoices, saidOf } from "./compare.ts";

const id = z.string().min(1).max(200);

/** Ids joined by ~, as in the page's address. */
export const compareInput = z.object({
  ids: z
    .string()
    .max(1100)
    .transform((text) => [...new Set(text.split("~").filter(Boolean))])
    .pipe(z.array(id).min(2).max(5)),
});

export function createCompare(store: Store): Hono {
  const app = new Hono();
  app.get("/districts", async (context) => context.json(await districtChoices(store)));
  app.get("/compare", async (context) => {
    const { ids } = compareInput.parse(context.req.query());
    return context.json(await compare(store, ids));
  });
  app.get("/said/:id", async (context) => context.json(await saidOf(store, context.req.param("id"))));
  return app;
}
