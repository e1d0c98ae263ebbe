/** Sections of the national economy by their statistical names. Source: 《国民经济行业分类》 GB/T 4754—2017, sections A to T. */
import type { NameRule } from "./rule.ts";

export const SECTION_RULES: readonly NameRule[] = [
  {
    name: "industry-section",
    type: "Industry",
    pattern:
      /电力、热力、燃气及水(?:的)?生产和供应业|交通运输、仓储(?:和|及)邮政业|信息传输、软件和信息技术服务业|水利、环境和公共设施管理业|居民服务、修理和其他服务业|文化、体育和娱乐业|农、林、牧、渔(?:专业及辅助性活动|服务)?业|租赁和商务服务业|科学研究和技术服务业|批发和零售业|批发零售业|住宿和餐饮业|住宿餐饮业/gu,
    probability: 0.85,
    yes: ["其中⟦交通运输、仓储和邮政业⟧N增加值", "⟦批发和零售业⟧N增长3%"],
    no: ["交通运输和仓储", "批发市场"],
  },
  {
    name: "industry-in-communique",
    type: "Industry",
    pattern:
      /(?<![\u4e00-\u9fff])(?:采矿业|制造业|建筑业|金融业|房地产业|高技术制造业|装备制造业|高新技术产业|战略性新兴产业|高耗能行业|六大高耗能行业|高技术产业)(?=增加值|增长|下降|投资|总产值|完成|实现|营业收入|占)/gu,
    probability: 0.8,
    yes: ["其中，⟦采矿业⟧N增加值增长", "\n⟦建筑业⟧N增加值"],
    no: ["全区建筑业企业", "先进制造业增长"],
  },
];
