/** What is never an entity, whoever found it (ONTOLOGY.md "Names"). */
import { REGIONS } from "../lexicon/regions.ts";
import { key } from "../names.ts";
import type { EntityType } from "../ontology.ts";

/** Guiding phrases that every report uses. Source: 党章, the reports of 党的十九大 and 二十大. */
const GUIDING = new Set(
  (
    "新发展理念 高质量发展 稳中求进 稳字当头 新发展格局 新发展阶段 中国式现代化 共同富裕 中国特色社会主义 中国梦 五位一体 四个全面 四个意识 四个自信 两个维护 " +
    "两个确立 两个结合 六个必须坚持 两个毫不动摇 三重压力 以人民为中心 实事求是 人类命运共同体 四个伟大 三严三实 社会主义核心价值观 " +
    "习近平新时代中国特色社会主义思想 习近平经济思想 习近平生态文明思想 习近平法治思想 习近平文化思想 习近平总书记 习近平强军思想 " +
    "邓小平理论 三个代表重要思想 三个代表 科学发展观 马克思列宁主义 毛泽东思想 马克思主义 三去一降一补 绿水青山就是金山银山 " +
    "国内国际双循环 三新一高 四个之问 最多跑一次承诺 人民至上 生命至上 为人民服务 改革开放 从严治党 全面从严治党 依法治国 全面依法治国 " +
    "实体经济 民营经济 市场主体 营商环境 国民经济 固定资产投资 对外开放 社会主义现代化 全过程人民民主 中华民族共同体意识 四风 四风问题"
  )
    .split(" ")
    .map(key),
);

/** Class words with a count or a quantifier: 23个重大项目, 一批重点工程, 各类市场主体. */
const CLASS =
  /^[0-9.]+(?:余|多)?(?:个|家|条|批|项|座|处|公里|千米|头|亩|平方米|套|吨|户|名)|^(?:一批|一系列|各类|各项|多个|若干|部分|全部|这些|其他|有关|相关|各级|各地|(?:重点项目|重大项目|老旧小区|市场主体)$)/u;
/** Kinds without a name of their own. */
const BARE = new Set(
  "人大 政协 中央 企业 项目 工程 公司 集团 园区 产业园 基地 行动 计划 战略 改革 产业 医院 学校 中心 街道 社区 村 镇 乡 公园 道路 大桥 铁路 高速 规划 方案 条例 活动 会议 政府 市场 平台 品牌 机制 体系 模式 示范区 先进制造业基地 水厂 小水厂 自来水厂 地表水厂 污水处理厂 热源厂 变电站 停车场 加油站 客运站 图书馆 博物馆 文化馆 体育馆 重点产业 主导产业 特色产业 优势产业 支柱产业 传统产业".split(
    " ",
  ),
);
const NEVER_CLASS: ReadonlySet<EntityType> = new Set<EntityType>([
  "Policy",
  "Initiative",
  "Honor",
  "Infrastructure",
]);

const NO_PERSON = new Set(["本报讯", "本报", "记者", "通讯员", "代表", "委员", "同志", "政委", "院士"]);
/** Every report is about it. */
const COUNTRY = new Set(["中国", "我国", "全国", "中华人民共和国", "中华", "国家"]);
/** 18、21、22号线: the numbers alone are no names. */
const DIGITS = /^[0-9.、~～—-]{1,8}$/u;
/** “9.13”, “10·09”: days, not names. */
const DATE = /^“?[0-9]{1,2}[.·][0-9]{1,2}”?$/u;
const REGIONAL: ReadonlySet<EntityType> = new Set<EntityType>(["District", "Place", "Infrastructure"]);
/** Reports of the kind at hand, mostly in titles and page heads: 2021年云河县政府工作报告. */
const OWN_REPORT =
  /(?:政府工作报告|计划草案的报告|预算草案的报告|计划执行情况.{0,24}报告|统计公报|国民经济)》?$/u;

/** What a news page says before the news: 本报讯（记者 …）. */
const PRESS = /^本报(?:讯|记者|通讯员|评论员)/u;
/** 沈明在大会上: who speaks where. */
const SPEAKS = /在(?:大会|会议?|闭幕会|开幕会)上?$/u;
/** Who meets is no document: 云河区第三届委员会第二次会议开幕. */
const MEETS = /^[^《]*(?:委员会|会议|开幕|闭幕|向大会报告)$/u;

/** No name of that type may read so. Pure. */
export function vetoed(name: string, type: EntityType): boolean {
  const own = key(name);
  if (GUIDING.has(own) || BARE.has(name)) return true;
  if (type === "District" && COUNTRY.has(own)) return true;
  if (REGIONAL.has(type) && REGIONS.has(name)) return true;
  if (DATE.test(name) || DIGITS.test(name) || PRESS.test(name) || SPEAKS.test(name)) return true;
  if (type === "Policy" && MEETS.test(name)) return true;
  if (type === "Policy" && OWN_REPORT.test(name)) return true;
  if (type === "Person") return own.length < 2 || NO_PERSON.has(own) || /习近平(?:总书记|新时代)/u.test(name);
  return !NEVER_CLASS.has(type) && CLASS.test(name);
}
