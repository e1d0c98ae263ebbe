/** Questions to the server. Answers are kept for the life of the page until `forget` (after an ingest). */

import type { Answer } from "../../cypher/cells.ts";
import type { ChangeReport } from "../../cypher/changes.ts";
import type { RelationType } from "../../ingest/ontology.ts";
import type {
  ApiError,
  Direction,
  EntityFacts,
  GraphCounts,
  Neighbourhood,
  Overview,
  PassageCard,
  PassageHit,
  PathsAnswer,
  Picture,
  QueryCard,
  RelationsPage,
  ReportText,
  SchemaCard,
  SearchHit,
} from "../server/api.ts";

/** An error that the server explained, or that it could not be reached. */
export class AskError extends Error {
  readonly detail: ApiError["error"];
  constructor(detail: ApiError["error"]) {
    super(`${detail.who}: ${detail.what.en}`);
    this.detail = detail;
  }
}

const UNREACHABLE: ApiError["error"] = {
  who: "server",
  what: { zh: "连接不到服务程序", en: "the server cannot be reached" },
  advice: {
    zh: "请确认 zhengtu 仍在运行，然后重试。",
    en: "Make sure that zhengtu is still running, then try again.",
  },
};

const answers = new Map<string, Promise<unknown>>();

export const forget = (): void => answers.clear();

export const askOverview = (): Promise<Overview> => kept("overview");
export const askCounts = (): Promise<GraphCounts> => kept("counts");
export const askEntity = (id: string): Promise<EntityFacts> => kept(`entity/${encodeURIComponent(id)}`);
/** Relations of one kind to the others after `skip` of them. */
export const askRelations = (
  id: string,
  relation: RelationType,
  direction: Direction,
  skip: number,
): Promise<RelationsPage> =>
  kept(
    `relations/${encodeURIComponent(id)}?${new URLSearchParams({ relation, direction, skip: String(skip) })}`,
  );
export const askReport = (id: string): Promise<ReportText> => kept(`report/${encodeURIComponent(id)}`);
export const askPassages = (ids: string[]): Promise<PassageCard[]> => kept("passages", { ids });
export const askNodes = (ids: string[], among: string[]): Promise<Picture> => kept("nodes", { ids, among });

/** Neighbours of `id`, best known first, and the relations among them and `among` (what is on the canvas). */
export function askNeighbours(question: {
  id: string;
  relation?: RelationType;
  direction?: Direction;
  limit: number;
  among: string[];
}): Promise<Neighbourhood> {
  return kept("neighbours", question);
}

export const askChanges = (): Promise<ChangeReport[]> => kept("changes");
/** What removing a report would do (`dryRun`), or does. */
export const removeReport = (report: string, dryRun: boolean): Promise<ChangeReport> =>
  ask("remove", post({ ids: [report], dryRun }));

export const askQueries = (): Promise<QueryCard[]> => kept("queries");
export const askSchema = (): Promise<SchemaCard> => kept("schema");
export const askQuestion = (
  name: string,
  parameters: Record<string, string>,
  signal: AbortSignal,
): Promise<Answer> => ask("question", { ...post({ name, parameters }), signal });
export const askCypher = (cypher: string, signal: AbortSignal): Promise<Answer> =>
  ask("cypher", { ...post({ cypher }), signal });

/** Whether the store understands a text: null, or what is wrong and where. */
export const askExplain = (
  cypher: string,
  parameters: Record<string, number>,
): Promise<{ error: ApiError["error"] | null }> => ask("explain", post({ cypher, parameters }));

export const askSearch = (text: string, signal: AbortSignal): Promise<SearchHit[]> =>
  ask(`search?q=${encodeURIComponent(text)}`, { signal });
export const askPaths = (from: string, to: string): Promise<PathsAnswer> =>
  kept(`paths?${new URLSearchParams({ from, to })}`);
export const askText = (text: string, signal: AbortSignal): Promise<PassageHit[]> =>
  ask(`text?limit=6&q=${encodeURIComponent(text)}`, { signal });

function kept<T>(path: string, body?: unknown): Promise<T> {
  const key = body === undefined ? path : `${path} ${JSON.stringify(body)}`;
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const answer = ask<T>(path, body === undefined ? {} : post(body));
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

export const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/api/${path}`, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new AskError(UNREACHABLE);
  });
  const json: unknown = await response.json().catch(() => null);
  if (response.ok && json !== null) return json as T;
  throw new AskError((json as ApiError | null)?.error ?? UNREACHABLE);
}
