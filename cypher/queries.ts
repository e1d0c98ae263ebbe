/**
 * The saved questions: cypher/queries/*.cypher, each with its head:
 *   // zh: …            the question in Chinese
 *   // en: …            and in English
 *   // param: limit integer 100 最多几行 | Limit (rows)      (name, type, default as JSON, what it is)
 *   // columns: node, relationship
 *   // flags: scan      (looks at everything; may take longer than the others)
 *   // :param limit => 100                    (the defaults again, as Neo4j Browser and cypher-shell take them)
 * A file in queries/embedded or queries/neo4j takes the place of the common one on that store.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Cell } from "./cells.ts";
import { StoreError } from "./errors.ts";
import { withoutComments } from "./statements.ts";

export const PARAMETER_TYPES = ["text", "integer", "number", "boolean", "texts"] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export interface QueryParameter {
  name: string;
  type: ParameterType;
  default: Cell;
  /** What it is, in Chinese, and in English. */
  label: string;
  english: string;
}

export interface SavedQuery {
  name: string;
  question: { zh: string; en: string };
  parameters: QueryParameter[];
  columns: string[];
  /** Looks at every node or relationship of a kind. */
  scan: boolean;
  /** Asked by the viewer, of no interest to a reader by itself. */
  internal: boolean;
  /** The file as it is, for Neo4j Browser. */
  text: string;
  cypher: string;
}

const FOLDER = new URL("queries/", import.meta.url);

/** All saved questions, in the order of their names. */
export const savedQueries = (store: "embedded" | "neo4j" = "embedded"): SavedQuery[] => [
  ...queryTable(store).values(),
];

/** The question of that name. Throws StoreError "usage" that names all there are. */
export function findQuery(table: ReadonlyMap<string, SavedQuery>, name: string): SavedQuery {
  const query = table.get(name);
  if (query) return query;
  const names = [...table.keys()];
  throw new StoreError(
    "usage",
    `没有名为 ${name} 的查询；有：${names.join("、")}`,
    `there is no query ${name}; there are: ${names.join(", ")}`,
  );
}

/** All saved questions as they run on that store, by name. */
export function queryTable(store: "embedded" | "neo4j"): Map<string, SavedQuery> {
  const common = readdirSync(FOLDER).filter((file) => file.endsWith(".cypher"));
  const own = new URL(`${store}/`, FOLDER);
  const special = existsSync(own) ? readdirSync(own).filter((file) => file.endsWith(".cypher")) : [];
  const files = new Map([
    ...common.map((file): [string, URL] => [file, new URL(file, FOLDER)]),
    ...special.map((file): [string, URL] => [file, new URL(file, own)]),
  ]);
  const names = [...files.keys()].sort();
  return new Map(
    names.map((file) => {
      const query = parseQuery(file.replace(/\.cypher$/, ""), readFileSync(files.get(file) as URL, "utf8"));
      return [query.name, query];
    }),
  );
}

export function parseQuery(name: string, text: string): SavedQuery {
  const head = (field: string): string[] =>
    [...text.matchAll(new RegExp(`^// ${field}: (.*)$`, "gm"))].map((match) => (match[1] ?? "").trim());
  const flags = head("flags").flatMap((line) => line.split(/\s*,\s*/));
  return {
    name,
    question: { zh: head("zh")[0] ?? name, en: head("en")[0] ?? name },
    parameters: head("param").map((line) => parseParameter(name, line)),
    columns: head("columns").flatMap((line) => line.split(/\s*,\s*/)),
    scan: flags.includes("scan"),
    internal: flags.includes("internal"),
    text,
    cypher: withoutComments(text).replace(/;\s*$/, ""),
  };
}

function parseParameter(query: string, line: string): QueryParameter {
  const match = /^(\w+) (\w+) ("(?:[^"\\]|\\.)*"|\[.*?\]|[\w.-]+) (.+)$/u.exec(line);
  const type = match?.[2] as ParameterType;
  const [label = "", english = label] = (match?.[4] ?? "").split(" | ");
  if (!match || !PARAMETER_TYPES.includes(type)) throw new Error(`queries/${query}.cypher: param ${line}`);
  return {
    name: match[1] ?? "",
    type,
    default: JSON.parse(match[3] ?? "null") as Cell,
    label,
    english,
  };
}

/** What is given, filled up with defaults; text from a command line or an address becomes what the query wants. */
export function parametersFor(query: SavedQuery, given: Record<string, Cell>): Record<string, Cell> {
  const unknown = Object.keys(given).find(
    (name) => !query.parameters.some((parameter) => parameter.name === name),
  );
  if (unknown !== undefined) {
    const names = query.parameters.map(({ name }) => name).join(", ");
    throw new StoreError(
      "usage",
      `查询 ${query.name} 没有参数 ${unknown}；参数有：${names || "无"}`,
      `query ${query.name} has no parameter ${unknown}; it has: ${names || "none"}`,
    );
  }
  return Object.fromEntries(
    query.parameters.map((parameter) => [
      parameter.name,
      coerce(query.name, parameter, given[parameter.name] ?? parameter.default),
    ]),
  );
}

function coerce(query: string, { name, type }: QueryParameter, value: Cell): Cell {
  const fit = FITS[type](value);
  if (fit === undefined)
    throw new StoreError(
      "usage",
      `查询 ${query} 的参数 ${name} 应为 ${type}，给的是 ${JSON.stringify(value)}`,
      `parameter ${name} of query ${query} must be ${type}, not ${JSON.stringify(value)}`,
    );
  return fit;
}

const toNumber = (value: Cell): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

const toInteger = (value: Cell): number | undefined => {
  const number = toNumber(value);
  return Number.isSafeInteger(number) ? number : undefined;
};

const toTexts = (value: Cell): Cell | undefined => {
  const list = typeof value === "string" ? (value === "" ? [] : value.split(",")) : value;
  return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
};

const FITS: Record<ParameterType, (value: Cell) => Cell | undefined> = {
  text: (value) => (typeof value === "string" ? value : undefined),
  integer: toInteger,
  number: toNumber,
  boolean: (value) =>
    value === "true" ? true : value === "false" ? false : typeof value === "boolean" ? value : undefined,
  texts: toTexts,
};
