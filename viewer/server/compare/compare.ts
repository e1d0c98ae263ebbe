/** Districts side by side: their figures by indicator, their aims, their projects by stage. */
import { type Cell, isNode, isRelationship, records } from "../../../cypher/cells.ts";
import type { Store } from "../../../cypher/store.ts";
import { type Stage, stages } from "../../../ingest/ontology.ts";
import type { EvidenceRef, MilestoneFact, NodeCard } from "../api.ts";
import { edgeCard, evidenceRef, milestoneFact, nodeCard, number, observationFact, text } from "../cards.ts";
import { NotFound } from "../errors.ts";
import type {
  ComparedAim,
  ComparedIndicator,
  ComparedProject,
  Comparison,
  DistrictChoice,
  DistrictFigure,
} from "./shapes.ts";
import { convert, splitUnit } from "./units.ts";

type Row = Record<string, Cell>;

const MOST_INDICATORS = 400;
const MOST_PROJECTS = 600;

export async function districtChoices(store: Store): Promise<DistrictChoice[]> {
  return records(await store.ask("view-districts")).flatMap(({ node, reports }) =>
    isNode(node) ? [{ node: nodeCard(node), reports: number(reports) }] : [],
  );
}

/** `ids` of two to five districts, in the order in which they are shown. Throws NotFound for one that is not there. */
export async function compare(store: Store, ids: string[]): Promise<Comparison> {
  const ask = async (name: string): Promise<Row[]> => records(await store.ask(name, { ids }));
  const [nodes, figures, aims, projects] = await Promise.all([
    ask("nodes"),
    ask("compare-figures"),
    ask("compare-aims"),
    ask("compare-projects"),
  ]);
  const known = new Map(nodes.flatMap(({ node }) => (isNode(node) ? [[node.id, nodeCard(node)]] : [])));
  const districts = ids.map((id) => {
    const card = known.get(id);
    if (card?.type !== "District") throw new NotFound("entity", id);
    return card;
  });
  return {
    districts,
    indicators: indicatorsOf(figures).slice(0, MOST_INDICATORS),
    aims: aimsOf(aims, ids),
    projects: projectsOf(projects).slice(0, MOST_PROJECTS),
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function indicatorsOf(rows: Row[]): ComparedIndicator[] {
  const groups = new Map<string, DistrictFigure[]>();
  for (const figure of figuresOf(rows)) {
    const key = `${figure.indicator} ${figure.measure} ${splitUnit(figure.unit ?? "").base}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map(inOneUnit).sort(
    (a, b) =>
      spread(b) - spread(a) ||
      // figures with a value before those told in words
      Number(b.unit !== null) - Number(a.unit !== null) ||
      b.figures.length - a.figures.length ||
      (`${a.indicator} ${a.measure}` < `${b.indicator} ${b.measure}` ? -1 : 1),
  );
}

const spread = ({ figures }: ComparedIndicator): number =>
  new Set(figures.map(({ district }) => district)).size;

/** One row a place where it is said → one figure with all its places. */
function figuresOf(rows: Row[]): DistrictFigure[] {
  const figures = new Map<string, { row: Row; evidence: EvidenceRef[] }>();
  for (const row of rows) {
    if (!isNode(row.observation)) continue;
    const key = `${text(row.district)} ${row.observation.id}`;
    const known = figures.get(key) ?? { row, evidence: [] };
    known.evidence.push(evidenceRef(row));
    figures.set(key, known);
  }
  return [...figures.values()].flatMap(({ row, evidence }) =>
    isNode(row.observation)
      ? [{ ...observationFact(row.observation, evidence), district: text(row.district), plotted: null }]
      : [],
  );
}

/** The commonest unit of the group serves for all. */
function inOneUnit(group: DistrictFigure[]): ComparedIndicator {
  const counts = new Map<string, number>();
  for (const { unit } of group) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const unit = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
  const figures = group
    .map((figure) => ({
      ...figure,
      plotted:
        figure.value === null || unit === null
          ? figure.value
          : convert(figure.value, figure.unit ?? unit, unit),
    }))
    .sort((a, b) => a.year - b.year || byId(a, b));
  const { indicator, measure } = group[0] as DistrictFigure;
  return { indicator, measure, unit, figures };
}

function aimsOf(rows: Row[], ids: readonly string[]): ComparedAim[] {
  const aims = new Map<string, ComparedAim>();
  for (const { district, node, relationship } of rows) {
    const edge = isRelationship(relationship) ? edgeCard(relationship) : null;
    if (!edge || !isNode(node)) continue;
    const known = aims.get(node.id) ?? { node: nodeCard(node), relation: edge.type, districts: [] };
    if (!known.districts.includes(text(district))) known.districts.push(text(district));
    aims.set(node.id, known);
  }
  for (const aim of aims.values()) aim.districts.sort((a, b) => ids.indexOf(a) - ids.indexOf(b));
  return [...aims.values()].sort(
    (a, b) =>
      b.districts.length - a.districts.length ||
      b.node.reports.length - a.node.reports.length ||
      b.node.mentions - a.node.mentions ||
      byId(a.node, b.node),
  );
}

function projectsOf(rows: Row[]): ComparedProject[] {
  const projects = new Map<string, { node: NodeCard; district: string; milestones: Map<string, Told> }>();
  for (const row of rows) {
    if (!isNode(row.node) || !isNode(row.milestone)) continue;
    const district = text(row.district);
    const key = `${district} ${row.node.id}`;
    const project = projects.get(key) ?? { node: nodeCard(row.node), district, milestones: new Map() };
    const told = project.milestones.get(row.milestone.id) ?? { cell: row.milestone, evidence: [] };
    told.evidence.push(evidenceRef(row));
    project.milestones.set(row.milestone.id, told);
    projects.set(key, project);
  }
  return [...projects.values()]
    .map(({ node, district, milestones }) => {
      const facts = [...milestones.values()]
        .map(({ cell, evidence }) => milestoneFact(cell, evidence))
        .sort(inTime);
      return { node, district, milestones: facts, ...reached(facts) };
    })
    .sort((a, b) => b.year - a.year || b.node.mentions - a.node.mentions || byId(a.node, b.node));
}

interface Told {
  cell: Parameters<typeof milestoneFact>[0];
  evidence: EvidenceRef[];
}

const rank = (stage: Stage): number => stages.indexOf(stage);
const inTime = (a: MilestoneFact, b: MilestoneFact): number =>
  a.year - b.year || rank(a.stage) - rank(b.stage) || byId(a, b);

/** The last thing that happened; where nothing did, the first that is aimed for. */
function reached(facts: readonly MilestoneFact[]): Pick<ComparedProject, "stage" | "year" | "target"> {
  const happened = facts.filter(({ target }) => !target).at(-1);
  const fact = happened ?? facts[0];
  return { stage: fact?.stage ?? "planned", year: fact?.year ?? 0, target: happened === undefined };
}
