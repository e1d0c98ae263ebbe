/**
 * The folder of the embedded store, apart from the graph file: the truth that the graph is made from.
 *   index.json   which reports are in, and which version of each: its renaming is the moment of commit
 *   graph.json   which of the graph files is the graph
 *   facts/       one compressed file a report and version, and beside it its digest
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Facts } from "../ingest/types.ts";
import type { ChangeReport } from "./changes.ts";
import { type Digest, upToDate } from "./digest.ts";
import { StoreError } from "./errors.ts";
import { sha256 } from "./hash.ts";
import { inFlight } from "./in-flight.ts";
import { nearFacts } from "./near.ts";
import { pack, unpack } from "./packed.ts";

/** Layout of the folder; a newer one makes an older program stop instead of guessing. */
const FORMAT = 1;
const FIRST = "graph-1.grafeo";
/** Change reports kept. */
const LOGGED = 50;
/** Reports compressed and written at once, beside what comes in. */
const AT_ONCE = 4;

interface Index {
  format: number;
  /** Report id → version. */
  reports: Record<string, string>;
}

export class Keep {
  readonly folder: string;
  readonly #facts: string;
  readonly #writing = inFlight(AT_ONCE);
  /** Put since the last sweep. */
  readonly #near = nearFacts();

  constructor(folder: string) {
    this.folder = folder;
    this.#facts = join(folder, "facts");
    mkdirSync(this.#facts, { recursive: true });
  }

  /** The reports that are in. */
  index(): Map<string, string> {
    const path = join(this.folder, "index.json");
    if (!existsSync(path)) return new Map();
    const index = JSON.parse(readFileSync(path, "utf8")) as Index;
    if (index.format !== FORMAT)
      throw new StoreError(
        "damaged",
        `${path} 是另一版本的政图写的（格式 ${index.format}）；请升级政图，或换一个存储目录`,
        `${path} was written by another version (format ${index.format}); upgrade, or use another folder`,
      );
    return new Map(Object.entries(index.reports));
  }

  /** From here on these are the reports, whatever happens. */
  commit(reports: ReadonlyMap<string, string>): void {
    const sorted = Object.fromEntries([...reports].sort(([a], [b]) => (a < b ? -1 : 1)));
    const text = `${JSON.stringify({ format: FORMAT, reports: sorted }, null, 1)}\n`;
    replaceFile(join(this.folder, "index.json"), text, true);
  }

  /** Path of the graph file, whether or not it is there yet. */
  graphFile(): string {
    const pointer = join(this.folder, "graph.json");
    const name = existsSync(pointer)
      ? (JSON.parse(readFileSync(pointer, "utf8")) as { file: string }).file
      : FIRST;
    return join(this.folder, name);
  }

  /** Path for the graph file that will come after this one. */
  nextGraphFile(): string {
    const number = Number(/(\d+)\.grafeo$/.exec(this.graphFile())?.[1] ?? 0);
    return join(this.folder, `graph-${number + 1}.grafeo`);
  }

  /** From here on this is the graph file. */
  pointTo(path: string): void {
    replaceFile(join(this.folder, "graph.json"), JSON.stringify({ file: basename(path) }), true);
  }

  /** Drops graph files that are no longer the graph. */
  sweepGraphs(): void {
    const current = basename(this.graphFile());
    for (const file of readdirSync(this.folder))
      if (/^graph-\d+\.grafeo/.test(file) && !file.startsWith(current))
        rmSync(join(this.folder, file), { force: true, recursive: true });
  }

  /** Goes on in the background; `settled` says when it is done. */
  async put(digest: Digest, facts: Facts): Promise<void> {
    const name = nameOf(digest.report.id, digest.version);
    const path = join(this.#facts, name);
    this.#near.put(name, facts);
    await this.#writing.add(async () => {
      if (!existsSync(`${path}.json.gz`)) await replaceLater(`${path}.json.gz`, await pack(facts));
      await replaceLater(`${path}.digest.json`, JSON.stringify(digest));
    });
  }

  /** All that was put lies on the disk. */
  settled(): Promise<void> {
    return this.#writing.end();
  }

  digest(report: string, version: string): Digest {
    const path = join(this.#facts, `${nameOf(report, version)}.digest.json`);
    try {
      return upToDate(JSON.parse(readFileSync(path, "utf8")) as Digest);
    } catch (cause) {
      throw damaged(path, cause);
    }
  }

  async facts(report: string, version: string): Promise<Facts> {
    const name = nameOf(report, version);
    const near = this.#near.get(name);
    if (near) return near;
    await this.settled();
    const path = join(this.#facts, `${name}.json.gz`);
    try {
      return await unpack(await readFile(path));
    } catch (cause) {
      throw damaged(path, cause);
    }
  }

  /** Writes a change report down; it gets its place in the row of all. */
  log(report: ChangeReport): ChangeReport {
    const all = this.logged();
    const numbered = { ...report, id: `c${Number(all[0]?.id?.slice(1) ?? 0) + 1}` };
    const lines = [...all.slice(0, LOGGED - 1).reverse(), numbered].map((one) => JSON.stringify(one));
    replaceFile(join(this.folder, "changes.jsonl"), `${lines.join("\n")}\n`);
    return numbered;
  }

  /** Newest first. */
  logged(limit = LOGGED): ChangeReport[] {
    const path = join(this.folder, "changes.jsonl");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").trim().split("\n");
    return lines
      .slice(-limit)
      .reverse()
      .map((line) => JSON.parse(line) as ChangeReport);
  }

  /** Drops versions that are no longer in. */
  sweep(reports: ReadonlyMap<string, string>): void {
    this.#near.clear();
    const wanted = new Set([...reports].map(([id, version]) => nameOf(id, version)));
    for (const file of readdirSync(this.#facts))
      if (!wanted.has(file.slice(0, file.indexOf(".")))) rmSync(join(this.#facts, file), { force: true });
  }
}

/** Ids and versions differ in case, file systems may not: a hash in hex. */
const nameOf = (report: string, version: string): string => sha256(`${report} ${version}`).slice(0, 40);

const damaged = (path: string, cause: unknown): StoreError =>
  new StoreError(
    "damaged",
    `读不了 ${path}；请从备份恢复，或删去存储目录后重新入库`,
    `cannot read ${path}; restore it from a backup, or delete the folder and ingest again`,
    { cause },
  );

/** Whole or not at all: written beside, then renamed. */
export function replaceFile(path: string, content: string | Uint8Array, flush = false): void {
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, content, { flush });
  renameSync(beside, path);
}

async function replaceLater(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, content);
  await rename(beside, path);
}
