/** What the tests of single stages read: one paragraph of an invented report, and the report of a district that exists. */
import type { Context, Mention, Passage, Report } from "../ingest/types.ts";

export const zhonglou: Report = {
  title: "政府工作报告",
  kind: "government work report",
  district: "钟楼区",
  chain: ["江苏省", "常州市", "钟楼区"],
  publisher: null,
  date: null,
  reviewYears: [2023],
  planYears: [2024],
  file: "report.txt",
  sha256: "",
};

/** `text` as the only paragraph of 云河区's report of 2024. */
export function oneParagraph(
  text: string,
  { section = "review", mentions = [] }: { section?: Passage["section"]; mentions?: Mention[] } = {},
): Context {
  return {
    text,
    passages: [{ index: 0, kind: "paragraph", headings: [], section, start: 0, end: text.length }],
    report: {
      ...zhonglou,
      title: "云河区2024年政府工作报告",
      district: "云河区",
      chain: ["云河区"],
      file: "a.txt",
    },
    entities: [],
    mentions,
  };
}
