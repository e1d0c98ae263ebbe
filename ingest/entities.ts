/**
 * mentions → entities: one entity a thing, with the fullest name that the report supports, its other names, and every
 * place where it is named.
 */
import { BARE_ZONES } from "./lexicon/short-forms.ts";
import { key, normalize } from "./names.ts";
import { buildEntities, type Group } from "./resolve/build.ts";
import { type Candidate, gather, splitFirms } from "./resolve/candidates.ts";
import { canon } from "./resolve/canon.ts";
import { definitions } from "./resolve/definitions.ts";
import { type FullDistrict, fullDistrict } from "./resolve/districts.ts";
import { type ContextWord, completeUnit, contextWords, type Home, homeOf } from "./resolve/home.ts";
import { sharedHeads } from "./resolve/lists.ts";
import { baseOf } from "./resolve/phases.ts";
import { listedProgrammes } from "./resolve/programmes.ts";
import { sharedTails } from "./resolve/tails.ts";
import { vetoed } from "./rules/vetoes.ts";
import type { Entity, Mention, Passage, Report } from "./types.ts";

/**
 * Resolves the mentions of one report. Names of the entities are unique by `key`; each returned mention has `entity`,
 * an index into entities; `quote` of every evidence is `text.slice(start, end)`.
 */
export function resolve(
  text: string,
  passages: Passage[],
  report: Report,
  mentions: Mention[],
): { entities: Entity[]; mentions: Mention[] } {
  const home = homeOf(report);
  const kept = mentions
    .filter(({ start, end, type }) => !vetoed(normalize(text.slice(start, end)), type))
    .map((mention) => ({ ...mention }));
  const candidates = gather(text, kept);
  splitFirms(candidates);
  complete(text, home, candidates, kept);
  candidates.push(...spread(text, kept));
  const words = contextWords(text, home);
  const groups = joinDefined(text, kept, joinQuotes(join(candidates, home)));
  retypePhases(groups);
  addHome(groups, home, words, text);
  const unique = dropDoubles(groups);
  return buildEntities(text, passages, unique, words);
}

/** Sets each candidate's `name`: 区法院 → 云河区法院, 经开区 → 云河经济开发区, 蓝湾 → 蓝湾口袋公园. */
function complete(text: string, home: Home, candidates: Candidate[], mentions: Mention[]): void {
  const heads = sharedHeads(text, outerOf(mentions));
  for (const candidate of candidates) {
    const shown = candidate.mentions.filter(({ depth }) => !depth);
    const head = shown.every((m) => heads.has(m)) ? heads.get(shown[0] as Mention) : undefined;
    const zone =
      candidate.type === "Park" && home.own?.level === "county" ? BARE_ZONES.get(candidate.name) : undefined;
    if (head) candidate.name += head;
    else if (zone && home.own) candidate.name = home.own.short + zone;
    else candidate.name = completeUnit(home, candidate.name, candidate.type) ?? candidate.name;
  }
}

/** Names that a list leaves without their tail: 东湾 in 东湾、星湖化工园区 is inside 东湾化工园区. */
function spread(text: string, mentions: Mention[]): Candidate[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth);
  const starts = new Map(sorted.filter(({ depth }) => !depth).map((mention) => [mention.start, mention]));
  const outer = sorted.filter(({ depth }) => !depth);
  return [...sharedTails(text, sorted), ...listedProgrammes(text, outer)].map(
    ({ start, end, name, type, probability, rule }): Candidate => {
      const inner = starts.get(start);
      if (inner) inner.depth = 1;
      const mention: Mention = { start, end, type, probability, rule, depth: 0 };
      return { key: key(name), type, spellings: [], name, confidence: probability, mentions: [mention] };
    },
  );
}

const outerOf = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ depth }) => !depth).sort((a, b) => a.start - b.start);

/** Joins candidates of one type whose names have one canon. */
function join(candidates: Candidate[], home: Home): Group[] {
  const names = new Set(candidates.filter((c) => c.type === "District").map((c) => c.name));
  const groups: Group[] = [];
  const buckets = new Map<string, Group[]>();
  for (const candidate of candidates) {
    const { type } = candidate;
    const district = type === "District" ? fullDistrict(candidate.name, home, names) : undefined;
    if (district && isAside(district, candidate)) continue;
    const name = district?.name ?? candidate.name;
    const { core, owner } = canon(name, type, home);
    const bucket = `${type} ${core}`;
    const twins = buckets.get(bucket) ?? [];
    let group = twins.find((g) => sameOwner(g, owner, home));
    if (!group) {
      group = { type, name, members: [], extra: new Set(), confidence: 0 };
      if (district) group.level = district.level;
      groups.push(group);
      buckets.set(bucket, [...twins, group]);
    }
    addMember(group, candidate, name, owner);
  }
  return groups;
}

/** A place elsewhere that is named only inside other names: 兰州 in 兰州拉面协会; provinces are kept. */
function isAside({ home, level }: FullDistrict, { mentions }: Candidate): boolean {
  return !home && level !== "province" && mentions.every(({ depth }) => depth === 1);
}

/** Owners by the group: the lowest district that a member's name begins with. */
const owners = new WeakMap<Group, number>();

/** 实验小学 is the report's own, 星州市实验小学 another than 云河区实验小学. */
function sameOwner(group: Group, owner: number, home: Home): boolean {
  const own = owners.get(group) ?? -1;
  const lowest = home.chain.length - 1;
  return own === owner || own < 0 || owner < 0 || (own === lowest && owner === lowest);
}

function addMember(group: Group, candidate: Candidate, name: string, owner: number): void {
  group.members.push(candidate);
  group.confidence = Math.max(group.confidence, candidate.confidence);
  owners.set(group, Math.max(owners.get(group) ?? -1, owner));
  if (group.type !== "District" && group.type !== "Industry" && key(name).length > key(group.name).length)
    group.name = name;
}

const BARE_QUOTE = /^“[^“”]{2,24}”$/u;

/** “两湖” alone is “两湖”创新区 where the report has one longer name about it; with two it stays apart. */
function joinQuotes(groups: Group[]): Group[] {
  const longer = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.type !== "Initiative") continue;
    for (const core of new Set(group.name.match(/“[^“”]{2,24}”/gu) ?? [])) {
      if (core !== group.name) longer.set(core, [...(longer.get(core) ?? []), group]);
    }
  }
  return groups.filter((group) => {
    const twins =
      group.type === "Initiative" && BARE_QUOTE.test(group.name) ? longer.get(group.name) : undefined;
    const [only] = twins ?? [];
    if (!only || twins?.length !== 1) return true;
    merge(only, group);
    return false;
  });
}

/** 星海产业园（简称“星海园”）: the short name goes to the group of the long one. */
function joinDefined(text: string, mentions: Mention[], groups: Group[]): Group[] {
  const byKey = new Map<string, Group>();
  for (const group of groups) for (const member of group.members) byKey.set(member.key, group);
  const gone = new Set<Group>();
  for (const { of, short } of definitions(text, mentions)) {
    const long = byKey.get(key(text.slice(of.start, of.end)));
    const name = normalize(text.slice(short.start, short.end));
    const other = byKey.get(key(name));
    if (!long || long === other) continue;
    long.extra.add(name);
    if (!other || gone.has(other)) continue;
    for (const member of other.members) byKey.set(member.key, long);
    long.members.push(...other.members);
    gone.add(other);
  }
  return groups.filter((group) => !gone.has(group));
}

/** The report's district is always there; those above it where the text means them (全市, 市委). */
function addHome(groups: Group[], home: Home, words: ContextWord[], text: string): void {
  for (const [i, district] of home.chain.entries()) {
    const isOwn = i === home.chain.length - 1;
    let group = groups.find((g) => g.type === "District" && g.name === district.name);
    const meant = words.some((word) => word.district === district) || text.includes(district.name);
    if (!group && (isOwn || meant)) {
      group = { type: "District", name: district.name, members: [], extra: new Set(), confidence: 1 };
      groups.push(group);
    }
    if (!group) continue;
    group.level = district.level;
    if (isOwn) group.confidence = 1;
    if (district.short !== district.name) group.extra.add(district.short);
  }
}

/** 星海路北延 is a road where 星海路 is one. */
function retypePhases(groups: Group[]): void {
  const built = new Set<string>();
  for (const { type, name, members } of groups)
    if (type === "Infrastructure")
      for (const known of [key(name), ...members.map((m) => m.key)]) built.add(known);
  for (const group of groups)
    if (group.type === "Project" && built.has(baseOf(key(group.name)) ?? "")) group.type = "Infrastructure";
}

/** One name, one entity: of two groups with one key the surer stays. */
function dropDoubles(groups: Group[]): Group[] {
  const byName = new Map<string, Group>();
  for (const group of groups) {
    const own = key(group.name);
    const other = byName.get(own);
    if (!other) byName.set(own, group);
    else if (other.type === group.type || other.confidence >= group.confidence) merge(other, group);
    else {
      merge(group, other);
      byName.set(own, group);
    }
  }
  return groups.filter((group) => byName.get(key(group.name)) === group);
}

function merge(into: Group, from: Group): void {
  into.members.push(...from.members);
  into.confidence = Math.max(into.confidence, from.confidence);
  for (const name of from.extra) into.extra.add(name);
}
