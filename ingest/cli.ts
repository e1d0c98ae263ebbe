/**
 * `zhengtu`: the command line. This page is the list of commands; what each does is in cli/.
 * Exit status: 0 all well · 1 some files refused, the others are in · 2 wrong usage · 3 store not reachable.
 */
import { existsSync } from "node:fs";
import { CommanderError } from "commander";
import * as commands from "./cli/commands.ts";
import { build } from "./cli/program.ts";
import { languageOf, type Say, terminal } from "./cli/terminal.ts";

export async function main(argv: string[]): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // `zhengtu facts … | head` has seen enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const lang = languageOf(optionIn(argv, "--lang"), process.env);
  const out = terminal(lang);
  try {
    process.exitCode = await run(argv, out.say, commands.bind(out));
  } catch (error) {
    process.exitCode = commands.report(error, out);
  }
}

async function run(argv: string[], say: Say, actions: commands.Actions): Promise<number> {
  let status = 0;
  const program = build(say, actions, (code) => {
    status = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** `--lang en` is needed before the options are read, since help is written in it. */
function optionIn(argv: string[], name: string): string | undefined {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = argv[at];
  return word?.includes("=") ? word.slice(name.length + 1) : argv[at + 1];
}
