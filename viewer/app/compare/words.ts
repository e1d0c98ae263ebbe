/** What the page says of districts side by side. */
export const COMPARE_WORDS = {
  compareTitle: { zh: "行政区比较", en: "Districts side by side" },
  comparePick: { zh: "选择二至五个行政区", en: "Pick two to five districts" },
  compareHint: {
    zh: "再选一个行政区，就能并排看指标、战略举措和项目进展。",
    en: "Pick one more district to see figures, initiatives and projects side by side.",
  },
  compareStart: { zh: "比较几个行政区", en: "Compare districts" },
  compareThis: { zh: "与别的行政区比较", en: "Compare with other districts" },
  compareFigures: { zh: "指标", en: "Figures" },
  compareAims: { zh: "战略举措与产业", en: "Initiatives and industries" },
  compareProjects: { zh: "项目进展", en: "Projects by stage" },
  compareFind: { zh: "找指标，如 生产总值", en: "Find an indicator" },
  compareNoFigure: { zh: "没有名称含“{q}”的指标。", en: "No indicator has “{q}” in its name." },
  compareKey: { zh: "实心为实际或预计，空心为目标", en: "filled: achieved or estimated; hollow: target" },
  comparePlot: { zh: "{name}：各行政区逐年", en: "{name}: by district and year" },
  shared: { zh: "共同的", en: "Shared" },
  sharedNone: { zh: "没有共同的。", en: "Nothing is shared." },
  onlyIn: { zh: "只见于 {name}", en: "Only in {name}" },
  stage: { zh: "阶段", en: "Stage" },
  districtColumn: { zh: "行政区", en: "District" },
  nothingHere: { zh: "—", en: "—" },
  industries: { zh: "聚焦产业", en: "Industries in focus" },
  noProjects: {
    zh: "报告没有说到这些行政区项目的进展。",
    en: "The reports tell no progress of projects there.",
  },
} as const;
