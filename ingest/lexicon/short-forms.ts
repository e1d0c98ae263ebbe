/**
 * Official long forms and the short forms that reports use for them, long form first. Two names that differ only so
 * are one name within a report. Source: 国务院、民政部 and 最高人民法院 style of institution names; names of zones in
 * 《中国开发区审核公告目录》 (2018).
 */
export const SHORT_FORMS: readonly (readonly [long: string, short: string])[] = [
  ["经济技术开发区", "经开区"],
  ["经济开发区", "经开区"],
  ["高新技术产业开发区", "高新区"],
  ["高新技术产业园区", "高新区"],
  ["高新技术开发区", "高新区"],
  ["综合保税区", "综保区"],
  ["自由贸易试验区", "自贸区"],
  ["自贸试验区", "自贸区"],
  ["自由贸易港", "自贸港"],
  ["跨境电子商务综合试验区", "跨境电商综试区"],
  ["跨境电商综合试验区", "跨境电商综试区"],
  ["人民政府", "政府"],
  ["人民法院", "法院"],
  ["人民检察院", "检察院"],
  ["人民代表大会", "人大"],
  ["中国人民政治协商会议", "政协"],
  ["发展和改革委员会", "发改委"],
  ["发展改革委", "发改委"],
  ["发展和改革局", "发改局"],
  ["工业和信息化部", "工信部"],
  ["公共卫生中心", "公卫中心"],
  ["社会福利", "福利"],
  ["轨道交通", "地铁"],
  ["高速公路", "高速"],
  ["高速铁路", "高铁"],
  ["国有企业", "国企"],
  ["职业教育中心", "职教中心"],
  ["职业技术教育中心", "职教中心"],
  ["中等职业学校", "中职学校"],
  ["妇幼保健计划生育服务中心", "妇幼保健院"],
];

/** Zones named by their kind alone: in a report of 云河区 its 经开区 is 云河经济开发区. Value: the kind as the name ends. */
export const BARE_ZONES: ReadonlyMap<string, string> = new Map([
  ["经开区", "经济开发区"],
  ["经济开发区", "经济开发区"],
  ["经济技术开发区", "经济技术开发区"],
  ["开发区", "开发区"],
  ["高新区", "高新区"],
  ["高新技术产业开发区", "高新技术产业开发区"],
  ["综保区", "综合保税区"],
  ["综合保税区", "综合保税区"],
]);
