/** The change report of a first load, where everything is new: counted while the rows go by, the first of each kind kept. */
import type { Batch } from "./build.ts";
import { describePlan } from "./change-report.ts";
import type { ChangeReport } from "./changes.ts";
import type { Plan, State } from "./plan.ts";
import { emptyDelta } from "./rows.ts";

const FIRST = 100;

export class Tally {
  rows = 0;
  readonly #plan: Plan = { delta: emptyDelta(), entities: [], relations: [], said: [], conflicts: [] };
  readonly #count = { entities: 0, facts: 0, conflicts: 0 };

  add({ nodes, relationships }: Batch): void {
    this.rows += nodes.length + relationships.length;
    for (const node of nodes) {
      if (node.base === "Entity" && this.#count.entities++ < FIRST) this.#plan.entities.push({ after: node });
      if (node.base !== "Observation" && node.base !== "Milestone") continue;
      if (this.#count.facts++ < FIRST)
        this.#plan.said.push({ node, before: false, after: true, confirmed: false });
    }
    for (const row of relationships) {
      if (row.type === "CONFLICTS_WITH") {
        if (this.#count.conflicts++ < FIRST) this.#plan.conflicts.push(row);
      } else if (row.fromBase === "Entity" && row.toBase === "Entity" && this.#count.facts++ < FIRST)
        this.#plan.relations.push({ after: row });
    }
  }

  report(reports: ChangeReport["reports"], before: State, after: State): ChangeReport {
    const told = describePlan(this.#plan, reports, before, after);
    const { entities, facts, conflicts } = this.#count;
    return {
      ...told,
      entities: { ...told.entities, added: { ...told.entities.added, count: entities } },
      facts: { ...told.facts, added: { ...told.facts.added, count: facts } },
      conflicts: { ...told.conflicts, count: conflicts },
      rows: this.rows,
    };
  }
}
