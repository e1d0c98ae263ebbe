/**
 * A rule that finds names where language is regular. `pattern` matches the name alone (what stands around it goes into
 * look-arounds). `yes` holds marked sentences: ⟦name⟧ and the type's letter; `no` sentences in which it finds nothing.
 * Both are run as tests.
 */
import type { EntityType } from "../../ontology.ts";
import type { Mention } from "../../types.ts";
import { leftEdge } from "./edge.ts";

export interface NameRule {
  name: string;
  type: EntityType;
  pattern: RegExp;
  /** The name may begin before the match: 安全生产|“三查”行动. */
  leftward?: true;
  /** How often it is right, measured on marked text; 0 … 1. */
  probability: number;
  yes: readonly string[];
  no: readonly string[];
}

/** All that one rule finds, in the order of the text. */
export function apply(rule: NameRule, text: string): Mention[] {
  const { name, type, pattern, probability } = rule;
  const found: Mention[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const start = rule.leftward ? before(text, match.index) : match.index;
    if (end > start) found.push({ start, end, type, probability, rule: name, depth: 0 });
  }
  return found;
}

const FURTHEST = 10;

/** Left edge of a name that goes on before `at`; `at` itself where no edge is near. */
function before(text: string, at: number): number {
  const start = leftEdge(text, at, FURTHEST, true);
  return at - start >= FURTHEST || /[“”（）]/u.test(text.slice(start, at)) || at - start < 2 ? at : start;
}
