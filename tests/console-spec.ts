/** The console of a store: read-only, within limits, with errors that tell their place. */
import { describe, expect, it } from "vitest";
import type { Store } from "../cypher/store.ts";
import { ALLOWED, REFUSED, RUNAWAY, WRONG } from "./hostile.ts";
import { exported } from "./store-spec.ts";

export function consoleSpec(name: string, store: () => Store): void {
  describe(`the console of the ${name} store`, () => {
    it("refuses what writes, reaches files or the network, or manages the server, and leaves the graph as it was", async () => {
      const before = await exported(store());
      for (const cypher of REFUSED)
        await expect(store().run(cypher), cypher).rejects.toMatchObject({
          kind: expect.stringMatching(/^(refused|syntax)$/),
        });
      expect(await exported(store())).toBe(before);
    });

    it("lets through what only looks so", async () => {
      for (const cypher of ALLOWED)
        expect((await store().run(cypher)).rows.length, cypher).toBeGreaterThan(0);
    });

    it("stops what takes too long, and answers again", async () => {
      for (const cypher of RUNAWAY) {
        await expect(store().run(cypher, {}, { milliseconds: 700 }), cypher).rejects.toMatchObject({
          kind: "limit",
        });
        expect((await store().run("RETURN 1 AS one")).rows).toEqual([[1]]);
      }
    });

    it("lets through a number of rows and says that there are more", async () => {
      const some = await store().run("UNWIND range(1, 50) AS i RETURN i", {}, { rows: 10 });
      expect(some).toMatchObject({ more: true, columns: ["i"] });
      expect(some.rows).toHaveLength(10);
      expect((await store().run("UNWIND range(1, 10) AS i RETURN i", {}, { rows: 10 })).more).toBe(false);
    });

    it("gives the first rows whole when it cuts the others off", async () => {
      const cypher = "MATCH (n:Entity) RETURN n.id AS id, n, [n.name] AS names ORDER BY id";
      const [all, some] = [await store().run(cypher), await store().run(cypher, {}, { rows: 2 })];
      expect(some.rows).toEqual(all.rows.slice(0, 2));
      expect([all.more, some.more]).toEqual([false, true]);
    });

    it("can be cancelled", async () => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 200);
      const run = store().run(RUNAWAY[0] ?? "", {}, { signal: stop.signal });
      await expect(run).rejects.toMatchObject({ kind: "cancelled" });
    });

    it("tells line and column of a mistake", async () => {
      for (const [cypher, line, column] of WRONG) {
        const error: unknown = await store()
          .run(cypher)
          .catch((caught: unknown) => caught);
        expect(error, cypher).toMatchObject({ kind: "syntax", line });
        expect(Math.abs(Number((error as { column: number }).column) - column), cypher).toBeLessThanOrEqual(
          1,
        );
      }
    });

    it("takes parameters and sees what was written last", async () => {
      const { rows } = await store().run("MATCH (e:Entity) WHERE e.name = $name RETURN e.type AS type", {
        name: "云河区",
      });
      expect(rows).toEqual([["District"]]);
    });

    it("gives nodes, relationships and paths with our own ids", async () => {
      const { rows } = await store().run(
        "MATCH p = (a:Enterprise)-[r:UNDERTAKES]->(b:Project) RETURN r, p ORDER BY r.id LIMIT 1",
      );
      const [link, path] = rows[0] as [{ from: string; to: string }, { nodes: { id: string }[] }];
      expect([link.from, link.to]).toEqual(path.nodes.map(({ id }) => id));
    });
  });
}
