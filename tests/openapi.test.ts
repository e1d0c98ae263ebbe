/** The description of the API holds every route, and what it says of inputs is what they take. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import { createMemory } from "../viewer/server/memory.ts";
import { createApi } from "../viewer/server/routes.ts";
import { createApp } from "../viewer/server/server.ts";

interface Operation {
  summary: string;
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: {
    content: Record<string, { schema: { properties: Record<string, unknown>; required?: string[] } }>;
  };
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const folder = mkdtempSync(join(tmpdir(), "zhengtu-openapi-"));
let store: Store;
let api: Document;
beforeAll(async () => {
  store = await openStore(`embedded:${folder}`);
  const response = await createApp(store, { log: () => {} }).request("http://127.0.0.1:7420/api", {
    headers: { host: "127.0.0.1:7420" },
  });
  expect(response.status).toBe(200);
  api = (await response.json()) as Document;
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("every route is described, and nothing that is no route", () => {
  const routes = createApi(store, createMemory(store))
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const described = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  expect([...new Set(described)].sort()).toEqual([...new Set(routes)].sort());
});

test("each says what it does in both languages, its parameters, and how errors look", () => {
  expect(api.openapi).toBe("3.1.0");
  for (const [path, operations] of Object.entries(api.paths))
    for (const operation of Object.values(operations)) {
      expect(operation.summary, path).toMatch(/\p{Script=Han}.* · .*[a-zA-Z]/u);
      expect(operation.responses.default, path).toBeDefined();
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(named.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
});

test("inputs are those that are checked", () => {
  const search = api.paths["/search"]?.get;
  expect(search?.parameters?.map(({ name, required }) => [name, required])).toEqual([
    ["q", true],
    ["limit", false],
  ]);
  const remove = api.paths["/remove"]?.post?.requestBody?.content["application/json"]?.schema;
  expect(Object.keys(remove?.properties ?? {})).toEqual(["ids", "dryRun"]);
  expect(remove?.required).toEqual(["ids"]);
  expect(api.paths["/ingest"]?.post?.requestBody?.content).toHaveProperty("multipart/form-data");
});

test("a body without end is refused on every route", async () => {
  const response = await createApp(store, { log: () => {} }).request("http://127.0.0.1:7420/api/nodes", {
    method: "POST",
    headers: { host: "127.0.0.1:7420", "content-type": "application/json" },
    body: JSON.stringify({ ids: ["x".repeat(3_000_000)] }),
  });
  expect(response.status).toBe(413);
});
