/**
 * Gold reports list names, not places in the text: here each name and alias is marked wherever it stands, longest
 * first; a shorter name inside a marked one becomes an inner name.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EntityType, entityTypes } from "../../ontology.ts";
import type { Span } from "../labels.ts";
import type { Document } from "./documents.ts";
import { placeOf } from "./places.ts";
import { joinLines, normalize } from "./undo.ts";

interface GoldFile {
  report: { file: string; district: string };
  entities: { name: string; types: EntityType[]; aliases: string[] }[];
}

/** 全市, 我区, 本省 stand for a district but are not marked in the excerpts. */
const DEICTIC = /^[全我本该][国省市区县州镇乡村]$/;

export function goldDocuments(shared: string): Omit<Document, "fold">[] {
  return ["gold", "gold/more"].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .filter((file) => file.endsWith(".json"))
      .map((file) => goldDocument(shared, join(shared, folder, file))),
  );
}

function goldDocument(shared: string, path: string): Omit<Document, "fold"> {
  const { report, entities } = JSON.parse(readFileSync(path, "utf8")) as GoldFile;
  const candidates = [report.file, `more/${report.file}`].map((file) => join(shared, "reports", file));
  const found = candidates.find(existsSync);
  if (!found) throw new Error(`No text for ${path}`);
  const text = normalize(joinLines(normalize(readFileSync(found, "utf8"))));
  return {
    id: `gold/${path.split("/").pop()}`,
    kind: "gold",
    place: placeOf(`${report.district.replace(/(?<=..)[省市区县州]$/, "")}2024年政府工作报告`),
    text,
    spans: markNames(text, entities),
    gold: entities.map(({ name, aliases, types }) => ({ names: [name, ...aliases], types })),
  };
}

export function markNames(text: string, entities: GoldFile["entities"]): Span[] {
  const names = entities.flatMap(({ name, aliases, types }) =>
    [name, ...aliases]
      .map(normalize)
      .filter((alias) => alias.length > 1 && !DEICTIC.test(alias))
      .map((alias) => ({ alias, type: entityTypes.indexOf(types[0] as EntityType) })),
  );
  names.sort((a, b) => b.alias.length - a.alias.length);
  const depths = new Uint8Array(text.length);
  const spans: Span[] = [];
  for (const { alias, type } of names) {
    for (let at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
      const end = at + alias.length;
      const depth = depths[at] as number;
      if (!fits(depths, at, end, spans)) continue;
      spans.push({ start: at, end, type, depth });
      depths.fill(depth + 1, at, end);
    }
  }
  return spans.sort((a, b) => a.depth - b.depth || a.start - b.start);
}

/** Inside one name of the depth above, or wholly outside all; never across a border of one. */
function fits(depths: Uint8Array, start: number, end: number, spans: Span[]): boolean {
  for (let i = start; i < end; i++) if (depths[i] !== depths[start]) return false;
  return spans.every((s) => s.end <= start || s.start >= end || (s.start <= start && s.end >= end));
}
