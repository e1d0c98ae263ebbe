import fc from "fast-check";
import { expect, test } from "vitest";
import { readChinese, readQuantity } from "../ingest/numerals.ts";

test.each<[string, number | null]>([
  ["三十", 30],
  ["十二", 12],
  ["一千二百", 1200],
  ["两万", 20000],
  ["三万五千", 35000],
  ["二〇二三", 2023],
  ["百", 100],
  ["统一", null],
])("%s is the numeral %s", (words, value) => {
  expect(readChinese(words)).toBe(value);
});

test.each<[string, number, string | null, string]>([
  ["890亿元", 890, "亿元", "exact"],
  ["1.2万人", 1.2, "万人", "exact"],
  ["1,234家", 1234, "家", "exact"],
  ["65家以上", 65, "家", "min"],
  ["5%左右", 5, "%", "approx"],
  ["3个工作日以内", 3, "个工作日", "max"],
  ["3000余场次", 3000, "场次", "min"],
  ["391元/月", 391, "元/月", "exact"],
  ["21.6微克/立方米", 21.6, "微克/立方米", "exact"],
  ["2795套（间）", 2795, "套（间）", "exact"],
  ["0.7个百分点", 0.7, "个百分点", "exact"],
  ["八成以上", 80, "%", "min"],
  ["30万立方米/日", 30, "万立方米/日", "exact"],
])("%s is %s %s, %s", (words, value, unit, bound) => {
  expect(readQuantity(words, 0)).toMatchObject({ value, unit, bound });
});

test.each<[string, number, string, string]>([
  ["超百亿元", 100, "亿元", "min"],
  ["突破万亿元", 1, "万亿元", "min"],
  ["近千亿", 1000, "亿元", "approx"],
  ["超过50%", 50, "%", "min"],
  ["不少于20个", 20, "个", "min"],
])("the words before the digits bound %s", (words, value, unit, bound) => {
  const index = words.search(/[0-9百千万]/u);
  expect(readQuantity(words, index)).toMatchObject({ value, unit, bound, from: 0 });
});

test("A minus behind a word is of the number, one between digits is a range", () => {
  expect(readQuantity("增长率为-0.57‰", 5)).toMatchObject({ start: 4, value: -0.57, unit: "‰" });
  expect(readQuantity("3-5个", 2)).toMatchObject({ value: 5 });
});

test("6-10个 is a range with its upper end", () => {
  expect(readQuantity("6-10个", 0)).toMatchObject({ value: 6, upper: 10, unit: "个" });
});

test("Any text is read without an error, and a quantity lies within it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0129.,，％%十百千万亿两成个家以上多余-约/元月"), maxLength: 40 }),
      (text) => {
        for (let index = 0; index < text.length; index++) {
          const quantity = readQuantity(text, index);
          if (quantity)
            expect(quantity.end > index && quantity.to <= text.length && quantity.from >= 0).toBe(true);
        }
      },
    ),
  );
});

test.each<[string, string]>([
  ["家庭医生服务团队签约8755户", "exact"],
  ["节约3亿元", "exact"],
  ["总投资约3亿元", "approx"],
])("%s: %s, for 约 after a verb is no “about”", (words, bound) => {
  expect(readQuantity(words, words.search(/[0-9]/u))).toMatchObject({ bound });
});
