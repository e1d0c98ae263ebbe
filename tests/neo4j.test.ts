import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCsv } from "../cypher/export.ts";
import { admin, startServer } from "../cypher/neo4j/server.ts";
import { savedQueries } from "../cypher/queries.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { consoleSpec } from "./console-spec.ts";
import { LONG, rounds } from "./long.ts";
import { login, reasonToSkip, type TestServer, testServer } from "./neo4j.ts";
import { odd } from "./odd-facts.ts";
import { comparable, fixtureParameters, queriesSpec } from "./queries-spec.ts";
import { county, fixture, xinghu2024, yunhe2023, yunhe2024 } from "./store-facts.ts";
import { killedLoad, load } from "./store-process.ts";
import { realSpec } from "./store-real-spec.ts";
import { exported, storeSpec } from "./store-spec.ts";

const MINUTES = 60_000;

describe.skipIf(reasonToSkip())("Neo4j", { timeout: LONG ? 30 * MINUTES : 4 * MINUTES }, () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-neo4j-"));
  const decisions = join(folder, "decisions.jsonl");
  let server: TestServer;
  let store: Store;
  const empty = async () => {
    const all = await store.reports();
    if (all.length > 0) await store.remove(all.map(({ id }) => id));
    return store;
  };

  beforeAll(async () => {
    server = await testServer();
    store = await openStore(server.uri, { decisions });
    await empty();
  }, 3 * MINUTES);
  afterAll(async () => {
    await store?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  storeSpec("Neo4j", { empty, runs: rounds(3, 100) });
  let beside: Store | undefined;
  realSpec("Neo4j", {
    empty,
    fresh: async () => {
      await beside?.close();
      const path = mkdtempSync(join(folder, "beside-"));
      beside = await openStore(`embedded:${path}`, { decisions });
      return beside;
    },
    runs: rounds(1, 6),
  });
  afterAll(() => beside?.close());

  describe("with the fixture", () => {
    let embedded: Store;
    beforeAll(async () => {
      await (await empty()).write(fixture());
      embedded = await openStore(`embedded:${join(folder, "embedded")}`);
      await embedded.write(fixture());
    });
    afterAll(() => embedded.close());

    queriesSpec("Neo4j", () => store);
    consoleSpec("Neo4j", () => store);

    it("gives the same rows as the embedded store for every saved question", async () => {
      for (const { name, cypher } of savedQueries()) {
        const parameters = (await fixtureParameters(embedded))[name] ?? {};
        const [here, there] = [await store.ask(name, parameters), await embedded.ask(name, parameters)];
        const unordered = !cypher.includes("ORDER BY");
        const rows = (answer: typeof here) => {
          const all = comparable(answer.columns, answer.rows);
          return unordered ? all.map((row) => JSON.stringify(row)).sort() : all;
        };
        expect(rows(here), name).toEqual(rows(there));
      }
    });

    it("exports the same bytes as the embedded store", async () => {
      expect(await exported(store)).toBe(await exported(embedded));
    });

    it("exports CSV that neo4j-admin imports to the same graph, to which reports can be written", async () => {
      await embedded.write([odd()]);
      const csv = join(folder, "csv");
      const { words } = await exportCsv(embedded, csv);
      const before = { ...process.env };
      const fresh = await startServer({ before: (home) => void admin(home, words, csv) });
      try {
        login(fresh);
        const imported = await openStore(fresh.uri, { decisions });
        expect(await exported(imported)).toBe(await exported(embedded));
        const again = [...fixture(), odd()];
        expect((await imported.write(again)).reports.unchanged).toHaveLength(again.length);
        await imported.close();
      } finally {
        await fresh.stop();
        Object.assign(process.env, before);
      }
    });
  });

  it("takes the loads of two processes at once one after the other", async () => {
    await (await empty()).write([yunhe2023(), yunhe2024(), xinghu2024()]);
    const expected = await exported(store);
    const env = { DECISIONS: decisions };
    for (let i = 0; i < rounds(1, 10); i++) {
      await empty();
      await Promise.all([load(server.uri, [0, 1], env), load(server.uri, [1, 2], env)]);
      expect(await exported(store)).toBe(expected);
    }
  });

  it("goes on after kill -9 at any moment of a load, and the load run again gives the same graph", async () => {
    await (await empty()).write(county());
    const expected = await exported(store);
    for (let i = 0; i < rounds(2, 20); i++) {
      const moment = Math.random() * 5000;
      await killedLoad(server.uri, moment, { DECISIONS: decisions });
      await store.write(county());
      expect(await exported(store), `killed after ${moment} ms`).toBe(expected);
    }
  });

  it("says that it cannot be reached, and that the password is wrong", async () => {
    await expect(openStore("bolt://127.0.0.1:1")).rejects.toMatchObject({ kind: "unreachable" });
    const password = process.env.NEO4J_PASSWORD;
    process.env.NEO4J_PASSWORD = "wrong-password";
    try {
      await expect(openStore(server.uri)).rejects.toMatchObject({
        kind: "unreachable",
        zh: expect.stringContaining("NEO4J_PASSWORD"),
      });
    } finally {
      if (password !== undefined) process.env.NEO4J_PASSWORD = password;
    }
  });
});
