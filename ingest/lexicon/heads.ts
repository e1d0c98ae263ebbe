/**
 * Words with which names of a type end (智能制造产业园: 产业园). Source: 《国家标准 GB/T 18521 地名分类与类别代码编制规则》 for places and
 * roads, 《事业单位登记》 kinds of institutions, and the wording of the State Council's documents for programmes.
 */
import type { EntityType } from "../ontology.ts";

export interface HeadRow {
  type: EntityType;
  /** Separated by blanks. */
  heads: string;
  /** Characters that must stand before the head for it to be a name. */
  least: number;
  /** At most so many characters before the head. */
  most: number;
  probability: number;
  /** Only where another name stands inside: 云河大桥改造工程, but not 绿化亮化工程. */
  named?: true;
}

export const HEADS: readonly HeadRow[] = [
  {
    type: "Infrastructure",
    heads:
      "大道 快速路 高速 高速公路 铁路 高铁 城际 城际铁路 大桥 特大桥 跨海通道 隧道 国际机场 通用机场 水库 抽水蓄能电站 水电站 变电站 污水处理厂 水厂 净水厂 枢纽 航道 船闸 灌区 国道 省道 绿道 快线 连接线 火车站 高铁站 客运站 口岸 码头 港区 垃圾焚烧发电厂",
    least: 2,
    most: 8,
    probability: 0.65,
  },
  {
    type: "Infrastructure",
    heads: "路 街 桥 东路 西路 南路 北路 中路 大街 环路",
    least: 2,
    most: 4,
    probability: 0.5,
  },
  {
    type: "Park",
    heads:
      "产业园 产业园区 工业园 工业园区 科技园 科创园 创业园 物流园 经济开发区 经济技术开发区 高新技术产业开发区 经开区 高新区 综合保税区 综保区 产业基地 总部基地 孵化器 科学城 科技城 软件园 创新园 示范园 化工园区 自贸试验区 自贸区 合作区 产业新城 科教城 文创园",
    least: 2,
    most: 14,
    probability: 0.65,
  },
  {
    type: "Institution",
    heads:
      "大学 学院 职业技术学院 医院 人民医院 中医院 妇幼保健院 研究院 研究所 实验室 中学 小学 幼儿园 高中 学校 图书馆 博物馆 文化馆 美术馆 科技馆 体育馆 纪念馆 人民法院 人民检察院 卫生院 党校 技师学院 福利院 疾控中心 研究中心 技术创新中心 服务中心 文化中心 展览馆 规划馆",
    least: 2,
    most: 14,
    probability: 0.6,
  },
  {
    type: "Place",
    heads:
      "公园 湿地公园 森林公园 体育公园 口袋公园 广场 片区 历史文化街区 步行街 景区 风景区 旅游区 度假区 古镇 古城 古街 遗址 故居 批发市场 农贸市场 商圈 新城 保护区 新村",
    least: 2,
    most: 8,
    probability: 0.55,
  },
  {
    type: "Project",
    heads:
      "一期 二期 三期 四期 一期工程 二期工程 三期工程 一期项目 二期项目 三期项目 改扩建 改扩建工程 改扩建项目 迁建 新校区 新院区",
    least: 3,
    most: 14,
    probability: 0.6,
  },
  {
    type: "Project",
    heads:
      "项目 工程 整治工程 改造工程 扩建工程 建设工程 建设项目 产业化项目 生产基地 生产线 综合体 安置房 改造 综合整治 综合治理 快速化改造 提升改造 改造提升",
    least: 3,
    most: 18,
    probability: 0.5,
    named: true,
  },
  {
    type: "Initiative",
    heads:
      "行动 专项行动 攻坚行动 提升行动 三年行动 行动计划 攻坚战 保卫战 改革 综合改革 战略 计划 工程 专项整治 振兴战略 河长制 林长制 田长制 河湖长制 路长制 都市圈 经济圈 主题教育",
    least: 3,
    most: 14,
    probability: 0.55,
  },
  {
    type: "Event",
    heads:
      "博览会 交易会 文化节 旅游节 艺术节 音乐节 马拉松 马拉松赛 锦标赛 公开赛 邀请赛 技能大赛 创业大赛 运动会 峰会 论坛 推介会 洽谈会 发展大会 招商大会 全会 经济工作会议 党代会 冬奥会 亚运会",
    least: 2,
    most: 16,
    probability: 0.65,
  },
  {
    type: "Enterprise",
    heads: "集团 有限公司 股份有限公司 公司 银行 农商银行 股份 科技公司 城投集团",
    least: 2,
    most: 12,
    probability: 0.55,
  },
  {
    type: "Policy",
    heads:
      "条例 实施方案 行动方案 管理办法 实施意见 若干措施 专项规划 总体规划 发展规划 建设规划 负面清单 实施细则",
    least: 4,
    most: 18,
    probability: 0.45,
  },
];
