import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parametersFor, parseQuery, queryTable, savedQueries } from "../cypher/queries.ts";
import { openStore, type Store } from "../cypher/store.ts";
import { entityTypes, relationTypes } from "../ingest/ontology.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import { queriesSpec } from "./queries-spec.ts";
import { fixture } from "./store-facts.ts";

const path = mkdtempSync(join(tmpdir(), "zhengtu-queries-"));
let store: Store;
beforeAll(async () => {
  store = await openStore(`embedded:${path}`);
  await store.write(fixture());
});
afterAll(async () => {
  await store.close();
  rmSync(path, { recursive: true, force: true });
});

queriesSpec("embedded", () => store);

describe("a saved question", () => {
  it("fills in defaults and makes numbers of text", () => {
    const query = parseQuery(
      "x",
      '// zh: 问\n// en: ask\n// param: n integer 5 几\n// param: q text "云" 词\n// columns: a\nRETURN 1 AS a',
    );
    expect(parametersFor(query, { n: "7" })).toEqual({ n: 7, q: "云" });
    expect(() => parametersFor(query, { n: "七" })).toThrow(/n/);
    expect(() => parametersFor(query, { other: 1 })).toThrow(/other/);
  });

  it("says what it asks for in Chinese and in English", () => {
    for (const { name, parameters } of savedQueries())
      for (const { label, english } of parameters) {
        expect(label, name).toMatch(/\p{Script=Han}/u);
        expect(english, name).toMatch(/^[A-Za-z][^\p{Script=Han}]+$/u);
      }
  });

  it("there are at least twenty-four of, the same ones on both stores", () => {
    expect(savedQueries("embedded").filter(({ internal }) => !internal).length).toBeGreaterThanOrEqual(24);
    expect([...queryTable("neo4j").keys()]).toEqual([...queryTable("embedded").keys()]);
    for (const [name, query] of queryTable("neo4j")) {
      expect(query.columns, name).toEqual(queryTable("embedded").get(name)?.columns);
      expect(query.parameters, name).toEqual(queryTable("embedded").get(name)?.parameters);
    }
  });
});

/** Rules of notes/embedded-engine.md: what breaks them runs differently, or not at all, on one of the stores. */
const RULES: [rule: string, broken: RegExp][] = [
  [
    "R1 an aggregate in RETURN or WITH has a name of its own",
    /\b(?:count|collect|min|max|sum|avg)\((?:[^()]|\([^()]*\))*\)(?=\s*(?:,|\n|$))/,
  ],
  ["R4 lists grow by lists: list + [x]", /\[[^\]]*\]\s*\+\s*[a-z'"]|\w+s\s*\+\s*'/],
  ["R5 no slice from the end", /\[-\d+\.\./],
  [
    "R6 no aggregate inside another expression",
    /(?:size|head)\(\s*(?:collect|count)\(|\bIN\s+collect\(|(?<!\bCALL \(\w*\) )\{[^}]*\b(?:count|collect)\((?!\s*\{)/,
  ],
  ["R8 saved questions write nothing", /\b(?:SET|DELETE|REMOVE|MERGE|CREATE)\b/],
  [
    "R10 no label expressions, quantified paths, inline EXISTS with RETURN, CALL IN TRANSACTIONS",
    /\(\w*:\w+[|&!]\w+\)|->\{\d|EXISTS\s*\{[^}]*RETURN|IN TRANSACTIONS|NULLS LAST/,
  ],
];

describe("the page cypher/README.md", () => {
  const page = readFileSync(new URL("../cypher/README.md", import.meta.url), "utf8");
  it("lists the saved questions, entity types and relations that there are", () => {
    for (const { name, internal } of savedQueries()) if (!internal) expect(page).toContain(`[${name}]`);
    for (const name of [...entityTypes, ...relationTypes]) expect(page).toContain(`\`${name}\``);
  });

  it("and the heads of the questions give the parameters for Neo4j Browser, whole numbers as whole numbers", () => {
    for (const { name, internal, parameters, text } of savedQueries()) {
      const lines = text.split("\n").filter((line) => line.startsWith("// :param "));
      const wanted = parameters.map((one) => `// :param ${one.name} => ${JSON.stringify(one.default)}`);
      expect(lines, name).toEqual(internal ? [] : wanted);
    }
  });
});

it("the style for Neo4j Browser has every label, entity types in the colours of the viewer", () => {
  const style = readFileSync(new URL("../cypher/neo4j/style.grass", import.meta.url), "utf8");
  const ruleOf = (label: string) => new RegExp(`^node\\.${label} \\{ (.*) \\}$`, "m").exec(style)?.[1];
  for (const type of entityTypes) expect(ruleOf(type), type).toContain(`color: ${LOOKS[type].light};`);
  for (const label of ["Report", "Passage", "Observation", "Milestone", "Kept"])
    expect(ruleOf(label), label).toContain("caption:");
});

describe("the files of cypher/queries", () => {
  const folder = new URL("../cypher/queries/", import.meta.url);
  const files = ["", "embedded/", "neo4j/"].flatMap((part) =>
    readdirSync(new URL(part, folder))
      .filter((file) => file.endsWith(".cypher"))
      .map((file) => `${part}${file}`),
  );
  for (const file of files) {
    const query = parseQuery(file, readFileSync(new URL(file, folder), "utf8"));
    it(`${file} keeps the rules and tells what it is`, () => {
      for (const [rule, broken] of RULES) expect(broken.exec(query.cypher)?.[0], rule).toBeUndefined();
      expect(query.question.zh).toMatch(/\p{Script=Han}/u);
      expect(query.question.en).toMatch(/[a-z]/);
      expect(query.columns.length).toBeGreaterThan(0);
      const used = new Set([...query.cypher.matchAll(/\$(\w+)/g)].map(([, name]) => name));
      expect(new Set(query.parameters.map(({ name }) => name))).toEqual(used);
    });
  }

  it.each([
    ["R1", "MATCH (d)-[p]-() RETURN d, count(p)"],
    ["R4", "RETURN [1] + x AS l"],
    ["R5", "RETURN l[-2..] AS l"],
    ["R6", "RETURN size(collect(x)) AS n"],
    ["R8", "MATCH (n) SET n.x = 1"],
    ["R10", "MATCH (n:A|B) RETURN n"],
  ])("a query that breaks %s is noticed: %s", (rule, cypher) => {
    expect(
      RULES.filter(([name]) => name.startsWith(`${rule} `)).some(([, broken]) => broken.test(cypher)),
    ).toBe(true);
  });
});
