/** Facts made by hand, of invented places, for the tests of the stores. */
import { createHash } from "node:crypto";
import type { EntityType, RelationType, ReportKind, Stage } from "../ingest/ontology.ts";
import type { Evidence, Facts, Mention, Observation, Passage } from "../ingest/types.ts";

/** The extractor of these facts: a database with others is no test database. */
export const BY_HAND = "by hand";

export interface Draft {
  chain?: string[];
  kind?: ReportKind;
  year?: number;
  file?: string;
  lines: string[];
  /** [type, name, ...aliases] */
  entities: [EntityType, string, ...string[]][];
  relations?: [from: string, type: RelationType, to: string, year?: number][];
  /** [subject, indicator, value, unit, year, kind?] */
  observations?: [string, string, number, string, number, Observation["kind"]?][];
  milestones?: [entity: string, stage: Stage, year: number, target?: boolean][];
}

export const HOME = ["江省", "云州市", "云河区"];

export function factsOf(draft: Draft): Facts {
  const { chain = HOME, kind = "government work report", year = 2024, lines, entities } = draft;
  const text = lines.join("\n");
  const passages = passagesOf(lines);
  const at = (offset: number) =>
    passages.find(({ start, end }) => offset >= start && offset < end)?.index ?? 0;
  const evidence = (...words: string[]): Evidence[] =>
    words.flatMap((word) => {
      const start = text.indexOf(word);
      const end = start + word.length;
      return start < 0 ? [] : [{ passage: at(start), start, end, quote: word, rule: "by-hand" }];
    });
  return {
    report: {
      title: `${chain.at(-1)}${year}年${kind}`,
      kind,
      district: chain.at(-1) ?? "",
      chain,
      publisher: null,
      date: `${year}-01-10`,
      reviewYears: [year - 1],
      planYears: [year],
      file: draft.file ?? `${chain.at(-1)}-${year}.txt`,
      sha256: createHash("sha256").update(text).digest("hex"),
    },
    entities: entities.map(([type, name, ...aliases]) => ({
      name,
      types: [type],
      aliases,
      confidence: 0.9,
      evidence: evidence(name),
    })),
    relations: (draft.relations ?? []).map(([from, type, to, when]) => ({
      from,
      type,
      to,
      ...(when !== undefined && { year: when }),
      basis: "stated",
      evidence: evidence(from),
    })),
    observations: (draft.observations ?? []).map(
      ([subject, indicator, value, unit, when, how = "actual"]) => ({
        subject,
        indicator: [indicator],
        value,
        unit,
        year: when,
        kind: how,
        bound: "exact",
        measure: "level",
        evidence: evidence(String(value)),
      }),
    ),
    milestones: (draft.milestones ?? []).map(([entity, stage, when, target = false]) => ({
      entity,
      stage,
      year: when,
      target,
      evidence: evidence(entity),
    })),
    audit: [],
    passages,
    mentions: mentionsOf(text, entities),
    text,
    warnings: [],
    extractor: BY_HAND,
  };
}

function passagesOf(lines: string[]): Passage[] {
  let start = 0;
  return lines.map((line, index) => {
    const passage: Passage = {
      index,
      kind: index === 0 ? "title" : "paragraph",
      headings: index === 0 ? [] : [0],
      section: "other",
      start,
      end: start + line.length,
    };
    start += line.length + 1;
    return passage;
  });
}

function mentionsOf(text: string, entities: Draft["entities"]): Mention[] {
  const mentions = entities.flatMap(([type, ...names], entity) =>
    names.flatMap((name) => {
      const found: Mention[] = [];
      for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
        found.push({
          start,
          end: start + name.length,
          type,
          probability: 0.9,
          rule: "by-hand",
          depth: 0,
          entity,
        });
      return found;
    }),
  );
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Two years of 云河区, and its neighbour 星湖区; they share a strategy, a road, a firm and the city. */
export const yunhe2023 = (): Facts =>
  factsOf({
    year: 2023,
    lines: [
      "云河区2023年政府工作报告",
      "一年来，云河区深入实施“七三一”发展战略，云州市对我区给予支持。",
      "星海科技三期项目开工建设，银杏大道建成通车。地区生产总值512亿元。",
      "今年，云河区要推进“七三一”战略，地区生产总值达到550亿元。",
    ],
    entities: [
      ["District", "云河区", "我区"],
      ["District", "云州市"],
      ["Initiative", "“七三一”发展战略", "“七三一”战略"],
      ["Enterprise", "星海科技"],
      ["Project", "星海科技三期项目"],
      ["Infrastructure", "银杏大道"],
    ],
    relations: [
      ["云河区", "PART_OF", "云州市"],
      ["云河区", "PURSUES", "“七三一”发展战略"],
      ["星海科技", "UNDERTAKES", "星海科技三期项目"],
      ["星海科技三期项目", "LOCATED_IN", "云河区"],
    ],
    observations: [
      ["云河区", "地区生产总值", 512, "亿元", 2022],
      ["云河区", "地区生产总值", 550, "亿元", 2023, "target"],
    ],
    milestones: [
      ["星海科技三期项目", "started", 2022],
      ["银杏大道", "completed", 2022],
    ],
  });

export const yunhe2024 = (): Facts =>
  factsOf({
    year: 2024,
    lines: [
      "云河区2024年政府工作报告",
      "过去一年，“七三一”战略见到成效，地区生产总值548亿元。",
      "星海科技三期项目竣工投产，星海科技四期项目签约落户。",
      "新的一年，市民中心启用，争创国家级绿色园区。",
    ],
    entities: [
      ["District", "云河区", "我区"],
      ["Initiative", "“七三一”战略"],
      ["Enterprise", "星海科技"],
      ["Project", "星海科技三期项目"],
      ["Project", "星海科技四期项目"],
      ["Institution", "市民中心"],
      ["Honor", "国家级绿色园区"],
    ],
    relations: [
      ["云河区", "PURSUES", "“七三一”战略"],
      ["星海科技", "UNDERTAKES", "星海科技三期项目"],
      ["星海科技", "UNDERTAKES", "星海科技四期项目"],
      ["云河区", "AIMS_FOR", "国家级绿色园区", 2024],
    ],
    observations: [["云河区", "地区生产总值", 548, "亿元", 2023]],
    milestones: [
      ["星海科技三期项目", "completed", 2023],
      ["星海科技四期项目", "signed", 2023],
    ],
  });

export const xinghu2024 = (): Facts =>
  factsOf({
    chain: ["江省", "云州市", "星湖区"],
    year: 2024,
    lines: [
      "星湖区2024年政府工作报告",
      "星湖区位于云州市东部，银杏大道东延开工，银杏大道改造完成。",
      "市民中心投入使用，星海科技股份有限公司设立研发中心，服务“七三一”发展战略。",
    ],
    entities: [
      ["District", "星湖区"],
      ["District", "云州市"],
      ["Infrastructure", "银杏大道"],
      ["Infrastructure", "银杏大道东延"],
      ["Institution", "市民中心"],
      ["Enterprise", "星海科技股份有限公司"],
      ["Initiative", "“七三一”发展战略"],
    ],
    relations: [
      ["星湖区", "PART_OF", "云州市"],
      ["星海科技股份有限公司", "LOCATED_IN", "星湖区"],
      ["星湖区", "PURSUES", "“七三一”发展战略"],
    ],
    milestones: [["银杏大道东延", "started", 2023]],
  });

/** The three, and so many more that a writing of all is a large one. */
export const county = (): Facts[] => [
  yunhe2023(),
  yunhe2024(),
  xinghu2024(),
  ...Array.from({ length: 24 }, (_, i) => {
    const district = `青藤${i + 1}镇`;
    return factsOf({
      chain: ["江省", "云州市", "云河区", district],
      lines: [`${district}2024年报告`, `${district}服务“七三一”战略，引进星海科技，建设市民中心${i}期。`],
      entities: [
        ["District", district],
        ["Initiative", "“七三一”战略"],
        ["Enterprise", "星海科技"],
        ["Project", `市民中心${i}期`],
      ],
      relations: [
        [district, "PURSUES", "“七三一”战略"],
        [`市民中心${i}期`, "LOCATED_IN", district],
      ],
      milestones: [[`市民中心${i}期`, "planned", 2024, true]],
    });
  }),
];

/** All of them, and a communiqué that does not agree with the report. */
export const fixture = (): Facts[] => {
  const communique = factsOf({
    kind: "statistical communique",
    year: 2023,
    lines: [
      "云河区2023年统计公报",
      "地区生产总值551亿元，另有77亿元没有认领。银杏谷产业园升级，引进智能装备产业。",
    ],
    entities: [
      ["District", "云河区"],
      ["Park", "银杏谷产业园"],
      ["Industry", "智能装备"],
    ],
    relations: [
      ["银杏谷产业园", "LOCATED_IN", "云河区"],
      ["云河区", "FOCUSES_ON", "智能装备"],
    ],
    observations: [["云河区", "地区生产总值", 551, "亿元", 2023]],
    milestones: [["银杏谷产业园", "completed", 2024, true]],
  });
  const start = communique.text.indexOf("77亿元");
  communique.audit = [{ passage: 1, start, end: start + 4, what: "number", status: "unclaimed" }];
  return [yunhe2023(), yunhe2024(), xinghu2024(), communique];
};
