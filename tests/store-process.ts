/** Loads in processes of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("store-load.ts", import.meta.url));

function start(target: string, words: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", SCRIPT, target, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
}

/** Loads over and over, and is killed so many milliseconds after it has begun. */
export async function killedLoad(
  target: string,
  after: number,
  env: Record<string, string> = {},
): Promise<void> {
  const child = start(target, [], env);
  if (child.stdout) await once(child.stdout, "data");
  await sleep(after);
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Writes the reports of these numbers once. */
export async function load(
  target: string,
  numbers: number[],
  env: Record<string, string> = {},
): Promise<void> {
  const child = start(target, numbers.map(String), env);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`the load of ${numbers} ended with ${code}`);
}
