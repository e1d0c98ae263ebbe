/**
 * The names of all entities in memory, for suggestions as one types: any part of a name or alias, initials of its pinyin.
 * Read by one saved query; read again when the store's counts have changed.
 */
import type { Store } from "../../cypher/store.ts";
import { key } from "../../ingest/names.ts";
import type { NodeCard, SearchHit } from "./api.ts";
import { cardOf } from "./cards.ts";
import { createKept } from "./kept.ts";
import { initials } from "./pinyin.ts";
import { ask } from "./rows.ts";

interface Entry {
  card: NodeCard;
  /** Name first, then aliases, as they are compared. */
  keys: string[];
  initials: string[][];
  /** All keys and all initials in one string each: most entities are passed over by one look at it. */
  all: string;
  allInitials: string;
}

export interface Names {
  search(query: string, limit: number): Promise<SearchHit[]>;
  /** Reads the names beforehand, so that the first search is as quick as the next. */
  warm(): Promise<void>;
  /** After a write. */
  forget(): void;
}

export function createNames(store: Store, now: () => number = Date.now): Names {
  const entries = createKept(store, readNames, now);
  return {
    search: async (query, limit) => rank(await entries.get(), query, limit),
    warm: entries.warm,
    forget: entries.forget,
  };
}

const readNames = async (store: Store): Promise<Entry[]> =>
  (await ask(store, "view-names")).map((row) => entryOf(cardOf(row)));

const LONGEST = 200;

/** As names are compared, and without characters that nobody sees or types (zero-width, direction marks). */
const fold = (name: string): string => key(name).replace(/\p{Cf}/gu, "");

function entryOf(card: NodeCard): Entry {
  const keys = [card.name, ...card.aliases].map((name) => fold(name.slice(0, LONGEST)));
  const spelled = keys.map(initials);
  return { card, keys, initials: spelled, all: keys.join("\n"), allInitials: spelled.flat().join("\n") };
}

/** The whole name, then its beginning, then any part, then the initials of its pinyin; better known first among equals. */
function rank(entries: readonly Entry[], query: string, limit: number): SearchHit[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const latin = /^[a-z]{2,}$/.test(wanted);
  const hits: { entry: Entry; score: number; at: number }[] = [];
  for (const entry of entries) {
    if (!entry.all.includes(wanted) && !(latin && entry.allInitials.includes(wanted))) continue;
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
