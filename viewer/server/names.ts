/**
 * The names of all entities in memory, for suggestions as one types: any part of a name or alias, initials of its pinyin.
 * Read by one saved query; read again when the store's counts have changed.
 */
import { records } from "../../cypher/cells.ts";
import type { Store } from "../../cypher/store.ts";
import { key } from "../../ingest/names.ts";
import type { NodeCard, SearchHit } from "./api.ts";
import { cardOf } from "./cards.ts";
import { initials } from "./pinyin.ts";

interface Entry {
  card: NodeCard;
  /** Name first, then aliases, as they are compared. */
  keys: string[];
  initials: string[][];
}

export interface Names {
  search(query: string, limit: number): Promise<SearchHit[]>;
  /** Reads the names beforehand, so that the first search is as quick as the next. */
  warm(): void;
  /** After a write. */
  forget(): void;
}

const FRESH_MS = 15_000;

export function createNames(store: Store, now: () => number = Date.now): Names {
  let entries: Promise<Entry[]> | null = null;
  let stamp = "";
  let checked = 0;
  const load = async (): Promise<Entry[]> => {
    stamp = await stampOf(store);
    return records(await store.ask("view-names")).map((row) => entryOf(cardOf(row)));
  };
  const current = async (): Promise<Entry[]> => {
    if (entries && now() - checked > FRESH_MS) {
      checked = now();
      if ((await stampOf(store)) !== stamp) entries = null;
    }
    if (!entries) {
      checked = now();
      entries = load();
      entries.catch(() => {
        entries = null;
      });
    }
    return entries;
  };
  return {
    search: async (query, limit) => rank(await current(), query, limit),
    warm: () => void current().catch(() => {}),
    forget: () => {
      entries = null;
    },
  };
}

const stampOf = async (store: Store): Promise<string> => JSON.stringify(await store.counts());

const LONGEST = 200;

/** As names are compared, and without characters that nobody sees or types (zero-width, direction marks). */
const fold = (name: string): string => key(name).replace(/\p{Cf}/gu, "");

function entryOf(card: NodeCard): Entry {
  const names = [card.name, ...card.aliases];
  const keys = names.map((name) => fold(name.slice(0, LONGEST)));
  return { card, keys, initials: keys.map(initials) };
}

/** The whole name, then its beginning, then any part, then the initials of its pinyin; better known first among equals. */
function rank(entries: readonly Entry[], query: string, limit: number): SearchHit[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const latin = /^[a-z]{2,}$/.test(wanted);
  const hits: { entry: Entry; score: number; at: number }[] = [];
  for (const entry of entries) {
    const best = scoreOf(entry, wanted, latin);
    if (best) hits.push({ entry, ...best });
  }
  hits.sort(
    (a, b) =>
      b.score - a.score ||
      b.entry.card.reports.length - a.entry.card.reports.length ||
      b.entry.card.mentions - a.entry.card.mentions ||
      (a.entry.card.id < b.entry.card.id ? -1 : 1),
  );
  return hits.slice(0, limit).map(({ entry: { card }, at }) => {
    const alias = at > 0 ? card.aliases[at - 1] : undefined;
    return alias === undefined ? card : { ...card, alias };
  });
}

function scoreOf(
  { keys, initials }: Entry,
  wanted: string,
  latin: boolean,
): { score: number; at: number } | null {
  let best: { score: number; at: number } | null = null;
  const offer = (score: number, at: number): void => {
    if (!best || score > best.score) best = { score, at };
  };
  keys.forEach((key, at) => {
    const found = key.indexOf(wanted);
    const aliasLess = at > 0 ? 0.5 : 0;
    if (key === wanted) offer(10 - aliasLess, at);
    else if (found === 0) offer(8 - aliasLess, at);
    else if (found > 0) offer(6 - aliasLess, at);
    else if (latin && initials[at]?.some((spelling) => spelling.startsWith(wanted))) offer(4 - aliasLess, at);
    else if (latin && initials[at]?.some((spelling) => spelling.includes(wanted))) offer(2 - aliasLess, at);
  });
  return best;
}
