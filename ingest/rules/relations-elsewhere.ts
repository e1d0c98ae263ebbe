/**
 * Kinds of names that do not lie in the district whose report names them, whatever the sentence says. Names without
 * quotes, as `key` gives them. The rules of a level hold only for districts below it.
 */
export interface ElsewhereRule {
  name: string;
  /** Holds only in reports of districts below this level (1 country … 6 village). */
  below: number;
  pattern: RegExp;
  yes: string[];
  no: string[];
}

export const ELSEWHERE: readonly ElsewhereRule[] = [
  {
    name: "party-and-state",
    below: 1,
    pattern:
      /^(?:党中央|中共中央|中央(?:政治局|纪委|军委|政法委|宣传部|组织部|文明办|网信办|编办|委员会)?$|国务院|全国人大|全国政协|最高人民|国家(?:发改委|发展改革委|统计局|税务总局|市场监管总局|医保局|能源局|林草局|文物局|知识产权局|药监局)$)/u,
    yes: ["国务院办公厅", "全国人大常委会", "中央"],
    no: ["国家税务总局云河区税务局", "中央公园", "云河区委"],
  },
  {
    name: "party-congress",
    below: 1,
    pattern:
      /^党的|^(?:二十|十[一-九七八九]|[一二三四五六七八九十]+)届?.{0,8}(?:[一二三四五六七]中(?:、|全会|$)|历次全会)|^[三四五六七]中(?:全会)?$|^(?:中央|全国)[^届]{0,6}(?:工作会议|两会)$/u,
    yes: ["党的二十大", "二十届三中全会", "二十届历次全会", "五中全会", "中央经济工作会议"],
    no: ["第三中学", "云河二中", "三中校庆", "全国山地车锦标赛"],
  },
  {
    name: "nation-anniversary",
    below: 1,
    pattern:
      /^(?:庆祝)?(?:中国共产党成立|建党|新中国成立|中华人民共和国成立|建国|建军|改革开放|抗战胜利|红军长征胜利|香港回归|澳门回归)[\d一二三四五六七八九十百]+周年(?:大庆|庆典|大会)?$/u,
    yes: ["建党100周年", "庆祝新中国成立75周年", "改革开放40周年"],
    no: ["云河建市40周年", "建党100周年云河图片展"],
  },
  {
    name: "leaders-meeting",
    below: 1,
    pattern:
      /(?:国家|金砖|二十国集团|东亚|亚太|组织|成员国).{0,8}领导人(?:系列|非正式|第.{1,3}次)?(?:会议|会晤|峰会)$/u,
    yes: ["金砖国家领导人会晤", "东亚合作领导人系列会议", "亚太经合组织领导人非正式会议"],
    no: ["二十国集团领导人云州峰会", "领导人才会议"],
  },
  {
    name: "of-the-whole-country",
    below: 1,
    pattern: /^(?:中国共产党|人民政协|共青团|中央政府|创业板|科创板|新三板|世贸组织|wto|清华|北大)$/u,
    yes: ["中国共产党", "共青团", "创业板"],
    no: ["共青团云河区委", "清华云河研究院"],
  },
  {
    name: "province-organ",
    below: 2,
    pattern:
      /^(?:省|自治区)(?:第?[一二三四五六七八九十]*届?)?(?:党?委|政府|人民政府|人大|政协|纪委|监委|高院|检察院|[一-龥]{2,6}厅)(?:常委会|办公厅|全会)?$/u,
    yes: ["省委", "省人大常委会", "省交通运输厅", "自治区党委"],
    no: ["省人民医院云河分院", "省委党校云河分校", "省道"],
  },
  {
    name: "city-organ",
    below: 3,
    pattern:
      /^市(?:第?[一二三四五六七八九十]*届?)?(?:委|政府|人民政府|人大|政协|纪委|监委)(?:常委会|办公室|全会)?$/u,
    yes: ["市委", "市政府", "市人大常委会"],
    no: ["市民中心", "市委党校云河分校"],
  },
];
