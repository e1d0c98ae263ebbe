/** Bytes of an upload, kept in a folder that only this user can read, until their facts are taken out. */
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bytes of one file, of all files of an upload together, and their number. */
export const LIMITS = { file: 50 * 1024 * 1024, all: 200 * 1024 * 1024, count: 500 };

export interface KeptFiles {
  folder: string;
  keep(index: number, name: string, bytes: Uint8Array): Promise<string>;
  /** Deletes all; a second time does nothing. */
  drop(): void;
}

export function keptFiles(): KeptFiles {
  const folder = mkdtempSync(join(tmpdir(), "zhengtu-upload-"));
  const drop = (): void => {
    process.off("exit", drop);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", drop);
  return {
    folder,
    keep: async (index, name, bytes) => {
      const place = join(folder, String(index));
      await mkdir(place, { mode: 0o700 });
      const path = join(place, name);
      await writeFile(path, bytes, { mode: 0o600, flag: "wx" });
      return path;
    },
    drop,
  };
}

const LONGEST = 80;

/**
 * A name that is only a name: no folders, no control or direction characters, none that a file system keeps for itself.
 * ../../etc/passwd → passwd, C:\x\报告.docx → 报告.docx, .. → file
 */
export function safeName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu, "")
    .trim()
    .replace(/^\.+|\.+$/g, "");
  const characters = [...clean];
  if (characters.length <= LONGEST) return clean || "file";
  const ending = /\.[a-z0-9]{1,5}$/i.exec(clean)?.[0] ?? "";
  return `${characters.slice(0, LONGEST - ending.length).join("")}${ending}`;
}
