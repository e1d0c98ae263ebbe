/**
 * What the console refuses before any engine sees it. The engines refuse writing by themselves (read-only file, READ
 * access mode); this is for what they let through: files and network, other databases, the server's own affairs.
 */
import { StoreError } from "./errors.ts";

/** Strings, quoted names and comments blanked out, of the same length: positions stay true. */
export function masked(cypher: string, names: "hidden" | "shown" = "hidden"): string {
  return cypher.replace(
    /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|`(?:``|[^`])*(?:`|$)/g,
    (part) => (part.startsWith("`") ? quotedName(part, names) : part.replace(/[^\n]/g, " ")),
  );
}

/** `set` is a name like any other; but `apoc`.`load` is apoc.load. */
const quotedName = (part: string, names: "hidden" | "shown"): string =>
  names === "shown" && /^`[\w.]+`$/.test(part) ? ` ${part.slice(1, -1)} ` : part.replace(/[^\n]/g, "_");

interface Refusal {
  pattern: RegExp;
  zh: string;
  en: string;
}

const REFUSED: readonly Refusal[] = [
  { pattern: /\bLOAD\b/i, zh: "LOAD 会读文件或网络", en: "LOAD reads files or the network" },
  {
    // CYPHER 5 TERMINATE TRANSACTIONS …, EXPLAIN SHOW USERS: what stands before is no part of the question.
    pattern:
      /^\s*(?:(?:EXPLAIN|PROFILE|CYPHER(?:\s+[\d.]+)?(?:\s+\w+\s*=\s*\w+)*)\s+)*(?:SHOW|TERMINATE|ALTER|GRANT|DENY|REVOKE|START|STOP|ENABLE|DEALLOCATE|REALLOCATE|RENAME|DRYRUN)\b/i,
    zh: "这里只能查询图，不能管理服务器",
    en: "only questions to the graph, no affairs of the server",
  },
  { pattern: /\bUSE\s+[\w`]/i, zh: "不能换库 (USE)", en: "no other database (USE)" },
  {
    pattern: /\b(?:CREATE|MERGE|DELETE|REMOVE|DROP|FOREACH|INSERT)\b|\bSET\b|\bIN\s+TRANSACTIONS\b/i,
    zh: "只读：这里不能写入",
    en: "read-only: nothing can be written here",
  },
  { pattern: /;\s*\S/, zh: "一次只能运行一条语句", en: "one statement at a time" },
];

/** Procedures that only read the graph. */
const PROCEDURES =
  /^(?:db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query(?:Nodes|Relationships))|grafeo\.search\.text)$/i;
/** Namespaces of functions that reach nothing outside. */
const FUNCTIONS =
  /^(?:date|datetime|time|localtime|localdatetime|duration|point|vector\.similarity)(?:\.\w+)*$/i;

/** Throws StoreError "refused" with the place. */
export function guard(cypher: string): void {
  // Neo4j reads "\u004C" as "L" before anything else; a text is refused if either reading of it is.
  for (const text of new Set([cypher, unescaped(cypher)])) check(text);
}

const unescaped = (cypher: string): string =>
  cypher.replace(/\\u+([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function check(cypher: string): void {
  const text = masked(cypher, "shown");
  const clauses = withoutProperties(masked(cypher));
  for (const { pattern, zh, en } of REFUSED) {
    const match = pattern.exec(clauses);
    if (match) throw refused(cypher, match.index, zh, en);
  }
  // CALL db.labels() YIELD …, CALL dbms.listConfig; but not CALL { … } and CALL (x) { … }
  for (const match of text.matchAll(/\bCALL\s+([\p{L}\w]+(?:\s*\.\s*[\p{L}\w]+)*)/giu)) {
    const procedure = (match[1] ?? "").replace(/\s/g, "");
    if (!PROCEDURES.test(procedure))
      throw refused(
        cypher,
        match.index,
        `不能调用过程 ${procedure}`,
        `procedure ${procedure} is not allowed`,
      );
  }
  for (const match of text.matchAll(/(?<![\w.])(\w+(?:\s*\.\s*\w+)+)\s*\(/g)) {
    const called = (match[1] ?? "").replace(/\s/g, "");
    if (!FUNCTIONS.test(called) && !PROCEDURES.test(called))
      throw refused(cypher, match.index, `不能调用函数 ${called}`, `function ${called} is not allowed`);
  }
}

/** n.set, :Create, {drop: 1}: names, not clauses; same length. */
const withoutProperties = (text: string): string =>
  text
    .replace(/([.:$]\s*)(\w+)/g, (_, before: string, word: string) => before + "_".repeat(word.length))
    .replace(/\b\w+(?=\s*:)/g, (word) => "_".repeat(word.length));

function refused(cypher: string, offset: number, zh: string, en: string): StoreError {
  const lines = cypher.slice(0, offset + (/^\s*/.exec(cypher.slice(offset))?.[0].length ?? 0)).split("\n");
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return new StoreError("refused", zh, en, place);
}
