/** Every property in the graph: its type, and what it means. For the CSV head, the schema page and the editor's completion. */

export type PropertyType = "string" | "string[]" | "long" | "long[]" | "double" | "boolean";

export interface Property {
  type: PropertyType;
  zh: string;
  en: string;
}

const of = (type: PropertyType, zh: string, en: string): Property => ({ type, zh, en });

export const PROPERTIES: Readonly<Record<string, Property>> = {
  id: of("string", "编号，两种库相同", "our own id, the same on both stores"),
  name: of("string", "全名（NAMES：该报告的叫法）", "fullest name (on NAMES: what the report calls it)"),
  key: of("string", "名称的比较形式：无空格、引号、大小写", "the name without spaces, quotes, case"),
  type: of("string", "实体类型", "entity type"),
  aliases: of("string[]", "别名", "other names"),
  level: of("string", "行政级别（段落：标题层级）", "level of the division"),
  confidence: of("double", "抽取的把握，0–1", "how sure the extraction is, 0 to 1"),
  since: of("long", "最早出现的报告年份", "year of the first report that names it"),
  reports: of(
    "string[]",
    "出处报告（关系：每处出处一项）",
    "reports that say it (on relations: one for each piece of evidence)",
  ),
  mentions: of("long", "被提及次数", "how often it is named"),
  scope: of("string", "所属区域", "the place within which the name is one thing"),
  search: of("string", "全部名称的比较形式，以 | 分隔", "all names as keys, parted by |"),
  title: of("string", "标题；任职关系：职务", "title; on HOLDS_OFFICE the office"),
  kind: of("string", "报告、段落或数值的种类", "kind of report, passage or figure"),
  district: of("string", "报告所属行政区", "whose report it is"),
  chain: of("string[]", "行政区从省到自身", "from the province down to the district"),
  year: of("long", "年份", "year"),
  reviewYears: of("long[]", "回顾年份", "years looked back on"),
  planYears: of("long[]", "计划年份", "years planned"),
  date: of("string", "日期", "date"),
  publisher: of("string", "发布机构", "publisher"),
  file: of("string", "文件名", "file name"),
  sha256: of("string", "文件的 SHA-256", "SHA-256 of the file"),
  textSha256: of("string", "正文的 SHA-256", "SHA-256 of the text"),
  extractor: of("string", "抽取程序版本", "version of the extractor"),
  characters: of("long", "字数", "characters"),
  passages: of("string[]", "出处段落", "passages that say it"),
  passageCount: of("long", "段落数", "number of passages"),
  claimed: of("long", "已入图的数字和引号名称", "numbers and quoted names claimed by facts"),
  ignored: of("long", "按规则略去的数字", "numbers left out by a named rule"),
  unclaimed: of("long", "没有规则认领的数字", "numbers that no rule knew"),
  unclaimedStarts: of("long[]", "没有规则认领的数字的起点", "start offsets of numbers that no rule knew"),
  unclaimedEnds: of("long[]", "其终点", "their end offsets"),
  report: of("string", "报告编号", "id of the report"),
  index: of("long", "段落序号", "number of the passage"),
  heading: of("string", "最近的标题", "nearest heading"),
  section: of("string", "回顾、计划或其他", "review, plan or other"),
  text: of("string", "文字（数值：定性说法）", "the words (of a figure: the qualitative one)"),
  start: of("long", "在报告全文中的起点", "offset into the report's text"),
  end: of("long", "终点（不含）", "end offset, exclusive"),
  starts: of("long[]", "各处起点", "start offsets"),
  ends: of("long[]", "各处终点", "end offsets"),
  rule: of("string", "得出它的规则", "rule that found it"),
  rules: of("string[]", "各处的规则", "rules that found it"),
  probability: of("double", "识别的把握", "how sure the tagger is"),
  count: of("long", "该报告中的次数", "how often the report names it"),
  subject: of("string", "数值所属实体", "entity that the figure is of"),
  entity: of("string", "进展所属实体", "entity that the milestone is of"),
  indicator: of("string", "指标名称", "indicator"),
  indicators: of("string[]", "指标的各种名称", "names of the indicator"),
  series: of("string", "同一指标、年份、口径的编号", "the same for figures that can be compared"),
  value: of("double", "数值", "value"),
  unit: of("string", "单位", "unit"),
  bound: of("string", "以上、以内、左右或等于", "exact, min, max or approx"),
  measure: of("string", "数值或增幅", "level or growth"),
  stage: of("string", "进展阶段", "stage"),
  target: of("boolean", "是否为计划", "a plan rather than a fact"),
  basis: of("string", "原文所说或据报告归属", "stated in the text, or known from whose report it is"),
};
