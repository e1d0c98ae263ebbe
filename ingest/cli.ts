/**
 * `zhengtu`: the command line. This page is the list of commands; what each does is in cli/.
 * Exit status: 0 all well · 1 some files refused, the others are in · 2 wrong usage · 3 store not reachable.
 */
import { existsSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import * as commands from "./cli/commands.ts";
import { languageOf, type Say, terminal } from "./cli/terminal.ts";
import { UsageError } from "./cli/usage.ts";

export async function main(argv: string[]): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
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

function build(say: Say, actions: commands.Actions, done: (status: number) => void): Command {
  const program = new Command("zhengtu")
    .description(
      say("政图：把地方政府报告变成知识图谱", "Zhengtu: local-government reports as a knowledge graph"),
    )
    .exitOverride()
    .showHelpAfterError()
    .addOption(new Option("--lang <lang>", say("界面语言", "language of messages")).choices(["zh", "en"]))
    .option(
      "--store <url>",
      say(
        "存储：embedded:目录、bolt://… 或 neo4j://…（默认取 NEO4J_URI，没有则 embedded:data）",
        "store: embedded:DIR, bolt://… or neo4j://… (default: NEO4J_URI, else embedded:data)",
      ),
    )
    .helpOption("-h, --help", say("显示帮助", "show this help"))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => say(titles[title] ?? title, title) });

  const add = (name: string, zh: string, en: string, example: string) => {
    const command = program
      .command(name)
      .description(say(zh, en))
      .exitOverride()
      .helpOption("-h, --help", say("显示帮助", "show this help"))
      .configureHelp({ styleTitle: (title) => say(titles[title] ?? title, title), showGlobalOptions: true });
    command.addHelpText("after", `\n${say("示例", "Example")}:\n  ${example}`);
    return command;
  };
  const act =
    (action: commands.Action) =>
    async (...args: unknown[]) => {
      const command = args.at(-1) as Command;
      done(await action(command.args, command.optsWithGlobals()));
    };

  add("ingest", "读入报告，写进图谱", "read reports into the graph", "zhengtu ingest reports/ 2024.docx")
    .argument("<file|dir...>")
    .option(
      "--replace",
      say(
        "同一地区、类型、年份的旧文本由新文本替换",
        "new text replaces the old of the same district, kind and year",
      ),
    )
    .option(
      "--keep-both",
      say("同一地区、类型、年份的两份文本都保留", "keep both texts of one district, kind and year"),
    )
    .option("--dry-run", say("只列出会有什么变化，不写入", "list what would change, write nothing"))
    .option(
      "--watch",
      say("监视目录，有新增或修改就读入", "watch the folders and read what is new or changed"),
    )
    .option("--threads <n>", say("抽取线程数", "number of extracting threads"))
    .action(act(actions.ingest));
  add(
    "remove",
    "移除报告及只有它说过的内容",
    "remove reports and what only they said",
    "zhengtu remove 金坛区2023年政府工作报告",
  )
    .argument("<report...>", say("报告编号、标题或文件名", "id, title or file name of a report"))
    .action(act(actions.remove));
  add("status", "报告、数量、存储概况", "reports, counts, store", "zhengtu status").action(
    act(actions.status),
  );
  add(
    "facts",
    "把一份报告的事实输出为 JSON（不用存储）",
    "print the facts of a report as JSON (no store)",
    "zhengtu facts report.pdf > facts.json",
  )
    .argument("<file>")
    .option(
      "--full",
      say("连同置信度、全文、段落、审计一并输出", "with confidence, text, passages and audit"),
    )
    .action(act(actions.facts));
  add(
    "explain",
    "逐段说明：原文 → 规则 → 事实",
    "passage by passage: text → rule → fact",
    "zhengtu explain report.txt --find 两湖",
  )
    .argument("<file>")
    .option("--find <text>", say("只看含有这些字的段落", "only passages that contain this"))
    .action(act(actions.explain));
  add(
    "query",
    "运行已存的问题或 .cypher 文件（只读）",
    "run a saved question or a .cypher file (read only)",
    "zhengtu query search --param q=两湖",
  )
    .argument("[name|file]", say("不写则列出全部问题", "without it, all questions are listed"))
    .option("--param <k=v...>", say("参数，可重复", "a parameter, repeatable"))
    .option("--limit <n>", say("最多行数", "most rows"))
    .option("--json", say("输出 JSON", "as JSON"))
    .option("--csv", say("输出 CSV", "as CSV"))
    .action(act(actions.query));
  add("export", "导出整张图", "export the whole graph", "zhengtu export --format gexf --out graph.gexf")
    .addOption(
      new Option("--format <format>", say("格式", "format")).choices(["json", "gexf", "csv"]).default("json"),
    )
    .option(
      "--out <path>",
      say("写到文件（csv 为目录），不写则输出到屏幕", "file to write (csv: a folder), else standard output"),
    )
    .action(act(actions.export));
  add(
    "rebuild",
    "由保存的事实重建内嵌库",
    "rebuild the embedded store from the kept facts",
    "zhengtu rebuild",
  ).action(act(actions.rebuild));
  const server = (command: Command) =>
    command
      .option("--port <n>", say("端口，被占用则用下一个", "port; if taken, the next free one"), "7420")
      .option("--host <host>", say("监听地址", "address to listen on"), "127.0.0.1")
      .option("--open", say("在浏览器中打开", "open it in the browser"));
  server(add("serve", "启动浏览器界面", "serve the viewer", "zhengtu serve --port 8080 --open")).action(
    act(actions.serve),
  );
  server(
    add(
      "start",
      "读入样例（或给出的报告）并启动界面",
      "read the samples (or these reports), then serve the viewer",
      "npm start -- reports/",
    ),
  )
    .argument("[file|dir...]")
    .action(act(actions.start));
  return program.action(() => {
    program.outputHelp();
    throw new UsageError(say("请给出一个命令。", "Name a command."));
  });
}

const titles: Record<string, string> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
};
