/**
 * Contexts with perfect names, from the gold reports: every name and alias is marked where it stands in the text, so
 * that relations and milestones can be learned and measured apart from the tagger.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntityType, Level, RelationType, ReportKind, Stage } from "../../../ontology.ts";
import { entityTypes } from "../../../ontology.ts";
import type { Context, Mention, Passage } from "../../../types.ts";
import { markNames } from "../gold.ts";
import { placeOf } from "../places.ts";
import { joinLines, normalize } from "../undo.ts";

export interface Gold {
  report: {
    title: string;
    kind: ReportKind;
    district: string;
    file: string;
    reviewYears: number[];
    planYears: number[];
  };
  entities: { name: string; types: EntityType[]; aliases: string[] }[];
  relations: { from: string; type: RelationType; to: string; year?: number; basis: "stated" | "report" }[];
  milestones: { entity: string; stage: Stage; year: number; target: boolean }[];
}

export interface Example {
  id: string;
  /** The report's text on disk. */
  file: string;
  place: string;
  gold: Gold;
  context: Context;
}

export function oracles(shared: string, split: (text: string) => Passage[]): Example[] {
  return ["gold", "gold/more"].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => oracle(shared, join(shared, folder, file), split)),
  );
}

function oracle(shared: string, path: string, split: (text: string) => Passage[]): Example {
  const gold = JSON.parse(readFileSync(path, "utf8")) as Gold;
  const file = [gold.report.file, `more/${gold.report.file}`]
    .map((name) => join(shared, "reports", name))
    .find(existsSync);
  if (!file) throw new Error(`No text for ${path}`);
  const text = normalize(joinLines(normalize(readFileSync(file, "utf8"))));
  const bare = gold.report.district.replace(/(?<=..)[省市区县州]$/, "");
  return {
    id: (path.split("/").pop() as string).replace(/\.json$/, ""),
    file,
    place: placeOf(`${bare}2024年政府工作报告`),
    gold,
    context: {
      text,
      passages: split(text),
      report: { ...gold.report, chain: chainOf(gold), publisher: null, date: null, sha256: "" },
      entities: gold.entities.map(({ name, types, aliases }) => ({
        name,
        types: [types[0] as EntityType],
        aliases,
        confidence: 1,
        evidence: [],
        ...(types[0] === "District" ? { level: levelOf(name) } : {}),
      })),
      mentions: mentionsOf(text, gold),
    },
  };
}

function chainOf({ report, relations }: Gold): string[] {
  const chain = [report.district];
  for (let up = report.district; chain.length < 5; ) {
    const next = relations.find(
      ({ from, type, basis }) => from === up && type === "PART_OF" && basis === "report",
    )?.to;
    if (!next || chain.includes(next)) break;
    chain.unshift(next);
    up = next;
  }
  return chain;
}

function levelOf(name: string): Level {
  if (/(?:村|社区)$/u.test(name)) return "village";
  if (/(?:镇|乡|街道)$/u.test(name)) return "town";
  if (/(?:省|自治区)$/u.test(name) || /^(?:北京|上海|天津|重庆)市$/u.test(name)) return "province";
  if (/(?:县|区|旗)$/u.test(name)) return "county";
  return /(?:市|州|盟)$/u.test(name) ? "city" : "country";
}

/** A name alone may stand for two entities (firm and project); `markNames` gives types, the entity is looked up by both. */
function mentionsOf(text: string, { entities, report }: Gold): Mention[] {
  const index = new Map<string, number>();
  entities.forEach(({ name, types, aliases }, entity) => {
    for (const alias of [name, ...aliases]) {
      const known = `${normalize(alias)} ${types[0]}`;
      if (!index.has(known)) index.set(known, entity);
    }
  });
  const found = markNames(text, entities).map(({ start, end, type, depth }): Mention => {
    const entity = index.get(`${text.slice(start, end)} ${entityTypes[type]}`);
    return {
      start,
      end,
      type: entityTypes[type] as EntityType,
      probability: 1,
      rule: "gold",
      depth: depth ? 1 : 0,
      ...(entity === undefined ? {} : { entity }),
    };
  });
  return [...found, ...deictic(text, entities, report.district)];
}

/** 我区, 全市: aliases that `markNames` leaves out. */
function deictic(text: string, entities: Gold["entities"], district: string): Mention[] {
  const home = entities.findIndex(({ name, aliases }) => name === district || aliases.includes(district));
  if (home < 0) return [];
  return [...text.matchAll(/[我全本](?:区|县|市|省|州)/gu)]
    .filter(([word]) => word.slice(-1) === district.slice(-1))
    .map(
      ({ index }): Mention => ({
        start: index,
        end: index + 2,
        type: "District",
        probability: 1,
        rule: "deictic",
        depth: 0,
        entity: home,
      }),
    );
}
