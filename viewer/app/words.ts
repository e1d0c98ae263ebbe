/** Everything the page says, in Chinese and English. `{n}` stands for a value. */
import { createContext, useContext } from "react";

export type Lang = "zh" | "en";

export const WORDS = {
  brand: { zh: "政图", en: "Zhengtu" },
  tagline: {
    zh: "政府报告知识图谱，每一条都有原句为证",
    en: "Government reports as a graph, every fact with its sentence",
  },
  searchLabel: { zh: "查找区县、项目、企业、战略……", en: "Find a district, project, firm, strategy…" },
  searchHint: { zh: "输入名称、简称或其中几个字", en: "Type a name, a short name or any part of one" },
  searchNone: {
    zh: "没有叫“{q}”的。换个简称，或少打几个字试试。",
    en: "Nothing is called “{q}”. Try a short name or fewer characters.",
  },
  searchBusy: { zh: "正在查找……", en: "Searching…" },
  alsoCalled: { zh: "又名 {name}", en: "also {name}" },
  inReports: { zh: "{n} 份报告", en: "{n} reports" },
  inTexts: { zh: "原文", en: "In the texts" },
  viewOptions: { zh: "显示", en: "View" },
  layout: { zh: "布局", en: "Layout" },
  colorBy: { zh: "颜色", en: "Colour" },
  sizeBy: { zh: "大小", en: "Size" },
  by_force: { zh: "力导向", en: "Force" },
  by_radial: { zh: "环绕", en: "Radial" },
  by_district: { zh: "行政区", en: "District" },
  by_year: { zh: "年份", en: "Year" },
  by_type: { zh: "类型", en: "Type" },
  by_community: { zh: "社群", en: "Community" },
  by_reports: { zh: "报告数", en: "Reports" },
  by_degree: { zh: "关系数", en: "Relations" },
  filterDistrict: { zh: "只看这个行政区的报告", en: "Reports of this district" },
  filterReport: { zh: "只看这份报告", en: "This report" },
  filterBasis: { zh: "依据", en: "Basis" },
  basisStated: { zh: "原文明说", en: "stated" },
  all: { zh: "全部", en: "All" },
  noFilter: { zh: "取消筛选", en: "Clear the filter" },
  timeline: { zh: "年份", en: "Years" },
  play: { zh: "逐年播放", en: "Play year by year" },
  pause: { zh: "停", en: "Stop" },
  fromYear: { zh: "起始年份", en: "First year" },
  toYear: { zh: "结束年份", en: "Last year" },
  allYears: { zh: "全部年份", en: "All years" },
  boxSelect: { zh: "框选（按住 Shift 拖动）", en: "Select by a box (Shift and drag)" },
  selected: { zh: "选中 {n} 个", en: "{n} selected" },
  keepOnly: { zh: "只留这些", en: "Keep only these" },
  findPath: { zh: "找路径", en: "Find paths" },
  compare: { zh: "比较", en: "Compare" },
  paths: { zh: "两者之间的路径", en: "Paths between two" },
  pathFrom: { zh: "从", en: "From" },
  pathTo: { zh: "到", en: "To" },
  pathPick: { zh: "到哪一个？输入名称", en: "To which? Type a name" },
  pathSteps: { zh: "经 {n} 步", en: "{n} steps" },
  noPath: { zh: "六步以内没有连起来的路径。", en: "Nothing connects them within six steps." },
  chartOf: { zh: "{name}逐年变化", en: "{name} over the years" },
  copyText: { zh: "复制为文字", en: "Copy as text" },
  copied: { zh: "已复制", en: "Copied" },
  asCypher: { zh: "在 Cypher 里看", en: "See it in Cypher" },
  tryThese: { zh: "试试", en: "Try" },
  reports: { zh: "报告", en: "Reports" },
  entities: { zh: "实体", en: "Entities" },
  relations: { zh: "关系", en: "Relations" },
  observations: { zh: "指标数据", en: "Figures" },
  milestones: { zh: "进展节点", en: "Milestones" },
  districts: { zh: "行政区一览", en: "Districts" },
  moreDistricts: { zh: "全部 {n} 个行政区", en: "All {n} districts" },
  initiatives: { zh: "战略举措", en: "Initiatives" },
  projects: { zh: "重点项目", en: "Projects" },
  enterprises: { zh: "骨干企业", en: "Enterprises" },
  openAll: { zh: "在图上展开", en: "Open on the canvas" },
  undo: { zh: "撤销", en: "Undo" },
  redo: { zh: "重做", en: "Redo" },
  home: { zh: "回到总览", en: "Back to the overview" },
  language: { zh: "English", en: "中文" },
  theme: { zh: "深浅色", en: "Light or dark" },
  zoomIn: { zh: "放大", en: "Zoom in" },
  zoomOut: { zh: "缩小", en: "Zoom out" },
  fit: { zh: "全部显示", en: "Fit all" },
  legend: { zh: "图例", en: "Legend" },
  legendHelp: {
    zh: "单击显示或隐藏；按住 Alt 单击只看这一类",
    en: "Click to show or hide; Alt-click to see only this type",
  },
  legendAll: { zh: "全部显示", en: "Show all" },
  onCanvas: { zh: "图上 {n} 个，{m} 条关系", en: "{n} on the canvas, {m} relations" },
  showHidden: { zh: "恢复隐藏的 {n} 个", en: "Bring back {n} hidden" },
  close: { zh: "关闭", en: "Close" },
  hide: { zh: "从图上隐藏", en: "Hide from the canvas" },
  pinned: { zh: "已固定，单击松开", en: "Pinned, click to release" },
  pin: { zh: "固定位置", en: "Pin in place" },
  expand: { zh: "展开", en: "Expand" },
  collapse: { zh: "收起", en: "Collapse" },
  expandBy: { zh: "按关系展开", en: "Expand by relation" },
  startHere: { zh: "只看它和邻居", en: "Only this and its neighbours" },
  aliases: { zh: "又名", en: "Also called" },
  since: { zh: "{year} 年起见于报告", en: "in reports since {year}" },
  namedTimes: { zh: "提及 {n} 次", en: "named {n} times" },
  facts: { zh: "关系", en: "Relations" },
  figures: { zh: "指标", en: "Figures" },
  progress: { zh: "进展", en: "Progress" },
  noFacts: { zh: "报告里只提到名字，没有说到别的。", en: "The reports name it and say nothing more." },
  showMore: { zh: "再看 {n} 条", en: "Show {n} more" },
  evidence: { zh: "原文依据", en: "Evidence" },
  evidenceCount: { zh: "{n} 处原文", en: "{n} places" },
  context: { zh: "看上下文", en: "Show the paragraph" },
  lessContext: { zh: "只看这一句", en: "Only this sentence" },
  readReport: { zh: "看全文", en: "Full text" },
  basisReport: { zh: "据报告归属", en: "from whose report it is" },
  target: { zh: "目标", en: "target" },
  year: { zh: "{year}年", en: "{year}" },
  years: { zh: "{years}年", en: "{years}" },
  loading: { zh: "正在载入……", en: "Loading…" },
  retry: { zh: "重试", en: "Try again" },
  emptyTitle: { zh: "图里还没有报告", en: "There are no reports in the graph yet" },
  emptyAdvice: {
    zh: "在终端运行 zhengtu ingest 文件或文件夹，然后刷新本页。",
    en: "Run zhengtu ingest FILE or FOLDER in a terminal, then reload this page.",
  },
  back: { zh: "回到图上", en: "Back to the graph" },
  contents: { zh: "目录", en: "Contents" },
  continueReading: { zh: "继续往下读", en: "Read on" },
  characters: { zh: "{n} 字", en: "{n} characters" },
  canvasLabel: { zh: "关系图：实体与它们之间的关系", en: "Graph: entities and the relations between them" },
  leftOut: { zh: "另有 {n} 个邻居未展开", en: "{n} more neighbours not shown" },
  store: { zh: "数据", en: "Store" },
  partOfMany: { zh: "共 {n} 条", en: "{n} in all" },
  noWebgl: {
    zh: "这个浏览器画不了图（缺 WebGL）。查找、面板和原文仍可使用。",
    en: "This browser cannot draw the graph (no WebGL). Search, panels and texts still work.",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Word = keyof typeof WORDS;

export interface Speech {
  lang: Lang;
  say: (word: Word, values?: Record<string, string | number>) => string;
  /** The name of a row of the ontology in the present language. */
  name: (row: { zh: string; en: string }) => string;
}

export function speech(lang: Lang): Speech {
  return {
    lang,
    say: (word, values = {}) =>
      WORDS[word][lang].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole)),
    name: (row) => row[lang],
  };
}

export const SpeechContext = createContext<Speech>(speech("zh"));
export const useSpeech = (): Speech => useContext(SpeechContext);
