/**
 * Units, magnitudes and bound words of quantities, as data. Sources: 《中华人民共和国法定计量单位》 (State Council, 1984),
 * units of the 国家统计调查制度 forms (National Bureau of Statistics), classifiers of 《现代汉语八百词》 (Lü Shuxiang).
 */

/** Things that are counted: 65家, 12个. The value is a number of things. */
export const COUNT_UNITS: readonly string[] = [
  ..."个 家 项 所 条 件 处 名 户 套 座 场 枚 支 张 只 部 台 辆 列 栋 幢 片 宗 起 类 种 次 位 头 匹 批 块 艘 架 根 株 棵 册 篇 组 对 幅 间 床 例 盏 颗 顶 杆 孔 席 届 班 级 单 笔 份 粒 尾 羽 人 金 银 铜 枪 股 道 层 段 站 款 节 眼 樘 口 门 副 方 卷 面 站点 轮".split(
    " ",
  ),
  ..."人次 场次 车次 班次 航次 架次 批次 频次 台次 件次 户次 家次 剂次 人份 例次 席位 床位 座席 车位 泊位 标箱 标准箱 人天 点次 趟次 小时人次 机组 车间 台套 台（套） 台(套) 套（间） 套(间) 个（次） 处（个） 家（次） 人（次） 个点位 名次 篇次 条次".split(
    " ",
  ),
];

/** Things that are measured. Compound units (元/月) are made by MEASURE "/" ANY. */
export const MEASURE_UNITS: readonly string[] = [
  ..."元 美元 欧元 港元 日元 英镑 人民币 元人民币 块钱".split(" "),
  ..."米 公里 千米 里 海里 厘米 毫米 微米 纳米 平方公里 平方千米 平方米 平米 平方 公顷 亩 ㎡ km² km 立方米 立方 万方 毫升 m³ m3 m2 延米 车道公里 皮长公里 芯公里".split(
    " ",
  ),
  ..."吨 公斤 千克 克 斤 毫克 微克 担 吨标准煤 吨标煤 标准煤 载重吨 总吨 净载重吨 吨公里 人公里 标立方米".split(
    " ",
  ),
  ..."千瓦 千瓦时 瓦 兆瓦 吉瓦 千伏 千伏安 度电 MW GW kW MWh GWh kWh KW KV kV 兆瓦时 大卡 焦耳 P PFlops Pflops EFlops EFLOPS PFLOPS Gbps Mbps G M T TB PB Tbps 比特 字节 赫兹 分贝 ℃ 摄氏度 马力".split(
    " ",
  ),
  ..."% ％ ‰ 个百分点 百分点 个点 倍 成 番 分 点 岁 克拉 兆".split(" "),
];

/** Lengths of time: an observation only where something is brought down or up to it (压缩至3个工作日). */
export const TIME_UNITS: readonly string[] =
  "年 个月 月 天 日 周 小时 个小时 分钟 秒 秒钟 个工作日 工作日 学年 学时 课时 年级 周年 季度 个季度 代".split(
    " ",
  );

/** Powers of ten that stand between the digits and the unit. Longest first. */
export const MAGNITUDES: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["千亿", 1e11],
  ["百亿", 1e10],
  ["十亿", 1e9],
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
  ["十", 10],
];

export type BoundWord = "min" | "max" | "approx";

/** Words before the digits: 超50%, 不少于20个. Longest first. */
export const BOUNDS_BEFORE: readonly (readonly [string, BoundWord])[] = [
  ["不得少于", "min"],
  ["不得低于", "min"],
  ["不得超过", "max"],
  ["不少于", "min"],
  ["不低于", "min"],
  ["不小于", "min"],
  ["不超过", "max"],
  ["不高于", "max"],
  ["不大于", "max"],
  ["不突破", "max"],
  ["首次突破", "min"],
  ["成功突破", "min"],
  ["历史性突破", "min"],
  ["突破", "min"],
  ["超过了", "min"],
  ["超过", "min"],
  ["大于", "min"],
  ["高于", "min"],
  ["多于", "min"],
  ["至少", "min"],
  ["最少", "min"],
  ["首超", "min"],
  ["首破", "min"],
  ["逾", "min"],
  ["跨越", "min"],
  ["迈上", "min"],
  ["站上", "min"],
  ["跨上", "min"],
  ["超", "min"],
  ["破", "min"],
  ["低于", "max"],
  ["少于", "max"],
  ["小于", "max"],
  ["至多", "max"],
  ["最多", "max"],
  ["将近", "approx"],
  ["接近", "approx"],
  ["逼近", "approx"],
  ["大约", "approx"],
  ["约", "approx"],
  ["近", "approx"],
];

/** Words after the unit: 20个以上. Longest first. */
export const BOUNDS_AFTER: readonly (readonly [string, BoundWord])[] = [
  ["（含）以上", "min"],
  ["(含)以上", "min"],
  ["及以上", "min"],
  ["以上", "min"],
  ["以内", "max"],
  ["以下", "max"],
  ["之内", "max"],
  ["左右", "approx"],
  ["上下", "approx"],
];

/** Between the digits and the unit: 3000余场次, 10多家. */
export const MORE = /^[余多几]/;
