/** The description of the API at /api, from the same schemas that check what it takes. A test holds it against the routes. */
import { z } from "zod";
import { compareInput } from "./compare/routes.ts";
import { answerInput, changesInput, removeInput } from "./ingest/inputs.ts";
import {
  cypherInput,
  idsInput,
  neighboursInput,
  nodesInput,
  pathsInput,
  questionInput,
  relationsInput,
  searchInput,
} from "./inputs.ts";
import { decideInput, undoInput } from "./same/routes.ts";

interface Described {
  method: "get" | "post" | "delete";
  /** As OpenAPI writes it: /entity/{id} */
  path: string;
  zh: string;
  en: string;
  /** Name of the answer's shape in viewer/server (api.ts, …/shapes.ts) or cypher. */
  answer: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Fields of a form with files. */
  form?: Record<string, object>;
}

const FILES = { type: "array", items: { type: "string", format: "binary" }, maxItems: 500 };

const ROUTES: Described[] = [
  { method: "get", path: "/", zh: "本说明", en: "This description", answer: "OpenAPI" },
  { method: "get", path: "/overview", zh: "总览", en: "What is in the graph", answer: "Overview" },
  {
    method: "get",
    path: "/counts",
    zh: "图谱里各有多少",
    en: "How much is in the graph",
    answer: "GraphCounts",
  },
  {
    method: "get",
    path: "/search",
    zh: "按名称、简称、拼音首字母查找实体",
    en: "Entities by name, alias or initials",
    answer: "SearchHit[]",
    query: searchInput,
  },
  {
    method: "get",
    path: "/text",
    zh: "在原文中查找",
    en: "Passages that hold the words",
    answer: "PassageHit[]",
    query: searchInput,
  },
  {
    method: "get",
    path: "/paths",
    zh: "两个实体之间的最短路径",
    en: "The shortest paths between two entities",
    answer: "PathsAnswer",
    query: pathsInput,
  },
  {
    method: "get",
    path: "/entity/{id}",
    zh: "一个实体的全部事实和出处",
    en: "All facts of an entity with their places",
    answer: "EntityFacts",
  },
  {
    method: "get",
    path: "/relations/{id}",
    zh: "一个实体的某一种关系，分页",
    en: "The relations of one kind of an entity, page by page",
    answer: "RelationsPage",
    query: relationsInput,
  },
  {
    method: "get",
    path: "/report/{id}",
    zh: "报告全文，标出名称",
    en: "A report's text with its names marked",
    answer: "ReportText",
  },
  {
    method: "post",
    path: "/neighbours",
    zh: "邻居和它们之间的关系",
    en: "Neighbours, and the relations among all that is shown",
    answer: "Neighbourhood",
    body: neighboursInput,
  },
  {
    method: "post",
    path: "/nodes",
    zh: "按编号取实体",
    en: "Entities by id, and the relations among all that is shown",
    answer: "Picture",
    body: nodesInput,
  },
  {
    method: "post",
    path: "/passages",
    zh: "按编号取段落",
    en: "Passages by id",
    answer: "PassageCard[]",
    body: idsInput,
  },
  { method: "get", path: "/queries", zh: "常用问题", en: "The saved questions", answer: "QueryCard[]" },
  {
    method: "get",
    path: "/schema",
    zh: "标签、关系类型和属性",
    en: "Labels, relationship types and properties",
    answer: "SchemaCard",
  },
  {
    method: "post",
    path: "/explain",
    zh: "检查 Cypher 而不运行",
    en: "What is wrong with a Cypher text, without running it",
    answer: "{ error: ApiError['error'] | null }",
    body: cypherInput,
  },
  {
    method: "post",
    path: "/question",
    zh: "运行一个常用问题",
    en: "Runs a saved question",
    answer: "Answer",
    body: questionInput,
  },
  {
    method: "post",
    path: "/cypher",
    zh: "运行只读的 Cypher（10 秒、1000 行为限）",
    en: "Runs read-only Cypher (10 seconds, 1,000 rows)",
    answer: "Answer",
    body: cypherInput,
  },
  {
    method: "get",
    path: "/districts",
    zh: "有报告的行政区",
    en: "Districts that reports are about",
    answer: "DistrictChoice[]",
  },
  {
    method: "get",
    path: "/compare",
    zh: "并排比较二至五个行政区，编号以 ~ 相连",
    en: "Two to five districts side by side, ids joined by ~",
    answer: "Comparison",
    query: compareInput,
  },
  {
    method: "get",
    path: "/said/{id}",
    zh: "一条指标数据的出处",
    en: "Where a figure is said",
    answer: "EvidenceRef[]",
  },
  {
    method: "post",
    path: "/ingest",
    zh: "上传报告；返回任务，随后查询进度",
    en: "Uploads reports; answers with a job to follow",
    answer: "JobCard",
    form: { files: FILES, replaces: { type: "string", description: "id of the report to replace" } },
  },
  { method: "get", path: "/ingest/{id}", zh: "任务进度", en: "A job's progress", answer: "JobCard" },
  { method: "delete", path: "/ingest/{id}", zh: "取消任务", en: "Cancels a job", answer: "JobCard" },
  {
    method: "post",
    path: "/ingest/{id}/answer",
    zh: "回答任务的问题；dryRun 只预览",
    en: "Answers what a job asks; dryRun only shows what would happen",
    answer: "JobCard | ChangeReport[]",
    body: answerInput,
  },
  {
    method: "post",
    path: "/remove",
    zh: "移除报告；dryRun 只预览",
    en: "Removes reports; dryRun only shows what would go",
    answer: "ChangeReport",
    body: removeInput,
  },
  {
    method: "get",
    path: "/changes",
    zh: "最近几次导入的变化",
    en: "What the last writings changed",
    answer: "ChangeReport[]",
    query: changesInput,
  },
  {
    method: "get",
    path: "/same/{id}",
    zh: "可能与它相同的实体，以及已有的判定",
    en: "Entities that may be the same, and decisions in force",
    answer: "SameCard",
  },
  {
    method: "post",
    path: "/same",
    zh: "判定两个实体是否相同",
    en: "Decides whether two entities are the same",
    answer: "DecisionAnswer",
    body: decideInput,
  },
  {
    method: "post",
    path: "/same/undo",
    zh: "撤销判定",
    en: "Takes a decision back",
    answer: "DecisionAnswer",
    body: undoInput,
  },
];

interface JsonSchema {
  properties?: Record<string, object>;
  required?: string[];
}

/** An OpenAPI 3.1 document, as plain JSON. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: "3.1.0",
    info: {
      title: "政图 Zhengtu",
      version: "1",
      description:
        "政府报告知识图谱的接口。编号是图谱自己的稳定编号。(The API of the graph of government reports; ids are the graph's own stable keys.)",
    },
    servers: [{ url: "/api" }],
    paths,
    components: { schemas: { Error: ERROR } },
  };
}

function operation({ path, zh, en, answer, query, body, form }: Described): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const parameters = [...inPath, ...(query ? inQuery(schemaOf(query)) : [])];
  const content = form
    ? { "multipart/form-data": { schema: { type: "object", properties: form, required: ["files"] } } }
    : body && { "application/json": { schema: schemaOf(body) } };
  return {
    summary: `${zh} · ${en}`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      [form ? 202 : 200]: {
        description: answer,
        content: { "application/json": { schema: { title: answer } } },
      },
      default: {
        description: "who, what, advice",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest as JsonSchema;
}

const inQuery = ({ properties = {}, required = [] }: JsonSchema): object[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));

const BOTH = { type: "object", properties: { zh: { type: "string" }, en: { type: "string" } } };

const ERROR = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        who: { type: "string" },
        what: BOTH,
        advice: BOTH,
        line: { type: "integer" },
        column: { type: "integer" },
      },
      required: ["who", "what", "advice"],
    },
  },
};
