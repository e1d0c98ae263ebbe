/** Between our cells and what the Neo4j driver sends and gets. */
import neo4j from "neo4j-driver";
import type { Cell, NodeCell, RelationshipCell } from "./cells.ts";
import { messageOf, StoreError } from "./errors.ts";

/** Whole numbers go as integers (a plain JavaScript number would become a float, and `LIMIT $n` fail). */
export function parametersOf(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sent(item)]));
}

function sent(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(sent);
  if (typeof value === "object" && value !== null) return parametersOf(value);
  return value;
}

type IdsOf = (elementIds: string[]) => Promise<Map<string, string>>;

/** Rows of driver values → cells; ids of nodes that are only ends of relationships are asked for in one go. */
export async function cellsOf(rows: unknown[][], idsOf: IdsOf): Promise<Cell[][]> {
  const known = new Map<string, string>();
  const wanted = new Set<string>();
  for (const row of rows) for (const value of row) collect(value, known, wanted);
  const lacking = [...wanted].filter((elementId) => !known.has(elementId));
  if (lacking.length > 0) for (const [elementId, id] of await idsOf(lacking)) known.set(elementId, id);
  return rows.map((row) => row.map((value) => cell(value, known)));
}

function collect(value: unknown, known: Map<string, string>, wanted: Set<string>): void {
  if (neo4j.isNode(value)) known.set(value.elementId, String(value.properties.id ?? value.elementId));
  else if (neo4j.isRelationship(value)) wanted.add(value.startNodeElementId).add(value.endNodeElementId);
  else if (neo4j.isPath(value))
    for (const { start, relationship, end } of value.segments)
      for (const part of [start, relationship, end]) collect(part, known, wanted);
  else if (Array.isArray(value)) for (const item of value) collect(item, known, wanted);
  else if (isPlain(value)) for (const item of Object.values(value)) collect(item, known, wanted);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function cell(value: unknown, known: Map<string, string>): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => cell(item, known));
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isNode(value)) return nodeCell(value, known);
  if (neo4j.isRelationship(value)) return relationshipCell(value, known);
  if (neo4j.isPath(value))
    return {
      nodes: [value.start, ...value.segments.map(({ end }) => end)].map((node) => nodeCell(node, known)),
      relationships: value.segments.map(({ relationship }) => relationshipCell(relationship, known)),
    };
  return isPlain(value) ? properties(value, known) : String(value);
}

function properties(value: Record<string, unknown>, known: Map<string, string>): Record<string, Cell> {
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, cell(value[name], known)]));
}

type DriverNode = { elementId: string; labels: string[]; properties: Record<string, unknown> };
type DriverRelationship = {
  elementId: string;
  type: string;
  startNodeElementId: string;
  endNodeElementId: string;
  properties: Record<string, unknown>;
};

const nodeCell = (node: DriverNode, known: Map<string, string>): NodeCell => ({
  id: String(node.properties.id ?? node.elementId),
  labels: [...node.labels].sort(),
  properties: properties(node.properties, known),
});

const relationshipCell = (link: DriverRelationship, known: Map<string, string>): RelationshipCell => ({
  id: String(link.properties.id ?? link.elementId),
  type: link.type,
  from: known.get(link.startNodeElementId) ?? link.startNodeElementId,
  to: known.get(link.endNodeElementId) ?? link.endNodeElementId,
  properties: properties(link.properties, known),
});

/** What the driver throws, as an error of ours. `shift`: characters put before the user's query on its first line. */
export function translated(error: unknown, cypher: string, url: string, shift = 0): StoreError {
  if (error instanceof StoreError) return error;
  const code = String((error as { code?: unknown }).code ?? "");
  const message = messageOf(error).split("\n")[0] ?? "";
  const cause = { cause: error };
  if (/TransactionTimedOut|TransactionTerminated|Terminated/.test(code))
    return new StoreError(
      "limit",
      "查询超时，已停止；请加条件或 LIMIT",
      "stopped at the time limit; narrow it or add LIMIT",
      cause,
    );
  if (/MemoryPoolOutOfMemory|OutOfMemory/.test(code + message))
    return new StoreError("limit", "查询占用内存过多，已停止", "stopped: too much memory", cause);
  if (/AccessMode|Forbidden/.test(code))
    return new StoreError("refused", "只读：这里不能写入", `read-only: ${message}`, cause);
  if (
    /Security|ServiceUnavailable|SessionExpired|DatabaseNotFound|DatabaseUnavailable/.test(code) ||
    code === ""
  )
    return unreachable(url, code, message, error);
  const at = /\(line (\d+), column (\d+)/.exec(messageOf(error));
  const line = Number(at?.[1]);
  const column = Number(at?.[2]) - (line === 1 ? shift : 0);
  return new StoreError("syntax", `查询有误：${message}`, `the query failed: ${cypher.slice(0, 80)}`, {
    ...(at && { line, column }),
    ...cause,
  });
}

function unreachable(url: string, code: string, message: string, cause: unknown): StoreError {
  if (/Unauthorized|Authentication|CredentialsExpired/.test(code))
    return new StoreError(
      "unreachable",
      `Neo4j ${url} 拒绝登录：请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD`,
      `Neo4j ${url} refused the login: check NEO4J_USERNAME and NEO4J_PASSWORD`,
      { cause },
    );
  return new StoreError(
    "unreachable",
    `连不上 Neo4j ${url}：请确认它已启动、地址和库名正确`,
    `cannot reach Neo4j ${url}: is it running, are address and database right? ${message}`,
    { cause },
  );
}
