/** What a passage says in numbers, and what became of each number. Offsets are into the text. */
import type { Observation, Range } from "../types.ts";
import type { IgnoredNumber } from "./tokens.ts";

export interface Reading {
  observations: Observation[];
  /** Numbers that an observation claims. */
  claimed: Range[];
  /** Numbers that are none, each with the rule that says so. */
  ignored: IgnoredNumber[];
  /** Numbers that no rule knew. */
  unclaimed: Range[];
}

export const nothingRead = (): Reading => ({ observations: [], claimed: [], ignored: [], unclaimed: [] });

export const shift = (range: Range, offset: number): Range => ({
  start: range.start + offset,
  end: range.end + offset,
});

export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
