import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoreError } from "../cypher/errors.ts";
import { guard, masked } from "../cypher/guard.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { consoleSpec } from "./console-spec.ts";
import { ALLOWED, REFUSED } from "./hostile.ts";
import { fixture } from "./store-facts.ts";

const path = mkdtempSync(join(tmpdir(), "zhengtu-console-"));
let store: Store;
beforeAll(async () => {
  store = await openStore(`embedded:${path}`);
  await store.write(fixture());
});
afterAll(async () => {
  await store.close();
  rmSync(path, { recursive: true, force: true });
});

consoleSpec("embedded", () => store);

describe("the embedded console's child", () => {
  it("is ended when it takes too much memory", async () => {
    const run = store.run(
      "UNWIND range(1, 100000000) AS x RETURN collect(x) AS c",
      {},
      { megabytes: 300, milliseconds: 20_000 },
    );
    await expect(run).rejects.toMatchObject({ kind: "limit", en: expect.stringContaining("memory") });
    expect((await store.run("RETURN 1 AS one")).rows).toEqual([[1]]);
  });
});

describe("the guard", () => {
  it("stands before at least forty hostile queries", () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(40);
    for (const cypher of REFUSED) expect(() => guard(cypher), cypher).toThrow();
    for (const cypher of ALLOWED) expect(() => guard(cypher), cypher).not.toThrow();
  });

  it.each([" ", "a", ":", ". ", "a.", "CALL ", "; ", "/* */", "'", "\\u0041", "x = ", "("])(
    "reads a long text of %j without going back and forth in it",
    (part) => {
      const cypher = `RETURN 1 ${part.repeat(300_000 / part.length)} AS x`;
      expect(masked(cypher)).toHaveLength(cypher.length);
      expect(() => guard(`${cypher}\nCREATE (n)`)).toThrow(StoreError);
    },
  );

  it("blanks strings and comments and keeps every place", () => {
    const cypher = "RETURN 'a\\'b' /* c */ AS x // d";
    expect(masked(cypher)).toHaveLength(cypher.length);
    expect(masked(cypher)).not.toMatch(/[abcd]\b(?!s)/);
  });

  it("tells where the refused word stands", () => {
    expect(() => guard("MATCH (n)\n  DELETE n")).toThrow(expect.objectContaining({ line: 2, column: 3 }));
  });
});
