/** Every saved question on a full graph: the first run, then median and worst of seven more (fewer, where they are slow). */

import type { Cell, NodeCell } from "../../cypher/cells.ts";
import { isNode, isRelationship, records } from "../../cypher/cells.ts";
import { groupBy } from "../../cypher/group.ts";
import { type SavedQuery, savedQueries } from "../../cypher/queries.ts";
import type { ReportSummary, Store } from "../../cypher/store.ts";
import { relationTypes } from "../../ingest/ontology.ts";
import { median, worst } from "./figures.ts";

const RUNS = 7;
/** Milliseconds after which a slow question is not asked again. */
const LONG = 10_000;
const BAR = 200; // milliseconds, but for scans

type Parameters = Record<string, Record<string, Cell>>;

export async function benchQuestions(store: Store, parameters: Parameters): Promise<void> {
  console.log(`\n### Saved questions, ${store.kind} (bar: ${BAR} ms, median and worst, but for scans)`);
  console.log(`${"question".padEnd(26)}${["rows", "first", "median", "worst"].map(cell).join("")}  ms`);
  let over = 0;
  for (const query of savedQueries(store.kind)) {
    const given = parameters[query.name] ?? {};
    const times: number[] = [];
    let rows = 0;
    const start = performance.now();
    while (times.length < 2 || (times.length <= RUNS && performance.now() - start < LONG)) {
      const begin = performance.now();
      rows = (await store.ask(query.name, given)).rows.length;
      times.push(performance.now() - begin);
    }
    const [first = 0, ...rest] = times;
    const figures = [first, median(rest), worst(rest)].map((time) => time.toFixed(0));
    const slow = !query.scan && worst(rest) > BAR;
    if (slow) over++;
    const note = query.scan ? "  scan" : slow ? "  OVER" : "";
    console.log(`${query.name.padEnd(26)}${[String(rows), ...figures].map(cell).join("")}${note}`);
  }
  console.log(`${over} over the bar`);
}

const cell = (text: string): string => text.padStart(9);

/** What the graph has most of, so that each question is at its hardest; by question. */
export async function hardParameters(store: Store): Promise<Parameters> {
  const busiest = async (type: string): Promise<{ id: string; name: string }> => {
    const [row] = records(await store.ask("search", { q: "", types: [type], limit: 1 }));
    return { id: String(row?.id ?? ""), name: String(row?.name ?? "") };
  };
  const [firm, project, initiative] = await Promise.all(["Enterprise", "Project", "Initiative"].map(busiest));
  const [one, other] = await districts(store);
  if (!one || !other || !firm || !project || !initiative) throw new Error("the graph is too small to ask");
  const around = records(await store.ask("neighbours", { entity: one.id, limit: 200 }));
  const ids = around.flatMap(({ node }) => (isNode(node) ? [node.id] : []));
  const link = around.map(({ relationship }) => relationship).find(isRelationship);
  const [figure] = records(await store.ask("observations-of", { entity: one.id, limit: 1 }));
  const reports = await store.reports();
  const longest = reports.reduce((best, next) => (next.characters > best.characters ? next : best));
  const known = {
    id: one.id,
    district: one.name,
    one: one.name,
    other: other.name,
    initiative: initiative.name,
    entity: one.name,
    project: project.name,
    place: longest.chain[0] ?? one.name,
    report: longest.id,
  };
  const ends = { from: link?.from ?? "", to: link?.to ?? "" };
  const pair = [one.id, other.id];
  const special: Parameters = {
    nodes: { ids },
    "view-among": { ids: [one.id, ...ids], all: [one.id, ...ids] },
    "view-relations": { id: one.id, others: ids },
    "view-links-in": { id: one.id, types: [...relationTypes] },
    "view-links-out": { id: one.id, types: [...relationTypes] },
    "compare-figures": { ids: pair },
    "compare-aims": { ids: pair },
    "compare-projects": { ids: pair },
    "view-passages": { ids: Array.from({ length: 50 }, (_, i) => `${longest.id}.${i}`) },
    "view-said": { id: String(figure?.observation ?? "") },
    "view-unclaimed": { id: longest.id },
    "view-reports": {},
    "view-milestones": { id: project.id },
    "evidence-of": ends,
    paths: { from: one.id, to: other.id },
    "paths-between": { from: one.name, to: other.name },
    "most-named": { entity: initiative.name },
    "named-together": { entity: firm.name },
    "changed-between": twoYears(reports),
  };
  return Object.fromEntries(
    savedQueries("embedded").map((query) => [query.name, special[query.name] ?? usual(query, known)]),
  );
}

/** The defaults; what they leave open only where a question needs it, and no name of the fixture. */
function usual({ parameters, internal }: SavedQuery, known: Record<string, string>): Record<string, Cell> {
  const wanted = parameters.filter(({ name, default: value }) => name in known && (value !== "" || internal));
  return Object.fromEntries(wanted.map(({ name }) => [name, known[name] ?? ""]));
}

/** The two districts with most reports and mentions. */
async function districts(store: Store): Promise<{ id: string; name: string }[]> {
  const rows = records(await store.ask("view-districts"));
  const mentions = ({ properties }: NodeCell): number => Number(properties.mentions);
  return rows
    .map(({ node, reports }) => ({ node, reports: Number(reports) }))
    .flatMap(({ node, reports }) => (isNode(node) ? [{ node, reports }] : []))
    .sort((a, b) => b.reports - a.reports || mentions(b.node) - mentions(a.node))
    .slice(0, 2)
    .map(({ node }) => ({ id: node.id, name: String(node.properties.name) }));
}

/** The district with most work reports, its first and its last. */
function twoYears(reports: ReportSummary[]): Record<string, Cell> {
  const own = reports.filter(({ kind }) => kind === "government work report");
  const [most = reports] = [...groupBy(own, ({ chain }) => chain.join("/")).values()].sort(
    (a, b) => b.length - a.length,
  );
  const years = most.map(({ year }) => year);
  return { district: most[0]?.district ?? "", before: Math.min(...years), after: Math.max(...years) };
}
