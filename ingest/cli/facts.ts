/** `zhengtu facts FILE`: the facts of one report as JSON, in the form of gold/FORMAT.md with evidence besides. */
import type { Facts } from "../types.ts";

/** What other programs read. `full` adds confidence, the undone text, passages, mentions and the audit. */
export function printable(facts: Facts, full: boolean): object {
  const { report, entities, relations, observations, milestones } = facts;
  const { file, title, kind, district, publisher, date, reviewYears, planYears } = report;
  if (full) return facts;
  return {
    report: { file, title, kind, district, publisher, date, reviewYears, planYears },
    entities: entities.map(({ name, types, aliases, evidence }) => ({ name, types, aliases, evidence })),
    relations,
    observations,
    milestones,
  };
}
