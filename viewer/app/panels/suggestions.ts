/** What stands in the fields of a saved question before the reader has touched them: things that are in the graph. */
import type { Overview, QueryField } from "../../server/api.ts";
import { lastYears } from "./examples.ts";

/** 实体名称、别名或编号, 另一个: an id will do, and is surer than a name. */
export const takesId = ({ label }: QueryField): boolean => /编号|另一个/.test(label);

/**
 * A value for the field, or null where its own default is as good. Entities are given by id where the field takes one.
 * `district` of 行政区名称或编号 → the id of the district with most reports.
 */
export function suggestionFor(field: QueryField, overview: Overview): string | null {
  // 空为全部: nothing is a good answer
  if (field.default === "" && !/编号$/.test(field.label)) return null;
  const [first, second] = overview.districts;
  const byId = takesId(field);
  const named = (card: { id: string; name: string } | undefined): string =>
    (byId ? card?.id : card?.name) ?? "";
  if (/^(district|one|from|place|entity)$/.test(field.name)) return named(first?.node);
  if (/^(other|to)$/.test(field.name)) return named((second ?? first)?.node);
  if (field.name === "initiative")
    return named(overview.districts.flatMap(({ initiatives }) => initiatives)[0]);
  if (field.name === "project") return named(overview.districts.flatMap(({ projects }) => projects)[0]);
  if (/^(before|after)$/.test(field.name)) return yearOf(field.name === "after", overview);
  return null;
}

function yearOf(later: boolean, { districts, reports }: Overview): string {
  const years = lastYears(districts[0]?.node.name ?? "", reports);
  return String((later ? years.at(-1) : years[0]) ?? "");
}
