/** Errors as the API tells them: whom they befell, what happened, what to do. */
import { z } from "zod";
import { StoreError, type StoreErrorKind } from "../../cypher/errors.ts";
import type { ApiError } from "./api.ts";

type Detail = ApiError["error"];
export type Status = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 500 | 503;

/** An error that the server raises itself. */
export class ServerError extends Error {
  readonly status: Status;
  readonly detail: Detail;
  constructor(status: Status, detail: Detail) {
    super(`${detail.who}: ${detail.what.en}`);
    this.status = status;
    this.detail = detail;
  }
}

export class NotFound extends ServerError {
  constructor(what: "entity" | "report", id: string) {
    const zh = what === "entity" ? "实体" : "报告";
    super(404, {
      who: id.slice(0, 80),
      what: { zh: `图里没有这个${zh}`, en: `there is no such ${what} in the graph` },
      advice: {
        zh: "它可能已随报告一起移除。请回到总览重新查找。",
        en: "It may have gone with its report. Search again from the overview.",
      },
    });
  }
}

const STATUS: Record<StoreErrorKind, Status> = {
  unreachable: 503,
  locked: 503,
  damaged: 500,
  usage: 400,
  syntax: 400,
  refused: 403,
  limit: 408,
  cancelled: 408,
};

const ADVICE: Record<StoreErrorKind, Detail["advice"]> = {
  unreachable: {
    zh: "请确认数据库已启动、地址和密码无误，然后重试。",
    en: "Check that the database runs and that address and password are right, then try again.",
  },
  locked: { zh: "请等另一个程序结束后重试。", en: "Wait for the other program to end, then try again." },
  damaged: { zh: "请运行 zhengtu rebuild 重建。", en: "Run zhengtu rebuild." },
  usage: { zh: "请检查请求的参数。", en: "Check the parameters of the request." },
  syntax: { zh: "请修改标出的位置。", en: "Mend the place that is marked." },
  refused: {
    zh: "控制台只能读。写入请用 zhengtu ingest。",
    en: "The console only reads. Use zhengtu ingest to write.",
  },
  limit: { zh: "请缩小范围或加 LIMIT。", en: "Ask for less, or add LIMIT." },
  cancelled: { zh: "可以重新运行。", en: "You can run it again." },
};

/** What to answer for anything thrown. Never shows a stack. */
export function explain(error: unknown): { status: Status; detail: Detail } {
  if (error instanceof ServerError) return { status: error.status, detail: error.detail };
  if (error instanceof StoreError) {
    const { kind, zh, en, line, column } = error;
    const at = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    return { status: STATUS[kind], detail: { who: "store", what: { zh, en }, advice: ADVICE[kind], ...at } };
  }
  if (error instanceof z.ZodError) {
    const first = error.issues[0];
    const where = first?.path.join(".") || "request";
    return {
      status: 400,
      detail: {
        who: where,
        what: { zh: `请求不合要求：${where}`, en: `the request is not valid: ${first?.message ?? where}` },
        advice: { zh: "见 /api 的接口说明。", en: "See the description at /api." },
      },
    };
  }
  if (error instanceof SyntaxError)
    return {
      status: 400,
      detail: {
        who: "request",
        what: { zh: "请求不是 JSON", en: "the request is not JSON" },
        advice: { zh: "见 /api 的接口说明。", en: "See the description at /api." },
      },
    };
  return {
    status: 500,
    detail: {
      who: "server",
      what: { zh: "服务程序出错", en: "the server failed" },
      advice: {
        zh: "请重试；若仍出错，请看终端里的记录。",
        en: "Try again; if it happens again, see the log in the terminal.",
      },
    },
  };
}
