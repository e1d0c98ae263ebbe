/** The change report of a first load, where everything is new: gathered while the rows go by. */
import type { Batch } from "./build.ts";
import type { Plan } from "./plan.ts";
import { emptyDelta } from "./rows.ts";

export class Tally {
  readonly plan: Plan = { delta: emptyDelta(), entities: [], relations: [], said: [], conflicts: [] };
  rows = 0;

  add({ nodes, relationships }: Batch): void {
    this.rows += nodes.length + relationships.length;
    for (const node of nodes) {
      if (node.base === "Entity") this.plan.entities.push({ after: node });
      if (node.base === "Observation" || node.base === "Milestone")
        this.plan.said.push({ node, before: false, after: true, confirmed: false });
    }
    for (const row of relationships) {
      if (row.type === "CONFLICTS_WITH") this.plan.conflicts.push(row);
      else if (row.fromBase === "Entity" && row.toBase === "Entity") this.plan.relations.push({ after: row });
    }
  }
}
