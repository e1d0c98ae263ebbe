/** Party and state organs, with or without the district: 市委, 省政府, 区人大常委会, 云河区人民法院. */
import type { NameRule } from "./rule.ts";

export const ORGAN_RULES: readonly NameRule[] = [
  {
    name: "organ-of-level",
    type: "Institution",
    pattern:
      /(?<![\u4e00-\u9fff]{0}[城地社园片校小新老各片])(?:省|市|区|县|州|自治区|旗)(?:委(?!员|托|屈|派|会)|人民政府(?!工作)|政府(?!工作|投资|性|采购|债|储|职)|人大常委会|人大(?!代表|会|常|[一二三四五六七八九十])|政协(?!委员|[一二三四五六七八九十])|纪委监委|纪委|监委|人民法院|法院|人民检察院|检察院|总工会|妇联|工商联|发改委|发展改革委|发展和改革委员会|发展和改革局|发展改革局|发改局|工业和信息化局|科技局|商务局|民政局|住建局|财政局|统计局|公安局|教育局)/gu,
    probability: 0.8,
    yes: ["在⟦市委⟧I的领导下", "接受⟦区人大⟧I监督", "⟦县政府⟧I出台"],
    no: ["各区政府", "市委员会", "区政府工作报告"],
  },
  {
    name: "statistics-office",
    type: "Institution",
    pattern: /国家统计局[\u4e00-\u9fff]{2,6}调查队|[\u4e00-\u9fff]{2,5}[市区县州省]统计局/gu,
    probability: 0.85,
    yes: ["⟦国家统计局云河调查队⟧I"],
    no: ["统计局数据"],
  },
  {
    name: "numbered-school",
    type: "Institution",
    pattern:
      /(?:市|区|县)?第[一二三四五六七八九十]{1,3}(?:人民医院|中学|小学|高级中学|高中|幼儿园|实验小学|初级中学)/gu,
    probability: 0.8,
    yes: ["⟦区第三小学⟧I投用", "⟦第一人民医院⟧I"],
    no: ["第一医疗集团"],
  },
];
