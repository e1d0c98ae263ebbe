/** What kind of report a text is, from its first lines and its wording. */
import type { ReportKind } from "../ontology.ts";

interface KindRule {
  kind: ReportKind;
  /** Looked for in the title, or in the first lines where there is no title. */
  pattern: RegExp;
  yes: string[];
  no: string[];
}

export const KIND_RULES: readonly KindRule[] = [
  {
    kind: "news",
    pattern:
      /本报讯|（记者|\(记者|记者[\u4e00-\u9fff ]{2,12}[）)]|(?:大会|会议|全会).{0,8}(?:开幕|闭幕|召开|举行)$/,
    yes: ["云河区第三届人民代表大会第二次会议开幕", "本报讯（记者李某）"],
    no: ["云河区2031年政府工作报告"],
  },
  {
    kind: "statistical communique",
    pattern: /统计公报|经济运行(?:情况|简况)|统计公告/,
    yes: ["2030年云河市国民经济和社会发展统计公报"],
    no: ["云河市2031年政府工作报告"],
  },
  {
    kind: "plan report",
    pattern: /计划执行情况.{0,40}(?:计划|报告)|国民经济和社会发展计划.{0,30}(?:草案|报告)/,
    yes: ["关于云河区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告"],
    no: ["云河区国民经济和社会发展第十四个五年规划纲要"],
  },
  {
    kind: "five-year plan",
    pattern:
      /规划纲要|五年规划(?!.{0,20}一并)|“?十[一二三四五六]五”?.{0,16}规划(?:（.{1,10}）)?$|远景目标纲要/,
    yes: ["云河区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"],
    no: ["云河区2031年政府工作报告"],
  },
  {
    kind: "government work report",
    pattern: /政府工作报告|工作报告|人民政府.{0,10}报告/,
    yes: ["2031年云河区政府工作报告"],
    no: ["2030年云河市国民经济和社会发展统计公报"],
  },
];

/** What the opening of a speech says: it is a report to a congress, whatever a newspaper printed around it. */
const SPOKEN =
  /我(?:谨)?代表.{0,30}(?:人民政府|国务院|管委会|管理委员会|政府|省政府).{0,12}(?:大会|全会|报告|作)|受.{2,14}委托.{0,12}(?:大会|报告)/;
const SPOKEN_PLAN = /受.{2,14}委托/;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How news begins, and how it goes on: 1月8日上午，…会议开幕 · 记者近日了解到. */
const NEWS_OPENING = /^.{0,60}\d{1,2}日(?:上午|下午|晚)?.{0,40}(?:举行|召开|闭幕|开幕|调研|考察|座谈)/;
const NEWS_WORDING = /日前|近日|据悉|记者|了解到|(?:他|她)(?:说|指出|强调|表示)|\d日(?:上午|下午)/g;

/** By wording alone, where neither title nor opening tells. */
function byWording(text: string): ReportKind {
  const sample = text.slice(0, 30_000);
  const rate = 10_000 / Math.max(sample.length, 2_000);
  if (
    count(sample, /比上年(?:同期|末)?(?:增长|下降|增加|减少|提高)/g) * rate >= 15 &&
    count(sample, /各位代表|我们/g) <= 1
  )
    return "statistical communique";
  const chapters = count(sample, /^第[一二三四五六七八九十]{1,3}[篇章节]/gm);
  if (chapters >= 3 || (chapters >= 2 && text.length < 3_000)) return "five-year plan";
  const speech = count(sample, /各位代表/g) > 0;
  if (!speech && (NEWS_OPENING.test(sample) || count(sample, NEWS_WORDING) >= 4)) return "news";
  return "government work report";
}

/** The kind of a report. `title`: its own title, empty when it has none. */
export function kindOf(title: string, text: string): ReportKind {
  const head = text.slice(0, 600);
  const [news] = KIND_RULES;
  const spoken = SPOKEN.test(head.replace(/\n/g, ""));
  if (!spoken && news && (news.pattern.test(title) || /本报讯|^.{0,30}讯[（(]/m.test(head))) return "news";
  if (title) {
    const rule = KIND_RULES.slice(1).find(({ pattern }) => pattern.test(title));
    if (rule) return rule.kind;
  }
  if (SPOKEN_PLAN.test(head) && /计划执行情况|发展计划/.test(head)) return "plan report";
  if (spoken) return "government work report";
  const lines = head.split("\n").filter((line) => line.length <= 80);
  const rule = KIND_RULES.slice(1).find(({ pattern }) => lines.some((line) => pattern.test(line)));
  return rule?.kind ?? byWording(text);
}
