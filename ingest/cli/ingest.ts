/** `zhengtu ingest FILE|DIR…`: files → facts on all cores → the store, in batches. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Store, WriteOptions } from "../../cypher/store.ts";
import { EXTRACTOR } from "../ingest.ts";
import { extractAll } from "../pool.ts";
import type { Facts } from "../types.ts";
import { printChanges } from "./changes.ts";
import type { Options } from "./commands.ts";
import { type FileList, listFiles } from "./files.ts";
import { progress } from "./progress.ts";
import { withStore } from "./store.ts";
import { plain, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";
import { watch } from "./watch.ts";

export async function ingest(words: string[], options: Options, terminal: Terminal): Promise<number> {
  if (options.replace && options.keepBoth)
    throw new UsageError(
      terminal.say("--replace 与 --keep-both 只能用一个。", "Use --replace or --keep-both, not both."),
    );
  if (options.watch) return watch(words, options, terminal);
  const list = await listFiles(words);
  return withStore(options, terminal, (store) => ingestFiles(store, list, options, terminal));
}

/** Returns the exit status: 1 when a file was refused, missing, or waits for a decision. */
export async function ingestFiles(
  store: Store,
  list: FileList,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const { say, note } = terminal;
  for (const path of list.missing)
    note(plain(say(`${path}：找不到文件。请检查路径。`, `${path}: no such file. Check the path.`)));
  const files = await unknownTo(store, list.files);
  const known = list.files.length - files.length;
  if (known)
    note(say(`${known} 个文件没有变化，不再读入。`, `${known} files are unchanged and not read again.`));
  if (!files.length) return list.missing.length ? 1 : 0;

  const refusals = { count: 0 };
  const changes = await store.write(read(files, options, terminal, refusals), writeOptions(options));
  printChanges(changes, terminal);
  return refusals.count || list.missing.length || changes.reports.pending.length ? 1 : 0;
}

function writeOptions(options: Options): WriteOptions {
  const onSame = options.replace ? "replace" : options.keepBoth ? "keep-both" : "ask";
  return { onSame, dryRun: options.dryRun === true };
}

/** The files that the store does not hold as they are, read by this very extractor. */
async function unknownTo(store: Store, files: string[]): Promise<string[]> {
  const reports = await store.reports();
  const held = new Set(
    reports.filter((report) => report.extractor === EXTRACTOR).map(({ sha256 }) => sha256),
  );
  if (!held.size) return files;
  const unknown: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes || !held.has(createHash("sha256").update(bytes).digest("hex"))) unknown.push(file);
  }
  return unknown;
}

/** Facts as they come; refusals and warnings go to the terminal, one line each. */
async function* read(
  files: string[],
  options: Options,
  terminal: Terminal,
  refusals: { count: number },
): AsyncGenerator<Facts> {
  const { lang, note, say } = terminal;
  const threads = Number(options.threads) || undefined;
  const bar = progress(terminal, say("读入", "reading"), files.length);
  let done = 0;
  try {
    for await (const { path, facts, refused } of extractAll(files, { threads })) {
      bar.step(++done);
      if (refused) {
        refusals.count++;
        note(plain(refused[lang]));
      }
      for (const warning of facts?.warnings ?? []) note(plain(`${basename(path)}：${warning}`));
      if (facts && !facts.notAReport) yield facts;
    }
  } finally {
    bar.stop();
  }
}
