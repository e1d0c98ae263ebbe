/** Facts of invented reports, small and complete, for the tests of server and viewer. Names and sentences are made up. */
import { createHash } from "node:crypto";
import type { EntityType, Level, RelationType, Stage } from "../../ingest/ontology.ts";
import type { Entity, Evidence, Facts, Mention, Passage } from "../../ingest/types.ts";

export interface Plan {
  title: string;
  district: string;
  chain: string[];
  year: number;
  /** "# " begins a heading. */
  lines: string[];
  entities: [name: string, type: EntityType, aliases?: string[], level?: Level][];
  /** The line is the one that holds both names. */
  relations?: [from: string, type: RelationType, to: string, year?: number][];
  observations?: {
    subject: string;
    indicator: string;
    value: number;
    unit: string;
    year: number;
    target?: boolean;
    quote: string;
  }[];
  milestones?: { entity: string; stage: Stage; year: number; target?: boolean; quote: string }[];
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export function makeFacts(plan: Plan): Facts {
  const { text, passages } = passagesOf([plan.title, ...plan.lines]);
  const names = new Map(plan.entities.map(([name, , aliases = []], index) => [index, [name, ...aliases]]));
  const evidence = (quotes: string[], rule: string): Evidence[] => {
    const passage = passages.find(({ start, end }) =>
      quotes.every((quote) => text.slice(start, end).includes(quote)),
    );
    if (!passage) throw new Error(`no passage says ${quotes.join(" and ")}`);
    const line = text.slice(passage.start, passage.end);
    const places = quotes.map((quote) => [line.indexOf(quote), line.indexOf(quote) + quote.length] as const);
    const start = passage.start + Math.min(...places.map(([at]) => at));
    const end = passage.start + Math.max(...places.map(([, to]) => to));
    return [{ passage: passage.index, start, end, quote: text.slice(start, end), rule }];
  };
  const mentions = mentionsOf(text, passages, names, plan);
  return {
    report: {
      title: plan.title,
      kind: "government work report",
      district: plan.district,
      chain: plan.chain,
      publisher: null,
      date: `${plan.year}-01-10`,
      reviewYears: [plan.year - 1],
      planYears: [plan.year],
      file: `${plan.district}-${plan.year}.txt`,
      sha256: hash(text),
    },
    entities: plan.entities.map(
      ([name, type, aliases = [], level]): Entity => ({
        name,
        types: [type],
        aliases,
        ...(level ? { level } : {}),
        confidence: 0.9,
        evidence: evidence([name], "made-up"),
      }),
    ),
    relations: (plan.relations ?? []).map(([from, type, to, year]) => ({
      from,
      type,
      to,
      ...(year === undefined ? {} : { year }),
      basis: "stated",
      evidence: evidence([from, to], "made-up"),
    })),
    observations: (plan.observations ?? []).map(
      ({ subject, indicator, value, unit, year, target, quote }) => ({
        subject,
        indicator: [indicator],
        value,
        unit,
        year,
        kind: target ? "target" : "actual",
        bound: target ? "min" : "exact",
        measure: "level",
        evidence: evidence([quote], "made-up"),
      }),
    ),
    milestones: (plan.milestones ?? []).map(({ entity, stage, year, target = false, quote }) => ({
      entity,
      stage,
      year,
      target,
      evidence: evidence([quote], "made-up"),
    })),
    audit: [],
    passages,
    mentions,
    text,
    warnings: [],
    extractor: "test",
  };
}

function passagesOf(lines: string[]): { text: string; passages: Passage[] } {
  const passages: Passage[] = [];
  let text = "";
  let heading = -1;
  for (const [index, line] of lines.entries()) {
    const isHeading = line.startsWith("# ");
    const words = isHeading ? line.slice(2) : line;
    const start = text.length;
    text += `${words}\n`;
    const kind = index === 0 ? "title" : isHeading ? "heading" : "paragraph";
    if (kind === "heading") heading = index;
    passages.push({
      index,
      kind,
      ...(kind === "heading" ? { level: 1 } : {}),
      headings: kind === "paragraph" && heading >= 0 ? [heading] : [],
      section: "other",
      start,
      end: start + words.length,
    });
  }
  return { text, passages };
}

function mentionsOf(text: string, passages: Passage[], names: Map<number, string[]>, plan: Plan): Mention[] {
  const mentions: Mention[] = [];
  for (const [entity, forms] of names)
    for (const form of forms)
      for (const { start, end } of passages)
        for (
          let at = text.indexOf(form, start);
          at >= 0 && at + form.length <= end;
          at = text.indexOf(form, at + form.length)
        ) {
          const type = plan.entities[entity]?.[1] ?? "Place";
          mentions.push({
            start: at,
            end: at + form.length,
            type,
            probability: 1,
            rule: "made-up",
            depth: 0,
            entity,
          });
        }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Markup, scripts, a character that turns the reading direction, one without width, and a very long name. */
export const HOSTILE = {
  markup: `<img src=x onerror="window.hacked=1">实业`,
  script: "<script>window.hacked=1</script>公司",
  turned: "倒\u202e序\u200b集团",
  long: `${"长".repeat(10_000)}公司`,
};

export const PLANS: Plan[] = [
  {
    title: "云河区2023年政府工作报告",
    district: "云河区",
    chain: ["东江省", "星洲市", "云河区"],
    year: 2023,
    lines: [
      "# 一、2022年工作回顾",
      "过去一年，云河区深入推进“三湖”创新带建设，全年完成地区生产总值512亿元。经济运行稳中有进。",
      "星海科技总部落户云河区云河高新区，星海科技二期项目当年开工。",
      "云峰智造获评省级瞪羚企业，云峰智造与东江大学签约合作。",
      "云河区集中力量发展新能源汽车产业，云峰智造深耕新能源汽车领域。",
      "# 二、2023年重点任务",
      "2023年，云河区地区生产总值目标为550亿元以上。",
      "确保星海科技二期项目年内竣工投产，加快云河大道快速化改造工程进度，云河大道快速化改造工程服务“三湖”创新带。",
      "云河区将举办云河国际半程马拉松，启动“466”攻坚行动。",
    ],
    entities: [
      ["云河区", "District", ["云河"], "county"],
      ["“三湖”创新带", "Initiative", ["“三湖”"]],
      ["“466”攻坚行动", "Initiative"],
      ["星海科技", "Enterprise"],
      ["云峰智造", "Enterprise"],
      ["星海科技二期项目", "Project"],
      ["云河大道快速化改造工程", "Project"],
      ["云河高新区", "Park", ["高新区"]],
      ["东江大学", "Institution"],
      ["新能源汽车", "Industry"],
      ["省级瞪羚企业", "Honor"],
      ["云河国际半程马拉松", "Event"],
    ],
    relations: [
      ["云河区", "PURSUES", "“三湖”创新带"],
      ["云河区", "PURSUES", "“466”攻坚行动"],
      ["星海科技", "LOCATED_IN", "云河区"],
      ["星海科技", "LOCATED_IN", "云河高新区"],
      ["云河高新区", "LOCATED_IN", "云河区"],
      ["星海科技", "UNDERTAKES", "星海科技二期项目"],
      ["星海科技二期项目", "LOCATED_IN", "云河区"],
      ["云峰智造", "AWARDED", "省级瞪羚企业", 2022],
      ["云峰智造", "COOPERATES_WITH", "东江大学"],
      ["云峰智造", "IN_INDUSTRY", "新能源汽车"],
      ["云峰智造", "LOCATED_IN", "云河区"],
      ["云河区", "FOCUSES_ON", "新能源汽车"],
      ["云河大道快速化改造工程", "CONTRIBUTES_TO", "“三湖”创新带"],
      ["云河区", "HOSTS", "云河国际半程马拉松"],
    ],
    observations: [
      {
        subject: "云河区",
        indicator: "地区生产总值",
        value: 512,
        unit: "亿元",
        year: 2022,
        quote: "地区生产总值512亿元",
      },
      {
        subject: "云河区",
        indicator: "地区生产总值",
        value: 550,
        unit: "亿元",
        year: 2023,
        target: true,
        quote: "地区生产总值目标为550亿元以上",
      },
    ],
    milestones: [
      { entity: "星海科技二期项目", stage: "started", year: 2022, quote: "星海科技二期项目当年开工" },
      {
        entity: "星海科技二期项目",
        stage: "completed",
        year: 2023,
        target: true,
        quote: "星海科技二期项目年内竣工投产",
      },
    ],
  },
  {
    title: "青岚县2024年政府工作报告",
    district: "青岚县",
    chain: ["东江省", "星洲市", "青岚县"],
    year: 2024,
    lines: [
      "# 一、2023年工作回顾",
      "一年来，青岚县主动融入“三湖”创新带，完成地区生产总值301亿元。",
      `恒立重工、${HOSTILE.markup}、${HOSTILE.script}等企业在青岚县扩产，${HOSTILE.turned}与${HOSTILE.long}也在青岚县设厂。`,
      "青岚抽水蓄能电站由恒立重工承建，位于青岚县。",
    ],
    entities: [
      ["青岚县", "District", [], "county"],
      ["“三湖”创新带", "Initiative"],
      ["恒立重工", "Enterprise"],
      [HOSTILE.markup, "Enterprise"],
      [HOSTILE.script, "Enterprise"],
      [HOSTILE.turned, "Enterprise"],
      [HOSTILE.long, "Enterprise"],
      ["青岚抽水蓄能电站", "Infrastructure"],
    ],
    relations: [
      ["青岚县", "PURSUES", "“三湖”创新带"],
      ["恒立重工", "LOCATED_IN", "青岚县"],
      [HOSTILE.markup, "LOCATED_IN", "青岚县"],
      [HOSTILE.script, "LOCATED_IN", "青岚县"],
      [HOSTILE.turned, "LOCATED_IN", "青岚县"],
      [HOSTILE.long, "LOCATED_IN", "青岚县"],
      ["恒立重工", "UNDERTAKES", "青岚抽水蓄能电站"],
      ["青岚抽水蓄能电站", "LOCATED_IN", "青岚县"],
    ],
    observations: [
      {
        subject: "青岚县",
        indicator: "地区生产总值",
        value: 301,
        unit: "亿元",
        year: 2023,
        quote: "地区生产总值301亿元",
      },
    ],
  },
];

export const madeUpFacts = (): Facts[] => PLANS.map(makeFacts);
