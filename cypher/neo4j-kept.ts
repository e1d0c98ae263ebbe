/**
 * What the store keeps for itself on a Neo4j server, in nodes of the label Kept:
 *   state      what the graph is made of (marker.ts)
 *   lock       taken first by every writing, so that writings of several processes go one after another
 *   facts R    the facts of report R and its digest
 *   change N   the Nth change report
 */
import type { Facts } from "../ingest/types.ts";
import type { ChangeReport } from "./changes.ts";
import { type Digest, upToDate } from "./digest.ts";
import { StoreError } from "./errors.ts";
import type { Marker } from "./marker.ts";
import type { Run } from "./neo4j-session.ts";
import { pack, unpack } from "./packed.ts";

/** Change reports kept. */
const LOGGED = 50;

export const LOCK = "MERGE (k:Kept {id: 'lock'}) SET k.turn = coalesce(k.turn, 0) + 1";

/** `unfinished`: a load of several transactions was begun, and its end is not there yet. */
export type Kept = Marker & { unfinished?: boolean };

export async function markerIn(run: Run): Promise<Kept | undefined> {
  const rows = await run("MATCH (k:Kept {id: 'state'}) RETURN properties(k) AS marker");
  const marker = rows[0]?.[0] as Kept | undefined;
  return marker?.reports ? marker : undefined;
}

export async function writeMarker(run: Run, marker: Marker, unfinished = false): Promise<void> {
  await run("MERGE (k:Kept {id: 'state'}) SET k += $marker", {
    marker: { ...marker, unfinished: unfinished || null },
  });
}

const idOf = (report: string): string => `facts ${report}`;

export async function putFacts(run: Run, digest: Digest, facts: Facts): Promise<void> {
  const id = idOf(digest.report.id);
  const properties = {
    id,
    digest: JSON.stringify(digest),
    facts: (await pack(facts)).toString("base64"),
  };
  await run("MERGE (k:Kept {id: $id}) SET k = $properties", { id, properties });
}

export async function dropFacts(run: Run, reports: readonly string[]): Promise<void> {
  if (reports.length > 0)
    await run("UNWIND $ids AS id MATCH (k:Kept {id: id}) DELETE k", { ids: reports.map(idOf) });
}

export async function factsIn(run: Run, report: string): Promise<Facts | undefined> {
  const rows = await run("MATCH (k:Kept {id: $id}) RETURN k.facts AS facts", { id: idOf(report) });
  const packed = rows[0]?.[0];
  return typeof packed === "string" ? unpack(Buffer.from(packed, "base64")) : undefined;
}

export async function factsThere(run: Run, report: string): Promise<Facts> {
  const facts = await factsIn(run, report);
  if (facts) return facts;
  throw new StoreError(
    "damaged",
    `库里缺少报告 ${report} 的事实；请重新入库这份报告`,
    `the facts of report ${report} are missing; ingest it again`,
  );
}

export async function digestsIn(run: Run, reports: readonly string[]): Promise<Digest[]> {
  if (reports.length === 0) return [];
  const rows = await run("UNWIND $ids AS id MATCH (k:Kept {id: id}) RETURN k.digest AS digest", {
    ids: reports.map(idOf),
  });
  return rows.map(([text]) => upToDate(JSON.parse(String(text)) as Digest));
}

/** Of all facts that are kept, whether or not the graph is made of them. */
export async function keptReports(run: Run): Promise<string[]> {
  const rows = await run("MATCH (k:Kept) WHERE k.facts IS NOT NULL RETURN k.id AS id ORDER BY id");
  return rows.map(([id]) => String(id).slice(idOf("").length));
}

/** The report with its number. */
export async function putChange(run: Run, report: ChangeReport): Promise<ChangeReport> {
  const [row] = await run(
    "MERGE (k:Kept {id: 'state'}) SET k.logged = coalesce(k.logged, 0) + 1 RETURN k.logged AS number",
  );
  const number = Number(row?.[0]);
  const numbered = { ...report, id: `c${number}` };
  await run("MERGE (k:Kept {id: $id}) SET k.change = $number, k.text = $text", {
    id: `change ${number}`,
    number,
    text: JSON.stringify(numbered),
  });
  await run("MATCH (k:Kept) WHERE k.change <= $old DELETE k", { old: number - LOGGED });
  return numbered;
}

/** Newest first. */
export async function changesIn(run: Run, limit: number): Promise<ChangeReport[]> {
  const cypher =
    "MATCH (k:Kept) WHERE k.change IS NOT NULL RETURN k.text AS text ORDER BY k.change DESC LIMIT $limit";
  const rows = await run(cypher, { limit });
  return rows.map(([text]) => JSON.parse(String(text)) as ChangeReport);
}
