/** Offices as they stand beside a person's name. `yes` and `no` are tests: the words before and after the name. */
export interface OfficeRule {
  name: string;
  pattern: RegExp;
  yes: [before: string, after: string, title: string][];
  no: [before: string, after: string][];
}

export const OFFICES: readonly OfficeRule[] = [
  {
    name: "party-secretary",
    pattern: /(?:[省市区县州镇乡]|街道|党)?(?:党?工?委)副?书记(?:、(?:代理?)?(?:副)?[省市区县州镇乡]长)?/u,
    yes: [
      ["县委书记", "主持会议", "县委书记"],
      ["", "（区委副书记、代区长）", "区委副书记、代区长"],
    ],
    no: [["以县委书记的名义表彰", "等"]],
  },
  {
    name: "head-of-government",
    pattern: /代?理?常?务?副?[省市区县州镇乡旗]长/u,
    yes: [
      ["代区长", "所作报告", "代区长"],
      ["现在，市长", "作报告", "市长"],
      ["", "，县长。", "县长"],
    ],
    no: [["区长信箱里", "写道"]],
  },
  {
    name: "chair",
    pattern: /(?:人大常委会|政协|人大|协会|联合会|商会|工商联)?副?主[任席]/u,
    yes: [["区人大常委会主任", "说", "人大常委会主任"]],
    no: [["主任医师团队带头人", "等"]],
  },
  {
    name: "head-of-institution",
    pattern: /副?(?:校长|院长|局长|厅长|部长|所长|馆长|董事长|总经理|秘书长|检察长)/u,
    yes: [["星海学院院长", "介绍", "院长"]],
    no: [["院长会议上", "说"]],
  },
];
