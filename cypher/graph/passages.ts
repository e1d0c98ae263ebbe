/** The passages of a report, in order, under it. */
import type { Facts } from "../../ingest/types.ts";
import { groupBy } from "../group.ts";
import type { Properties } from "../rows.ts";
import { type Frame, link, passageId } from "./frame.ts";

export function addPassages({ facts, report, out }: Frame): void {
  const { passages, text } = facts;
  const unclaimed = groupBy(
    facts.audit.filter(({ status }) => status === "unclaimed"),
    ({ passage }) => passage,
  );
  for (const passage of passages) {
    const nearest = passage.headings.at(-1);
    const above = nearest === undefined ? undefined : passages[nearest];
    const own = passageId(report, passage.index);
    const properties: Properties = {
      id: own,
      report,
      index: passage.index,
      kind: passage.kind,
      ...(passage.level !== undefined && { level: passage.level }),
      heading: above ? text.slice(above.start, above.end) : "",
      section: passage.section,
      text: text.slice(passage.start, passage.end),
      start: passage.start,
      end: passage.end,
      unclaimedStarts: (unclaimed.get(passage.index) ?? []).map(({ start }) => start),
      unclaimedEnds: (unclaimed.get(passage.index) ?? []).map(({ end }) => end),
    };
    out.nodes.push({ id: own, base: "Passage", properties });
    out.relationships.push(link("HAS_PASSAGE", [report, "Report"], [own, "Passage"]));
  }
}

/** Which passage an offset lies in; passages are in the order of the text. */
export function passageAt(facts: Facts, offset: number): number | undefined {
  let low = 0;
  let high = facts.passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = facts.passages[middle];
    if (!passage) return undefined;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage.index;
  }
  return undefined;
}
