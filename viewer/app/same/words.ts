/** What the page says of names that may be one thing. */
export const SAME_WORDS = {
  sameTitle: { zh: "是同一个吗？", en: "Is it the same?" },
  sameCount: { zh: "{n} 个名称相近", en: "{n} like it" },
  sameYes: { zh: "同一个", en: "Same" },
  sameNo: { zh: "不是", en: "Different" },
  sameOpen: { zh: "说不准", en: "Unsure" },
  sameReason: { zh: "理由（可不填）", en: "Reason (optional)" },
  sameOther: { zh: "与另一个实体是同一个……", en: "It is the same as…" },
  sameLeftOpen: { zh: "曾判为说不准", en: "left open before" },
  sameDecided: { zh: "已判定", en: "Decided" },
  sameUndo: { zh: "撤销判定", en: "Undo" },
  same_same: { zh: "{a} 与 {b} 是同一个", en: "{a} and {b} are the same" },
  same_different: { zh: "{a} 与 {b} 不是同一个", en: "{a} and {b} are different" },
  same_unsure: { zh: "{a} 与 {b} 说不准", en: "{a} and {b}: unsure" },
  sameKept: {
    zh: "判定记在 decisions.jsonl，重新导入后依然有效。",
    en: "Kept in decisions.jsonl; it outlives re-ingests.",
  },
} as const;
