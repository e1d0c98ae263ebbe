import { describe, expect, it } from "vitest";
import { COLUMNS, features, tableRows } from "../ingest/model/features.ts";
import { fold, foldName } from "../ingest/model/folding.ts";
import { LETTERS, parseMarks, TAG_COUNT, tagsOf } from "../ingest/model/labels.ts";
import { chunkColumns, quoteColumn, repeatColumn } from "../ingest/model/surroundings.ts";
import { openVocabulary } from "../ingest/model/vocabulary.ts";

/** 常州 and 钟楼区 are divisions, 恐龙园 and 恐龙园二期 names seen in training; 建成 and 恐龙 are words. */
const vocabulary = openVocabulary({
  chars: "常州钟楼区,",
  bigrams: "常州00",
  words: "恐龙\n建成",
  costs: [100, 100],
  unknown: 300,
  divisions: "常州\n钟楼区",
  divisionTags: "df",
  names: "恐龙园\n恐龙园二期",
  nameTags: "AB",
});

const column = (text: string, name: (typeof COLUMNS)[number]): number[] => [
  ...(features(text, vocabulary).columns[COLUMNS.indexOf(name)] as Int32Array),
];

describe("marked excerpts become tags", () => {
  it("puts outermost names at depth 0 and the names inside at depth 1", () => {
    const { text, spans } = parseMarks("在⟦⟦钟楼区⟧D法院⟧I前");
    expect(text).toBe("在钟楼区法院前");
    const institution = 1 + 4 * LETTERS.indexOf("I");
    expect([...tagsOf(spans, 0, text.length)]).toEqual([
      0,
      institution,
      institution + 1,
      institution + 1,
      institution + 1,
      institution + 2,
      0,
    ]);
    expect([...tagsOf(spans, 1, text.length)]).toEqual([0, 1, 2, 3, 0, 0, 0]);
  });

  it("gives a name of one character the single tag", () => {
    const { text, spans } = parseMarks("⟦沪⟧D");
    expect([...tagsOf(spans, 0, text.length)]).toEqual([4]);
  });

  it("has one letter a type and four tags a letter beside O", () => expect(TAG_COUNT).toBe(1 + 4 * 13));

  it.each(["⟦常州", "常州⟧D", "⟦常州⟧X"])("refuses the bad mark in %s", (marked) => {
    expect(() => parseMarks(marked)).toThrow();
  });
});

describe("features", () => {
  it("keep one row a code unit, whatever the text holds", () => {
    for (const text of ["", "常", "𠮷野家", "“”《", "\n\n", "e\u0301\u200d"]) {
      for (const ids of features(text, vocabulary).columns) expect(ids.length).toBe(text.length);
    }
  });

  it("stay below the rows of their table", () => {
    const rows = tableRows(vocabulary);
    const text = "常州市钟楼区，“恐龙园二期”（５Ｇ）建成；恐龙园二期建成。恐龙园二期";
    const { columns } = features(text, vocabulary);
    COLUMNS.forEach((name, i) => {
      expect(Math.max(...(columns[i] as Int32Array))).toBeLessThan(rows[name]);
    });
  });

  it.each([
    ["full-width marks and digits are folded", "，１", "char", [6, 0]],
    ["a bigram's digits are all 0", "常州23", "bigramLeft", [0, 1, 0, 2]],
    ["the right bigram is the left one of the next character", "常州23", "bigramRight", [1, 0, 2, 0]],
    ["words are cut the cheapest way", "恐龙建成", "word", [1, 1, 2, 2]],
    ["places in words: 2 3 for two characters, 1 for one", "恐龙园", "wordPosition", [2, 3, 1]],
    ["divisions by tag and part", "常州钟楼区", "division", [9, 11, 17, 18, 19]],
    ["the longest known name", "恐龙园二期", "name", [69, 70, 70, 70, 71]],
    ["a shorter known name inside it", "恐龙园二期", "innerName", [65, 66, 67, 0, 0]],
  ] as const)("%s: %s", (_, text, name, expected) => expect(column(text, name)).toEqual(expected));
});

describe("surroundings", () => {
  const codes = (text: string): Uint16Array => fold(text).codes;

  it("“两湖” has first and last, a mark left open has nothing", () => {
    expect([...quoteColumn(codes("“两湖”区"))]).toEqual([0, 1, 3, 0, 0]);
    expect([...quoteColumn(codes("“两湖\n区”"))]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("the marks inside 《》 keep what they claimed", () => {
    const ids = [...quoteColumn(codes("《“十四五”规划》"))];
    expect(ids.slice(2, 5)).toEqual([1, 2, 3]);
    expect(ids[6]).toBeGreaterThan(12);
  });

  it("four characters that come again are seen at their first and last character", () => {
    const { plain } = fold("恐龙园区，恐龙园区");
    expect([...repeatColumn(plain, plain)]).toEqual([3, 0, 0, 1, 0, 3, 0, 0, 1]);
  });

  it("chunks know the mark before and behind them, marks have none", () => {
    const { start, end } = chunkColumns(codes("甲、乙"));
    expect([start[1], end[1]]).toEqual([0, 0]);
    expect(start[2]).not.toBe(start[0]);
    expect(end[0]).not.toBe(end[2]);
  });

  it("names are looked up half-width and in lower case", () => expect(foldName("ＡＢ５Ｇ")).toBe("ab5g"));
});

it("takes time in proportion to the text, even where everything matches", () => {
  const time = (length: number): number => {
    const text = "恐龙园二期“《（".repeat(length / 8);
    const begun = performance.now();
    features(text, vocabulary);
    return performance.now() - begun;
  };
  time(80_000);
  expect(time(800_000)).toBeLessThan(40 * Math.max(5, time(80_000)));
});
