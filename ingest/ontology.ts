/**
 * The vocabulary of the graph as one table: types, relations, stages, kinds, bounds, each with its Chinese and
 * English name. Unions, schemas, colours, docs and checks derive from it. Imports nothing.
 */

export const ENTITY_TYPES = {
  District: { letter: "D", zh: "行政区", en: "District" },
  Project: { letter: "J", zh: "项目", en: "Project" },
  Enterprise: { letter: "E", zh: "企业", en: "Enterprise" },
  Initiative: { letter: "S", zh: "战略举措", en: "Initiative" },
  Park: { letter: "K", zh: "园区载体", en: "Park" },
  Institution: { letter: "I", zh: "机构", en: "Institution" },
  Infrastructure: { letter: "F", zh: "基础设施", en: "Infrastructure" },
  Place: { letter: "P", zh: "地点", en: "Place" },
  Industry: { letter: "N", zh: "产业", en: "Industry" },
  Honor: { letter: "H", zh: "荣誉资质", en: "Honor" },
  Person: { letter: "R", zh: "人物", en: "Person" },
  Event: { letter: "V", zh: "活动", en: "Event" },
  Policy: { letter: "L", zh: "政策文件", en: "Policy" },
} as const satisfies Record<string, { letter: string; zh: string; en: string }>;

export type EntityType = keyof typeof ENTITY_TYPES;
export const entityTypes = Object.keys(ENTITY_TYPES) as EntityType[];

const anyBut = (...left: EntityType[]): EntityType[] => entityTypes.filter((type) => !left.includes(type));

interface RelationRow {
  zh: string;
  en: string;
  from: readonly EntityType[];
  to: readonly EntityType[];
  /** Both ends are of one type (PART_OF: a park is part of a park, never of a project). */
  sameType?: true;
  /** Said once, in the order of the text. */
  symmetric?: true;
}

export const RELATION_TYPES = {
  PART_OF: {
    zh: "隶属于",
    en: "part of",
    from: ["District", "Initiative", "Park", "Infrastructure", "Project"],
    to: ["District", "Initiative", "Park", "Infrastructure", "Project"],
    sameType: true,
  },
  LOCATED_IN: {
    zh: "位于",
    en: "located in",
    from: ["Enterprise", "Project", "Park", "Institution", "Infrastructure", "Place", "Event"],
    to: ["District", "Park", "Place"],
  },
  UNDERTAKES: {
    zh: "承担",
    en: "undertakes",
    from: ["Enterprise", "Institution"],
    to: ["Project", "Infrastructure", "Park"],
  },
  IN_INDUSTRY: {
    zh: "属于产业",
    en: "in industry",
    from: ["Enterprise", "Project", "Park"],
    to: ["Industry"],
  },
  FOCUSES_ON: { zh: "聚焦产业", en: "focuses on", from: ["District"], to: ["Industry"] },
  PURSUES: { zh: "推进", en: "pursues", from: ["District", "Park"], to: ["Initiative"] },
  CONTRIBUTES_TO: {
    zh: "服务于",
    en: "contributes to",
    from: ["Project", "Park", "Infrastructure", "Policy", "Initiative"],
    to: ["Initiative"],
  },
  AWARDED: { zh: "获得", en: "awarded", from: anyBut("Honor", "Industry"), to: ["Honor"] },
  AIMS_FOR: { zh: "争创", en: "aims for", from: anyBut("Honor", "Industry"), to: ["Honor"] },
  HOSTS: { zh: "举办", en: "hosts", from: ["District", "Park", "Institution"], to: ["Event"] },
  HOLDS_OFFICE: { zh: "任职", en: "holds office", from: ["Person"], to: ["District", "Institution"] },
  COOPERATES_WITH: {
    zh: "合作",
    en: "cooperates with",
    from: ["Enterprise", "Institution", "District"],
    to: ["Enterprise", "Institution", "District"],
    symmetric: true,
  },
  ADOPTS: { zh: "执行", en: "adopts", from: ["District"], to: ["Policy"] },
} as const satisfies Record<string, RelationRow>;

export type RelationType = keyof typeof RELATION_TYPES;
export const relationTypes = Object.keys(RELATION_TYPES) as RelationType[];

/** The ontology allows `type` between these two. (`allows("PART_OF", "Park", "Project")` → false) */
export function allows(type: RelationType, from: EntityType, to: EntityType): boolean {
  const row: RelationRow = RELATION_TYPES[type];
  return row.from.includes(from) && row.to.includes(to) && (!row.sameType || from === to);
}

export const STAGES = {
  planned: { zh: "谋划", en: "planned" },
  signed: { zh: "签约", en: "signed" },
  started: { zh: "开工", en: "started" },
  underway: { zh: "在建", en: "under way" },
  completed: { zh: "建成", en: "completed" },
} as const;
export type Stage = keyof typeof STAGES;
export const stages = Object.keys(STAGES) as Stage[];

/** The types of which a milestone can be said. */
export const MILESTONE_TYPES: readonly EntityType[] = [
  "Project",
  "Infrastructure",
  "Park",
  "Institution",
  "Place",
  "Policy",
];

export const OBSERVATION_KINDS = {
  actual: { zh: "实际", en: "actual" },
  estimate: { zh: "预计", en: "estimate" },
  target: { zh: "目标", en: "target" },
} as const;
export type ObservationKind = keyof typeof OBSERVATION_KINDS;

export const BOUNDS = {
  exact: { zh: "等于", en: "exactly" },
  min: { zh: "以上", en: "at least" },
  max: { zh: "以内", en: "at most" },
  approx: { zh: "左右", en: "about" },
} as const;
export type Bound = keyof typeof BOUNDS;

export const MEASURES = {
  level: { zh: "数值", en: "level" },
  growth: { zh: "增幅", en: "growth" },
} as const;
export type Measure = keyof typeof MEASURES;

export const LEVELS = {
  country: { zh: "国家", en: "country" },
  province: { zh: "省级", en: "province" },
  city: { zh: "地级", en: "city" },
  county: { zh: "县级", en: "county" },
  town: { zh: "乡级", en: "town" },
  village: { zh: "村级", en: "village" },
} as const;
export type Level = keyof typeof LEVELS;

export const REPORT_KINDS = {
  "government work report": { zh: "政府工作报告", en: "government work report" },
  "plan report": { zh: "计划报告", en: "plan report" },
  "five-year plan": { zh: "规划纲要", en: "five-year plan" },
  "statistical communique": { zh: "统计公报", en: "statistical communiqué" },
  news: { zh: "新闻报道", en: "news" },
} as const;
export type ReportKind = keyof typeof REPORT_KINDS;

export type Basis = "stated" | "report";
