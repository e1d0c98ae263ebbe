import { describe, expect, it } from "vitest";
import { officeBeside } from "../ingest/relations/offices.ts";
import { findRelations } from "../ingest/relations.ts";
import { ELSEWHERE } from "../ingest/rules/relations-elsewhere.ts";
import { OFFICES } from "../ingest/rules/relations-offices.ts";
import { contextOf } from "./relations-context.ts";

const triples = (marked: string, section?: "review" | "plan"): string[] =>
  findRelations(contextOf(marked, section)).map(({ from, type, to }) => `${from} ${type} ${to}`);

describe("relations of a report", () => {
  it("follow the chain of districts as far as they are named", () => {
    const found = triples("【青原省|District】支持【长川市|District】，【云河区|District】先行。");
    expect(found).toContain("云河区 PART_OF 长川市");
    expect(found).toContain("长川市 PART_OF 青原省");
    expect(found).not.toContain("云河区 PART_OF 青原省");
  });

  it("give every firm of a list the honour that the list won", () => {
    const found = triples(
      "【云河区|District】加快转型。【星海科技|Enterprise】、【远岚生物|Enterprise】等6家企业获评【国家级专精特新“小巨人”企业|Honor】。",
    );
    expect(found).toContain("星海科技 AWARDED 国家级专精特新“小巨人”企业");
    expect(found).toContain("远岚生物 AWARDED 国家级专精特新“小巨人”企业");
    expect(found).not.toContain("云河区 AWARDED 国家级专精特新“小巨人”企业");
  });

  it("say what the district itself pursues and strives for", () => {
    const found = triples(
      "【云河区|District】深入实施【“双湖联动”战略|Initiative】，争创【国家全域旅游示范区|Honor】。",
      "plan",
    );
    expect(found).toContain("云河区 PURSUES “双湖联动”战略");
    expect(found).toContain("云河区 AIMS_FOR 国家全域旅游示范区");
    expect(found).not.toContain("云河区 AWARDED 国家全域旅游示范区");
  });

  it("know parts by their names and by the whole behind their list", () => {
    const found = triples(
      "【石桥水厂|Infrastructure】扩能，【石桥水厂二期|Infrastructure】开工。实施【科技行动|Initiative】、【品牌行动|Initiative】【三大行动|Initiative】。",
    );
    expect(found).toContain("石桥水厂二期 PART_OF 石桥水厂");
    expect(found).toContain("科技行动 PART_OF 三大行动");
    expect(found).toContain("品牌行动 PART_OF 三大行动");
  });

  it("do not take two wholes side by side for a part and its whole", () => {
    const found = triples("实施【“三大战略”|Initiative】【“五大建设”|Initiative】，推进工作。");
    expect(found).not.toContain("“三大战略” PART_OF “五大建设”");
  });

  it("do not take a section that a communiqué counts by for what the district builds", () => {
    const context = contextOf(
      "【云河区|District】全年【金融业|Industry】增加值增长5%。【装备制造业|Industry】增长9%。",
    );
    const counted = { ...context, report: { ...context.report, kind: "statistical communique" as const } };
    const found = findRelations(counted).map(({ type, to }) => `${type} ${to}`);
    expect(found).not.toContain("FOCUSES_ON 金融业");
    expect(found).toContain("FOCUSES_ON 装备制造业");
  });

  it("know from whose report it is where a thing lies", () => {
    const found = findRelations(
      contextOf("【云河区|District】发展。【石桥污水处理厂|Infrastructure】建成投用。"),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ from: "石桥污水处理厂", type: "LOCATED_IN", to: "云河区", basis: "report" }),
    );
  });

  it("carry evidence whose words stand in the text, inside its passage", () => {
    const context = contextOf(
      "【云河区|District】举办【首届云河灯会|Event】。\n【星海科技|Enterprise】投资的【星海科技二期|Project】开工。",
    );
    const found = findRelations(context);
    expect(found.length).toBeGreaterThan(2);
    for (const { passage, start, end, quote } of found.flatMap(({ evidence }) => evidence)) {
      expect(context.text.slice(start, end)).toBe(quote);
      expect(quote).not.toBe("");
      expect(start).toBeGreaterThanOrEqual(context.passages[passage]?.start as number);
      expect(end).toBeLessThanOrEqual(context.passages[passage]?.end as number);
    }
  });

  it("are none without the report's district among the entities, apart from what is said", () => {
    expect(triples("【石桥污水处理厂|Infrastructure】建成投用。")).toEqual([]);
  });

  it("are the same on every run", () => {
    const marked =
      "【云河区|District】与【长川大学|Institution】合作，【星海科技|Enterprise】落户【云河高新区|Park】。";
    expect(findRelations(contextOf(marked))).toEqual(findRelations(contextOf(marked)));
  });

  it("stand an endless list", () => {
    const list = Array.from({ length: 500 }, (_, i) => `【第${i}产业园|Park】`).join("、");
    expect(findRelations(contextOf(`【云河区|District】建设${list}等园区。`)).length).toBeGreaterThan(300);
  });
});

describe("names that lie elsewhere", () => {
  it.each(ELSEWHERE.flatMap(({ pattern, yes }) => yes.map((name) => [name, pattern] as const)))(
    "%s does",
    (name, pattern) => {
      expect(pattern.test(name)).toBe(true);
    },
  );
  it.each(ELSEWHERE.flatMap(({ pattern, no }) => no.map((name) => [name, pattern] as const)))(
    "%s does not",
    (name, pattern) => {
      expect(pattern.test(name)).toBe(false);
    },
  );
  it("are not put into the district of the report", () => {
    const found = triples(
      "【云河区|District】落实【长川市委|Institution】和【党中央|Institution】部署，【云河区委|Institution】坚强领导。",
    );
    expect(found).not.toContain("长川市委 LOCATED_IN 云河区");
    expect(found).not.toContain("党中央 LOCATED_IN 云河区");
    expect(found).toContain("云河区委 LOCATED_IN 云河区");
  });
});

describe("offices", () => {
  it.each(OFFICES.flatMap(({ yes }) => yes))("%s【某人】%s is %s", (before, after, title) => {
    expect(officeBeside(before, after)?.title).toBe(title);
  });
  it.each(OFFICES.flatMap(({ no }) => no))("%s【某人】%s is none", (before, after) => {
    expect(officeBeside(before, after)).toBeUndefined();
  });
  it("go to the district of the report when the title is its own", () => {
    const [found] = findRelations(contextOf("【云河区|District】代区长【林知远|Person】作报告。"));
    expect(found).toMatchObject({ from: "林知远", type: "HOLDS_OFFICE", to: "云河区", title: "代区长" });
  });
  it("are not invented", () => {
    expect(triples("【云河区|District】学习【林知远|Person】先进事迹。")).toEqual([]);
  });
});
