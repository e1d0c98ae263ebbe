/** What the graph knows of one entity, for its panel. */

import type { z } from "zod";
import { type Cell, isNode, isRelationship, type NodeCell } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import { relationTypes } from "../../ingest/ontology.ts";
import type { EntityFacts, EvidenceRef, NeighbourCount, RelationFact, RelationsPage } from "./api.ts";
import {
  directionFrom,
  edgeCard,
  evidenceOf,
  evidenceRef,
  milestoneFact,
  nodeCard,
  number,
  observationFact,
  text,
} from "./cards.ts";
import { NotFound } from "./errors.ts";
import type { relationsInput } from "./inputs.ts";
import { kindOf, type Link, linksOf } from "./links.ts";
import { nodesById } from "./picture.ts";
import { ask, type Row } from "./rows.ts";

/** Others of each kind of relation; the counts tell how many there are. */
const MOST_OF_A_KIND = 100;

export async function entity(store: Store, id: string): Promise<EntityFacts> {
  const [[node], links, observations, milestones, names] = await Promise.all([
    nodesById(store, [id]),
    linksOf(store, id),
    ask(store, "view-observations", { id }),
    ask(store, "view-milestones", { id }),
    ask(store, "view-called", { id }),
  ]);
  if (!node) throw new NotFound("entity", id);
  const counts = countsOf(links);
  return {
    node,
    counts,
    relations: await relationsTo(store, id, firstOfEach(links)),
    more: counts.some(({ count }) => count > MOST_OF_A_KIND),
    observations: collect(observations, "observation", observationFact),
    milestones: collect(milestones, "milestone", milestoneFact),
    names: names.map((row) => ({ report: text(row.report), name: text(row.name), count: number(row.count) })),
  };
}

/** The relations of one kind to the others that come after `skip` of them; the first page is what the panel has. */
export async function relationsPage(
  store: Store,
  id: string,
  { relation, direction, skip, limit }: z.output<typeof relationsInput>,
): Promise<RelationsPage> {
  const [[node], links] = await Promise.all([
    nodesById(store, [id]),
    linksOf(store, id, { relation, direction }),
  ]);
  if (!node) throw new NotFound("entity", id);
  const others = [...(othersByKind(statedFirst(links)).get(kindOf({ relation, direction })) ?? [])];
  const wanted = new Map([[kindOf({ relation, direction }), new Set(others.slice(skip, skip + limit))]]);
  return { relations: await relationsTo(store, id, wanted), total: others.length };
}

/** In the order of the ontology. */
function countsOf(links: readonly Link[]): NeighbourCount[] {
  const others = othersByKind(links);
  return relationTypes.flatMap((relation) =>
    (["out", "in"] as const).flatMap((direction) => {
      const count = others.get(kindOf({ relation, direction }))?.size;
      return count ? [{ relation, direction, count }] : [];
    }),
  );
}

function othersByKind(links: readonly Link[]): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>();
  for (const link of links) {
    const ids = others.get(kindOf(link)) ?? new Set();
    others.set(kindOf(link), ids.add(link.id));
  }
  return others;
}

/** What a sentence says before what a report's place implies. */
const statedFirst = (links: readonly Link[]): Link[] =>
  [...links].sort((a, b) => Number(b.stated) - Number(a.stated));

/** Of each kind the others that come first. */
function firstOfEach(links: readonly Link[]): Map<string, Set<string>> {
  return new Map(
    [...othersByKind(statedFirst(links))].map(([kind, ids]) => [
      kind,
      new Set([...ids].slice(0, MOST_OF_A_KIND)),
    ]),
  );
}

async function relationsTo(
  store: Store,
  id: string,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<RelationFact[]> {
  const others = [...new Set([...wanted.values()].flatMap((ids) => [...ids]))];
  const rows = others.length === 0 ? [] : await ask(store, "view-relations", { id, others });
  return rows
    .flatMap(({ node, relationship }) => relationFact(id, node, relationship))
    .filter((fact) => wanted.get(kindOf(fact))?.has(fact.other.id))
    .sort(
      (a, b) =>
        Number(a.basis === "report") - Number(b.basis === "report") || compareOthers(a.other, b.other),
    );
}

type Other = RelationFact["other"];

/** Named in more reports first, then more often. */
const compareOthers = (a: Other, b: Other): number =>
  b.reports.length - a.reports.length || b.mentions - a.mentions || (a.id < b.id ? -1 : 1);

export function relationFact(
  id: string,
  node: Cell | undefined,
  relationship: Cell | undefined,
): RelationFact[] {
  const edge = isRelationship(relationship) ? edgeCard(relationship) : null;
  if (!edge || !isNode(node) || !isRelationship(relationship)) return [];
  const { type, year, title, basis } = edge;
  return [
    {
      ...{ id: edge.id, relation: type, direction: directionFrom(id, edge), other: nodeCard(node), basis },
      ...(year === undefined ? {} : { year }),
      ...(title === undefined ? {} : { title }),
      evidence: evidenceOf(relationship),
    },
  ];
}

/** Rows of one fact and one place each → facts with all their places. */
function collect<T>(rows: Row[], column: string, make: (node: NodeCell, evidence: EvidenceRef[]) => T): T[] {
  const facts = new Map<string, { node: NodeCell; evidence: EvidenceRef[] }>();
  for (const row of rows) {
    const node = row[column];
    if (!isNode(node)) continue;
    const fact = facts.get(node.id) ?? { node, evidence: [] };
    fact.evidence.push(evidenceRef(row));
    facts.set(node.id, fact);
  }
  return [...facts.values()].map(({ node, evidence }) => make(node, evidence));
}
