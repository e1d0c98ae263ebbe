/** `zhengtu query NAME|FILE.cypher`: a saved question, or Cypher of one's own, read-only. */
import { readFile } from "node:fs/promises";
import type { Answer, Cell } from "../../cypher/cells.ts";
import { records } from "../../cypher/cells.ts";
import { savedQueries } from "../../cypher/queries.ts";
import type { Options } from "./commands.ts";
import { storeUrl, withStore } from "./store.ts";
import { asCsv, asTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

const DEFAULT_ROWS = 1000;

export async function query(words: string[], options: Options, terminal: Terminal): Promise<number> {
  const [name, ...others] = words;
  if (others.length)
    throw new UsageError(terminal.say("只能写一个问题或文件。", "Name one question or file."));
  if (!name) return list(options, terminal);
  const parameters = parametersOf(options.param, terminal);
  const limit = Number(options.limit) || DEFAULT_ROWS;
  const answer = await withStore(options, terminal, async (store) =>
    name.endsWith(".cypher")
      ? store.run(await cypherIn(name, terminal), parameters, { rows: limit })
      : store.ask(name, parameters),
  );
  show(answer, options, terminal);
  return 0;
}

function list(options: Options, { print, lang }: Terminal): number {
  const kind = storeUrl(options).startsWith("embedded:") ? "embedded" : "neo4j";
  const rows = [...savedQueries(kind).values()]
    .filter(({ internal }) => !internal)
    .map((saved) => [saved.name, saved.question[lang], saved.parameters.map(({ name }) => name).join(", ")]);
  print(asTable(lang === "en" ? ["name", "question", "parameters"] : ["名称", "问题", "参数"], rows));
  return 0;
}

async function cypherIn(path: string, { say }: Terminal): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UsageError(say(`${path}：无法读取。请检查路径。`, `${path}: cannot be read. Check the path.`));
  }
}

/** `k=v`: numbers, true, false and null as such (`year=2024`), everything else a string; `k:=JSON` for the rest. */
function parametersOf(words: Options[string], { say }: Terminal): Record<string, Cell> {
  const parameters: Record<string, Cell> = {};
  for (const word of Array.isArray(words) ? words : []) {
    const match = /^([\p{L}_][\p{L}\p{N}_]*)(:?=)(.*)$/su.exec(word);
    if (!match)
      throw new UsageError(say(`参数要写成 名=值：${word}`, `Write parameters as name=value: ${word}`));
    const [, name = "", sign, value = ""] = match;
    parameters[name] =
      sign === "=" && !/^(-?\d+(\.\d+)?|true|false|null)$/.test(value) ? value : json(value, word, say);
  }
  return parameters;
}

function json(value: string, word: string, say: Terminal["say"]): Cell {
  try {
    return JSON.parse(value) as Cell;
  } catch {
    throw new UsageError(say(`参数值不是 JSON：${word}`, `The value is not JSON: ${word}`));
  }
}

function show(answer: Answer, options: Options, { say, print, note }: Terminal): void {
  if (options.json) print(JSON.stringify(records(answer), null, 1));
  else if (options.csv) print(asCsv(answer.columns, answer.rows));
  else print(asTable(answer.columns, answer.rows));
  const more = answer.more ? say("，还有更多，可用 --limit", ", there are more: --limit") : "";
  note(
    say(
      `${answer.rows.length} 行${more}，${answer.milliseconds} 毫秒`,
      `${answer.rows.length} rows${more}, ${answer.milliseconds} ms`,
    ),
  );
}
