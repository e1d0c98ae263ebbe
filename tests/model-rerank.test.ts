import { describe, expect, it } from "vitest";
import { groupSpans, occurrencesOf, surroundingsOf } from "../ingest/model/rerank/groups.ts";
import { type Kept, marksOf } from "../ingest/model/rerank/marks.ts";
import { probabilityOfOdds, scoreTrees } from "../ingest/model/rerank/trees.ts";
import type { Span } from "../ingest/model/tagger.ts";

/** The span of `name` in `text`, the n-th one. */
function spanOf(
  text: string,
  name: string,
  type: Span["type"],
  probability: number,
  depth: 0 | 1 = 0,
  nth = 0,
): Span {
  let start = text.indexOf(name);
  for (let i = 0; i < nth; i++) start = text.indexOf(name, start + 1);
  return { start, end: start + name.length, type, probability, depth };
}

function keptOf(text: string, candidates: Span[], confidence = 0.9): Kept[] {
  const groups = groupSpans(text, candidates);
  const occurrences = occurrencesOf(text, groups);
  return groups.map((group) => ({ group, confidence, occurrences: occurrences.get(group.key) ?? [] }));
}

const shown = (text: string, spans: Span[]): string[] =>
  spans.map(({ start, end, type, depth }) => `${text.slice(start, end)} ${type} ${depth}`);

describe("groups of candidates", () => {
  const text = "“两湖”创新区开园，两湖创新区在常州。\n常州的两湖创新区";
  const candidates = [
    spanOf(text, "“两湖”创新区", "Initiative", 0.9),
    spanOf(text, "两湖创新区", "Initiative", 0.4),
    spanOf(text, "两湖创新区", "Park", 0.3),
    spanOf(text, "常州", "District", 0.8),
  ];

  it("put spellings of one name together, by type", () => {
    const groups = groupSpans(text, candidates);
    expect(groups.map(({ key, type, spans }) => [key, type, spans.length])).toEqual([
      ["两湖创新区", "Initiative", 2],
      ["两湖创新区", "Park", 1],
      ["常州", "District", 1],
    ]);
    expect(groups[0]?.name).toBe("“两湖”创新区");
  });

  it("know every place where a name stands, however it is spelt", () => {
    const occurrences = occurrencesOf(text, groupSpans(text, candidates));
    expect(occurrences.get("两湖创新区")).toHaveLength(3);
    expect(occurrences.get("常州")).toHaveLength(2);
  });
});

describe("surroundings of a span", () => {
  const text = "常州市钟楼区人民法院";
  const whole = spanOf(text, "钟楼区人民法院", "Institution", 0.7);
  const inner = spanOf(text, "钟楼区", "District", 0.5, 1);
  const crossing = spanOf(text, "常州市钟楼区", "District", 0.2);
  const rival = spanOf(text, "钟楼区人民法院", "Place", 0.1);
  const found = surroundingsOf([crossing, inner, whole, rival]);

  it("tell what crosses it, holds it, lies in it and lies on it", () => {
    expect(found.get(whole)).toEqual({ crossing: 0.2, containing: 0, contained: 0.5, rival: 0.1 });
    expect(found.get(inner)).toEqual({ crossing: 0, containing: 0.7, contained: 0, rival: 0 });
    expect(found.get(crossing)).toEqual({ crossing: 0.7, containing: 0, contained: 0.5, rival: 0 });
  });
});

describe("marks of kept names", () => {
  it("keep a name within a name and drop what crosses", () => {
    const text = "常州市钟楼区人民法院";
    const kept = keptOf(text, [
      spanOf(text, "钟楼区人民法院", "Institution", 0.7),
      spanOf(text, "钟楼区", "District", 0.5, 1),
      spanOf(text, "常州市钟楼区", "District", 0.2),
    ]);
    expect(shown(text, marksOf(kept, text.length))).toEqual([
      "钟楼区人民法院 Institution 0",
      "钟楼区 District 1",
    ]);
  });

  it("do not mark a shorter reading inside the longer one at the same place", () => {
    const text = "金坛区开会，金坛繁荣";
    const kept = keptOf(text, [
      spanOf(text, "金坛区", "District", 0.9),
      spanOf(text, "金坛", "District", 0.06),
      spanOf(text, "金坛", "District", 0.9, 0, 1),
    ]);
    expect(shown(text, marksOf(kept, text.length))).toEqual(["金坛区 District 0", "金坛 District 0"]);
  });

  it("give a firm that stands for its project both types", () => {
    const text = "恩都法等项目开工";
    const kept = keptOf(text, [
      spanOf(text, "恩都法", "Project", 0.8),
      spanOf(text, "恩都法", "Enterprise", 0.6, 1),
    ]);
    expect(shown(text, marksOf(kept, text.length))).toEqual(["恩都法 Project 0", "恩都法 Enterprise 1"]);
  });

  it("mark a kept name where the tagger overlooked it, unless it is part of another", () => {
    const text = "邹区镇灯具城在邹区镇，邹区镇很大";
    const kept = keptOf(text, [
      spanOf(text, "邹区镇灯具城", "Place", 0.9),
      spanOf(text, "邹区镇", "District", 0.9, 0, 1),
    ]);
    expect(shown(text, marksOf(kept, text.length))).toEqual([
      "邹区镇灯具城 Place 0",
      "邹区镇 District 0",
      "邹区镇 District 0",
    ]);
  });
});

describe("boosted trees", () => {
  const tree = { feature: [1, 0], threshold: [0.5, 2], left: [1, -3], right: [-1, -2], leaf: [1, 2, -4] };

  it.each([
    [[0, 0.6], 1],
    [[3, 0.5], 2],
    [[2, 0.1], -4],
  ])("send %j to its leaf", (numbers, leaf) => {
    expect(scoreTrees([tree, tree], numbers)).toBe(2 * leaf);
  });

  it("may be a single leaf", () => {
    expect(scoreTrees([{ feature: [], threshold: [], left: [], right: [], leaf: [0.25] }], [1])).toBe(0.25);
  });

  it.each([-40, -3, -0.1, 0, 0.7, 12])("turn log-odds of %d into a probability", (logOdds) => {
    const expected = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, logOdds))));
    expect(probabilityOfOdds(logOdds)).toBeCloseTo(expected, 9);
  });
});
