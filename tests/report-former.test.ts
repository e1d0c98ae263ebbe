import { expect, test } from "vitest";
import { findDivisions } from "../ingest/lexicon/divisions.ts";
import { whose } from "../ingest/report/district.ts";

test("a city that speaks is not the county whose former name was alike", () => {
  const text = `各位代表：\n现在，我代表市人民政府向大会报告工作。\n${"建设现代化南通。支持通州区发展。市委部署，南通人民努力。\n".repeat(4)}`;
  expect(whose("", text)?.name).toBe("南通市");
});

test("a county that no longer bears its name is still found by it", () => {
  const text = `各位代表：\n现在，我代表徐水县人民政府向大会报告工作。\n保定市委部署，全县努力。\n`;
  expect(whose("", text)).toMatchObject({ name: "徐水县", division: { name: "徐水区" } });
});

test("a word that only says a level is no district", () => {
  expect(["新区", "郊区", "市区"].map(findDivisions)).toEqual([[], [], []]);
  expect(findDivisions("丰润区").map(({ name }) => name)).toEqual(["丰润区"]);
});
