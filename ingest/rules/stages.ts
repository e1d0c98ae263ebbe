/**
 * What the words directly beside a name (or beside the list that it stands in) say of how far the thing has come.
 * `side` tells where the words stand; `yes` and `no` are such words. The scorer weighs these against all else.
 */
import type { Stage } from "../ontology.ts";

export interface StageRule {
  name: string;
  stage: Stage;
  side: "before" | "after";
  pattern: RegExp;
  yes: string[];
  no: string[];
}

/** 等安置房项目已【建成】: what may stand between the name and its verb. */
const FILLER =
  "(?:等?[^，。；、：]{0,10}?(?:项目|工程|平台|公园|道路|公路|学校|医院|小区|片区|基地|园区|载体|设施|场馆|线路|水库|桥梁))?(?:等|的|一批|重点|重大|系列|项目|工程|主体|结构|建设|改造|改扩建|扩建|新建|改建|提升|修缮|复建|整治|一期|二期|三期|首期|试点|已经|已|正式|顺利|成功|全面|全部|相继|基本|如期|提前|率先|陆续|实现|同步|先后|集中|年内|年底前|力争|确保|有望|将|完成|高质量|高标准|[、，]){0,6}";

const after = (words: string): RegExp => new RegExp(`^${FILLER}(?:${words})`, "u");
const before = (words: string): RegExp =>
  new RegExp(`(?:${words})(?:了|和运营|运营|使用)?(?:一批|总投资.{1,8}的|投资.{1,8}的)?$`, "u");

export const STAGE_RULES: readonly StageRule[] = [
  {
    name: "then-completed",
    stage: "completed",
    side: "after",
    pattern: after(
      "建成|竣工|投产|投用|投运|启用|通车|开园|开业|开馆|完工|交付|揭牌|落成|上线|开通|并网|投入(?:使用|运营|运行)|达产|开放|营业|挂牌|收官|(?:通过)?验收|通航|印发|出台|发布|施行|通过审议|成立|开港|开街|开诊|贯通|入住|开学|运营|运行",
    ),
    yes: ["建成投用", "等项目竣工投产", "主体工程已完工", "正式开园", "等安置房项目如期交付"],
    no: ["开工建设", "加快推进", "建设提速", "等一批续建项目加快推进"],
  },
  {
    name: "then-started",
    stage: "started",
    side: "after",
    pattern: after("开工|动工|启动|奠基|破土|开建|进场"),
    yes: ["开工", "等项目集中开工", "改造工程启动建设"],
    no: ["竣工", "加快建设"],
  },
  {
    name: "then-underway",
    stage: "underway",
    side: "after",
    pattern: after(
      "(?:正在|加快|加速|有序|稳步|扎实|顺利|全速|快速|深入|持续|积极|统筹)(?:推进|建设|实施|施工)|推进|加快|提速|封顶|主体完工|铺轨|架梁|合龙|单体|即将(?:完工|竣工|建成|投产|投用|通车|完成)|进入(?:收尾|尾声)|接近尾声|在建|续建|施工|进展|取得(?:重大|阶段性|积极|明显)?进展|试运行|前期.{0,4}加快",
    ),
    yes: ["加快建设", "等工程有序推进", "建设提速", "主体封顶", "完成铺轨", "完成单体验收", "即将完工"],
    no: ["竣工投产", "签约落户"],
  },
  {
    name: "then-signed",
    stage: "signed",
    side: "after",
    pattern: after("签约|签订|落户|落地|入驻|进驻"),
    yes: ["签约", "等项目成功落户"],
    no: ["建成", "开工"],
  },
  {
    name: "then-planned",
    stage: "planned",
    side: "after",
    pattern: after(
      "前期|可研|立项|选址|总体规划|策划|规划(?!区)|谋划|获批|[取获]得.{0,8}批复|纳入|报批|(?:通过|完成).{0,6}评审|设计",
    ),
    yes: ["前期工作", "等项目可研", "取得可研批复", "完成选址工作", "策划规划", "获得可研批复"],
    no: ["建成投用", "开工建设"],
  },
  {
    name: "completing",
    stage: "completed",
    side: "before",
    pattern: before(
      "建成(?:投用|投产|启用|开放|通车)?|竣工(?:投产|投用)?|投用|投产|完成|启用|开通|上线|成立|设立|揭牌|出台|印发|发布|颁布|交付|开放|运行",
    ),
    yes: ["全面建成", "竣工投产", "建成投用", "率先出台"],
    no: ["加快建设", "谋划"],
  },
  {
    name: "starting",
    stage: "started",
    side: "before",
    pattern: before("开工(?:建设)?|启动(?:建设|实施|编制|推进)?|动工(?:建设)?|开建|新建"),
    yes: ["开工建设", "启动", "力争开工"],
    no: ["建成", "续建"],
  },
  {
    name: "carrying-on",
    stage: "underway",
    side: "before",
    pattern: before(
      "加快|加速|提速|推进|推动|建设|打造|实施|续建|抓好|改造|扩建|提升|完善|支持|深化|修订|做强|做优|优化",
    ),
    yes: ["加快推进", "高标准建设", "持续推进"],
    no: ["竣工", "谋划建设一批后签约"],
  },
  {
    name: "bringing-in",
    stage: "signed",
    side: "before",
    pattern: before("签约|引进|引育|招引|引入|签订|签署|洽谈"),
    yes: ["成功签约", "引进"],
    no: ["建设", "开工"],
  },
  {
    name: "planning",
    stage: "planned",
    side: "before",
    pattern: before(
      "谋划(?:建设|推进|实施)?|规划(?:建设|布局)?|编制|策划|筹建|筹划|研究|争取|申报|制定|起草|储备",
    ),
    yes: ["谋划", "规划建设", "编制"],
    no: ["建成", "加快建设"],
  },
];

/** Words under which 完成 or 推进 says nothing of a thing's stage: 完成【某园】税收, 【某路】征收完成. */
export const NOT_THE_THING =
  /^(?:等)?(?:征收|拆迁|征地|前期|投资|税收|产值|营收|申报|规划|设计|可研|选址|评审|评估)/u;

/** Words before a name that is only made use of: 依托【某平台】建设，…. */
export const MADE_USE_OF = /(?:依托|借助|凭借|利用|围绕|对照|按照|根据)$/u;

/** Words behind the name of a plan of which not the plan is done but what it asks for: 【某规划】主要目标任务完成. */
export const ITS_TASKS = /^(?:确定的|提出的|明确的|的)?(?:主要|各项|年度|既定|约束性)*(?:目标|任务|指标)/u;
