import { describe, expect, it } from "vitest";
import { findMilestones } from "../ingest/milestones.ts";
import { STAGE_RULES } from "../ingest/rules/stages.ts";
import { contextOf } from "./relations-context.ts";

const said = (marked: string, section?: "review" | "plan"): string[] =>
  findMilestones(contextOf(marked, section)).map(
    ({ entity, stage, year, target }) => `${entity} ${stage} ${year} ${target}`,
  );

describe("words beside a name", () => {
  it.each(
    STAGE_RULES.flatMap(({ name, pattern, yes }) => yes.map((words) => [name, words, pattern] as const)),
  )("%s: %s", (_, words, pattern) => expect(pattern.test(words)).toBe(true));
  it.each(STAGE_RULES.flatMap(({ name, pattern, no }) => no.map((words) => [name, words, pattern] as const)))(
    "not %s: %s",
    (_, words, pattern) => expect(pattern.test(words)).toBe(false),
  );
});

describe("milestones", () => {
  it("look back in the review", () => {
    expect(said("【石桥污水处理厂|Infrastructure】建成投用。")).toEqual([
      "石桥污水处理厂 completed 2030 false",
    ]);
  });
  it("are targets in the plan", () => {
    expect(said("确保【星海科技二期|Project】开工建设。", "plan")).toEqual([
      "星海科技二期 started 2031 true",
    ]);
  });
  it("hold for every member of a list", () => {
    expect(said("【星海科技二期|Project】、【远岚生物基地|Project】等9个项目竣工投产。")).toEqual([
      "星海科技二期 completed 2030 false",
      "远岚生物基地 completed 2030 false",
    ]);
  });
  it("are not said where nothing is planned, begun or finished", () => {
    expect(said("【云河大学|Institution】师生参加了志愿服务。")).toEqual([]);
  });
  it("go by the words directly behind the name before all others", () => {
    expect(
      said("加快推进【石桥水库|Infrastructure】、【远岚水库|Infrastructure】等项目前期工作。", "plan"),
    ).toEqual(["石桥水库 planned 2031 true", "远岚水库 planned 2031 true"]);
    expect(said("【云河铁路青原段|Infrastructure】完成铺轨。")).toEqual([
      "云河铁路青原段 underway 2030 false",
    ]);
    expect(said("【云河东路|Infrastructure】即将完工。")).toEqual(["云河东路 underway 2030 false"]);
  });
  it("are not said of what is only made use of, nor of the tasks of a plan", () => {
    expect(said("依托【星海产业园|Park】建设，引进企业9家。")).toEqual([]);
    expect(said("【“双湖”规划|Policy】主要目标任务基本完成。")).toEqual([]);
  });
  it("carry evidence over the name and its verb", () => {
    const context = contextOf("加快推进【云河东路|Infrastructure】建设。", "plan");
    const [milestone] = findMilestones(context);
    const [evidence] = milestone?.evidence ?? [];
    expect(evidence?.quote).toBe(context.text.slice(evidence?.start, evidence?.end));
    expect(evidence?.quote).toContain("云河东路");
  });
});
