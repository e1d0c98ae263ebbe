/** Persons by name: an office before or after, and lists of them. */
import { SURNAMES } from "../../lexicon/surnames.ts";
import type { NameRule } from "./rule.ts";

const NAME = `(?:${SURNAMES})(?:·)?[\\u4e00-\\u9fff]{1,2}`;
const SPACED = `(?:${SURNAMES}) ?[\\u4e00-\\u9fff]`;
/** Offices that stand right before a name: 区长李明. */
const OFFICES =
  "代理市长|代理区长|代理县长|代市长|代区长|代县长|副市长|副区长|副县长|市长|区长|县长|州长|省长|主席|书记|局长|主任|主任委员|院长|校长|董事长|总经理|总裁|常委|部长|厅长|理事长|会长|秘书长|总理|副总理|委员长|总书记|州委书记";
/** Words that often follow a name, so that 区长李明主持 is 李明, not 李明主. */
const AFTER =
  "(?=[，。、；：）)\\s\\n]|主持|出席|参加|作了|作报告|作工作报告|代表|同志|院士|教授|等|率|到|在|一行|为|介绍|表示|指出|强调|说|宣布|宣读|先后|分别|当选|任|会见|陪同|以及|和)";

export const PERSON_RULES: readonly NameRule[] = [
  {
    name: "person-after-office",
    type: "Person",
    pattern: new RegExp(`(?<=(?:${OFFICES})[ ]?)${NAME}${AFTER}`, "gu"),
    probability: 0.85,
    yes: ["区长⟦李明远⟧R主持会议", "局长⟦王芳⟧R，"],
    no: ["市长热线", "区长负责制", "书记高度重视"],
  },
  {
    name: "person-before-office",
    type: "Person",
    pattern: new RegExp(
      `(?<=[、，。；：\\n“（]|和|以|当代|著名)${NAME}(?=同志|院士|先生|女士|名师工作室|工作室|劳模)`,
      "gu",
    ),
    probability: 0.7,
    yes: ["引进、⟦赵天明⟧R院士团队"],
    no: ["和两位院士"],
  },
  {
    name: "reporter-of-report",
    type: "Person",
    pattern: new RegExp(
      `(?<=(?:^|\\n)[\\u4e00-\\u9fff（）()]{0,24}(?:市长|区长|县长|州长|主任|局长|省长|主席|代表)[ ]{0,3})${SPACED}[\\u4e00-\\u9fff]?(?=\\n|$)`,
      "gu",
    ),
    probability: 0.9,
    yes: ["云河区区长 ⟦李明⟧R\n各位代表", "代区长⟦王远方⟧R\n"],
    no: ["各位代表\n"],
  },
  {
    name: "person-speaks",
    type: "Person",
    pattern: new RegExp(
      `(?<=[，。；\\n])(?:${SURNAMES})[\\u4e00-\\u9fff]{2}(?=指出|强调|表示[，：]|要求[，：]|说[，：]|介绍[，：]|主持(?:会议|大会)|在(?:讲话|报告|致辞|发言)中)`,
      "gu",
    ),
    probability: 0.85,
    yes: ["。⟦李明远⟧R指出，", "\n⟦王芳华⟧R在报告中说"],
    no: ["，会议指出", "。政府要求，"],
  },
  {
    name: "person-after-role",
    type: "Person",
    pattern: new RegExp(
      `(?<=创始人|得主|运动员|选手|作家|导演|画家|书法家|传承人|劳模|教师|医生|校友|科学家|歌唱家|艺术家|名匠|非遗大师|支部书记|楷模|标兵|模范|好人)(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}(?=[，。、；：）]|等|在|获|荣|入选|当选|被|夺|再获|勇夺|斩获|摘得|入围|上榜)`,
      "gu",
    ),
    probability: 0.85,
    yes: ["运动员⟦李明远⟧R获两枚金牌", "创始人⟦赵天⟧R、教师⟦王芳华⟧R等发言"],
    no: ["运动员和教师等", "教师高级职称"],
  },
];
