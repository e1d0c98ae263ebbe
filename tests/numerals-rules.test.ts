import { expect, test } from "vitest";
import { QUALITIES } from "../ingest/rules/indicators-qualities.ts";
import { IGNORED_NUMBERS } from "../ingest/rules/numbers-ignored.ts";
import { IGNORED_QUOTES } from "../ingest/rules/numbers-quotes.ts";

const rules = [...IGNORED_NUMBERS, ...IGNORED_QUOTES];
const examples = (kind: "yes" | "no"): [string, string, RegExp][] =>
  rules.flatMap((rule) =>
    rule[kind].map((words): [string, string, RegExp] => [
      rule.name,
      words,
      new RegExp(rule.pattern.source, rule.pattern.flags.replace("g", "")),
    ]),
  );

test.each(examples("yes"))("The rule %s matches its example %s", (_, words, pattern) => {
  expect(pattern.test(words)).toBe(true);
});

test.each(examples("no"))("The rule %s leaves %s alone", (_, words, pattern) => {
  expect(pattern.test(words)).toBe(false);
});

test("No two rules of a table share a name", () => {
  for (const table of [IGNORED_NUMBERS, QUALITIES, IGNORED_QUOTES]) {
    const names = table.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
  }
});
