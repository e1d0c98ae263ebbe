/** A report whose names and sentences are hard to write down in other formats. */
import type { Facts } from "../ingest/types.ts";
import { factsOf } from "./store-facts.ts";

export const ODD_NAMES: readonly string[] = [
  '"双引"号科技',
  "逗号,分号;科技",
  "反`引`号科技",
  "零\u200b宽科技",
  "反斜杠\\科技",
  "<尖>&括号科技",
  "𠮷田科技",
  "＝SUM(A1)科技",
];

export function odd(): Facts {
  const lines = [
    "奇名区2024年政府工作报告",
    '一、总述 "quoted", and; more',
    ...ODD_NAMES.map((name) => `${name}落户，产值8.5亿元。`),
  ];
  const facts = factsOf({
    chain: ["江省", "云州市", "奇名区"],
    year: 2024,
    file: '奇 名,"区";2024.txt',
    lines,
    entities: [
      ["District", "奇名区"],
      ...ODD_NAMES.map((name) => ["Enterprise", name] as ["Enterprise", string]),
    ],
    relations: ODD_NAMES.map((name) => [name, "LOCATED_IN", "奇名区"]),
    observations: ODD_NAMES.map((name, i) => [name, '产值,"当年"', i + 0.5, "亿元", 2024]),
  });
  const [, heading] = facts.passages;
  if (heading) Object.assign(heading, { kind: "heading", level: 1 });
  return facts;
}
