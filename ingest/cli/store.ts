/** Which store a command works on, opened for its duration. */
import { openStore, type Store } from "../../cypher/store.ts";
import type { Options } from "./commands.ts";
import type { Terminal } from "./terminal.ts";

/** `--store`, else NEO4J_URI, else the embedded store under data/. */
export function storeUrl(options: Options): string {
  return typeof options.store === "string" ? options.store : process.env.NEO4J_URI || "embedded:data";
}

export async function withStore<T>(
  options: Options,
  terminal: Terminal,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const note = (zh: string, en: string) => terminal.note(terminal.say(zh, en));
  const store = await openStore(storeUrl(options), { lang: terminal.lang, note });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
