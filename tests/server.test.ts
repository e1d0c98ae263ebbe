/** The API on a real embedded store, and what every request must pass. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../cypher/store.ts";
import type {
  ApiError,
  EntityFacts,
  GraphCounts,
  Neighbourhood,
  Overview,
  PassageCard,
  ReportText,
  SearchHit,
} from "../viewer/server/api.ts";
import { createNames } from "../viewer/server/names.ts";
import { initials } from "../viewer/server/pinyin.ts";
import { createApp, serve } from "../viewer/server/server.ts";
import { madeUpFacts } from "./viewer/made-up.ts";

const folder = mkdtempSync(join(tmpdir(), "zhengtu-server-"));
let store: Store;
let app: Hono;

beforeAll(async () => {
  store = await openStore(`embedded:${folder}/store`);
  await store.write(madeUpFacts());
  app = createApp(store, { log: () => {} });
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOME = { host: "127.0.0.1:7420" };

async function get<T>(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: T; headers: Headers }> {
  const response = await app.request(`http://127.0.0.1:7420${path}`, { headers: { ...HOME, ...headers } });
  return { status: response.status, json: (await response.json()) as T, headers: response.headers };
}

async function post<T>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: T }> {
  const response = await app.request(`http://127.0.0.1:7420${path}`, {
    method: "POST",
    headers: { ...HOME, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: (await response.json()) as T };
}

const find = async (q: string): Promise<SearchHit[]> =>
  (await get<SearchHit[]>(`/api/search?q=${encodeURIComponent(q)}`)).json;
const idOf = async (name: string): Promise<string> =>
  (await find(name)).find((hit) => hit.name === name)?.id ?? "";

describe("searching", () => {
  const cases: [string, string][] = [
    ["云河区", "云河区"],
    ["河高新", "云河高新区"],
    ["高新区", "云河高新区"],
    ["三湖", "“三湖”创新带"],
    ["“466”", "“466”攻坚行动"],
    ["xhkj", "星海科技"],
    ["YHQ", "云河区"],
    ["４６６", "“466”攻坚行动"],
  ];
  test.each(cases)("%s finds %s first", async (query, name) => {
    expect((await find(query))[0]?.name).toBe(name);
  });
  test("an alias that matched is told", async () => {
    expect((await find("高新区")).find(({ name }) => name === "云河高新区")?.alias).toBe("高新区");
  });
  test("what is nowhere is not found", async () => {
    expect(await find("没有这个名字")).toEqual([]);
  });
  test("a report that another process wrote is found a little later", async () => {
    const later = await openStore(`embedded:${folder}/later`);
    let clock = 0;
    const names = createNames(later, () => clock);
    expect(await names.search("青岚", 9)).toEqual([]);
    await later.write(madeUpFacts());
    clock += 60_000;
    expect((await names.search("青岚", 9)).map(({ name }) => name)).toContain("青岚县");
    await later.close();
  });
  test("initials know the readings that differ in their letter", () => {
    expect(initials("云河区")).toEqual(["yhq"]);
    expect(initials("532战略")).toEqual(["532zl"]);
    expect(initials("R&D中心")).toEqual(["rdzx"]);
    expect(initials("长江路")).toEqual(["zjl", "cjl"]);
  });
});

describe("answers", () => {
  test("the overview has the districts of the reports with what is theirs", async () => {
    const { json } = await get<Overview>("/api/overview");
    const district = json.districts.find(({ node }) => node.name === "云河区");
    expect(district?.initiatives.map(({ name }) => name)).toEqual(["“三湖”创新带", "“466”攻坚行动"]);
    expect(district?.within).toEqual(["东江省", "星洲市"]);
    expect((await get<GraphCounts>("/api/counts")).json).toMatchObject({
      ...{ reports: 2, observations: 3, milestones: 2 },
      entities: { District: 2, Initiative: 2 },
    });
    expect(json.reports.map(({ year }) => year)).toEqual([2024, 2023]);
  });

  test("neighbours come with the relations among all that is then on the canvas", async () => {
    const id = await idOf("“三湖”创新带");
    const among = [await idOf("新能源汽车")];
    const { json } = await post<Neighbourhood>("/api/neighbours", { id, limit: 2, among });
    expect(json.nodes).toHaveLength(3);
    expect(json.total).toBe(3);
    const one = await post<Neighbourhood>("/api/neighbours", {
      id: await idOf("云河区"),
      relation: "FOCUSES_ON",
      direction: "out",
      limit: 9,
    });
    expect(one.json.nodes.map(({ name }) => name)).toEqual(["云河区", "新能源汽车"]);
    const none = await post<Neighbourhood>("/api/neighbours", {
      id: await idOf("云河区"),
      relation: "FOCUSES_ON",
      direction: "in",
      limit: 9,
    });
    expect(none.json.total).toBe(0);
  });

  test("every fact of an entity leads to the very words", async () => {
    const { json } = await get<EntityFacts>(`/api/entity/${await idOf("云河区")}`);
    const facts = [...json.relations, ...json.observations, ...json.milestones];
    expect(facts.length).toBeGreaterThan(8);
    for (const { evidence } of facts) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { passage, start, end } of evidence) {
        const [said] = (await post<PassageCard[]>("/api/passages", { ids: [passage] })).json;
        if (!said) throw new Error(`no passage ${passage}`);
        expect(said.text.slice(start - said.start, end - said.start)).toMatch(/云河|地区生产总值/);
      }
    }
  });

  test("figures and milestones carry their year, kind and bound", async () => {
    const district = (await get<EntityFacts>(`/api/entity/${await idOf("云河区")}`)).json;
    expect(district.observations.map(({ value, unit, year, kind }) => [value, unit, year, kind])).toEqual(
      expect.arrayContaining([
        [512, "亿元", 2022, "actual"],
        [550, "亿元", 2023, "target"],
      ]),
    );
    const project = (await get<EntityFacts>(`/api/entity/${await idOf("星海科技二期项目")}`)).json;
    expect(project.milestones.map(({ stage, year, target }) => [stage, year, target])).toEqual(
      expect.arrayContaining([
        ["started", 2022, false],
        ["completed", 2023, true],
      ]),
    );
  });

  test("a report's text comes with the names in their places", async () => {
    const [report] = (await store.reports()).filter(({ district }) => district === "云河区");
    const { json } = await get<ReportText>(`/api/report/${report?.id}`);
    expect(json.passages.map(({ kind }) => kind).slice(0, 3)).toEqual(["title", "heading", "paragraph"]);
    for (const { text, marks } of json.passages)
      for (const mark of marks) expect(text.slice(mark.start, mark.end).length).toBe(mark.end - mark.start);
    const line = json.passages.find(({ text }) => text.startsWith("过去一年"));
    expect(line?.marks.map(({ start, end }) => line.text.slice(start, end))).toContain("“三湖”创新带");
  });
});

describe("what a request must pass", () => {
  test("a foreign Host or Origin is refused, the page's own is not", async () => {
    expect((await get("/api/overview", { host: "evil.example" })).status).toBe(403);
    expect((await get("/api/overview", { origin: "http://evil.example" })).status).toBe(403);
    expect((await get("/api/overview", { origin: "null" })).status).toBe(403);
    expect((await get("/api/overview", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await get("/api/overview", { origin: "http://127.0.0.1:7420" })).status).toBe(200);
    expect((await get("/api/overview", { host: "localhost:7420" })).status).toBe(200);
  });

  test("names that only look like this machine are foreign", async () => {
    const foreign = [
      "127.evil.example",
      "127.0.0.1.evil.example:7420",
      "localhost.evil.example",
      "127.0.0.1@evil",
    ];
    for (const host of [...foreign, "evil.example:127", "[::1].evil.example", "0x7f.1", ""])
      expect([host, (await get("/api/overview", { host })).status]).toEqual([host, 403]);
    for (const host of ["127.0.0.1", "127.0.0.1:1", "LOCALHOST:7420", "[::1]:7420", "127.8.9.1"])
      expect([host, (await get("/api/overview", { host })).status]).toEqual([host, 200]);
  });

  test("another port of this machine, an origin that is none, and the same name by another scheme's port are foreign", async () => {
    for (const origin of ["http://127.0.0.1:3000", "http://localhost:7420", "file://", "127.0.0.1:7420", "x"])
      expect([origin, (await get("/api/overview", { origin })).status]).toEqual([origin, 403]);
    expect((await get("/api/overview", { "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await get("/api/overview", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("answers to what is refused, missing or broken carry the same headers, and show no stack", async () => {
    for (const [path, host] of [
      ["/api/overview", "evil.example"],
      ["/api/nowhere", HOME.host],
      ["/api/entity/%00", HOME.host],
      ["/api/entity/%E0%A4%A", HOME.host],
      ["/nowhere<script>", HOME.host],
    ]) {
      const { status, json, headers } = await get<ApiError>(path as string, { host: host as string });
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-type")).toMatch(/^application\/json/);
      expect(JSON.stringify(json)).not.toMatch(/node_modules|\.ts:|at \w+ \(/);
    }
  });

  test("what is too large or too much is refused before it is worked on", async () => {
    const large = await post<ApiError>("/api/nodes", { ids: ["x".repeat(3 * 1024 * 1024)] });
    expect(large.status).toBe(413);
    const many = { ids: Array.from({ length: 2001 }, (_, index) => `n${index}`) };
    expect((await post("/api/nodes", many)).status).toBe(400);
    expect((await post("/api/nodes", { ids: ["x".repeat(201)] })).status).toBe(400);
    expect((await get(`/api/search?q=${"长".repeat(101)}`)).status).toBe(400);
    expect((await get("/api/search?q=x&limit=1000000")).status).toBe(400);
    expect((await post("/api/neighbours", { id: "x", limit: 1e9 })).status).toBe(400);
    expect((await post("/api/cypher", { cypher: "x".repeat(20_001) })).status).toBe(400);
  });

  test("what looks like Cypher in a value is a value", async () => {
    const evil = ["x' OR 1=1 //", 'x"}) DETACH DELETE n //', "`", "\\u0027", "$id"];
    for (const id of evil) {
      expect([id, (await get(`/api/entity/${encodeURIComponent(id)}`)).status]).toEqual([id, 404]);
      expect([id, (await post("/api/neighbours", { id })).status]).toEqual([id, 404]);
      expect([id, (await get(`/api/paths?from=${encodeURIComponent(id)}&to=x`)).status]).toEqual([id, 200]);
    }
    for (const q of [...evil, "*", "AND OR NOT", "(((", "~^:\\/"])
      for (const path of ["search", "text"])
        expect([q, (await get(`/api/${path}?q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
    expect((await store.counts()).reports).toBe(2);
  });

  test("a check of Cypher tells the place of what is wrong, of the reader's own lines, and runs nothing", async () => {
    const check = async (cypher: string) =>
      (await post<{ error: ApiError["error"] | null }>("/api/explain", { cypher, parameters: { id: 1 } }))
        .json;
    expect(await check("MATCH (n:District) WHERE n.id = $id RETURN n")).toEqual({ error: null });
    expect(await check("EXPLAIN MATCH (n) RETURN n")).toEqual({ error: null });
    expect((await check("MATCH (n:District)\nRETRUN n")).error).toMatchObject({ line: 2 });
    expect((await check("MATCH (n)\nDETACH DELETE n")).error).toMatchObject({ line: 2, column: 8 });
    expect((await store.counts()).reports).toBe(2);
  });

  test("scripts from elsewhere or inline cannot run in the page", async () => {
    const policy = (await get("/api/overview")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test("what does not fit is refused with who, what and what to do, in both languages", async () => {
    const wrong = await post<ApiError>("/api/neighbours", { id: "x", relation: "DROPS" });
    expect(wrong.status).toBe(400);
    expect(wrong.json.error.who).toBe("relation");
    expect(wrong.json.error.advice.zh).not.toBe("");
    const missing = await get<ApiError>("/api/entity/nothing");
    expect([missing.status, missing.json.error.what.en]).toEqual([
      404,
      "there is no such entity in the graph",
    ]);
    expect((await get<ApiError>("/api/nowhere")).status).toBe(404);
    expect((await get<ApiError>("/api/search?q=")).status).toBe(400);
    const notJson = await app.request("http://127.0.0.1/api/neighbours", {
      method: "POST",
      headers: HOME,
      body: "{",
    });
    expect(notJson.status).toBe(400);
  });

  test("with a token, nothing is answered without it", async () => {
    const guarded = createApp(store, { token: "secret", loopbackOnly: false });
    const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      Promise.resolve(
        guarded.request(`http://10.0.0.5:7420${path}`, { headers: { host: "10.0.0.5:7420", ...headers } }),
      );
    expect((await ask("/api/overview")).status).toBe(401);
    expect((await ask("/")).status).toBe(401);
    expect((await ask("/api/overview", { authorization: "Bearer wrong" })).status).toBe(401);
    expect((await ask("/api/overview", { authorization: "Bearer secret" })).status).toBe(200);
    const entered = await ask("/?token=secret");
    const cookie = entered.headers.get("set-cookie") ?? "";
    expect([entered.status, /HttpOnly/.test(cookie), /SameSite=Strict/.test(cookie)]).toEqual([
      302,
      true,
      true,
    ]);
    expect((await ask("/api/overview", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    expect(entered.headers.get("location")).toBe("/");
    expect((await ask("//evil.example/?token=secret")).headers.get("location")).toBe("/evil.example/");
    expect((await ask("/?token=secre")).status).toBe(401);
    expect((await ask("/?token=")).status).toBe(401);
    expect(
      (await ask("/api/remove?token=secret", { cookie: "zhengtu-token=" })).headers.get("location"),
    ).toBe("/api/remove");
  });

  test("no path leads out of the page's folder", async () => {
    for (const path of ["/../package.json", "/%2e%2e/package.json", "/assets/..%2f..%2f..%2fpackage.json"])
      expect((await app.request(`http://127.0.0.1${path}`, { headers: HOME })).status).toBe(404);
  });
});

describe("serving", () => {
  test("a taken port gives way to the next free one, and the address tells which", async () => {
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) =>
      blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port)),
    );
    const served = await serve(store, { port: taken });
    expect(served.port).toBeGreaterThan(taken);
    expect((await fetch(`${served.url}api/overview`)).status).toBe(200);
    await served.close();
    await new Promise((resolve) => blocker.close(resolve));
  });

  test("beyond loopback a token is demanded even when none was given", async () => {
    const served = await serve(store, { host: "0.0.0.0", port: 0 });
    expect(served.url).toMatch(/\?token=[\w-]{20,}$/);
    expect((await fetch(`http://127.0.0.1:${served.port}/api/overview`)).status).toBe(401);
    await served.close();
  });
});
