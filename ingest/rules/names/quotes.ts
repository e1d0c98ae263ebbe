/** Quotes as name marks: “亮灯”行动, “532”发展战略, “最美星海”活动. */
import type { NameRule } from "./rule.ts";

/** Up to eight characters between the quote and the head: “亮灯”三年专项行动. */
const BETWEEN = "(?:(?![等的和与])[\\u4e00-\\u9fff0-9]){0,8}?";
/** Words before the quotes that belong to the name: 安全生产“三查”行动. */
const INITIATIVE_HEADS =
  "行动计划|行动|工程|计划|战略|改革|攻坚战|攻坚|品牌|模式|机制|制度|创新区|示范区|先行区|功能区|整治|治理|专班|服务体系|体系|布局|格局|工作法|试点|活动";

export const QUOTE_RULES: readonly NameRule[] = [
  {
    name: "quoted-initiative",
    type: "Initiative",
    pattern: new RegExp(
      `“[^“”。；\\n]{2,20}”${BETWEEN}(?:${INITIATIVE_HEADS})(?![\\u4e00-\\u9fff]?[者员会])`,
      "gu",
    ),
    leftward: true,
    probability: 0.7,
    yes: [
      "开展⟦“亮灯”行动⟧S",
      "深化⟦安全生产“三查”行动⟧S",
      "实施⟦“532”发展战略⟧S",
      "推进⟦“星海”品质提升工程⟧S",
    ],
    no: ["做好“亮灯”", "“亮灯”和“星光”", "用好“亮灯”。深化改革"],
  },
  {
    name: "quoted-event",
    type: "Event",
    pattern:
      /“[^“”。；\n]{2,20}”(?:(?![等的和与])[\u4e00-\u9fff0-9]){0,8}?(?:大赛|论坛|峰会|艺术节|文化节|旅游节|马拉松|博览会|联赛)|(?<=举办|承办)“[^“”。；\n]{2,20}”(?:系列|主题)?活动/gu,
    probability: 0.7,
    yes: ["举办⟦“星海杯”创新创业大赛⟧V", "承办⟦“约会星海”系列活动⟧V"],
    no: ["“星海杯”和大赛", "举办“星海杯”等活动"],
  },
  {
    name: "quoted-honour",
    type: "Honor",
    pattern:
      /(?:国家级?|省级?|市级?)?(?:专精特新)?“(?:小巨人|专精特新|独角兽|瞪羚|单项冠军|隐形冠军)”(?:中小企业|企业)?(?!企业家|培育|梯度)|(?:国家级?|省级?|全国|中国)“[^“”。；\n]{2,12}”(?:示范县|示范市|示范区|示范村|模范城)|(?<=荣获|获评|获得|获)“[^“”。；\n]{4,24}”(?=称号|荣誉)/gu,
    probability: 0.75,
    yes: ["新增⟦国家级专精特新“小巨人”企业⟧H", "创建⟦全国“四好农村路”示范县⟧H", "获⟦“中国星海之乡”⟧H称号"],
    no: ["“链主”企业家", "整治“散乱污”企业"],
  },
  {
    name: "quoted-policy",
    type: "Policy",
    pattern:
      /“(?:十[二三四五六七八九]?五|十一五)”规划(?:《?纲要》?)?|“[^“”。；\n]{0,8}[0-9一二三四五六七八九十]+条”/gu,
    probability: 0.85,
    yes: ["⟦“十四五”规划⟧L实施", "出台⟦“星海十条”⟧L"],
    no: ["“十四五”时期", "三条措施"],
  },
  {
    name: "quoted-alone",
    type: "Initiative",
    pattern:
      /(?<=(?:实施|推进|推行|推广|深化|落实|开展|打造|围绕|聚焦|建设|做好|落细|巩固|做强|擦亮|融入|启动|完善|创新|探索))“[^“”。；，、\n]{3,12}”(?=[，。；、）\n“]|和|与|等|建设|做法)/gu,
    probability: 0.6,
    yes: ["推行⟦“一窗通办”⟧S，", "深化⟦“星海通”⟧S建设"],
    no: ["当好“店小二”", "企业的“店小二”"],
  },
];
