/** The embedded engine (@grafeo-db/js) as a plain function from Cypher to cells. Its quirks stay in this file. */
import grafeo, { type GrafeoDB as Database, type GrafeoValue, type QueryResult } from "@grafeo-db/js";
import type { Answer, Cell, NodeCell, RelationshipCell } from "./cells.ts";
import { messageOf, StoreError } from "./errors.ts";
import { masked } from "./guard.ts";

// A CommonJS module without named exports that Node could see.
export const { GrafeoDB } = grafeo as unknown as typeof import("@grafeo-db/js");
export type { Database };

/** Another process, or another opening in this one, holds the file. */
export const isLocked = (error: unknown): boolean => /lock/i.test(messageOf(error));

type Raw = { [key: string]: GrafeoValue };
const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Runs Cypher and turns what comes into cells; at most `limit` rows. */
export async function answer(
  db: Database,
  cypher: string,
  parameters: object = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  const begin = performance.now();
  const result = await execute(() => db.executeCypher(cypher, parameters), cypher);
  const { columns } = result;
  const more = result.length > limit;
  const cells = new Cells(db);
  const rows = (more ? firstRows(result, limit) : result.rows()).map((row) => row.map(cells.of));
  return { columns, rows, more, milliseconds: performance.now() - begin };
}

/** No more of them than are wanted: all 100,000 nodes of a graph as objects would take gigabytes. */
function firstRows(result: QueryResult, count: number): GrafeoValue[][] {
  return Array.from({ length: count }, (_, i) => {
    const row = result.get(i);
    return result.columns.map((column) => row[column] ?? null);
  });
}

export async function execute<T>(run: () => Promise<T>, cypher: string): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw translated(error, cypher);
  }
}

/** "Query error: GRAFEO-Q001: syntax error: [Cypher] " before what is wrong. */
const ENGINE = /^(?:query error:\s*)?(?:GRAFEO-\w+:\s*)?(?:\w+ error:\s*)?(?:\[\w+\]\s*)?/iu;

/** "… at line 1, column 7" or "1:7" in the engine's message. */
function translated(error: unknown, cypher: string): StoreError {
  const message = messageOf(error);
  const at =
    /line\s*:?\s*(\d+)\D+col(?:umn)?\s*:?\s*(\d+)/i.exec(message) ?? /(?<!\d)(\d+):(\d+)(?!\d)/.exec(message);
  const place = at ? { line: Number(at[1]), column: Number(at[2]) } : placeOf(message, cypher);
  const first = (message.split("\n")[0] ?? message).replace(ENGINE, "");
  const refused = /read-?only|25G03/i.test(message);
  if (refused)
    return new StoreError("refused", "只读：这里不能写入", `read-only: ${first}`, { ...place, cause: error });
  if (/timeout error/i.test(message))
    return new StoreError(
      "limit",
      "查询超时，已停止；请加条件或 LIMIT",
      "stopped at the time limit; narrow it or add LIMIT",
      {
        cause: error,
      },
    );
  return new StoreError("syntax", `查询有误：${first}`, `the query failed: ${first}`, {
    ...place,
    cause: error,
  });
}

/** "Undefined variable 'm'" tells no place: that of its first use. */
function placeOf(message: string, cypher: string): { line?: number; column?: number } {
  const word = /'([\p{L}\w.]+)'/u.exec(message)?.[1];
  const text = masked(cypher);
  const offset = word
    ? text.search(new RegExp(`(?<![\\p{L}\\w])${word.replaceAll(".", "\\.")}(?![\\p{L}\\w])`, "u"))
    : -1;
  if (offset < 0) return {};
  const lines = cypher.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

class Cells {
  readonly #db: Database;
  readonly #ids = new Map<number, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  of = (value: GrafeoValue): Cell => {
    if (value === null || value === undefined) return null;
    if (typeof value === "bigint") return Number(value);
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(this.of);
    if (value instanceof Date) return value.toISOString();
    if (!isRaw(value)) return String(value);
    if ("_labels" in value) return this.#node(value);
    if ("_type" in value && "_source" in value) return this.#relationship(value);
    if (isPathOf(value))
      return {
        nodes: (value.nodes as Raw[]).map((node) => this.#node(node)),
        relationships: (value.edges as Raw[]).map((edge) => this.#relationship(edge)),
      };
    return this.#properties(value);
  };

  #properties(raw: Raw): Record<string, Cell> {
    const names = Object.keys(raw).sort();
    return Object.fromEntries(names.map((name) => [name, this.of(raw[name] as GrafeoValue)]));
  }

  #node({ _id, _labels, ...raw }: Raw): NodeCell {
    const properties = this.#properties(raw);
    return { id: String(properties.id ?? _id), labels: [...(_labels as string[])].sort(), properties };
  }

  #relationship({ _id, _type, _source, _target, ...raw }: Raw): RelationshipCell {
    const properties = this.#properties(raw);
    return {
      id: String(properties.id ?? _id),
      type: String(_type),
      from: this.#idOf(Number(_source)),
      to: this.#idOf(Number(_target)),
      properties,
    };
  }

  #idOf(internal: number): string {
    const known = this.#ids.get(internal);
    if (known !== undefined) return known;
    const id = String(this.#db.getNode(internal)?.get("id") ?? internal);
    this.#ids.set(internal, id);
    return id;
  }
}

const isPathOf = (value: Raw): boolean =>
  Object.keys(value).length === 2 && Array.isArray(value.nodes) && Array.isArray(value.edges);
