/** groups of candidates → entities with their evidence, and the mentions with the entity that each names. */
import { key } from "../names.ts";
import type { EntityType, Level } from "../ontology.ts";
import type { Entity, Evidence, Mention, Passage } from "../types.ts";
import type { Candidate } from "./candidates.ts";
import type { ContextWord } from "./home.ts";
import { type NameOf, occurrences } from "./occurrences.ts";

const MOST_EVIDENCE = 20;

/** Candidates that are one thing. */
export interface Group {
  type: EntityType;
  name: string;
  level?: Level;
  members: Candidate[];
  /** Other names that are no candidate's spelling: 云河 for 云河区. */
  extra: Set<string>;
  confidence: number;
}

/** The entities of the groups, and all their mentions. */
export function buildEntities(
  text: string,
  passages: Passage[],
  groups: Group[],
  words: ContextWord[],
): { entities: Entity[]; mentions: Mention[] } {
  const names = namesOf(groups);
  const mentions = occurrences(text, names, located(groups, words));
  const byEntity: Mention[][] = groups.map(() => []);
  for (const mention of mentions) byEntity[mention.entity ?? -1]?.push(mention);
  const ownNames: string[][] = groups.map(() => []);
  for (const { name, entity } of names) ownNames[entity]?.push(name);
  const passageAt = passageFinder(passages);
  const kept = groups.map((_, i) => (byEntity[i] as Mention[]).length > 0);
  const index = new Map<number, number>();
  const entities: Entity[] = [];
  for (const [i, group] of groups.entries()) {
    if (!kept[i]) continue;
    index.set(i, entities.length);
    const own = byEntity[i] as Mention[];
    const evidence = best(own).map((m) => evidenceOf(text, m, passageAt));
    const called = new Set(
      own.filter(({ rule }) => rule === "context-word").map((m) => text.slice(m.start, m.end)),
    );
    entities.push(entityOf(group, [...(ownNames[i] as string[]), ...called], evidence));
  }
  const renumbered = mentions.map((m) => ({ ...m, entity: index.get(m.entity ?? -1) as number }));
  return { entities, mentions: renumbered };
}

/** All names of all groups, each key given to one group only; display names first. */
function namesOf(groups: readonly Group[]): NameOf[] {
  const taken = new Map<string, number>();
  const names: NameOf[] = [];
  const give = (name: string, entity: number): void => {
    const owner = taken.get(key(name));
    if (owner !== undefined && owner !== entity) return;
    taken.set(key(name), entity);
    names.push({ name, entity, type: (groups[entity] as Group).type });
  };
  for (const [i, { name }] of groups.entries()) give(name, i);
  for (const [i, { members }] of groups.entries())
    for (const member of members) for (const spelling of member.spellings) give(spelling, i);
  for (const [i, { extra }] of groups.entries()) for (const name of extra) give(name, i);
  return names;
}

/** The found mentions and the context words with the group that they name. */
function located(groups: readonly Group[], words: readonly ContextWord[]): Mention[] {
  const found: Mention[] = [];
  const byName = new Map<string, number>();
  for (const [entity, group] of groups.entries()) {
    if (group.type === "District") byName.set(group.name, entity);
    for (const member of group.members)
      for (const mention of member.mentions) found.push({ ...mention, type: group.type, entity });
  }
  for (const { start, end, district } of words) {
    const entity = byName.get(district.name);
    if (entity === undefined) continue;
    found.push({ start, end, type: "District", probability: 1, rule: "context-word", depth: 0, entity });
  }
  return found;
}

/** The first places where it stands by itself, then those inside other names; in the order of the text. */
function best(mentions: readonly Mention[]): Mention[] {
  const byDepth = [...mentions].sort((a, b) => a.depth - b.depth || a.start - b.start);
  return byDepth.slice(0, MOST_EVIDENCE).sort((a, b) => a.start - b.start);
}

function entityOf(group: Group, names: readonly string[], evidence: Evidence[]): Entity {
  const own = key(group.name);
  const aliases = new Map<string, string>();
  const add = (name: string): void => {
    if (key(name) !== own && !aliases.has(key(name))) aliases.set(key(name), name);
  };
  for (const name of names) add(name);
  const entity: Entity = {
    name: group.name,
    types: [group.type],
    aliases: [...aliases.values()],
    confidence: group.confidence,
    evidence,
  };
  if (group.level) entity.level = group.level;
  return entity;
}

const evidenceOf = (
  text: string,
  { start, end, rule }: Mention,
  passageAt: (at: number) => number,
): Evidence => ({
  passage: passageAt(start),
  start,
  end,
  quote: text.slice(start, end),
  rule,
});

/** Index of the passage in which a position lies. */
function passageFinder(passages: readonly Passage[]): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((passages[middle]?.start ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return passages[low]?.index ?? 0;
  };
}
