/** State ↔ address: `#/graph?steps=o.ID~x.ID.PURSUES.out&off=Person&chosen=ID`. Reads anything, keeps only what makes sense. */
import { entityTypes, relationTypes } from "../../ingest/ontology.ts";
import { COLORS, type Filter, LAYOUTS, SIZES, START, type State, type Step, VIEWS } from "./state.ts";

export function toAddress(state: State): string {
  const query = new URLSearchParams();
  if (state.steps.length > 0) query.set("steps", state.steps.map(writeStep).join("~"));
  if (state.hidden.length > 0) query.set("hidden", state.hidden.join("~"));
  const pins = Object.entries(state.pins).sort(([a], [b]) => (a < b ? -1 : 1));
  if (pins.length > 0)
    query.set("pins", pins.map(([id, [x, y]]) => `${id}.${round(x)}.${round(y)}`).join("~"));
  if (state.off.length > 0) query.set("off", state.off.join("~"));
  for (const key of ["chosen", "fact", "report", "at"] as const) {
    const value = state[key];
    if (value) query.set(key, value);
  }
  writeFilter(query, state.filter);
  for (const key of ["layout", "color", "size"] as const)
    if (state[key] !== START[key]) query.set(key, state[key]);
  if (state.path) query.set("path", state.path.join("~"));
  if (state.news) query.set("news", state.news);
  if (state.compare.length > 0) query.set("compare", state.compare.join("~"));
  if (state.query.name) query.set("question", state.query.name);
  if (state.query.cypher) query.set("cypher", state.query.cypher);
  for (const [name, value] of Object.entries(state.query.parameters)) query.set(`p.${name}`, value);
  const text = query.toString();
  return `#/${state.view}${text ? `?${text}` : ""}`;
}

export function fromAddress(hash: string): State {
  const match = /^#\/([a-z]+)(?:\?(.*))?$/s.exec(hash);
  const view = VIEWS.find((name) => name === match?.[1]);
  if (!match || !view) return START;
  const query = new URLSearchParams(match[2] ?? "");
  const state: State = {
    view,
    steps: list(query.get("steps")).flatMap(readStep),
    hidden: list(query.get("hidden")),
    pins: Object.fromEntries(list(query.get("pins")).flatMap(readPin)),
    off: entityTypes.filter((type) => list(query.get("off")).includes(type)),
    chosen: query.get("chosen"),
    fact: query.get("fact"),
    report: query.get("report"),
    at: query.get("at"),
    filter: readFilter(query),
    layout: oneOf(LAYOUTS, query.get("layout")) ?? START.layout,
    color: oneOf(COLORS, query.get("color")) ?? START.color,
    size: oneOf(SIZES, query.get("size")) ?? START.size,
    path: readPair(list(query.get("path"))),
    news: query.get("news"),
    compare: list(query.get("compare")).slice(0, 5),
    query: {
      name: query.get("question"),
      cypher: query.get("cypher") ?? "",
      parameters: Object.fromEntries(
        [...query].flatMap(([key, value]) => (key.startsWith("p.") ? [[key.slice(2), value]] : [])),
      ),
    },
  };
  if (view === "graph" && state.steps.length === 0) return { ...state, view: "start" };
  if (view === "report" && !state.report) return { ...state, view: "start" };
  return state;
}

const list = (text: string | null): string[] => (text ? text.split("~").filter(Boolean) : []);
const round = (value: number): number => Math.round(value);

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

const readPair = ([from, to]: string[]): [string, string] | null => (from && to ? [from, to] : null);

function writeFilter(query: URLSearchParams, { years, district, report, basis }: Filter): void {
  if (years) query.set("years", years.join("~"));
  if (district) query.set("in", district);
  if (report) query.set("by", report);
  if (basis) query.set("basis", basis);
}

function readFilter(query: URLSearchParams): Filter {
  const [first, last] = list(query.get("years")).map(Number);
  return {
    years: Number.isInteger(first) && Number.isInteger(last) ? [first as number, last as number] : null,
    district: query.get("in"),
    report: query.get("by"),
    basis: oneOf(["stated", "report"] as const, query.get("basis")) ?? null,
  };
}

function writeStep(step: Step): string {
  if (step.do === "open") return `o.${step.id}`;
  if (step.do === "add") return `a.${step.ids.join(".")}`;
  return `x.${step.id}.${step.relation}.${step.direction}`;
}

function readStep(text: string): Step[] {
  const [what, id, relation, direction] = text.split(".");
  if (!id) return [];
  if (what === "o") return [{ do: "open", id }];
  if (what === "a") return [{ do: "add", ids: text.split(".").slice(1).filter(Boolean) }];
  const type = relationTypes.find((name) => name === relation);
  if (what !== "x" || !type || (direction !== "out" && direction !== "in")) return [];
  return [{ do: "expand", id, relation: type, direction }];
}

function readPin(text: string): [string, [number, number]][] {
  const [id, x, y] = text.split(".");
  const at: [number, number] = [Number(x), Number(y)];
  return id && at.every(Number.isFinite) ? [[id, at]] : [];
}
