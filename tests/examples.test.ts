/** The examples of cypher/README.md on the samples that every checkout has: each has something to show. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSamples } from "../cypher/schema-page.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { examples } from "./queries-spec.ts";

describe("with the samples, cypher/README.md", () => {
  const path = mkdtempSync(join(tmpdir(), "zhengtu-examples-"));
  let store: Store;
  beforeAll(async () => {
    store = await openStore(`embedded:${path}`);
    await loadSamples(store);
  }, 120_000);
  afterAll(async () => {
    await store.close();
    rmSync(path, { recursive: true, force: true });
  });

  it("has ten examples", () => {
    expect(examples()).toHaveLength(10);
  });

  it.each(examples())("shows rows for %s", async (cypher) => {
    expect((await store.run(cypher)).rows.length).toBeGreaterThan(0);
  });
});
