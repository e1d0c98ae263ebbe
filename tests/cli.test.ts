import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Evidence, Facts } from "../ingest/types.ts";

const SAMPLE = "ingest/samples/zhonglou-2023-plan-report.md";
const OTHER = "ingest/samples/jintan-2023-work-report.md";

interface Run {
  status: number;
  out: string;
  err: string;
}

/** Runs the command as a user does, away from any .env or NEO4J_URI of this machine. */
function zhengtu(...words: string[]): Promise<Run> {
  const env = { ...process.env, NEO4J_URI: "", LANG: "zh_CN.UTF-8", LC_ALL: "" };
  return new Promise((resolve) => {
    execFile("node", ["ingest/zhengtu.js", ...words], { env, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

let folder = "";
let store: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhengtu-cli-"));
  store = ["--store", `embedded:${join(folder, "store")}`];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("zhengtu facts", () => {
  test("prints the form of gold/FORMAT.md with evidence besides, and nothing else", async () => {
    const { status, out } = await zhengtu("facts", SAMPLE);
    expect(status).toBe(0);
    const facts = JSON.parse(out) as Record<string, Record<string, unknown>[]>;
    const keys = (name: string) =>
      [...new Set((facts[name] ?? []).flatMap((item) => Object.keys(item)))].sort();
    expect(Object.keys(facts)).toEqual(["report", "entities", "relations", "observations", "milestones"]);
    expect(Object.keys(facts.report ?? {})).toEqual([
      "file",
      "title",
      "kind",
      "district",
      "publisher",
      "date",
      "reviewYears",
      "planYears",
    ]);
    expect(keys("entities")).toEqual(["aliases", "evidence", "name", "types"]);
    const allowed = ["basis", "evidence", "from", "title", "to", "type", "year"];
    expect(keys("relations").filter((key) => !allowed.includes(key))).toEqual([]);
    expect(keys("milestones")).toEqual(["entity", "evidence", "stage", "target", "year"]);
  });

  test("gives for every piece of evidence the very words of its passage", async () => {
    const { out } = await zhengtu("facts", OTHER, "--full");
    const facts = JSON.parse(out) as Facts;
    const all = [facts.entities, facts.relations, facts.observations, facts.milestones]
      .flat()
      .map(({ evidence }): Evidence[] => evidence);
    expect(all.length).toBeGreaterThan(100);
    for (const list of all) {
      expect(list.length).toBeGreaterThan(0);
      for (const { passage, start, end, quote, rule } of list) {
        const where = facts.passages[passage];
        expect(facts.text.slice(start, end)).toBe(quote);
        expect(start >= (where?.start ?? Infinity) && end <= (where?.end ?? -1) && start < end).toBe(true);
        expect(rule).not.toBe("");
      }
    }
  });

  test("prints the same twice", async () => {
    const [first, second] = await Promise.all([zhengtu("facts", SAMPLE), zhengtu("facts", SAMPLE)]);
    expect(first.out).toBe(second.out);
  });
});

describe("zhengtu explain", () => {
  test("shows text → rule → fact for the passages that contain the words", async () => {
    const { out } = await zhengtu("explain", SAMPLE, "--find", "固定资产投资231亿元");
    expect(out).toMatch(/固定资产投资231亿元 → \S+ → 钟楼区 · 固定资产投资 = 231亿元 2022/);
    expect(out).not.toContain("引进各类人才");
  });
});

describe("zhengtu ingest, status, query, remove", () => {
  test("takes the good files in, refuses the bad with one line each, and ends with 1", async () => {
    const bad = join(folder, "坏.pdf");
    const empty = join(folder, "空.txt");
    await writeFile(bad, "%PDF-1.7\nnothing more");
    await writeFile(empty, "");
    const { status, err, out } = await zhengtu("ingest", SAMPLE, bad, empty, ...store);
    expect(status).toBe(1);
    expect(err.split("\n").filter((line) => line.includes("坏.pdf"))).toHaveLength(1);
    expect(err.split("\n").filter((line) => line.includes("空.txt"))).toHaveLength(1);
    expect(out).toContain("新增报告 1");
  });

  test("does not read again what has not changed", async () => {
    const { status, err } = await zhengtu("ingest", SAMPLE, ...store);
    expect(status).toBe(0);
    expect(err).toContain("1 个文件没有变化");
  });

  test("lists what is in the store", async () => {
    const { status, out } = await zhengtu("status", ...store);
    expect(status).toBe(0);
    expect(out).toMatch(/钟楼区 +2023 +计划报告/);
    expect(out).toMatch(/用于事实 \d+\.\d %/);
  });

  test("tells what the last ingests changed", async () => {
    const { status, out } = await zhengtu("changes", ...store);
    expect(status).toBe(0);
    expect(out).toMatch(/^c\d+$/m);
    expect(out).toMatch(/实体：新增 \d+/);
    const json = await zhengtu("changes", "--limit", "5", "--json", ...store);
    expect((JSON.parse(json.out) as { id: string }[])[0]?.id).toBe(out.split("\n")[0]);
    expect((await zhengtu("changes", "--limit", "0", ...store)).status).toBe(2);
  });

  test("answers a saved question as a table, as JSON and as CSV", async () => {
    const table = await zhengtu("query", "search", "--param", "q=两湖", ...store);
    expect(table.out).toContain("“两湖”创新区");
    const json = await zhengtu("query", "search", "--param", "q=两湖", "--json", ...store);
    expect((JSON.parse(json.out) as { name: string }[])[0]?.name).toBe("“两湖”创新区");
    const csv = await zhengtu("query", "search", "--param", "q=两湖", "--csv", ...store);
    expect(csv.out.split("\r\n")[0]).toMatch(/^id,name,type/);
  });

  test("takes a report out again by its file name", async () => {
    const { status, out } = await zhengtu("remove", "zhonglou-2023-plan-report.md", ...store);
    expect(status).toBe(0);
    expect(out).toContain("移除报告 1");
    expect((await zhengtu("status", ...store)).out).toContain("还没有报告");
  });
});

describe("zhengtu aliases", () => {
  test("lists suggestions, takes a decision with its reason, and takes it back", async () => {
    await zhengtu("ingest", SAMPLE, OTHER, ...store);
    const [a, b] = ["金坛区", "钟楼区"];
    const list = await zhengtu("aliases", ...store);
    expect(list.status, list.err).toBe(0);
    const decided = await zhengtu("aliases", "different", a, b, "--reason", "两个区", ...store);
    expect(decided.status, decided.err).toBe(0);
    expect(await readFile(join(folder, "store", "decisions.jsonl"), "utf8")).toContain('"reason":"两个区"');
    expect((await zhengtu("aliases", "--decided", ...store)).out).toMatch(
      /different +金坛区 +钟楼区 +两个区/,
    );
    expect((await zhengtu("aliases", "undo", b, a, ...store)).status).toBe(0);
    expect((await zhengtu("aliases", "--decided", ...store)).out).not.toContain("两个区");
    expect((await zhengtu("aliases", "same", a, "无此实体", ...store)).status).toBe(2);
  }, 120_000);
});

describe("zhengtu export", () => {
  test("writes the graph as canonical JSON, as GEXF, and as CSV with the command that imports it", async () => {
    const json = await zhengtu("export", ...store);
    const graph = JSON.parse(json.out) as { nodes: { id: string }[]; relationships: { id: string }[] };
    const ids = graph.nodes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids).toEqual([...ids].sort());
    expect((await zhengtu("export", "--format", "gexf", ...store)).out).toMatch(
      /^<\?xml[\s\S]*<gexf[\s\S]*<\/gexf>\s*$/,
    );
    const csv = await zhengtu("export", "--format", "csv", "--out", join(folder, "csv"), ...store);
    expect(csv.out).toMatch(/^neo4j-admin database import full /);
    expect(await readFile(join(folder, "csv", "nodes-District.csv"), "utf8")).toContain("钟楼区");
    expect((await zhengtu("export", "--format", "csv", ...store)).status).toBe(2);
  }, 120_000);
});

describe("zhengtu ingest --watch", () => {
  test("takes a file that comes after it started, and stops when it is told to", async () => {
    const inbox = join(folder, "inbox");
    await mkdir(inbox);
    const url = `embedded:${join(folder, "watched")}`;
    const child = spawn("node", ["ingest/zhengtu.js", "ingest", "--watch", inbox, "--store", url], {
      env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "" },
    });
    let said = "";
    const until = async (words: RegExp) => {
      for (let waited = 0; !words.test(said) && waited < 60_000; waited += 100)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(said).toMatch(words);
    };
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    try {
      await until(/等待新的或改动的文件/);
      await copyFile(SAMPLE, join(inbox, "新来的.md"));
      await until(/新增报告 1[\s\S]*新来的\.md[\s\S]*等待/);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  }, 150_000);
});

describe("exit status", () => {
  test.each([
    ["an unknown command", ["fly"], 2],
    ["a missing argument", ["ingest"], 2],
    ["an unknown question", ["query", "no-such-question"], 2],
    ["a store address that is none", ["status", "--store", "mysql://x"], 2],
    ["a server that is not there", ["status", "--store", "bolt://127.0.0.1:1"], 3],
    ["help", ["ingest", "--help"], 0],
  ])("%s: %o → %i", async (_, words, status) => {
    const run = await zhengtu(...words);
    expect(run.status, run.err).toBe(status);
    expect(run.err).not.toMatch(/\n\s+at /);
  });

  test("help is Chinese, or English where asked, with an example", async () => {
    expect((await zhengtu("ingest", "--help")).out).toMatch(/示例：\n\s+zhengtu ingest/);
    expect((await zhengtu("ingest", "--help", "--lang", "en")).out).toMatch(/Example:?\n\s+zhengtu ingest/);
  });
});
