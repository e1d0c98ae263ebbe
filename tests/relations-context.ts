/** A context from marked text, with invented names: 【云河区|District】举办… Equal names are one entity. */
import type { EntityType } from "../ingest/ontology.ts";
import type { Context, Entity, Mention, Passage } from "../ingest/types.ts";

export function contextOf(marked: string, section: Passage["section"] = "review"): Context {
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  let text = "";
  for (const [, name, type, plain] of marked.matchAll(/【(.+?)\|(\w+)】|([^【]+)/gu)) {
    const start = text.length;
    text += name ?? plain;
    if (!name) continue;
    let entity = entities.findIndex((known) => known.name === name && known.types[0] === type);
    if (entity < 0) entity = entities.push(newEntity(name, type as EntityType)) - 1;
    mentions.push({
      start,
      end: text.length,
      type: type as EntityType,
      probability: 1,
      rule: "test",
      depth: 0,
      entity,
    });
  }
  return { text, passages: passagesOf(text, section), report: REPORT, entities, mentions };
}

const newEntity = (name: string, type: EntityType): Entity => ({
  name,
  types: [type],
  aliases: [],
  confidence: 1,
  evidence: [],
});

function passagesOf(text: string, section: Passage["section"]): Passage[] {
  let at = 0;
  return text.split("\n").map((line, index) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, index, kind: "paragraph", headings: [], section };
  });
}

const REPORT: Context["report"] = {
  title: "云河区2031年政府工作报告",
  kind: "government work report",
  district: "云河区",
  chain: ["青原省", "长川市", "云河区"],
  publisher: null,
  date: null,
  reviewYears: [2030],
  planYears: [2031],
  file: "云河.txt",
  sha256: "",
};
