/** Leaving the panel beside the canvas; the focus goes to the canvas, from where one came. */
import { choose, showPath } from "../state.ts";
import { act, current } from "../store.ts";

export function leavePanel(): void {
  act(current().chosen ? choose(null) : showPath(null));
  document.querySelector<HTMLElement>(".canvas")?.focus();
}

/** Escape leaves, but in a field it belongs to the field, and in a menu above the panel to the menu. */
export function leaveByKey(event: React.KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget, defaultPrevented } = event;
  if (key !== "Escape" || defaultPrevented || !(target instanceof HTMLElement)) return;
  if (currentTarget.contains(target) && !target.matches("input, [aria-expanded=true]")) leavePanel();
}
