/**
 * Names joined under one head: 蓝湾、南湖等口袋公园 gives 蓝湾口袋公园, 甲、乙、丙三大教育集团 gives 甲教育集团.
 */
import type { EntityType } from "../ontology.ts";
import type { Mention } from "../types.ts";

/** Heads that are part of each name in the list; not 企业 or 项目, which only say what the listed are. */
const HEADS: readonly (readonly [head: string, type: EntityType])[] = [
  ["教育集团", "Institution"],
  ["口袋公园", "Place"],
  ["湿地公园", "Place"],
  ["森林公园", "Place"],
  ["体育公园", "Place"],
  ["公园", "Place"],
  ["景区", "Place"],
  ["古镇", "Place"],
  ["片区", "Place"],
  ["水库", "Infrastructure"],
  ["变电站", "Infrastructure"],
  ["污水处理厂", "Infrastructure"],
  ["水厂", "Infrastructure"],
  ["大桥", "Infrastructure"],
  ["隧道", "Infrastructure"],
  ["高速公路", "Infrastructure"],
  ["高速", "Infrastructure"],
  ["高铁", "Infrastructure"],
  ["城际铁路", "Infrastructure"],
  ["铁路", "Infrastructure"],
  ["产业园", "Park"],
  ["工业园", "Park"],
  ["幼儿园", "Institution"],
  ["小学", "Institution"],
  ["中学", "Institution"],
  ["实验室", "Institution"],
  ["养老服务中心", "Institution"],
  ["技术创新中心", "Institution"],
  ["街道", "District"],
  ["社区", "District"],
  ["镇", "District"],
  ["乡", "District"],
  ["村", "District"],
];
const HEAD = new RegExp(
  `^(?:等(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})?(?:个|家|条|座|所|处|大)?|[0-9一二两三四五六七八九十]{1,3}(?:个|家|条|座|所|处|大))(${HEADS.map(([head]) => head).join("|")})(?![\\u4e00-\\u9fff]{0,1}[级化型])`,
  "u",
);
const TYPES = new Map(HEADS);
/** Names that need no head: 星海公园 in 星海公园、南湖等口袋公园. */
const COMPLETE = new RegExp(`(?:${HEADS.map(([head]) => head).join("|")}|路|街|学校)$`, "u");
const LONGEST = 20;

/** The head that each mention of a list takes on: mention → 口袋公园. `mentions` are outer ones, sorted by start. */
export function sharedHeads(text: string, mentions: readonly Mention[]): Map<Mention, string> {
  const heads = new Map<Mention, string>();
  for (let last = 0; last < mentions.length; last++) {
    const mention = mentions[last] as Mention;
    const head = HEAD.exec(text.slice(mention.end, mention.end + LONGEST))?.[1];
    if (!head) continue;
    for (let i = last; i >= 0; i--) {
      const item = mentions[i] as Mention;
      if (fits(text, item, head)) heads.set(item, head);
      const before = mentions[i - 1];
      if (!before || !/^[、和及与]$/u.test(text.slice(before.end, item.start))) break;
    }
  }
  return heads;
}

function fits(text: string, { start, end, type }: Mention, head: string): boolean {
  const name = text.slice(start, end);
  return TYPES.get(head) === type && !COMPLETE.test(name);
}
