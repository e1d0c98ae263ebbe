/** "Is it the same?" under /api. */
import { Hono } from "hono";
import { z } from "zod";
import type { Store } from "../../../cypher/store.ts";
import { limitBody } from "../ingest/routes.ts";
import { decide, sameOf, undo } from "./same.ts";

const id = z.string().min(1).max(200);

export const decideInput = z.object({
  decision: z.enum(["same", "different", "unsure"]),
  a: id,
  b: id,
  reason: z.string().trim().max(500).default(""),
});

const side = z.object({
  type: z.string().max(40),
  name: z.string().min(1).max(20_000),
  scope: z.string().max(300).optional(),
  report: z.string().max(200).optional(),
});

export const undoInput = z.object({ a: side, b: side, at: id });

const SMALL = 200_000;

/** `changed` is called after every writing. */
export function createSame(store: Store, changed: () => void): Hono {
  const app = new Hono();
  app.get("/same/:id", async (context) => context.json(await sameOf(store, context.req.param("id"))));
  app.post("/same", limitBody(SMALL), async (context) => {
    const answer = await decide(store, decideInput.parse(await context.req.json()));
    changed();
    return context.json(answer);
  });
  app.post("/same/undo", limitBody(SMALL), async (context) => {
    const { a, b, at } = undoInput.parse(await context.req.json());
    const answer = await undo(store, { a: exact(a), b: exact(b), at });
    changed();
    return context.json(answer);
  });
  return app;
}

/** Without the keys that are not there. */
const exact = ({ type, name, scope, report }: z.infer<typeof side>) => ({
  type,
  name,
  ...(scope === undefined ? {} : { scope }),
  ...(report === undefined ? {} : { report }),
});
