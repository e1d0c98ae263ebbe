/**
 * The graph of one report: its facts and the ids of its entities' nodes → rows. What several reports say (relations,
 * observations, milestones) has the same id from each of them; evidence.ts puts their evidence together.
 */
import { key } from "../../ingest/names.ts";
import type { Facts } from "../../ingest/types.ts";
import type { Digest } from "../digest.ts";
import type { Properties } from "../rows.ts";
import { addMilestone, addObservation } from "./figures.ts";
import { type Contribution, type Frame, link } from "./frame.ts";
import { addMentions, addNames } from "./names.ts";
import { addPassages } from "./passages.ts";
import { addRelations } from "./relations.ts";

export function contribute(facts: Facts, digest: Digest, nodes: readonly string[]): Contribution {
  const node = new Map<string, string>();
  digest.entities.forEach(({ name }, i) => {
    const at = nodes[i];
    if (at !== undefined && !node.has(key(name))) node.set(key(name), at);
  });
  const out: Contribution = {
    report: digest.report.id,
    nodes: [],
    relationships: [],
    shared: [],
    sharedNodes: new Map(),
  };
  const frame: Frame = { facts, report: digest.report.id, node, out };
  addReport(frame, digest);
  addPassages(frame);
  addMentions(frame, nodes);
  addNames(frame, digest, nodes);
  addRelations(frame);
  for (const observation of facts.observations) addObservation(frame, observation);
  for (const milestone of facts.milestones) addMilestone(frame, milestone);
  // One observation said twice by the same words is said once.
  out.relationships = [...new Map(out.relationships.map((row) => [row.id, row])).values()];
  return out;
}

function addReport({ facts, report, node, out }: Frame, digest: Digest): void {
  const { publisher, date, audit, ...rest } = digest.report;
  const properties: Properties = {
    ...rest,
    ...(publisher !== null && { publisher }),
    ...(date !== null && { date }),
    ...audit,
    passageCount: facts.passages.length,
  };
  out.nodes.push({ id: report, base: "Report", properties });
  const district = node.get(key(facts.report.district));
  if (district) out.relationships.push(link("ABOUT", [report, "Report"], [district, "Entity"]));
}
