/** `zhengtu export --format json|gexf|csv`: the whole graph for other programs. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportCsv, exportGexf, exportJson } from "../../cypher/export.ts";
import type { Options } from "./commands.ts";
import { withStore } from "./store.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

export async function exportGraph(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  const out = typeof options.out === "string" ? options.out : undefined;
  const { say, note } = terminal;
  await withStore(options, terminal, async (store) => {
    if (options.format !== "csv") {
      await write(options.format === "gexf" ? exportGexf(store) : exportJson(store), out, terminal);
      return;
    }
    if (!out)
      throw new UsageError(say("CSV 有多个文件，请用 --out 目录。", "CSV is several files: use --out DIR."));
    const { files, command } = await exportCsv(store, out);
    note(
      say(
        `写出 ${files.length} 个文件，在该目录中运行：`,
        `${files.length} files written; in that folder run:`,
      ),
    );
    terminal.print(command);
  });
  return 0;
}

async function write(
  chunks: AsyncIterable<string>,
  out: string | undefined,
  { say }: Terminal,
): Promise<void> {
  try {
    if (out) await pipeline(Readable.from(chunks), createWriteStream(out));
    else await pipeline(Readable.from(chunks), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EPIPE") return; // `| head` has seen enough
    if (!code || !out) throw error;
    throw new UsageError(
      say(
        `${out}：写不进去（${code}）。请检查路径和权限。`,
        `${out}: cannot be written (${code}). Check path and rights.`,
      ),
    );
  }
}
