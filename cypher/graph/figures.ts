/** Observations and milestones: facts that are nodes, with an edge to each passage that says them. */
import { key } from "../../ingest/names.ts";
import type { Evidence, Milestone, Observation } from "../../ingest/types.ts";
import { id } from "../hash.ts";
import type { NodeRow, Properties } from "../rows.ts";
import { evidenceOf, type Frame, link, passageId } from "./frame.ts";

export function addObservation(frame: Frame, observation: Observation): void {
  const subject = frame.node.get(key(observation.subject));
  const indicator = observation.indicator[0];
  if (!subject || indicator === undefined) return;
  const { value, unit, year, kind, bound, measure, text } = observation;
  const own = id(
    "o",
    subject,
    ...observation.indicator.map(key),
    "",
    value,
    unit,
    year,
    kind,
    bound,
    measure,
    text,
  );
  const properties: Properties = {
    id: own,
    subject,
    indicator,
    indicators: observation.indicator,
    ...(value !== null && { value }),
    ...(unit !== null && { unit }),
    year,
    kind,
    bound,
    measure,
    series: id("s", subject, key(indicator), year, kind, measure, unit),
    ...(text !== undefined && { text }),
  };
  say(frame, { id: own, base: "Observation", properties }, "HAS_OBSERVATION", subject, observation.evidence);
}

export function addMilestone(frame: Frame, { entity, stage, year, target, evidence }: Milestone): void {
  const subject = frame.node.get(key(entity));
  if (!subject) return;
  const own = id("m", subject, stage, year, target);
  const properties = { id: own, entity: subject, stage, year, target };
  say(frame, { id: own, base: "Milestone", properties }, "HAS_MILESTONE", subject, evidence);
}

/** A fact that is a node: the node, the edge that has it, and an edge to each passage that says it. */
function say(
  { facts, report, out }: Frame,
  node: NodeRow,
  hasType: string,
  subject: string,
  evidence: readonly Evidence[],
): void {
  out.sharedNodes.set(node.id, { node, has: link(hasType, [subject, "Entity"], [node.id, node.base]) });
  for (const { passage, start, end, rule } of evidenceOf(evidence)) {
    if (!facts.passages[passage]) continue;
    const target = passageId(report, passage);
    const properties = { report, start, end, rule };
    out.relationships.push(
      link(
        "SAID_IN",
        [node.id, node.base],
        [target, "Passage"],
        properties,
        String(start),
        String(end),
        rule,
      ),
    );
  }
}
