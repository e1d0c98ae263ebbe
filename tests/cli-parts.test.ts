import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiles } from "../ingest/cli/files.ts";
import { asCsv, asTable, cellText } from "../ingest/cli/table.ts";
import { languageOf, plain } from "../ingest/cli/terminal.ts";

describe("language", () => {
  test.each([
    ["en", { LANG: "zh_CN.UTF-8" }, "en"],
    [undefined, { LANG: "en_GB.UTF-8" }, "en"],
    [undefined, { LC_ALL: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh"],
    [undefined, { LANG: "C.UTF-8" }, "zh"],
    [undefined, {}, "zh"],
  ] as const)("--lang %s in %o is %s", (option, env, lang) => {
    expect(languageOf(option, env)).toBe(lang);
  });
});

describe("the terminal", () => {
  test("never gets control, bidi or zero-width characters of a report", () => {
    expect(plain("星海\u001b[31m科技\u202e\u200b有限\u0007公司\n二行")).toBe("星海[31m科技有限公司\n二行");
  });
});

describe("tables", () => {
  test("align Chinese characters by their width of two columns", () => {
    const lines = asTable(
      ["名称", "n"],
      [
        ["云河区", 1],
        ["a", 22],
      ],
    ).split("\n");
    expect(lines).toEqual(["名称    n", "──────  ──", "云河区  1", "a       22"]);
  });

  test("show a node by its name, a path by its nodes, a list joined", () => {
    const node = { id: "1", labels: ["Entity"], properties: { name: "云河区" } };
    expect(cellText(node)).toBe("云河区");
    expect(cellText({ nodes: [node, node], relationships: [] })).toBe("云河区 – 云河区");
    expect(cellText(["甲", null, 3])).toBe("甲、、3");
  });

  test("as CSV quote what needs it and defuse what a spreadsheet would run", () => {
    expect(
      asCsv(
        ["a", "b"],
        [
          ["=1+1", '他说"好",'],
          [-3, "-3"],
        ],
      ),
    ).toBe('a,b\r\n\'=1+1,"他说""好"","\r\n-3,\'-3');
  });
});

describe("FILE|DIR…", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zhengtu-files-"));
    await mkdir(join(folder, "内"));
    for (const name of ["乙.txt", "甲.PDF", "图.png", ".hidden.txt", "内/丙.md"])
      await writeFile(join(folder, name), "x");
    await symlink(folder, join(folder, "内", "loop"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("takes the documents of a folder in order, each once, and goes round no loop", async () => {
    const { files, skipped, missing } = await listFiles([folder, join(folder, "乙.txt")]);
    expect(files.map((file) => file.slice(folder.length + 1))).toEqual(["乙.txt", "内/丙.md", "甲.PDF"]);
    expect(skipped).toEqual([join(folder, "图.png")]);
    expect(missing).toEqual([]);
  });

  test("tries a file that is named, whatever its ending, and lists what is missing", async () => {
    const { files, missing } = await listFiles([join(folder, "图.png"), join(folder, "无")]);
    expect(files).toEqual([join(folder, "图.png")]);
    expect(missing).toEqual([join(folder, "无")]);
  });
});
