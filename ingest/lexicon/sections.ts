/**
 * Words that tell whether a part of a report looks back or plans. Source: the usual headings of 政府工作报告, 计划报告 and 规划纲要.
 * `yes` and `no` are tests and documentation at once; the first rule that matches decides.
 */

export interface SectionRule {
  name: string;
  section: "review" | "plan" | "other";
  pattern: RegExp;
  yes: string[];
  no: string[];
}

/** Of headings. */
export const HEADING_RULES: readonly SectionRule[] = [
  {
    name: "glossary",
    section: "other",
    pattern: /名词解释|名词注释|注释|术语|^附注|相关说明/,
    yes: ["附件1：《政府工作报告》有关名词解释"],
    no: ["二、2031年工作安排"],
  },
  {
    name: "looks-back",
    section: "review",
    pattern:
      /回顾|(?:执行|完成|进展|实施)情况|工作总结|20\d\d年.{0,16}情况|(?:发展|主要|历史性)成[就绩]|主要成效|(?:^|[章节、）])发展基础|取得的成/,
    yes: ["一、2030年工作回顾", "一、2030年计划执行情况", "第一章发展基础", "一、过去五年的发展成就"],
    no: ["二、2031年工作安排", "三、聚焦项目建设"],
  },
  {
    name: "plans",
    section: "plan",
    pattern:
      /安排|(?:预期|奋斗|发展|主要|工作|总体|规划|重点)目标|目标任务|主要任务|重点任务|总体要求|思路|工作任务|工作计划|指导思想|打算|计划草案|工作部署|今后|未来|展望|重点工作|工作建议|政府工作的建议|主要措施|下一步|下一阶段|远景|基本原则|规划背景|发展定位|民生实事(?!完成)|今年|明年/,
    yes: ["二、2031年工作安排", "今后五年的总体要求", "（一）主要预期目标", "2031年重点工作"],
    no: ["（一）突出项目建设，经济运行更稳"],
  },
  {
    name: "looks-back-weakly",
    section: "review",
    pattern:
      /过去|工作情况|(?:一|五|三)年来|以来|取得.{0,4}成[效果就绩]|取得.{0,4}进展|新成效|汇报.{0,12}年工作$/,
    yes: ["一、过去一年政府工作", "一、接续奋斗，云河建设取得新成效", "向全区人民汇报2030年工作"],
    no: ["（三）聚力城市更新"],
  },
];

/** Of the beginning of a paragraph (its first 90 characters), where headings do not tell. */
export const PARAGRAPH_RULES: readonly SectionRule[] = [
  {
    name: "states-aims",
    section: "plan",
    pattern:
      /^(?!.{0,60}(?:去年|过去|回顾|完成了|实现了)).{0,70}(?:总体要求|总体思路|指导思想|预期目标|奋斗目标|工作思路|主要目标|总体目标)(?:[：是为]|如下)/,
    yes: ["今年政府工作的总体要求是：坚持…", "2031年全区经济社会发展的主要预期目标是：地区生产总值增长6%"],
    no: ["过去一年，较好完成了年初确定的主要目标任务"],
  },
  {
    name: "sets-out",
    section: "plan",
    pattern:
      /^(?:各位代表[，！：])?(?:(?:要)?做好(?:今年|20\d\d年|明年)|为(?:实现|完成)(?:上述|以上|今年)|围绕(?:上述|以上|今年|实现)|实现上述|(?:今年|新的一年|本届政府|20\d\d年)[，]?.{0,8}(?:我们)?将)/,
    yes: ["为实现上述目标，我们将重点抓好以下工作：", "做好2031年政府工作，我们将抓好八个方面："],
    no: ["一年来，我们主要做了以下工作：", "2030年是极不平凡的一年"],
  },
  {
    name: "will-do",
    section: "plan",
    pattern:
      /^(?:各位代表[，！：])?(?:今年.{0,12}(?:我们)?(?:将|要|着力|重点)|新的一年.{0,10}(?:将|要)|20\d\d年.{0,8}(?:我们)?(?:将|要)(?:重点|着力|坚持|全面|继续|切实)?|下一步|重点(?:做好|抓好)|我们(?:将|要)(?:重点|着力))/,
    yes: ["今年，我们要重点做好八个方面工作", "下一步，着力抓好项目建设"],
    no: ["一年来，我们主要做了以下工作："],
  },
  {
    name: "year-gone",
    section: "review",
    pattern:
      /^(?:各位代表[，！：])?(?:过去(?:的)?(?:一年|五年)|刚刚过去|一年来|五年来|回顾(?:过去|一年|五年)|这一年|20\d\d年，(?:在|面对|全[省市区县州])|20\d\d年[，是].{0,60}(?:一年来|我们(?:坚持|认真|深入)|面对|完成|取得)|(?:初步|经初步)(?:核算|预计|统计))/,
    yes: ["过去一年，面对复杂形势，全区上下…", "一年来，我们主要做了以下工作："],
    no: ["今年是全面推进乡村振兴的关键之年"],
  },
];

/** These turn a part that looks back even where its heading says so. */
export const TURNING_RULES = PARAGRAPH_RULES.filter(
  ({ name }) => name === "states-aims" || name === "sets-out",
);

/** A heading deep inside a part turns it only with such words: （一）主要预期目标 in a part that looks back. */
export const TURNING =
  /回顾|(?:执行|完成|实施)情况|总体要求|指导思想|(?:主要|预期|奋斗)目标|工作安排|(?:20\d\d年|二〇..年|“十[一二三四五]五”).{0,12}(?:安排|目标|任务|重点工作|打算|成就)/;

/** 二〇三五年远景目标 is not the year of a report. */
const FAR = 2035;
const DIGITS = "〇一二三四五六七八九";

/** Latest year that a heading names: 2030年, 二〇三〇年; undefined when none. */
export function headingYear(line: string): number | undefined {
  const years = [...line.matchAll(/(20\d\d|二[〇零○O][〇零○一二三四五六七八九]{2})年/g)].map(
    ([, year = ""]) =>
      Number(
        year.replace(/[零○O]/g, "〇").replace(/[〇一二三四五六七八九]/g, (c) => String(DIGITS.indexOf(c))),
      ),
  );
  const near = years.filter((year) => year < FAR);
  return near.length ? Math.max(...near) : undefined;
}

/** The section that a text tells by the first rule that fits; undefined when none does. */
export function sectionBy(rules: readonly SectionRule[], text: string): SectionRule["section"] | undefined {
  return rules.find((rule) => rule.pattern.test(text))?.section;
}
