/** A relation that a rule or the scorer proposes, before each is kept once. */
import type { Basis, RelationType } from "../ontology.ts";
import type { Range } from "../types.ts";

export interface Found {
  from: number;
  type: RelationType;
  to: number;
  basis: Basis;
  /** Above 0; of two that exclude each other the higher stays. */
  score: number;
  rule: string;
  /** Index of the sentence that says it, and the range in it. */
  sentence: number;
  range: Range;
  year?: number;
  title?: string;
}
