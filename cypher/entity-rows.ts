/** A cluster of names → the node of an entity. */
import { key } from "../ingest/names.ts";
import type { Member } from "./buckets.ts";
import type { Cluster } from "./resolve.ts";
import type { NodeRow } from "./rows.ts";
import type { ReportSummary } from "./store.ts";

const LONGEST_NAME = 40;
/** 我区, 全市: names only within the report (they stay on its NAMES relationship). */
const ONLY_THERE = /^(?:全|我|本)(?:国|省|市|区|县|州|旗|镇|乡|街道|村)$/;

export function entityRow(cluster: Cluster, reports: ReadonlyMap<string, ReportSummary>): NodeRow {
  const names = namesOf(cluster.members);
  const name = names[0] ?? "";
  const aliases = names.slice(1);
  const level = cluster.members.find(({ named }) => named.level)?.named.level;
  const from = [...new Set(cluster.members.map(({ report }) => report))].sort();
  const years = from.map((id) => reports.get(id)?.year ?? 0).filter((year) => year > 0);
  return {
    id: cluster.id,
    base: "Entity",
    label: cluster.type,
    properties: {
      id: cluster.id,
      name,
      key: key(name),
      type: cluster.type,
      aliases,
      ...(level && { level }),
      confidence: Math.max(...cluster.members.map(({ named }) => named.confidence)),
      ...(years.length > 0 && { since: Math.min(...years) }),
      reports: from,
      mentions: cluster.members.reduce((sum, { named }) => sum + named.mentions, 0),
      scope: cluster.scope,
      search: [...new Set(names.map(key))].join("|"),
    },
  };
}

/** The fullest name. */
export const displayName = ({ members }: Cluster): string => namesOf(members)[0] ?? "";

/** One report in so many may call it otherwise: 云州星海大学 where fifty say 星海大学. */
const SELDOM = 10;
const OFFICIAL = /(?:股份|有限|责任)公司$/u;

/** All names, the fullest that a report uses as its name first, then the other names and the aliases in order. */
function namesOf(members: readonly Member[]): string[] {
  const uses = new Map<string, number>();
  for (const { named } of members) uses.set(named.name, (uses.get(named.name) ?? 0) + 1);
  const usual = Math.max(...uses.values()) / SELDOM;
  const fullest = [...uses]
    .filter(([name, n]) => n >= usual || OFFICIAL.test(name))
    .sort(([a, m], [b, n]) => lengthOf(b) - lengthOf(a) || n - m || (a < b ? -1 : 1))[0]?.[0];
  const all = new Set(members.flatMap(({ named }) => [named.name, ...named.aliases]));
  for (const name of all) if (ONLY_THERE.test(name)) all.delete(name);
  if (fullest === undefined) return [...all].sort();
  all.delete(fullest);
  return [fullest, ...[...all].sort()];
}

/** Quotes do not make a name fuller by much; what is too long to be a name counts as short. */
const lengthOf = (name: string): number =>
  name.length > LONGEST_NAME ? 0 : key(name).length * 4 + name.length;
