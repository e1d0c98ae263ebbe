/** `zhengtu facts FILE` and `zhengtu explain FILE`: what one report says, without any store. */
import { ingestFile } from "../ingest.ts";
import type { Facts } from "../types.ts";
import type { Options } from "./commands.ts";
import { explain } from "./explain.ts";
import { plain, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

/** Prints the facts as JSON in the form of gold/FORMAT.md, with evidence besides. */
export async function printFacts(words: string[], options: Options, terminal: Terminal): Promise<number> {
  const facts = await read(words, terminal);
  terminal.print(JSON.stringify(options.full ? facts : printable(facts), null, 1));
  return 0;
}

/** Prints text → rule → fact, passage by passage. */
export async function explainFile(words: string[], options: Options, terminal: Terminal): Promise<number> {
  const facts = await read(words, terminal);
  explain(facts, typeof options.find === "string" ? options.find : undefined, terminal);
  return 0;
}

async function read(words: string[], terminal: Terminal): Promise<Facts> {
  const [file, ...others] = words;
  if (!file || others.length) throw new UsageError(terminal.say("请给出一个文件。", "Name one file."));
  const facts = await ingestFile(file);
  for (const warning of facts.warnings) terminal.note(plain(`${file}：${warning}`));
  return facts;
}

/** The contract that other programs read: exactly the keys of gold/FORMAT.md, and evidence. */
export function printable(facts: Facts): object {
  const { entities, relations, observations, milestones } = facts;
  const { file, title, kind, district, publisher, date, reviewYears, planYears } = facts.report;
  return {
    report: { file, title, kind, district, publisher, date, reviewYears, planYears },
    entities: entities.map(({ name, types, aliases, evidence }) => ({ name, types, aliases, evidence })),
    relations,
    observations,
    milestones,
  };
}
