/** What the joining of reports needs to know of one report: who it is and what it names; a few kilobytes. */
import type { EntityType, Level } from "../ingest/ontology.ts";
import type { Facts, Report } from "../ingest/types.ts";
import { hash, id, sha256 as sha256Of } from "./hash.ts";
import { IDENTITY, type Identity, identify } from "./identity.ts";
import type { ReportSummary } from "./store.ts";

export interface Named {
  name: string;
  type: EntityType;
  aliases: string[];
  level?: Level;
  confidence: number;
  mentions: number;
  identity: Identity;
  /** Of each alias, in their order. */
  others: Identity[];
}

export interface Digest {
  /** Hash of the facts and, after a dot, of the file's name: two digests with one `version` are of the same facts. */
  version: string;
  report: ReportSummary;
  /** The id that the report would have by itself, where it has another (slots.ts). */
  slot?: string;
  entities: Named[];
  /** Of the rules (identity.ts) that gave the identities. */
  rules: number;
}

const LEVEL_OF_CHAIN: readonly Level[] = ["province", "city", "county", "town", "village"];

/** The first year planned, else the last looked back on, else that of the date: a work report of January 2024 is of 2024. */
export function yearOf(report: Report): number {
  const planned = report.planYears[0];
  if (planned !== undefined) return planned;
  const reviewed = report.reviewYears.at(-1);
  if (reviewed !== undefined) return reviewed;
  return Number(report.date?.slice(0, 4) ?? 0);
}

/** Whose report it is, of what kind and year; a report that tells none of these is known by its text. */
export function reportId(report: Report, text: string): string {
  const whose = report.chain.length > 0 ? report.chain : [report.district];
  if (whose.join("") === "") return id("R", "text", sha256Of(text));
  // One conference gives many news pages: there the title tells them apart.
  const which = report.kind === "news" ? report.title : sessionOf(report, text);
  return id("R", whose.join("/"), report.kind, yearOf(report), spanOf(report), which);
}

/** At the end of a term a report looks back on five years or plans five, besides the ordinary one of that year. */
const spanOf = ({ reviewYears, planYears }: Report): string =>
  [reviewYears, planYears].map((years) => (years.length > 2 ? "term" : "year")).join(" ");

const SESSION = /第([一二三四五六七八九十]+)届[^第\n]{0,24}第([一二三四五六七八九十]+)次/u;
const HEAD = 600; // characters of a report in which its session is told

/** In a year of elections two sessions hear a report each: 第八届…第一次会议. */
function sessionOf({ title, kind }: Report, text: string): string {
  if (kind !== "government work report" && kind !== "plan report") return "";
  const [, term = "", meeting = ""] = SESSION.exec(title) ?? SESSION.exec(text.slice(0, HEAD)) ?? [];
  return term && `${term} ${meeting}`;
}

export function digestOf(facts: Facts): Digest {
  const { report, text } = facts;
  const audit = { claimed: 0, ignored: 0, unclaimed: 0 };
  for (const item of facts.audit) audit[item.status]++;
  return {
    version: versionOf(facts),
    report: {
      id: reportId(report, text),
      title: report.title,
      kind: report.kind,
      district: report.district,
      chain: report.chain,
      year: yearOf(report),
      reviewYears: report.reviewYears,
      planYears: report.planYears,
      date: report.date,
      publisher: report.publisher,
      file: report.file,
      sha256: report.sha256,
      textSha256: sha256Of(text),
      extractor: facts.extractor,
      characters: text.length,
      audit,
    },
    entities: namedIn(facts),
    rules: IDENTITY,
  };
}

/** The digest with its identities by the present rules. */
export function upToDate(digest: Digest): Digest {
  if (digest.rules === IDENTITY) return digest;
  const home = homeOf(digest.report);
  return {
    ...digest,
    rules: IDENTITY,
    entities: digest.entities.map((named) => ({ ...named, ...identities(named, home) })),
  };
}

const homeOf = ({ chain, district }: { chain: string[]; district: string }): string[] =>
  chain.length > 0 ? chain : [district];

const identities = ({ type, name, aliases }: Pick<Named, "type" | "name" | "aliases">, home: string[]) => ({
  identity: identify(type, name, home),
  others: aliases.map((alias) => identify(type, alias, home)),
});

function versionOf(facts: Facts): string {
  const { file, sha256, ...report } = facts.report;
  return withFile(hash(JSON.stringify({ ...facts, report, warnings: [] })).slice(0, 24), file, sha256);
}

const withFile = (content: string, ...file: string[]): string =>
  `${content}.${hash(file.join("\n")).slice(0, 6)}`;

/** The same facts as read from another file. */
export function fromFile(digest: Digest, { file, sha256 }: Pick<ReportSummary, "file" | "sha256">): Digest {
  const content = digest.version.slice(0, digest.version.indexOf("."));
  return { ...digest, version: withFile(content, file, sha256), report: { ...digest.report, file, sha256 } };
}

function namedIn(facts: Facts): Named[] {
  const counts = new Array<number>(facts.entities.length).fill(0);
  for (const { entity } of facts.mentions)
    if (entity !== undefined) counts[entity] = (counts[entity] ?? 0) + 1;
  const home = homeOf(facts.report);
  const named: Named[] = facts.entities.map((entity, i) => ({
    name: entity.name,
    type: entity.types[0],
    aliases: entity.aliases,
    ...identities({ type: entity.types[0], name: entity.name, aliases: entity.aliases }, home),
    ...(entity.level && { level: entity.level }),
    confidence: entity.confidence,
    mentions: counts[i] ?? 0,
  }));
  const { district, chain } = facts.report;
  const known = named.some(({ name, type }) => type === "District" && name === district);
  return district === "" || known ? named : [...named, itself(district, chain)];
}

/** The district that the report is about, where the text never names it (我区). */
function itself(name: string, chain: string[]): Named {
  const level = LEVEL_OF_CHAIN[chain.length - 1];
  const self = { name, type: "District" as const, aliases: [] };
  return {
    ...self,
    ...identities(self, homeOf({ chain, district: name })),
    ...(level && { level }),
    confidence: 1,
    mentions: 0,
  };
}
