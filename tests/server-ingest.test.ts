/** Reading reports in over the API: uploads, questions, removal, and what the server must not let pass. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ChangeReport } from "../cypher/changes.ts";
import { openStore, type Store } from "../cypher/store.ts";
import type { ApiError, SearchHit } from "../viewer/server/api.ts";
import { LIMITS, safeName } from "../viewer/server/ingest/files.ts";
import type { JobCard } from "../viewer/server/ingest/shapes.ts";
import { createApp } from "../viewer/server/server.ts";
import { madeUpReport } from "./viewer/reports.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "zhengtu-ingest-api-"));
const BASE = "http://127.0.0.1:7420/api";
let store: Store;
let app: Hono;

beforeAll(async () => {
  store = await openStore(`embedded:${folder}/store`);
  app = createApp(store, { log: () => {} });
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call<T>(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; json: T & Partial<ApiError> }> {
  const headers = { host: "127.0.0.1:7420", ...(init.headers as Record<string, string>) };
  const response = await app.request(`${BASE}${path}`, { ...init, headers });
  return { status: response.status, json: (await response.json()) as T & Partial<ApiError> };
}
const post = <T>(path: string, body: unknown) =>
  call<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

function form(files: [name: string, content: string | Uint8Array][], replaces?: string): FormData {
  const data = new FormData();
  for (const [name, content] of files)
    data.append("files", new File([content as BlobPart], name, { type: "text/plain" }));
  if (replaces) data.append("replaces", replaces);
  return data;
}

/** Uploads and waits until the job asks or ends. */
async function upload(...args: Parameters<typeof form>): Promise<JobCard> {
  const { status, json } = await call<JobCard>("/ingest", { method: "POST", body: form(...args) });
  expect(status).toBe(202);
  return ended(json.id);
}

async function ended(id: string): Promise<JobCard> {
  for (;;) {
    const { json } = await call<JobCard>(`/ingest/${id}`);
    if (json.state !== "running" && json.state !== "writing") return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const names = (changes: ChangeReport | undefined): string[] =>
  changes?.entities.added.first.map(({ text }) => text) ?? [];
// A temp folder of this file's own: other test files upload at the same time.
process.env.TMPDIR = mkdtempSync(join(tmpdir(), "zhengtu-server-ingest-"));
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("zhengtu-upload-"));

describe("uploads", () => {
  test("a report is read, its facts are in the graph and found at once, and its bytes are gone", async () => {
    await call(`/search?q=${encodeURIComponent("青浦")}`);
    const job = await upload([["青浦区2023.txt", madeUpReport({ year: 2023 })]]);
    expect(job).toMatchObject({ state: "done", error: null, questions: [] });
    expect(job.files).toMatchObject([{ name: "青浦区2023.txt", stage: "added" }]);
    expect(names(job.changes[0])).toContain("青浦区");
    const { json } = await call<SearchHit[]>(`/search?q=${encodeURIComponent("青浦")}`);
    expect(json.map(({ name }) => name)).toContain("青浦区");
    expect(leftovers()).toEqual([]);
  });

  test("the same text under another name changes nothing and says so", async () => {
    const job = await upload([["青浦区2023副本.txt", madeUpReport({ year: 2023 })]]);
    expect(job.files[0]?.stage).toBe("unchanged");
  });

  test("what is no document is refused with what to do, beside those that are read", async () => {
    const job = await upload([
      ["照片.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
      ["空.txt", ""],
      ["青浦区2024.txt", madeUpReport({ year: 2024 })],
    ]);
    expect(job.files.map(({ stage }) => stage)).toEqual(["refused", "refused", "added"]);
    expect(job.files[0]?.notes[0]?.zh).toMatch(/图片.*OCR/);
    expect(job.files[1]?.notes[0]?.en).toMatch(/empty/);
    expect(job.changes[0]?.reports.added).toHaveLength(1);
  });

  test("another text of the same district, kind and year is asked about; leaving it changes nothing", async () => {
    const other = madeUpReport({ year: 2024, other: true });
    const job = await upload([["别的文本.txt", other]]);
    expect(job.state).toBe("asking");
    expect(job.files[0]?.stage).toBe("pending");
    const [question] = job.questions;
    expect(question?.there.title).toContain("2024");
    const id = question?.report.id ?? "";
    const preview = await post<ChangeReport[]>(`/ingest/${job.id}/answer`, {
      choices: { [id]: "replace" },
      dryRun: true,
    });
    expect(preview.json[0]).toMatchObject({ dryRun: true });
    expect(preview.json[0]?.reports.replaced).toHaveLength(1);
    expect((await store.reports()).length).toBe(2);
    const left = await post<JobCard>(`/ingest/${job.id}/answer`, { choices: { [id]: "leave" } });
    expect(left.json).toMatchObject({ state: "done", questions: [] });
    expect((await store.reports()).length).toBe(2);
    const again = await post<ApiError>(`/ingest/${job.id}/answer`, { choices: { [id]: "replace" } });
    expect(again.status).toBe(409);
  });

  test("both texts can be kept, and then one be removed after a preview of what goes", async () => {
    const job = await upload([["别的文本.txt", madeUpReport({ year: 2024, other: true })]]);
    const id = job.questions[0]?.report.id ?? "";
    await post(`/ingest/${job.id}/answer`, { choices: { [id]: "keep-both" } });
    const reports = await store.reports();
    expect(reports).toHaveLength(3);
    const beside = reports.find(({ file }) => file === "别的文本.txt")?.id ?? "";
    const preview = await post<ChangeReport>("/remove", { ids: [beside], dryRun: true });
    expect(preview.json.facts.withdrawn.count + preview.json.entities.withdrawn.count).toBeGreaterThan(0);
    expect(await store.reports()).toHaveLength(3);
    const gone = await post<ChangeReport>("/remove", { ids: [beside] });
    expect(gone.json.reports.removed.map((report) => report.id)).toEqual([beside]);
    expect(await store.reports()).toHaveLength(2);
    const changes = await call<ChangeReport[]>("/changes?limit=1");
    expect(changes.json[0]?.reports.removed).toHaveLength(1);
  });

  test("a chosen report is replaced by a file only after it was confirmed, even by one of another year", async () => {
    const old = (await store.reports()).find(({ year }) => year === 2023)?.id ?? "";
    const job = await upload([["新.txt", madeUpReport({ year: 2025 })]], old);
    expect(job).toMatchObject({ state: "asking", changes: [] });
    expect(job.questions[0]).toMatchObject({ canKeepBoth: false, there: { id: old } });
    const id = job.questions[0]?.report.id ?? "";
    const preview = await post<ChangeReport[]>(`/ingest/${job.id}/answer`, {
      choices: { [id]: "replace" },
      dryRun: true,
    });
    expect(preview.json.map(({ reports }) => [reports.added.length, reports.removed.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    await post(`/ingest/${job.id}/answer`, { choices: { [id]: "replace" } });
    expect((await store.reports()).map(({ year }) => year)).toEqual([2024, 2025]);
  });

  test("a cancelled upload leaves nothing in the graph and nothing on the disk", async () => {
    const before = await store.reports();
    const files = Array.from({ length: 30 }, (_, index): [string, string] => [
      `${index}.txt`,
      madeUpReport({ year: 1990 + index }),
    ]);
    const { json } = await call<JobCard>("/ingest", { method: "POST", body: form(files) });
    const cancelled = await call<JobCard>(`/ingest/${json.id}`, { method: "DELETE" });
    expect(cancelled.json.state).toBe("cancelled");
    const job = await upload([["青浦区2024.txt", madeUpReport({ year: 2024 })]]);
    expect(job.state).toBe("done");
    expect(await store.reports()).toEqual(before);
    expect(leftovers()).toEqual([]);
  });
});

describe("what the server does not let pass", () => {
  test("an upload from another site", async () => {
    const { status } = await call("/ingest", {
      method: "POST",
      body: form([["a.txt", "x"]]),
      headers: { origin: "http://evil.example" },
    });
    expect(status).toBe(403);
  });

  test("an upload without the token where one is demanded", async () => {
    const open = createApp(store, { loopbackOnly: false, token: "t0ken", log: () => {} });
    const response = await open.request(`${BASE}/ingest`, {
      method: "POST",
      body: form([["a.txt", "x"]]),
      headers: { host: "10.0.0.5:7420" },
    });
    expect(response.status).toBe(401);
  });

  test("no files, too many files, several files to replace one, an unknown report", async () => {
    expect((await call("/ingest", { method: "POST", body: "x" })).status).toBe(400);
    expect((await call("/ingest", { method: "POST", body: form([]) })).status).toBe(400);
    const many = Array.from({ length: LIMITS.count + 1 }, (_, index): [string, string] => [`${index}`, "x"]);
    expect((await call("/ingest", { method: "POST", body: form(many) })).status).toBe(413);
    const two: [string, string][] = [
      ["a", "x"],
      ["b", "x"],
    ];
    expect((await call("/ingest", { method: "POST", body: form(two, "R1") })).status).toBe(400);
    expect((await call("/ingest", { method: "POST", body: form([["a", "x"]], "R1") })).status).toBe(404);
    expect((await call("/ingest/j999")).status).toBe(404);
    expect((await post("/remove", { ids: ["R1"] })).status).toBe(400);
  });

  test("a body that is too large, told before it is read", async () => {
    const { status, json } = await call<ApiError>("/remove", {
      method: "POST",
      body: JSON.stringify({ ids: ["x".repeat(2_000_000)] }),
      headers: { "content-type": "application/json" },
    });
    expect([status, json.error?.who]).toEqual([413, "request"]);
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\temp\\报告.docx", "报告.docx"],
    ["..", "file"],
    ["", "file"],
    ["a\u0000b\u202e.txt", "ab.txt"],
    [".hidden", "hidden"],
    ["<img src=x>.md", "img src=x.md"],
    [`${"长".repeat(300)}.docx`, `${"长".repeat(75)}.docx`],
  ])("the file name %j is made %j", (given, name) => {
    expect(safeName(given)).toBe(name);
  });

  test("hostile names are shown as names and reach no folder", async () => {
    const job = await upload([
      ["../../../tmp/zhengtu-evil.txt", madeUpReport({ year: 2026 })],
      ["<script>.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ]);
    expect(job.files.map(({ name }) => name)).toEqual(["zhengtu-evil.txt", "script.png"]);
    expect(readdirSync(tmpdir())).not.toContain("zhengtu-evil.txt");
  });
});
