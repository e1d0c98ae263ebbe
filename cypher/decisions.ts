/**
 * What a reader decided about names that rules cannot tell: a text file, one decision a line, kept by the user under
 * version control. A later line about the same two things takes the place of an earlier one; "undo" takes it back.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { entityTypes } from "../ingest/ontology.ts";
import { StoreError } from "./errors.ts";

const Side = z.object({
  type: z.enum(entityTypes as [string, ...string[]]),
  /** A name that some report uses. */
  name: z.string().min(1),
  /** Whose, as the entity's `scope` says; left out: wherever the name is. */
  scope: z.string().optional(),
  /** Only what this report means by the name. */
  report: z.string().optional(),
});

const Line = z.object({
  decision: z.enum(["same", "different", "unsure", "undo"]),
  a: Side,
  b: Side,
  reason: z.string().default(""),
});

export type DecisionSide = z.infer<typeof Side>;
export type Decision = z.infer<typeof Line>;

/** The decisions in force, in an order of their own. Throws StoreError "usage" that names the line. */
export function readDecisions(path: string): Decision[] {
  if (!existsSync(path)) return [];
  const inForce = new Map<string, Decision>();
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((text, i) => {
      if (text.trim() === "" || text.startsWith("#")) return;
      const decision = parseLine(text, path, i + 1);
      inForce.delete(pairOf(decision));
      if (decision.decision !== "undo") inForce.set(pairOf(decision), decision);
    });
  return [...inForce].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, decision]) => decision);
}

function parseLine(text: string, path: string, line: number): Decision {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    throw new StoreError(
      "usage",
      `${path} 第 ${line} 行不是一条决定；应为 {"decision":"same|different|unsure|undo","a":{"type","name"},"b":{…},"reason"}`,
      `${path}, line ${line}, is not a decision`,
      { line, cause },
    );
  }
}

const sideOf = ({ type, name, scope, report }: DecisionSide): string =>
  JSON.stringify([type, name, scope ?? null, report ?? null]);
const pairOf = ({ a, b }: Decision): string => [sideOf(a), sideOf(b)].sort().join("\n");

/** Writes a decision down; it holds from the store's next writing or `decide()` on. */
export function recordDecision(path: string, decision: Decision): void {
  const checked = Line.parse(decision);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify(checked)}\n`);
}

/** The same ones in the same order. */
export const sameDecisions = (a: readonly Decision[], b: readonly Decision[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
