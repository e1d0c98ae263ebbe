/** Reading reports in from the page, taking them out, and what the last writings did. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ChangedReport } from "../../../cypher/changes.ts";
import type { Store } from "../../../cypher/store.ts";
import { NotFound, ServerError } from "../errors.ts";
import { LIMITS } from "./files.ts";
import { answerInput, changesInput, removeInput } from "./inputs.ts";
import { createJob, type Job, type Upload } from "./job.ts";

/** Jobs that are remembered; those that still do something are never forgotten. */
const REMEMBERED = 20;
/** Jobs that may wait or run at once. */
const AT_ONCE = 3;

/** `changed` is called after every writing, so that what is kept in memory is read anew. */
export function createIngest(store: Store, changed: () => void): Hono {
  const app = new Hono();
  const jobs = new Map<string, Job>();
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const start = (uploads: Upload[], replaces?: ChangedReport): Job => {
    const job = createJob(`j${++count}`, store, uploads, { changed, ...(replaces ? { replaces } : {}) });
    jobs.set(job.card.id, job);
    for (const [id, old] of jobs) if (jobs.size > REMEMBERED && isOver(old)) jobs.delete(id);
    last = last.then(() => job.run());
    return job;
  };
  const find = (context: Context): Job => {
    const id = context.req.param("id") ?? "";
    const job = jobs.get(id);
    if (!job) throw noSuchJob(id);
    return job;
  };

  app.post("/ingest", limitBody(LIMITS.all), async (context) => {
    if ([...jobs.values()].filter((job) => !isOver(job)).length >= AT_ONCE) throw busy();
    const { files, replaces } = await uploadsOf(context);
    const job = start(files, replaces ? await reportOf(store, replaces) : undefined);
    return context.json(job.card, 202);
  });
  app.get("/ingest/:id", (context) => context.json(find(context).card));
  app.delete("/ingest/:id", (context) => {
    const job = find(context);
    job.cancel();
    return context.json(job.card);
  });
  app.post("/ingest/:id/answer", limitBody(SMALL), async (context) => {
    const job = find(context);
    const { choices, dryRun } = answerInput.parse(await context.req.json());
    const chosen = new Map(Object.entries(choices));
    if (job.card.state !== "asking") throw nothingAsked();
    if (dryRun) return context.json(await job.preview(chosen));
    await job.answer(chosen);
    return context.json(job.card);
  });
  app.post("/remove", limitBody(SMALL), async (context) => {
    const { ids, dryRun } = removeInput.parse(await context.req.json());
    const changes = await store.remove(ids, { dryRun });
    if (!dryRun) changed();
    return context.json(changes);
  });
  app.get("/changes", async (context) => {
    const { limit } = changesInput.parse(context.req.query());
    return context.json(await store.changes(limit));
  });
  return app;
}

const SMALL = 1024 * 1024;

export const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize);
    },
  });

const isOver = ({ card: { state } }: Job): boolean =>
  state === "done" || state === "cancelled" || state === "failed";

async function uploadsOf(context: Context): Promise<{ files: Upload[]; replaces: string | undefined }> {
  const form = await context.req.formData().catch(() => {
    throw notAForm();
  });
  const given = form.getAll("files").filter((part): part is File => typeof part !== "string");
  if (given.length === 0) throw notAForm();
  if (given.length > LIMITS.count) throw tooMany(given.length);
  const replaces = form.get("replaces");
  const files: Upload[] = [];
  for (const file of given)
    files.push({
      name: file.name,
      size: file.size,
      // a file over the limit is named and refused, not carried about
      bytes: file.size > LIMITS.file ? new Uint8Array(0) : new Uint8Array(await file.arrayBuffer()),
    });
  if (typeof replaces === "string" && files.length > 1) throw notAForm();
  return { files, replaces: typeof replaces === "string" && replaces !== "" ? replaces : undefined };
}

async function reportOf(store: Store, id: string): Promise<ChangedReport> {
  const report = (await store.reports()).find((other) => other.id === id);
  if (!report) throw new NotFound("report", id);
  return { id, title: report.title, file: report.file };
}

const noSuchJob = (id: string): ServerError =>
  new ServerError(404, {
    who: id.slice(0, 40),
    what: { zh: "没有这次上传的记录", en: "there is no such upload" },
    advice: { zh: "请重新上传。", en: "Please upload again." },
  });

const notAForm = (): ServerError =>
  new ServerError(400, {
    who: "files",
    what: {
      zh: "请求里没有文件，或替换时给了不止一个",
      en: "the request holds no files, or several to replace one",
    },
    advice: {
      zh: "请以 multipart 表单的 files 字段上传。",
      en: "Send a multipart form with the field files.",
    },
  });

const tooMany = (count: number): ServerError =>
  new ServerError(413, {
    who: "files",
    what: {
      zh: `一次最多 ${LIMITS.count} 个文件，这里有 ${count} 个`,
      en: `${LIMITS.count} files at most at once, here are ${count}`,
    },
    advice: {
      zh: "请分几次上传，或在终端用 zhengtu ingest 文件夹。",
      en: "Upload them in parts, or run zhengtu ingest FOLDER in a terminal.",
    },
  });

const tooLarge = (most: number): ServerError =>
  new ServerError(413, {
    who: "request",
    what: {
      zh: `一次上传总共超过 ${most / 1024 / 1024} MB`,
      en: `the request is larger than ${most / 1024 / 1024} MB`,
    },
    advice: {
      zh: "请分几次上传，或在终端用 zhengtu ingest 文件夹。",
      en: "Upload in parts, or run zhengtu ingest FOLDER in a terminal.",
    },
  });

const busy = (): ServerError =>
  new ServerError(409, {
    who: "ingest",
    what: { zh: "还有几次上传没有结束", en: "earlier uploads are not finished" },
    advice: {
      zh: "请等它们完成，或先取消、回答其中的问题。",
      en: "Wait, cancel them or answer what they ask.",
    },
  });

const nothingAsked = (): ServerError =>
  new ServerError(409, {
    who: "ingest",
    what: { zh: "这次上传没有要回答的问题", en: "this upload asks nothing" },
    advice: { zh: "请刷新页面。", en: "Please reload the page." },
  });
