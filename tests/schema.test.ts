/** What the editor completes is what stands in the graph. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../cypher/store.ts";
import { schema } from "../viewer/server/schema.ts";
import { fixture } from "./store-facts.ts";

test("every label, type and property of a graph is offered, and each property has its words", async () => {
  const { labels, types, properties } = schema();
  const known = new Map([...labels, ...types].map((item) => [item.name, new Set(item.properties)]));
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-schema-"));
  const store = await openStore(`embedded:${folder}`);
  await store.write(fixture());
  const strange: string[] = [];
  const see = (names: string[], keys: string[]): void => {
    for (const key of keys)
      if (!names.some((name) => known.get(name)?.has(key))) strange.push(`${names.join(":")}.${key}`);
  };
  for await (const part of store.graph())
    if ("nodes" in part) for (const node of part.nodes) see(node.labels, Object.keys(node.properties));
    else for (const { type, properties: own } of part.relationships) see([type], Object.keys(own));
  await store.close();
  rmSync(folder, { recursive: true });
  expect([...new Set(strange)]).toEqual([]);
  const offered = [...labels, ...types].flatMap((item) => item.properties);
  expect(offered.filter((name) => !properties[name])).toEqual([]);
});
