import { expect, test } from "vitest";
import { INDICATORS, officialName } from "../ingest/lexicon/indicators.ts";

test.each([
  ["GDP", "地区生产总值"],
  ["规上工业增加值", "规模以上工业增加值"],
  ["社零总额", "社会消费品零售总额"],
  ["地区生产总值", "地区生产总值"],
  ["口袋公园", null],
])("%s is officially %s", (name, official) => {
  expect(officialName(name)).toBe(official);
});

test("No short name stands for two indicators, and no indicator is listed twice", () => {
  const names = INDICATORS.flatMap(({ name, short }) => [name, ...short]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
