/**
 * One process at a time holds an embedded store. The lock is a file lock of the operating system (that of a tiny
 * database), so it goes when its process goes, however it ends.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "./errors.ts";
import { type Database, GrafeoDB, isLocked } from "./grafeo.ts";

const STEP = 100; // milliseconds between two tries

export interface Lock {
  release(): void;
}

/** Waits up to `wait` milliseconds for the holder to let go. Throws StoreError "locked" that names it. */
export async function lockFolder(folder: string, wait: number): Promise<Lock> {
  const file = join(folder, "lock.grafeo");
  const owner = join(folder, "lock.json");
  const until = Date.now() + wait;
  for (;;) {
    const held = tryLock(file);
    if (held) {
      writeFileSync(owner, JSON.stringify({ pid: process.pid, command: process.argv.slice(1, 4).join(" ") }));
      return {
        release: () => {
          rmSync(owner, { force: true });
          held.close();
        },
      };
    }
    if (Date.now() >= until) throw locked(folder, owner);
    await sleep(STEP);
  }
}

function tryLock(file: string): Database | undefined {
  try {
    return GrafeoDB.create(file);
  } catch (error) {
    if (isLocked(error)) return undefined;
    throw error;
  }
}

function locked(folder: string, owner: string): StoreError {
  const by = ownerOf(owner);
  return new StoreError(
    "locked",
    `存储 ${resolve(folder)} 正被另一个进程使用${by}；请等它结束，或先停止它（例如正在运行的 zhengtu serve）`,
    `another process uses the store ${resolve(folder)}${by}; wait for it, or stop it first (a running zhengtu serve, say)`,
  );
}

function ownerOf(path: string): string {
  try {
    const { pid, command } = JSON.parse(readFileSync(path, "utf8")) as { pid: number; command: string };
    return ` (PID ${pid}: ${command})`;
  } catch {
    return "";
  }
}
