import { describe, expect, it } from "vitest";
import { loadReportTagger } from "../ingest/model/rerank.ts";
import { loadTagger, pieces, type Span } from "../ingest/model/tagger.ts";

const tagger = loadTagger();
const text =
  "2023年，钟楼区人民法院、河海大学和常州市第一人民医院签约，新材料产业加快发展。\n常泰铁路开工，中创新航三期项目竣工。";

const shown = (spans: Span[]): string[] =>
  spans.map(({ start, end, type, depth }) => `${text.slice(start, end)} ${type} ${depth}`);

const cross = (a: Span, b: Span): boolean => a.start < b.start && b.start < a.end && a.end < b.end;

describe("the tagger", () => {
  it("finds names and the names inside them", () => {
    const found = shown(tagger.tag(text));
    expect(found).toContain("钟楼区人民法院 Institution 0");
    expect(found).toContain("钟楼区 District 1");
    expect(found).toContain("河海大学 Institution 0");
    expect(found).toContain("常泰铁路 Infrastructure 0");
  });

  it("says how likely each is, and never marks names that cross", () => {
    const spans = tagger.tag(text);
    for (const { probability } of spans) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(spans.some((a) => spans.some((b) => cross(a, b)))).toBe(false);
  });

  it("has its likelier best spans among the candidates", () => {
    const { best, candidates } = tagger.read(text);
    const likely = best.filter(({ probability }) => probability >= 0.051);
    expect(shown(candidates)).toEqual(expect.arrayContaining(shown(likely)));
  });

  it.each(["", "\n", "。", " \n\n ", "a"])("bears %j", (little) => {
    expect(tagger.tag(little)).toEqual([]);
  });

  it("reads a line the same wherever the text is cut before it", () => {
    const shownAfter = (sentences: number): string[] => {
      const filler = `${"各项工作有序推进。".repeat(sentences)}\n`;
      const spans = tagger.tag(filler + text).filter(({ start }) => start >= filler.length);
      return shown(spans.map((s) => ({ ...s, start: s.start - filler.length, end: s.end - filler.length })));
    };
    expect(shownAfter(130)).toEqual(shownAfter(10));
    expect(shownAfter(1000)).toEqual(shownAfter(10));
  });
});

describe("pieces of a text", () => {
  it.each([
    ["甲乙\n丙丁\n戊", 4, ["甲乙\n", "丙丁\n戊"]],
    ["甲乙。丙丁戊己", 5, ["甲乙。", "丙丁戊己"]],
    ["甲乙丙丁戊己", 4, ["甲乙丙丁", "戊己"]],
    ["", 4, []],
  ])("end with a line, a sentence, or anywhere: %j", (whole, longest, expected) => {
    expect([...pieces(whole, longest)].map(([from, to]) => whole.slice(from, to))).toEqual(expected);
  });
});

describe("the report tagger", () => {
  it("decides on each name of a report once", () => {
    const { spans } = loadReportTagger().readReport(text);
    expect(shown(spans)).toContain("钟楼区人民法院 Institution 0");
    expect(spans.some((a) => spans.some((b) => cross(a, b)))).toBe(false);
  });
});
