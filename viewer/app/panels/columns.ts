/** The tables of saved questions in plain words: headings for their columns, words for codes in their cells. */
import type { Cell } from "../../../cypher/cells.ts";
import {
  BOUNDS,
  ENTITY_TYPES,
  MEASURES,
  OBSERVATION_KINDS,
  RELATION_TYPES,
  REPORT_KINDS,
  STAGES,
} from "../../../ingest/ontology.ts";
import type { Lang } from "../words.ts";

interface Named {
  zh: string;
  en: string;
}

const HEADINGS: Record<string, Named> = {
  actual: { zh: "实际", en: "Actual" },
  actualSentence: { zh: "实际的原文", en: "Sentence of the actual" },
  aliases: { zh: "又名", en: "Also called" },
  bound: { zh: "界限", en: "Bound" },
  calledHere: { zh: "报告里的叫法", en: "Called here" },
  chain: { zh: "上级", en: "Within" },
  claimed: { zh: "已识别", en: "Recognised" },
  count: { zh: "次数", en: "Count" },
  degree: { zh: "关系数", en: "Relations" },
  direction: { zh: "方向", en: "Direction" },
  district: { zh: "行政区", en: "District" },
  districts: { zh: "行政区", en: "Districts" },
  enterprise: { zh: "企业", en: "Enterprise" },
  enterprises: { zh: "企业", en: "Enterprises" },
  entities: { zh: "实体数", en: "Entities" },
  entity: { zh: "实体", en: "Entity" },
  estimate: { zh: "预计", en: "Estimate" },
  example: { zh: "例句", en: "Example" },
  examples: { zh: "举例", en: "Examples" },
  fact: { zh: "事实", en: "Fact" },
  finishedIn: { zh: "建成年份", en: "Finished in" },
  from: { zh: "从", en: "From" },
  heading: { zh: "章节", en: "Heading" },
  holder: { zh: "获得者", en: "Holder" },
  honour: { zh: "荣誉", en: "Honour" },
  honours: { zh: "荣誉", en: "Honours" },
  id: { zh: "编号", en: "Id" },
  ignored: { zh: "不计", en: "Left aside" },
  indicator: { zh: "指标", en: "Indicator" },
  industries: { zh: "产业", en: "Industries" },
  industry: { zh: "产业", en: "Industry" },
  initiative: { zh: "战略举措", en: "Initiative" },
  kind: { zh: "类别", en: "Kind" },
  label: { zh: "种类", en: "Kind" },
  measure: { zh: "口径", en: "Measure" },
  mentions: { zh: "提及次数", en: "Mentions" },
  name: { zh: "名称", en: "Name" },
  names: { zh: "名称", en: "Names" },
  neighbour: { zh: "另一端", en: "Other end" },
  node: { zh: "实体", en: "Entity" },
  of: { zh: "单位", en: "Of" },
  oneRelation: { zh: "前者的关系", en: "Relation of the first" },
  oneSentence: { zh: "前者的原文", en: "Sentence of the first" },
  other: { zh: "另一个", en: "Other" },
  otherRelation: { zh: "后者的关系", en: "Relation of the second" },
  otherReport: { zh: "另一份报告", en: "Other report" },
  otherSentence: { zh: "后者的原文", en: "Sentence of the second" },
  otherText: { zh: "另一处原文", en: "Other sentence" },
  passage: { zh: "段落", en: "Passage" },
  passages: { zh: "段落数", en: "Passages" },
  path: { zh: "路径", en: "Path" },
  perTenThousand: { zh: "每万字次数", en: "Per 10,000 characters" },
  person: { zh: "人物", en: "Person" },
  plannedFor: { zh: "计划年份", en: "Planned for" },
  project: { zh: "项目", en: "Project" },
  relation: { zh: "关系", en: "Relation" },
  relationship: { zh: "关系", en: "Relation" },
  report: { zh: "报告", en: "Report" },
  reports: { zh: "报告数", en: "Reports" },
  score: { zh: "匹配度", en: "Score" },
  sentence: { zh: "原文", en: "Sentence" },
  sentences: { zh: "原文", en: "Sentences" },
  since: { zh: "最早年份", en: "Since" },
  stage: { zh: "阶段", en: "Stage" },
  steps: { zh: "步数", en: "Steps" },
  target: { zh: "目标", en: "Target" },
  targetBound: { zh: "目标界限", en: "Bound of the target" },
  targetSentence: { zh: "目标的原文", en: "Sentence of the target" },
  text: { zh: "原文", en: "Text" },
  thing: { zh: "名称", en: "Name" },
  title: { zh: "标题", en: "Title" },
  to: { zh: "到", en: "To" },
  type: { zh: "类型", en: "Type" },
  types: { zh: "关系", en: "Relations" },
  unclaimed: { zh: "未识别", en: "Not recognised" },
  undertaker: { zh: "承担者", en: "Undertaker" },
  unit: { zh: "单位", en: "Unit" },
  value: { zh: "数值", en: "Value" },
  what: { zh: "事项", en: "What" },
  within: { zh: "所在", en: "Within" },
  words: { zh: "词句", en: "Words" },
  year: { zh: "年份", en: "Year" },
};

/** Of nodes and relations that are no entities and none between entities. */
const CODES: Record<string, Named> = {
  ...REPORT_KINDS,
  ...ENTITY_TYPES,
  ...RELATION_TYPES,
  ...STAGES,
  ...OBSERVATION_KINDS,
  ...MEASURES,
  ...BOUNDS,
  new: { zh: "新提", en: "new" },
  gone: { zh: "不再提", en: "gone" },
  out: { zh: "→ 指向", en: "→ to" },
  in: { zh: "← 来自", en: "← from" },
  Entity: { zh: "实体", en: "Entity" },
  Observation: { zh: "指标数据", en: "Figure" },
  Milestone: { zh: "进展节点", en: "Milestone" },
  Passage: { zh: "段落", en: "Passage" },
  Report: { zh: "报告", en: "Report" },
  SAID_IN: { zh: "出自", en: "said in" },
  HAS_OBSERVATION: { zh: "有指标数据", en: "has figure" },
  HAS_MILESTONE: { zh: "有进展节点", en: "has milestone" },
  HAS_PASSAGE: { zh: "含段落", en: "has passage" },
  MENTIONS: { zh: "提到", en: "mentions" },
  NAMES: { zh: "写作", en: "names" },
  CONFLICTS_WITH: { zh: "与之矛盾", en: "conflicts with" },
};

/** Columns in which a word may be a code; names and sentences never are one. */
const CODED = new Set([
  "what",
  "type",
  "types",
  "relation",
  "oneRelation",
  "otherRelation",
  "neighbour",
  "direction",
  "stage",
  "kind",
  "measure",
  "bound",
  "targetBound",
  "label",
  "from",
  "to",
]);

/** perTenThousand → 每万字次数; a column that has no word keeps its name. */
export const headingOf = (column: string, lang: Lang): string => HEADINGS[column]?.[lang] ?? column;

/** PURSUES in the column relation → 推进; true → 是; 88.0704… → 88.07. */
export function plainCell(column: string, cell: Cell, lang: Lang): Cell {
  if (typeof cell === "boolean") return lang === "zh" ? (cell ? "是" : "否") : cell ? "yes" : "no";
  if (typeof cell === "number") return Math.round(cell * 100) / 100;
  if (typeof cell === "string" && CODED.has(column))
    return Object.hasOwn(CODES, cell) ? (CODES[cell]?.[lang] ?? cell) : cell;
  if (Array.isArray(cell)) return cell.map((one) => plainCell(column, one, lang));
  return cell;
}
