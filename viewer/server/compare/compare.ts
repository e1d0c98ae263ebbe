/** Districts side by side: their figures by indicator, their aims, their projects by stage. */
import { isNode } from "../../../cypher/cells.ts";
import type { Store } from "../../../cypher/store.ts";
import { type RelationType, type Stage, stages } from "../../../ingest/ontology.ts";
import type { EvidenceRef, NodeCard } from "../api.ts";
import { evidenceRef, figure, isRelationType, nodeCard, number, text } from "../cards.ts";
import { NotFound } from "../errors.ts";
import { nodesById } from "../picture.ts";
import { ask, type Row } from "../rows.ts";
import type {
  ComparedAim,
  ComparedIndicator,
  ComparedProject,
  Comparison,
  DistrictChoice,
  DistrictFigure,
} from "./shapes.ts";
import { convert, splitUnit } from "./units.ts";

const MOST_INDICATORS = 400;
const MOST_PROJECTS = 600;

export async function districtChoices(store: Store): Promise<DistrictChoice[]> {
  return (await ask(store, "view-districts")).flatMap(({ node, reports }) =>
    isNode(node) ? [{ node: nodeCard(node), reports: number(reports) }] : [],
  );
}

/** `ids` of two to five districts, in the order in which they are shown. Throws NotFound for one that is not there. */
export async function compare(store: Store, ids: string[]): Promise<Comparison> {
  const known = await cardsOf(store, ids);
  const districts = ids.map((id) => {
    const card = known.get(id);
    if (card?.type !== "District") throw new NotFound("entity", id);
    return card;
  });
  const [figures, aims, projects] = await Promise.all([
    ask(store, "compare-figures", { ids }),
    ask(store, "compare-aims", { ids }),
    ask(store, "compare-projects", { ids }),
  ]);
  return {
    districts,
    indicators: indicatorsOf(figures).slice(0, MOST_INDICATORS),
    aims: await aimsOf(store, aims, ids),
    projects: projectsOf(projects).slice(0, MOST_PROJECTS),
  };
}

/** Where a figure is said. */
export async function saidOf(store: Store, id: string): Promise<EvidenceRef[]> {
  return (await ask(store, "view-said", { id })).map(evidenceRef);
}

const cardsOf = async (store: Store, ids: string[]): Promise<Map<string, NodeCard>> =>
  new Map((await nodesById(store, ids)).map((card) => [card.id, card]));

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

const figuresOf = (rows: Row[]): DistrictFigure[] =>
  rows.map((row) => ({
    id: text(row.id),
    district: text(row.district),
    ...figure(row),
    plotted: null,
  }));

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

interface Aim {
  id: string;
  relation: RelationType;
  reports: number;
  mentions: number;
  districts: string[];
}

/** Of each relation: what is shared, and of what only one has as much as is looked at. */
async function aimsOf(store: Store, rows: Row[], ids: readonly string[]): Promise<ComparedAim[]> {
  const aims = new Map<string, Aim>();
  for (const row of rows) {
    const relation = text(row.relation);
    if (!isRelationType(relation)) continue;
    const id = text(row.id);
    const key = `${relation} ${id}`;
    const counts = { reports: number(row.reports), mentions: number(row.mentions) };
    const aim = aims.get(key) ?? { id, relation, ...counts, districts: [] };
    aim.districts.push(text(row.district));
    aims.set(key, aim);
  }
  const shown = firstOfEach(
    [...aims.values()].sort(
      (a, b) =>
        b.districts.length - a.districts.length ||
        b.reports - a.reports ||
        b.mentions - a.mentions ||
        byId(a, b),
    ),
  );
  const cards = await cardsOf(store, [...new Set(shown.map(({ id }) => id))]);
  return shown.flatMap(({ id, relation, districts }) => {
    const node = cards.get(id);
    return node
      ? [{ node, relation, districts: districts.sort((a, b) => ids.indexOf(a) - ids.indexOf(b)) }]
      : [];
  });
}

const MOST_AIMS = 100;

function firstOfEach(aims: Aim[]): Aim[] {
  const counts = new Map<string, number>();
  return aims.filter(({ relation, districts }) => {
    const key = `${relation} ${districts.length > 1 ? "" : districts[0]}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count < MOST_AIMS;
  });
}

interface Progress extends Pick<ComparedProject, "stage" | "year" | "target"> {}

function projectsOf(rows: Row[]): ComparedProject[] {
  const projects = new Map<string, { row: Row; told: Progress[] }>();
  for (const row of rows) {
    const key = `${text(row.district)} ${text(row.id)}`;
    const project = projects.get(key) ?? { row, told: [] };
    project.told.push({
      stage: text(row.stage) as Stage,
      year: number(row.year),
      target: row.target === true,
    });
    projects.set(key, project);
  }
  return [...projects.values()]
    .map(({ row, told }) => ({ row, reached: reached(told.sort(inTime)) }))
    .sort(
      (a, b) =>
        b.reached.year - a.reached.year ||
        number(b.row.mentions) - number(a.row.mentions) ||
        (text(a.row.id) < text(b.row.id) ? -1 : 1),
    )
    .map(({ row, reached }) => ({
      id: text(row.id),
      name: text(row.name),
      district: text(row.district),
      ...reached,
    }));
}

const rank = (stage: Stage): number => stages.indexOf(stage);
const inTime = (a: Progress, b: Progress): number => a.year - b.year || rank(a.stage) - rank(b.stage);

/** The last thing that happened; where nothing did, the first that is aimed for. */
function reached(told: readonly Progress[]): Progress {
  const happened = told.filter(({ target }) => !target).at(-1);
  return happened ?? told[0] ?? { stage: "planned", year: 0, target: true };
}
