/** Towns and villages by their last word: 星湖镇, 柳泉街道, 云溪村. */
import type { NameRule } from "./rule.ts";

/** Characters of class words: 城中村, 行政村, 美丽乡村, 特色小镇, 绿色社区, 示范镇. */
const CLASS =
  "农城示范美丽行政自然新各每本全个座条家大小强特色法治智慧型园入出进的和与及在为化业产级度点动治居康健文明民主国际未来旅游重建改整改造扶贫困帮扶试精品两";
const PLAIN = `(?![${CLASS}])[\\u4e00-\\u9fff]`;
const NAME = `${PLAIN}(?:${PLAIN}){1,2}`;

export const TOWN_RULES: readonly NameRule[] = [
  {
    name: "town",
    type: "District",
    pattern: new RegExp(
      `(?<=[、，。；：（“\\n与和及在]|[市区县州旗])${NAME}(?:街道|镇(?![区域街级村]))(?!办)`,
      "gu",
    ),
    probability: 0.65,
    yes: ["其中，⟦星湖镇⟧D、⟦柳泉街道⟧D获评", "云河区⟦星湖镇⟧D投产"],
    no: ["建设特色小镇", "和新型城镇化"],
  },
  {
    name: "village",
    type: "District",
    pattern: new RegExp(
      `(?<=[镇乡]|街道|村、|社区、)${NAME}(?:村(?![民庄级集委居容落镇改内史屯两庭域])|社区|乡(?![村镇土贤愁情亲音道风约]))`,
      "gu",
    ),
    probability: 0.55,
    yes: ["星湖镇⟦云溪村⟧D、⟦柳泉社区⟧D获评"],
    no: ["、城中村改造", "，美丽乡村建设"],
  },
];
