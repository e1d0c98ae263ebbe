/** FILE|DIR… → the files to read, sorted by path, each once. */
import { lstat, readdir, realpath } from "node:fs/promises";
import { extname, join } from "node:path";

/** Endings that are taken from a folder; a file named itself is always tried, whatever its ending. */
const ENDINGS = new Set([
  "",
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
  ".docx",
  ".pdf",
]);
const MAX_DEPTH = 32;

export interface FileList {
  files: string[];
  /** Files of other endings that lie in the folders. */
  skipped: string[];
  /** Paths that do not exist or cannot be looked at. */
  missing: string[];
}

export async function listFiles(paths: string[]): Promise<FileList> {
  const list: FileList = { files: [], skipped: [], missing: [] };
  const seen = new Set<string>();
  for (const path of paths) await walk(path, true, 0, list, seen);
  return list;
}

async function walk(path: string, named: boolean, depth: number, list: FileList, seen: Set<string>) {
  try {
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    const stat = await lstat(real);
    if (stat.isDirectory()) {
      if (depth > MAX_DEPTH) return;
      const names = (await readdir(real)).filter((name) => !name.startsWith(".")).sort();
      for (const name of names) await walk(join(path, name), false, depth + 1, list, seen);
    } else if (named || (stat.isFile() && ENDINGS.has(extname(path).toLowerCase()))) list.files.push(path);
    else list.skipped.push(path);
  } catch {
    list.missing.push(path);
  }
}
