/**
 * The one state of the page, plain data. What can be undone is in `Scene`; the address is its serialisation (address.ts).
 * Changes are producers: (arguments) => (state) => state.
 */
import type { Basis, EntityType, RelationType } from "../../ingest/ontology.ts";
import type { Direction } from "../server/api.ts";

/** How something came onto the canvas. The canvas is the sum of its steps, in order. */
export type Step =
  | { do: "open"; id: string }
  | { do: "expand"; id: string; relation: RelationType; direction: Direction }
  | { do: "add"; ids: string[] };

export const VIEWS = ["start", "graph", "report", "compare", "cypher"] as const;
export type View = (typeof VIEWS)[number];
export const LAYOUTS = ["force", "radial", "district", "year"] as const;
export type Layout = (typeof LAYOUTS)[number];
export const COLORS = ["type", "community", "district"] as const;
export type Coloring = (typeof COLORS)[number];
export const SIZES = ["reports", "degree"] as const;
export type Sizing = (typeof SIZES)[number];

/** What is shown of the picture, by where it is said. */
export interface Filter {
  /** First and last year, both included. */
  years: [number, number] | null;
  /** A district that reports are about. */
  district: string | null;
  report: string | null;
  basis: Basis | null;
}

export interface State {
  view: View;
  steps: Step[];
  hidden: string[];
  pins: Record<string, [number, number]>;
  /** Types that the legend switched off. */
  off: EntityType[];
  chosen: string | null;
  /** The fact whose sentence is open in the panel. */
  fact: string | null;
  report: string | null;
  /** Passage of the report to go to. */
  at: string | null;
  filter: Filter;
  layout: Layout;
  color: Coloring;
  size: Sizing;
  /** The two ends between which paths are shown. */
  path: [string, string] | null;
  /** Change report whose new entities are ringed. */
  news: string | null;
  /** Districts that are compared. */
  compare: string[];
  /** A saved question with its parameters, or Cypher of the reader's own. */
  query: { name: string | null; cypher: string; parameters: Record<string, string> };
}

export const NO_FILTER: Filter = { years: null, district: null, report: null, basis: null };

export const START: State = {
  view: "start",
  steps: [],
  hidden: [],
  pins: {},
  off: [],
  chosen: null,
  fact: null,
  report: null,
  at: null,
  filter: NO_FILTER,
  layout: "force",
  color: "type",
  size: "reports",
  path: null,
  news: null,
  compare: [],
  query: { name: null, cypher: "", parameters: {} },
};

export type Change = (state: State) => State;

const same = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts an entity and its neighbours on the canvas, beside what is there, and chooses it. */
export const open =
  (id: string): Change =>
  (state) => {
    const step: Step = { do: "open", id };
    const steps = state.view === "start" ? [step] : withStep(state.steps, step);
    const hidden = state.hidden.filter((other) => other !== id);
    return { ...state, view: "graph", steps, hidden, chosen: id, fact: null };
  };

/** Starts a new canvas with this entity only. */
export const begin =
  (id: string): Change =>
  (state) => ({
    ...state,
    view: "graph",
    hidden: [],
    pins: {},
    fact: null,
    path: null,
    steps: [{ do: "open", id }],
    chosen: id,
  });

export const expand =
  (id: string, relation: RelationType, direction: Direction): Change =>
  (state) => ({
    ...state,
    view: "graph",
    steps: withStep(state.steps, { do: "expand", id, relation, direction }),
  });

/** Takes away what opening and expanding this entity brought. */
export const collapse =
  (id: string): Change =>
  (state) => {
    const left = state.steps.filter((step) => step.do === "add" || step.id !== id);
    return left.length === 0 ? state : { ...state, steps: left };
  };

export const choose =
  (id: string | null): Change =>
  (state) => ({ ...state, chosen: id, fact: null });

/** Opens the sentence of a relation, in the panel of the end that is chosen already, else of the one it goes out from. */
export const chooseRelation =
  (fact: string, from: string, to: string): Change =>
  (state) => ({ ...state, chosen: state.chosen === to ? to : from, fact });

export const openFact =
  (fact: string | null): Change =>
  (state) => ({ ...state, fact: state.fact === fact ? null : fact });

export const toggleType =
  (type: EntityType): Change =>
  (state) => ({
    ...state,
    off: state.off.includes(type) ? state.off.filter((other) => other !== type) : [...state.off, type],
  });

/** Shows this type only; a second time shows all again. */
export const isolateType =
  (type: EntityType, all: readonly EntityType[]): Change =>
  (state) => {
    const others = all.filter((other) => other !== type);
    const already = state.off.length === others.length && !state.off.includes(type);
    return { ...state, off: already ? [] : others };
  };

export const showAllTypes = (): Change => (state) => ({ ...state, off: [] });

export const hide =
  (id: string): Change =>
  (state) => ({ ...state, hidden: [...state.hidden, id], chosen: state.chosen === id ? null : state.chosen });

export const showHidden = (): Change => (state) => ({ ...state, hidden: [] });

export const pin =
  (id: string, at: [number, number]): Change =>
  (state) => ({ ...state, pins: { ...state.pins, [id]: at } });

export const unpin =
  (id: string): Change =>
  (state) => {
    const { [id]: _, ...pins } = state.pins;
    return { ...state, pins };
  };

/** Keeps these only. */
export const keepOnly =
  (kept: readonly string[], all: readonly string[]): Change =>
  (state) => ({ ...state, hidden: all.filter((id) => !kept.includes(id)).sort() });

export const hideAll =
  (ids: readonly string[]): Change =>
  (state) => ({
    ...state,
    hidden: [...new Set([...state.hidden, ...ids])],
    chosen: state.chosen && ids.includes(state.chosen) ? null : state.chosen,
  });

/** Puts entities on the canvas without their neighbours. */
export const add =
  (ids: readonly string[]): Change =>
  (state) => ({
    ...state,
    view: "graph",
    steps: withStep(state.view === "start" ? [] : state.steps, { do: "add", ids: [...new Set(ids)].sort() }),
    hidden: state.hidden.filter((id) => !ids.includes(id)),
  });

export const setFilter =
  (part: Partial<Filter>): Change =>
  (state) => ({ ...state, filter: { ...state.filter, ...part } });

export const setLayout =
  (layout: Layout): Change =>
  (state) => ({ ...state, layout, pins: {} });

export const setColor =
  (color: Coloring): Change =>
  (state) => ({ ...state, color });

export const setSize =
  (size: Sizing): Change =>
  (state) => ({ ...state, size });

/** Shows the paths between two entities; null ends it. */
export const showPath =
  (path: [string, string] | null): Change =>
  (state) => ({ ...state, path, view: "graph" });

/** An entity has got another id: what stood under the old one stands under the new. */
export const moveTo =
  (from: string, to: string): Change =>
  (state) => {
    const move = (id: string): string => (id === from ? to : id);
    return {
      ...state,
      steps: state.steps.map((step) =>
        step.do === "add" ? { ...step, ids: step.ids.map(move) } : { ...step, id: move(step.id) },
      ),
      chosen: state.chosen === from ? to : state.chosen,
      fact: null,
    };
  };

/** Rings what a change report brought, and puts it on the canvas; null ends it. */
export const showNews =
  (news: string | null, ids: readonly string[] = []): Change =>
  (state) =>
    ids.length > 0 ? { ...add(ids)(state), news, chosen: null } : { ...state, news };

export const compareDistricts =
  (ids: readonly string[]): Change =>
  (state) => ({ ...state, view: "compare", compare: [...new Set(ids)].slice(0, 5) });

export const askQuery =
  (query: Partial<State["query"]>): Change =>
  (state) => ({ ...state, view: "cypher", query: { ...state.query, ...query } });

export const goStart = (): Change => () => START;

export const read =
  (report: string, at: string | null = null): Change =>
  (state) => ({ ...state, view: "report", report, at });

export const backToGraph = (): Change => (state) => ({
  ...state,
  view: state.steps.length > 0 ? "graph" : "start",
  at: null,
});

function withStep(steps: Step[], step: Step): Step[] {
  return steps.some((other) => same(other, step)) ? steps : [...steps, step];
}
