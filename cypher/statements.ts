/** The writing statements of write/*.cypher, with labels and types put in from the ontology table only. */
import { readFileSync } from "node:fs";
import { entityTypes, relationTypes } from "../ingest/ontology.ts";
import { groupBy } from "./group.ts";
import { type BaseLabel, baseLabels, type Delta, type NodeRow, type RelationshipRow } from "./rows.ts";

const STRUCTURE = [
  "ABOUT",
  "HAS_PASSAGE",
  "MENTIONS",
  "NAMES",
  "HAS_OBSERVATION",
  "HAS_MILESTONE",
  "SAID_IN",
  "CONFLICTS_WITH",
];
export const allRelationshipTypes: readonly string[] = [...relationTypes, ...STRUCTURE];
const NAMES: ReadonlySet<string> = new Set([...baseLabels, ...entityTypes, ...allRelationshipTypes]);

const read = (name: string): string =>
  withoutComments(readFileSync(new URL(`write/${name}.cypher`, import.meta.url), "utf8"));

/** Whole-line comments only: enough for our own files. */
export const withoutComments = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !line.startsWith("//"))
    .join("\n")
    .trim();

const TEMPLATES = {
  nodes: read("nodes"),
  relationships: read("relationships"),
  createNodes: read("create-nodes"),
  createRelationships: read("create-relationships"),
  removeNodes: read("remove-nodes"),
  removeLabels: read("remove-labels"),
  removeRelationships: read("remove-relationships"),
  readRelationships: read("read-relationships"),
  saidByOthers: read("said-by-others"),
  series: read("series"),
  there: read("there"),
};

/** "BASE" and the like in a template → names of the ontology; anything else is a mistake of ours. */
function fill(template: string, names: Record<string, string>): string {
  let cypher = template;
  for (const [slot, name] of Object.entries(names)) {
    if (!NAMES.has(name)) throw new Error(`not a name of the ontology: ${name}`);
    cypher = cypher.replaceAll(new RegExp(`(?<=:)${slot}\\b`, "g"), name);
  }
  return cypher;
}

export interface Statement {
  cypher: string;
  parameters: { rows: object[]; reports?: string[] };
}

/** Rows of one statement: few enough for a transaction's memory, many enough to be quick. */
const BATCH = 5000;

function batches<T extends object>(cypher: string, rows: readonly T[], size = BATCH): Statement[] {
  const list: Statement[] = [];
  for (let i = 0; i < rows.length; i += size)
    list.push({ cypher, parameters: { rows: rows.slice(i, i + size) } });
  return list;
}

const nodeNames = ({ base, label }: NodeRow) => ({ BASE: base, LABEL: label ?? base });
const linkNames = ({ fromBase, type, toBase }: RelationshipRow) => ({
  FROM: fromBase,
  TYPE: type,
  TO: toBase,
});

/** One statement for each label or type over all rows of it, of which only `sent` goes along. */
function perNames<T extends object>(
  rows: readonly T[],
  names: (row: T) => Record<string, string>,
  template: string,
  sent: (row: T) => object,
): Statement[] {
  const groups = groupBy(rows, (row) => Object.values(names(row)).join(" "));
  return [...groups.values()].flatMap((group) =>
    batches(fill(template, names(group[0] as T)), group.map(sent)),
  );
}

const idOf = ({ id }: { id: string }) => ({ id });
const endsOf = ({ id, from, to }: RelationshipRow) => ({ id, from, to });

/** In the order in which a transaction runs them: relationships out, labels off, nodes in, relationships in, nodes out. */
export function writing(delta: Delta): Statement[] {
  const node = ({ id, properties }: NodeRow) => ({ id, properties });
  const link = ({ id, from, to, properties }: RelationshipRow) => ({ id, from, to, properties });
  return [
    ...perNames(delta.goneRelationships, linkNames, TEMPLATES.removeRelationships, endsOf),
    ...perNames(delta.relabelled, nodeNames, TEMPLATES.removeLabels, idOf),
    ...perNames(delta.nodes, nodeNames, TEMPLATES.nodes, node),
    ...perNames(delta.relationships, linkNames, TEMPLATES.relationships, link),
    ...perNames(delta.goneNodes, ({ base }) => ({ BASE: base }), TEMPLATES.removeNodes, idOf),
  ];
}

/** Of rows none of which is there: quicker, and not to be repeated. */
export function creating(nodes: readonly NodeRow[], relationships: readonly RelationshipRow[]): Statement[] {
  return [
    ...perNames(nodes, nodeNames, TEMPLATES.createNodes, ({ properties }) => properties),
    ...perNames(relationships, linkNames, TEMPLATES.createRelationships, ({ from, to, properties }) => [
      from,
      to,
      properties,
    ]),
  ];
}

export const readingRelationships = (rows: RelationshipRow[]): Statement[] =>
  perNames(rows, linkNames, TEMPLATES.readRelationships, endsOf);

export function readingSaid(nodes: NodeRow[], reports: string[]): Statement[] {
  const names = ({ base }: NodeRow) => ({ BASE: base as BaseLabel });
  const statements = perNames(nodes, names, TEMPLATES.saidByOthers, idOf);
  return statements.map(({ cypher, parameters }) => ({ cypher, parameters: { ...parameters, reports } }));
}

export const readingSeries = (rows: { subject: string; series: string }[]): Statement[] =>
  batches(TEMPLATES.series, rows);

export const readingThere = (ids: readonly string[]): Statement[] =>
  batches(
    TEMPLATES.there,
    ids.map((id) => ({ id })),
  );

/** The statements of a schema file, without comments. */
export function schemaStatements(store: "embedded" | "neo4j"): string[] {
  const text = readFileSync(new URL(`schema/${store}.cypher`, import.meta.url), "utf8");
  return withoutComments(text)
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
