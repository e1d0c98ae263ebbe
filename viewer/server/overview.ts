/** What is in here: the reports, and the districts with their best known initiatives, projects and enterprises. */
import { isNode, type NodeCell } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import type { RelationType } from "../../ingest/ontology.ts";
import type { DistrictCard, NodeCard, Overview, ReportCard } from "./api.ts";
import { nodeCard, number } from "./cards.ts";
import { edgesOf } from "./picture.ts";
import { newestFirst, reportCards } from "./reports.ts";
import { ask } from "./rows.ts";

/** The parts of the overview's picture: enough to see the structure, few enough to be read. */
const SHOWN = { districts: 6, initiatives: 6, projects: 5, enterprises: 5 };

export async function overview(store: Store): Promise<Overview> {
  const [found, rows] = await Promise.all([reportCards(store), ask(store, "view-districts")]);
  const reports = found.map(({ card }) => card).sort(newestFirst);
  const districts = await Promise.all(
    rows
      .slice(0, SHOWN.districts)
      .flatMap(({ node, reports: count }) =>
        isNode(node) ? [districtCard(store, node, number(count), reports)] : [],
      ),
  );
  const ids = districts.flatMap(({ node, initiatives, projects, enterprises }) =>
    [node, ...initiatives, ...projects, ...enterprises].map(({ id }) => id),
  );
  return {
    reports,
    districts,
    others: rows.slice(SHOWN.districts).flatMap(({ node }) => (isNode(node) ? [nodeCard(node)] : [])),
    edges: await edgesOf(store, ids),
    store: store.url,
  };
}

async function districtCard(
  store: Store,
  cell: NodeCell,
  reports: number,
  all: readonly ReportCard[],
): Promise<DistrictCard> {
  const node = nodeCard(cell);
  const best = async (relation: RelationType, type: NodeCard["type"], limit: number): Promise<NodeCard[]> => {
    const rows = await ask(store, "view-best", { id: node.id, relation, type, limit });
    return rows.flatMap((row) => (isNode(row.node) ? [nodeCard(row.node)] : []));
  };
  const [initiatives, projects, enterprises] = await Promise.all([
    best("PURSUES", "Initiative", SHOWN.initiatives),
    best("LOCATED_IN", "Project", SHOWN.projects),
    best("LOCATED_IN", "Enterprise", SHOWN.enterprises),
  ]);
  const own = all.find(({ district, chain }) => district === node.name && chain.length > 1);
  return { node, within: own?.chain.slice(0, -1) ?? [], reports, initiatives, projects, enterprises };
}
