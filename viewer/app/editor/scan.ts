/**
 * Where in a Cypher text one is writing: what stands before the cursor, seen without strings and comments. Pure.
 * `MATCH (n:Dis|` → a label; `WHERE n.na|` → a property of n; `'…|` → nothing is offered.
 */
export type Place =
  | { kind: "label" | "type"; from: number; after: string[] }
  | { kind: "property"; from: number; of: string[] }
  | { kind: "parameter"; from: number }
  | { kind: "word"; from: number }
  | { kind: "none" };

/** Variables of a text and what they are said to be: n → District; r → LOCATED_IN, PURSUES. */
export type Variables = ReadonlyMap<string, readonly string[]>;

const NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
const WORD_END = /[\p{L}\p{N}_]*$/u;
/** Comment, string or quoted name; an open one reaches to the end. */
const HIDDEN =
  /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|`(?:``|[^`])*(?:`|$)/g;

/** Strings and comments blanked, of the same length. */
export const bare = (cypher: string): string =>
  cypher.replace(HIDDEN, (part) => part.replace(/[^\n]/g, part.startsWith("`") ? "_" : " "));

/** Within a string, a comment or a quoted name. */
function isHidden(cypher: string, at: number): boolean {
  for (const { 0: part, index } of cypher.matchAll(HIDDEN)) {
    if (index >= at) return false;
    const end = index + part.length;
    const open = part.startsWith("//") ? at <= end : at < end || !isClosed(part);
    if (open && at <= end) return true;
  }
  return false;
}

const isClosed = (part: string): boolean =>
  part.startsWith("/*") ? part.length > 3 && part.endsWith("*/") : part.length > 1 && part.at(-1) === part[0];

export function placeIn(cypher: string, at: number): Place {
  if (isHidden(cypher, at)) return { kind: "none" };
  const before = bare(cypher.slice(0, at));
  const word = WORD_END.exec(before)?.[0] ?? "";
  const from = at - word.length;
  const head = before.slice(0, from);
  if (/\$$/.test(head)) return { kind: "parameter", from };
  const variable = new RegExp(`(${NAME})\\s*\\.$`, "u").exec(head)?.[1];
  if (variable !== undefined)
    return { kind: "property", from, of: [...(variablesIn(cypher).get(variable) ?? [])] };
  // a number's point, a range
  if (/\.$/.test(head) || /^\d/.test(word)) return { kind: "none" };
  return withinBrackets(cypher, head, from);
}

function withinBrackets(cypher: string, head: string, from: number): Place {
  const open = openBrackets(head);
  const inner = open.at(-1);
  const said = inner ? head.slice(inner.at + 1) : head;
  if (inner?.sign === "{" && /(?:^|,)\s*$/.test(said)) {
    const owner = open.at(-2);
    const pattern = owner ? head.slice(owner.at + 1, inner.at) : "";
    return { kind: "property", from, of: namesIn(pattern, cypher) };
  }
  const colon = /[:|&!]\s*$/.test(said);
  if (colon && inner?.sign === "[" && /[-]\s*$/.test(head.slice(0, inner.at)))
    return { kind: "type", from, after: nodeBefore(head.slice(0, inner.at), cypher) };
  if (colon && inner?.sign === "(" && new RegExp(`^\\s*(?:${NAME})?\\s*:[^{(]*$`, "u").test(said))
    return { kind: "label", from, after: relationBefore(head.slice(0, inner.at)) };
  const tested = new RegExp(`(${NAME})\\s*:\\s*$`, "u").exec(said)?.[1];
  if (tested !== undefined && inner?.sign !== "{") return testOf(tested, cypher, from);
  return { kind: "word", from };
}

/** `WHERE n:` wants a label, `WHERE r:` of a relationship a type. */
function testOf(variable: string, cypher: string, from: number): Place {
  const relation = new RegExp(`-\\s*\\[\\s*${variable}\\s*[:\\]]`, "u").test(bare(cypher));
  return { kind: relation ? "type" : "label", from, after: [] };
}

function openBrackets(head: string): { sign: string; at: number }[] {
  const open: { sign: string; at: number }[] = [];
  for (let at = 0; at < head.length; at++) {
    const sign = head[at] as string;
    if (sign === "(" || sign === "[" || sign === "{") open.push({ sign, at });
    else if (sign === ")" || sign === "]" || sign === "}") open.pop();
  }
  return open;
}

/** The labels of the node to the left of `-[`, those of its variable where it bears none here. */
function nodeBefore(head: string, cypher: string): string[] {
  const inside = /\(([^()]*)\)\s*<?-\s*$/.exec(head)?.[1];
  return inside === undefined ? [] : namesIn(inside, cypher);
}

/** The types of the relationship that leads to the node: `-[:ABOUT]->(` . */
function relationBefore(head: string): string[] {
  const inside = /\[([^[\]]*)\]\s*->?\s*$/.exec(head)?.[1];
  return inside === undefined ? [] : labelsIn(inside);
}

const labelsIn = (pattern: string): string[] => {
  const colon = pattern.indexOf(":");
  const end = pattern.search(/[{*]|\bWHERE\b/i);
  if (colon < 0) return [];
  return pattern.slice(colon, end < colon ? undefined : end).match(new RegExp(NAME, "gu")) ?? [];
};

function namesIn(pattern: string, cypher: string): string[] {
  const own = labelsIn(pattern);
  if (own.length > 0) return own;
  const variable = new RegExp(`^\\s*(${NAME})`, "u").exec(pattern)?.[1];
  return [...(variable === undefined ? [] : (variablesIn(cypher).get(variable) ?? []))];
}

const BOUND = new RegExp(`[(\\[]\\s*(${NAME})\\s*(?=[:)\\]{*]|WHERE)([^()\\[\\]{}*]*)`, "gu");
const NAMED = new RegExp(`\\bAS\\s+(${NAME})`, "giu");
const PATH = new RegExp(`\\b(${NAME})\\s*=\\s*(?:\\(|shortestPath|allShortestPaths)`, "giu");

/** All that a text gives names to. */
export function variablesIn(cypher: string): Variables {
  const text = bare(cypher);
  const found = new Map<string, string[]>();
  const add = (name: string, labels: string[]): void => {
    found.set(name, [...new Set([...(found.get(name) ?? []), ...labels])]);
  };
  for (const { 0: whole, 1: name = "", 2: rest = "", index } of text.matchAll(BOUND)) {
    // count(n) is no pattern: a name stands before the bracket
    const called = whole.startsWith("(") && /[\p{L}\p{N}_]$/u.test(text.slice(0, index));
    if (!called || rest.includes(":")) add(name, labelsIn(rest));
  }
  for (const { 1: name = "" } of text.matchAll(NAMED)) add(name, []);
  for (const { 1: name = "" } of text.matchAll(PATH)) add(name, []);
  return found;
}

/** Parameters that a text uses or declares in its head (`// param: id text …`). */
export function parametersIn(cypher: string): string[] {
  const declared = [...cypher.matchAll(new RegExp(`^//\\s*param:\\s*(${NAME})`, "gmu"))];
  const used = [...bare(cypher).matchAll(new RegExp(`\\$(${NAME})`, "gu"))];
  return [...new Set([...declared, ...used].map(({ 1: name = "" }) => name))];
}
