/** An answer over the whole graph that is worked out once and kept until the graph has changed. */
import type { Store } from "../../cypher/store.ts";

export interface Kept<T> {
  get(): Promise<T>;
  /** Works it out beforehand; what fails is tried again when it is asked for. */
  warm(): Promise<void>;
  /** After a write. */
  forget(): void;
}

/** Between two looks at whether another process has written. */
const FRESH_MS = 15_000;

export function createKept<T>(
  store: Store,
  make: (store: Store) => Promise<T>,
  now: () => number = Date.now,
): Kept<T> {
  let answer: Promise<T> | null = null;
  let stamp = "";
  let checked = 0;
  const load = async (): Promise<T> => {
    stamp = await stampOf(store);
    return make(store);
  };
  const get = async (): Promise<T> => {
    if (answer && now() - checked > FRESH_MS) {
      checked = now();
      if ((await stampOf(store)) !== stamp) answer = null;
    }
    if (!answer) {
      checked = now();
      const mine = load();
      answer = mine;
      mine.catch(() => {
        if (answer === mine) answer = null;
      });
    }
    return answer;
  };
  return {
    get,
    warm: () =>
      get().then(
        () => {},
        () => {},
      ),
    forget: () => {
      answer = null;
    },
  };
}

/** The last writing's own name: counting the graph would take longer than the answer. */
const stampOf = async (store: Store): Promise<string> => {
  const [last] = await store.changes(1);
  return last ? (last.id ?? JSON.stringify(last.reports)) : "";
};
