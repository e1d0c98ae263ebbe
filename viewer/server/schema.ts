/** What the editor completes: labels, relationship types and properties of the graph, with what they are called. */
import { PROPERTIES } from "../../cypher/properties.ts";
import {
  ENTITY_TYPES,
  type EntityType,
  entityTypes,
  RELATION_TYPES,
  type RelationType,
  relationTypes,
} from "../../ingest/ontology.ts";
import type { SchemaCard, SchemaLabel, SchemaType } from "./api.ts";

const words = (text: string): string[] => text.split(" ");

const ENTITY = words("id name type aliases confidence since reports mentions key scope search");
const FACT = words("id basis reports passages starts ends rules");

/** Properties that only some of the types have. */
const OWN: Partial<Record<EntityType | RelationType, string[]>> = {
  District: ["level"],
  AWARDED: ["year"],
  AIMS_FOR: ["year"],
  HOLDS_OFFICE: ["title"],
};

const TEXT_LABELS: SchemaLabel[] = [
  { name: "Entity", zh: "任何实体", en: "Any entity", properties: [...ENTITY, "level"] },
  {
    ...{ name: "Report", zh: "报告", en: "Report" },
    properties: words(
      "id title kind district chain year reviewYears planYears date publisher file characters passageCount claimed ignored unclaimed extractor sha256 textSha256",
    ),
  },
  {
    ...{ name: "Passage", zh: "段落", en: "Passage" },
    properties: words(
      "id report index kind level heading section text start end unclaimedStarts unclaimedEnds",
    ),
  },
  {
    ...{ name: "Observation", zh: "指标数值", en: "Figure" },
    properties: words("id subject indicator indicators value unit year kind bound measure text series"),
  },
  {
    ...{ name: "Milestone", zh: "进展", en: "Milestone" },
    properties: words("id entity stage year target"),
  },
];

const TEXT_TYPES: SchemaType[] = [
  link("HAS_OBSERVATION", "有数值", "has a figure", "Entity", "Observation", "id"),
  link("HAS_MILESTONE", "有进展", "has a milestone", "Entity", "Milestone", "id"),
  link("SAID_IN", "出自", "is said in", "Observation Milestone", "Passage", "id report start end rule"),
  link("MENTIONS", "提到", "mentions", "Passage", "Entity", "id starts ends probability"),
  link("NAMES", "称为", "names", "Report", "Entity", "id name aliases count confidence"),
  link("ABOUT", "关于", "is about", "Report", "District", "id"),
  link("HAS_PASSAGE", "有段落", "has a passage", "Report", "Passage", "id"),
  link("CONFLICTS_WITH", "数值不一", "contradicts", "Observation", "Observation", "id"),
];

function link(
  name: string,
  zh: string,
  en: string,
  from: string,
  to: string,
  properties: string,
): SchemaType {
  return { name, zh, en, from: words(from), to: words(to), properties: words(properties) };
}

export const schema = (): SchemaCard => ({
  labels: [
    ...entityTypes.map((name) => ({
      ...{ name, zh: ENTITY_TYPES[name].zh, en: ENTITY_TYPES[name].en },
      properties: [...ENTITY, ...(OWN[name] ?? [])],
    })),
    ...TEXT_LABELS,
  ],
  types: [
    ...relationTypes.map((name) => {
      const { zh, en, from, to } = RELATION_TYPES[name];
      return { name, zh, en, from: [...from], to: [...to], properties: [...FACT, ...(OWN[name] ?? [])] };
    }),
    ...TEXT_TYPES,
  ],
  properties: Object.fromEntries(
    Object.entries(PROPERTIES).map(([name, { type, zh, en }]) => [name, { type, zh, en }]),
  ),
});
