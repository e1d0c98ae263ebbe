/** Which passages name an entity, and what the report calls it. */
import type { Digest } from "../digest.ts";
import { groupBy } from "../group.ts";
import type { Properties } from "../rows.ts";
import { type Frame, link, passageId } from "./frame.ts";
import { passageAt } from "./passages.ts";

export function addMentions({ facts, report, out }: Frame, nodes: readonly string[]): void {
  const found = facts.mentions.flatMap((mention) => {
    const node = mention.entity === undefined ? undefined : nodes[mention.entity];
    const passage = passageAt(facts, mention.start);
    return node === undefined || passage === undefined ? [] : [{ mention, node, passage }];
  });
  const groups = groupBy(found, ({ node, passage }) => `${passage} ${node}`);
  for (const group of groups.values()) {
    const { node, passage } = group[0] as (typeof found)[number];
    const ranges = group.map(({ mention }) => mention).sort((a, b) => a.start - b.start || a.end - b.end);
    const properties = {
      starts: ranges.map(({ start }) => start),
      ends: ranges.map(({ end }) => end),
      probability: Math.max(...ranges.map(({ probability }) => probability)),
    };
    out.relationships.push(
      link("MENTIONS", [passageId(report, passage), "Passage"], [node, "Entity"], properties),
    );
  }
}

/** What this report calls the entity. */
export function addNames({ report, out }: Frame, digest: Digest, nodes: readonly string[]): void {
  const groups = groupBy(
    digest.entities.map((named, i) => ({ named, node: nodes[i] ?? "" })),
    ({ node }) => node,
  );
  for (const [node, group] of groups) {
    const [first, ...others] = group.map(({ named }) => named);
    if (!first) continue;
    const aliases = [...others.map(({ name }) => name), ...group.flatMap(({ named }) => named.aliases)];
    const properties: Properties = {
      name: first.name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== first.name).sort(),
      count: group.reduce((sum, { named }) => sum + named.mentions, 0),
      confidence: Math.max(...group.map(({ named }) => named.confidence)),
    };
    out.relationships.push(link("NAMES", [report, "Report"], [node, "Entity"], properties));
  }
}
