/** Rows before and after reports got other ids (slots.ts): what differs only in these has not changed for a reader. */
import { type Properties, sameProperties } from "./rows.ts";

/** Old id of a report → its present one. */
export type Moved = ReadonlyMap<string, string>;

export function onlyMoved(before: Properties, after: Properties, moved: Moved): boolean {
  return moved.size > 0 && sameProperties(withIds(before, moved), withIds(after, new Map()));
}

/** Lists of evidence are in the order of the ids: their elements are compared as a set. */
function withIds({ reports, passages, starts, ends, rules, ...rest }: Properties, moved: Moved): Properties {
  const report = (id: unknown): string => moved.get(String(id)) ?? String(id);
  const passage = (id: unknown): string => String(id).replace(/^[^.]+/, report);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const places = list(reports).map((id, i) =>
    [report(id), passage(list(passages)[i] ?? ""), list(starts)[i], list(ends)[i], list(rules)[i]].join(" "),
  );
  return { ...rest, places: places.sort() };
}
