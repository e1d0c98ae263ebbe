import { describe, expect, it } from "vitest";
import { describe as frameOf } from "../ingest/relations/frame.ts";
import { isPossible } from "../ingest/relations/possible.ts";
import { contextOf } from "./relations-context.ts";

/** Is `type` possible from the first to the second name of the marked text? */
const possible = (marked: string, type: "PART_OF" | "LOCATED_IN"): boolean =>
  isPossible(frameOf(contextOf(marked)), 0, type, 1);

describe("what can be", () => {
  it("knows under which city a district lies", () => {
    expect(possible("【鼓楼区|District】【南京市|District】", "PART_OF")).toBe(true);
    expect(possible("【黄浦区|District】【嘉兴市|District】", "PART_OF")).toBe(false);
    expect(possible("【南京市|District】【观石|District】", "PART_OF")).toBe(false);
    expect(possible("【云河新区|District】【云河|District】", "PART_OF")).toBe(false);
    expect(possible("【江阴市|District】【无锡市|District】", "PART_OF")).toBe(true);
    expect(possible("【南京市|District】【意大利|District】", "PART_OF")).toBe(false);
    expect(possible("【江苏省|District】【中国|District】", "PART_OF")).toBe(true);
  });
  it("lets unknown districts lie in higher ones only", () => {
    expect(possible("【石桥镇|District】【云河区|District】", "PART_OF")).toBe(true);
    expect(possible("【云河区|District】【石桥镇|District】", "PART_OF")).toBe(false);
  });
  it("does not take a thing for its own part", () => {
    expect(possible("【云河快速路|Infrastructure】【云河快速|Infrastructure】", "PART_OF")).toBe(false);
    expect(possible("【地铁14号线|Infrastructure】【地铁14|Infrastructure】", "PART_OF")).toBe(false);
    expect(possible("【扫黑除恶专项斗争|Initiative】【扫黑除恶|Initiative】", "PART_OF")).toBe(false);
    expect(possible("【云河快速路二期|Infrastructure】【云河快速路|Infrastructure】", "PART_OF")).toBe(true);
    expect(possible("【云河快速路|Infrastructure】【云河快速路二期|Infrastructure】", "PART_OF")).toBe(false);
  });
  it("does not put a thing into a town that only shares the name of the district", () => {
    expect(possible("【云河港|Infrastructure】【云河街道|District】", "LOCATED_IN")).toBe(false);
    expect(possible("【云河街道文化站|Institution】【云河街道|District】", "LOCATED_IN")).toBe(true);
  });
});
