/** Titles in 《》 and plans, rules and reports named without them. */
import type { NameRule } from "./rule.ts";

/** Words that say a title is a document, not a work of art. */
export const DOCUMENT =
  "规划|计划|条例|办法|意见|方案|规定|措施|纲要|细则|决定|法|通知|报告|标准|指南|导则|指引|政策|目录|清单|协议|公约|宣言|白皮书|准则|规范|要点|纪要|决议|建议|草案|法典|制度|规则|章程|倡议";

/** What is done with a document. */
export const ISSUED = "制定|出台|编制|印发|修订|颁布|实施|落实|发布|通过";

export const POLICY_RULES: readonly NameRule[] = [
  {
    name: "titled-policy",
    type: "Policy",
    pattern: new RegExp(
      `《[^《》\\n]{0,60}(?:${DOCUMENT})[^《》\\n]{0,16}》|(?<=(?:${ISSUED})(?:了)?)《[^《》\\n]{4,60}》`,
      "gu",
    ),
    probability: 0.95,
    yes: ["出台⟦《云河区优化营商环境条例》⟧L", "印发⟦《关于支持星海发展的若干措施》⟧L"],
    no: ["舞剧《星海》首演", "歌曲《云河谣》"],
  },
  {
    name: "known-policy",
    type: "Policy",
    pattern: /中央八项规定|RCEP|中华人民共和国[\u4e00-\u9fff]{1,12}法(?!院|律|规|治)/gu,
    probability: 0.85,
    yes: ["落实⟦中央八项规定⟧L", "抓住⟦RCEP⟧L机遇"],
    no: ["中央规定", "国土空间规划体系"],
  },
];
