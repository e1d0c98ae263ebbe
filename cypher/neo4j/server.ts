/**
 * Neo4j Community without Docker: its jars from Maven Central into .neo4j/lib (once, 120 MB), then a server of our own
 * in .neo4j/ on free ports. `npm run neo4j` runs one until Ctrl-C; the tests use `startServer`.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../.neo4j/", import.meta.url));
const LIB = join(ROOT, "lib");
const POM = fileURLToPath(new URL("pom.xml", import.meta.url));
const START_TIMEOUT = 90_000;

export interface Server {
  uri: string;
  browser: string;
  username: "neo4j";
  password: string;
  home: string;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would; start again on the same home to see it recover. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  password?: string;
  /** Folder of the data; default a new temporary one in .neo4j/, removed on stop. */
  home?: string;
  port?: number;
  /** Runs between the making of the folder and the start: an import, say. */
  before?: (home: string) => void;
}

/** What is missing to run one here, in Chinese and English; undefined when all is there. */
export function missing(): string | undefined {
  if (spawnSync("java", ["-version"]).status !== 0)
    return "需要 Java 17：apt install openjdk-17-jre-headless (Java 17 is missing)";
  if (!haveJars() && spawnSync("mvn", ["-v"]).status !== 0)
    return "需要 Maven 下载 Neo4j：apt install maven (Maven is missing, to fetch Neo4j's jars)";
  return undefined;
}

const haveJars = (): boolean =>
  existsSync(LIB) && readdirSync(LIB).some((file) => file.startsWith("neo4j-server-"));

/** Fetches the jars unless they are there; all or none, so that a broken download is begun again. */
export function fetchJars(): void {
  if (haveJars()) return;
  mkdirSync(ROOT, { recursive: true });
  const part = mkdtempSync(join(ROOT, "lib-"));
  const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${part}`, "-DincludeScope=runtime"];
  const run = spawnSync("mvn", ["-B", "-q", "-f", POM, ...goal], { encoding: "utf8" });
  if (run.status !== 0) {
    rmSync(part, { recursive: true, force: true });
    throw new Error(
      `Neo4j 下载失败 (cannot fetch Neo4j): ${run.stdout.slice(-500)}${run.stderr.slice(-500)}`,
    );
  }
  if (haveJars()) rmSync(part, { recursive: true, force: true });
  else renameSync(part, LIB);
}

const OPEN = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang"].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);
const java = (main: string, ...rest: string[]): string[] => [
  "-Xmx1g",
  ...OPEN,
  "-cp",
  join(LIB, "*"),
  main,
  ...rest,
];

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  fetchJars();
  const home = options.home ?? mkdtempSync(join(ROOT, "home-"));
  const password = options.password ?? randomBytes(16).toString("hex");
  const port = options.port ?? (await freePort());
  const http = await freePort();
  configure(home, port, http);
  if (!existsSync(join(home, "data", "dbms", "auth.ini")))
    admin(home, ["dbms", "set-initial-password", password]);
  options.before?.(home);
  const child = run(home);
  await ready(child, home);
  const end = async (signal: NodeJS.Signals) => {
    await ended(child, signal);
    if (!options.home) rmSync(home, { recursive: true, force: true });
  };
  return {
    uri: `bolt://127.0.0.1:${port}`,
    browser: `http://127.0.0.1:${http}`,
    username: "neo4j",
    password,
    home,
    stop: () => end("SIGTERM"),
    kill: () => ended(child, "SIGKILL"),
  };
}

function configure(home: string, port: number, http: number): void {
  mkdirSync(join(home, "conf"), { recursive: true });
  mkdirSync(join(home, "logs"), { recursive: true });
  rmSync(join(home, "logs", "neo4j.log"), { force: true });
  const lines = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.http.listen_address=127.0.0.1:${http}`,
    "server.https.enabled=false",
    "server.memory.heap.max_size=1g",
    "server.memory.pagecache.size=256m",
    "dbms.usage_report.enabled=false",
    "db.tx_log.preallocate=false",
  ];
  writeFileSync(join(home, "conf", "neo4j.conf"), `${lines.join("\n")}\n`);
}

/** Runs neo4j-admin from the same jars. Throws with its output when it fails. */
export function admin(home: string, words: string[], folder = home): string {
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  const done = spawnSync("java", java("org.neo4j.cli.AdminTool", ...words), {
    env,
    encoding: "utf8",
    cwd: folder,
  });
  if (done.status !== 0)
    throw new Error(`neo4j-admin ${words[0]}: ${done.stdout.slice(-800)}${done.stderr.slice(-800)}`);
  return done.stdout;
}

function run(home: string): ChildProcess {
  const words = java(
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${home}`,
    `--config-dir=${join(home, "conf")}`,
  );
  const child = spawn("java", words, { stdio: ["ignore", "ignore", "ignore"] });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.removeListener("exit", end));
  return child;
}

async function ready(child: ChildProcess, home: string): Promise<void> {
  const log = join(home, "logs", "neo4j.log");
  for (const until = Date.now() + START_TIMEOUT; Date.now() < until; await sleep(200)) {
    if (child.exitCode !== null) break;
    if (existsSync(log) && readFileSync(log, "utf8").includes("Started.")) return;
  }
  child.kill("SIGKILL");
  const text = existsSync(log) ? readFileSync(log, "utf8").slice(-1500) : "";
  throw new Error(`Neo4j 没有启动 (Neo4j did not start): ${text}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function main(): Promise<void> {
  const lack = missing();
  if (lack) {
    console.error(lack);
    process.exitCode = 3;
    return;
  }
  console.log("Neo4j 启动中，首次需下载约 120 MB (starting; the first time 120 MB are fetched) …");
  const password = process.env.NEO4J_PASSWORD;
  const server = await startServer({ home: join(ROOT, "home"), ...(password && { password }) });
  const known = join(ROOT, "home", "password");
  if (!existsSync(known)) writeFileSync(known, server.password, { mode: 0o600 });
  console.log(`NEO4J_URI=${server.uri} NEO4J_USERNAME=neo4j NEO4J_PASSWORD=${readFileSync(known, "utf8")}`);
  console.log(`Neo4j Browser: ${server.browser}   停止：Ctrl-C (stop: Ctrl-C)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
