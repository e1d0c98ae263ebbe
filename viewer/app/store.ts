/** Holds the state, its history and its listeners; the address follows it. */
import { useSyncExternalStore } from "react";
import { fromAddress, toAddress } from "./address.ts";
import type { Change, State } from "./state.ts";

const HISTORY = 200;

let state: State = fromAddress(window.location.hash);
let past: State[] = [];
let future: State[] = [];
const listeners = new Set<() => void>();

export const current = (): State => state;
export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

/** Applies a change. What alters the picture can be undone; choosing and reading cannot, the browser's back key serves for them. */
export function act(change: Change): void {
  const next = change(state);
  if (next === state) return;
  if (undoable(state) !== undoable(next)) {
    past = [...past, state].slice(-HISTORY);
    future = [];
  }
  set(next, place(state) === place(next) ? "replace" : "push");
}

export function undo(): void {
  const before = past.at(-1);
  if (!before) return;
  past = past.slice(0, -1);
  future = [state, ...future];
  set(before, "replace");
}

export function redo(): void {
  const [after, ...rest] = future;
  if (!after) return;
  future = rest;
  past = [...past, state];
  set(after, "replace");
}

/** A part of the state for a component; renders again only when that part changes. */
export function usePart<T>(pick: (state: State) => T): T {
  return useSyncExternalStore(subscribe, () => pick(state));
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

window.addEventListener("popstate", () => {
  state = fromAddress(window.location.hash);
  for (const listener of listeners) listener();
});

function set(next: State, how: "push" | "replace"): void {
  state = next;
  const address = toAddress(next);
  if (address !== window.location.hash)
    window.history[how === "push" ? "pushState" : "replaceState"](null, "", address);
  for (const listener of listeners) listener();
}

const undoable = ({ steps, hidden, pins, off, filter, layout, color, size, path }: State): string =>
  JSON.stringify([steps, hidden, pins, off, filter, layout, color, size, path]);
const place = ({ view, steps, report, path, compare }: State): string =>
  JSON.stringify([view, steps, report, path, compare]);
