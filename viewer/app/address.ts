/** State ↔ address: `#/graph?steps=o.ID~x.ID.PURSUES.out&off=Person&chosen=ID`. Reads anything, keeps only what makes sense. */
import { entityTypes, relationTypes } from "../../ingest/ontology.ts";
import { START, type State, type Step, type View } from "./state.ts";

const VIEWS: View[] = ["start", "graph", "report"];

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
  };
  if (view === "graph" && state.steps.length === 0) return { ...state, view: "start" };
  if (view === "report" && !state.report) return { ...state, view: "start" };
  return state;
}

const list = (text: string | null): string[] => (text ? text.split("~").filter(Boolean) : []);
const round = (value: number): number => Math.round(value);

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
