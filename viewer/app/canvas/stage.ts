/** Makes the one scene when it is first needed, and joins it to the state: what the reader does there, and what is looked at. */
import { useSyncExternalStore } from "react";
import { RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { ReportCard } from "../../server/api.ts";
import { layOut, warmLayout } from "../layout/layout.ts";
import type { Ground } from "../palette.ts";
import { choose, chooseRelation, type Filter, open, pin } from "../state.ts";
import { act, current } from "../store.ts";
import type { Lang } from "../words.ts";
import { type Grouping, groupNodes } from "./groups.ts";
import { EMPTY, type Picture } from "./picture.ts";
import type { Sight } from "./reducers.ts";
import { createScene, nearOf, type Scene } from "./scene.ts";

const MOST_DIMMED = 4000;

let made: Scene | null = null;
let failed = false;
let hovered: string | null = null;
let ground: Ground = "light";
let lang: Lang = "zh";
let picture: Picture = EMPTY;
let reports: readonly ReportCard[] = [];
let path: ReadonlySet<string> | null = null;
let picked: ReadonlySet<string> = new Set();
let fresh: ReadonlySet<string> = new Set();
let grouping: Grouping | null = null;
let hoverListener: (id: string | null, at: { x: number; y: number } | null) => void = () => {};
const listeners = new Set<() => void>();

/** Null where the browser has no WebGL. */
export function scene(): Scene | null {
  if (made || failed) return made;
  try {
    made = createScene({
      choose: (id) => {
        if (picked.size > 0) pick([]);
        if (id || current().chosen) act(choose(id));
      },
      open: (id) => act(open(id)),
      hover: (id) => {
        hovered = id;
        hoverListener(id, id && made ? positionOf(made, id) : null);
        // dimming all the others anew at every move of the pointer would be felt
        if (made && made.graph.order <= MOST_DIMMED) look();
      },
      pin: (id, at) => act(pin(id, at)),
      relation: (id, from, to) => act(chooseRelation(id, from, to)),
    });
    // the worker is awake before it is needed
    setTimeout(warmLayout, 300);
    // for the browser's console, and for tests that look at what is drawn
    Object.assign(window, { zhengtu: { ...made, layOut } });
  } catch {
    failed = true;
  }
  return made;
}

/** Shows a picture; the same one again moves nothing. */
export function showPicture(next: Picture): void {
  if (next === picture) return;
  picture = next;
  hovered = null;
  picked = new Set();
  hoverListener(null, null);
  group();
  scene()?.show(next, current().pins);
  look();
  tell();
}

export const shownPicture = (): Picture => picture;

export function setWords(nextGround: Ground, nextLang: Lang): void {
  ground = nextGround;
  lang = nextLang;
  look();
}

export function setReports(next: readonly ReportCard[]): void {
  reports = next;
  group();
  look();
}

/** Ids of the nodes and edges that shown paths go over. */
export function setPath(ids: ReadonlySet<string> | null): void {
  path = ids;
  look();
}

/** Rings nodes that the graph has only just got. */
export function markNew(ids: readonly string[]): void {
  fresh = new Set(ids);
  look();
}

/** Selects nodes by a box. */
export function pick(ids: readonly string[]): void {
  picked = new Set(ids);
  look();
  tell();
}

export const usePicked = (): ReadonlySet<string> => useSyncExternalStore(listen, () => picked);
export const useGrouping = (): Grouping | null => useSyncExternalStore(listen, () => grouping);

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

let grouped = "";

/** Groups anew when the picture or the colouring changed. */
function group(): void {
  const { color } = current();
  grouped = color;
  grouping = groupNodes(picture, color, new Map(reports.map(({ id, district }) => [id, district])));
  tell();
}

/** Draws anew what the state says, with the picture as it is. */
export function look(): void {
  const here = scene();
  if (!here) return;
  if (current().color !== grouped) group();
  here.look(sightOf(here), ({ relation }) => RELATION_TYPES[relation][lang], picture.columns ?? []);
}

/** What is seen at this moment, for export; null without WebGL. */
export function seen(): { scene: Scene; sight: Sight; columns: NonNullable<Picture["columns"]> } | null {
  const here = scene();
  return here && { scene: here, sight: sightOf(here), columns: picture.columns ?? [] };
}

function sightOf(here: Scene): Sight {
  const { off, hidden, pins, chosen, filter, size } = current();
  return {
    ground,
    off: new Set(off),
    hidden: new Set(hidden),
    pinned: new Set(Object.keys(pins)),
    chosen,
    hovered,
    near: nearOf(here.graph, chosen, hovered),
    reports: reportsOf(filter),
    years: filter.years,
    basis: filter.basis,
    path,
    picked: fresh.size > 0 ? new Set([...picked, ...fresh]) : picked,
    size,
    groups: grouping?.of ?? null,
  };
}

function reportsOf({ years, district, report }: Filter): ReadonlySet<string> | null {
  if (!years && !district && !report) return null;
  const through = reports.filter(
    (card) =>
      (!report || card.id === report) &&
      (!district || card.district === district) &&
      (!years || yearsOf(card).some((year) => year >= years[0] && year <= years[1])),
  );
  return new Set(through.map(({ id }) => id));
}

export const yearsOf = ({ year, reviewYears, planYears }: ReportCard): number[] => [
  ...new Set([...(year === null ? [] : [year]), ...reviewYears, ...planYears]),
];

export function onHover(listener: typeof hoverListener): void {
  hoverListener = listener;
}

function positionOf(of: Scene, id: string): { x: number; y: number } | null {
  const at = of.sigma.getNodeDisplayData(id);
  return at ? of.sigma.framedGraphToViewport(at) : null;
}
