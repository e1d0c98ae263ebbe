/** The commands and options of `zhengtu`, with their help in both languages. */
import { Command, Option } from "commander";
import type { Action, Actions } from "./commands.ts";
import type { Say } from "./terminal.ts";
import { UsageError } from "./usage.ts";

const TITLES: Record<string, string> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
};

/** One command: its name, what it does (zh, en), an example, and what runs. */
type Add = (name: string, zh: string, en: string, example: string, action: Action) => Command;

export function build(say: Say, actions: Actions, done: (status: number) => void): Command {
  const program = root(say);
  const add: Add = (name, zh, en, example, action) =>
    dressed(program.command(name).description(say(zh, en)), say)
      .addHelpText("after", `\n${say("示例：", "Example:")}\n  ${example}`)
      .action(async (...all: unknown[]) => {
        const command = all.at(-1) as Command;
        done(await action(command.args, command.optsWithGlobals()));
      });
  addReports(add, say, actions);
  addFacts(add, say, actions);
  addGraph(add, say, actions);
  addViewer(add, say, actions);
  return program.action(() => {
    program.outputHelp();
    throw new UsageError(say("请给出一个命令。", "Name a command."));
  });
}

function dressed(command: Command, say: Say): Command {
  return command
    .exitOverride()
    .helpOption("-h, --help", say("显示帮助", "show this help"))
    .configureHelp({ styleTitle: (title) => say(TITLES[title] ?? title, title), showGlobalOptions: true });
}

function root(say: Say): Command {
  return dressed(new Command("zhengtu"), say)
    .description(
      say("政图：把地方政府报告变成知识图谱", "Zhengtu: local-government reports as a knowledge graph"),
    )
    .helpCommand(false)
    .addOption(new Option("--lang <lang>", say("界面语言", "language of messages")).choices(["zh", "en"]))
    .option(
      "--store <url>",
      say(
        "存储：embedded:目录、bolt://… 或 neo4j://…（默认取 NEO4J_URI，没有则 embedded:data）",
        "store: embedded:DIR, bolt://… or neo4j://… (default: NEO4J_URI, else embedded:data)",
      ),
    );
}

function addReports(add: Add, say: Say, actions: Actions): void {
  add(
    "ingest",
    "读入报告，写进图谱",
    "read reports into the graph",
    "zhengtu ingest reports/ 2024.docx",
    actions.ingest,
  )
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
    .option("--threads <n>", say("抽取线程数", "number of extracting threads"));
  add(
    "remove",
    "移除报告及只有它说过的内容",
    "remove reports and what only they said",
    "zhengtu remove 金坛区2023年政府工作报告",
    actions.remove,
  ).argument("<report...>", say("报告编号、标题或文件名", "id, title or file name of a report"));
  add(
    "changes",
    "最近几次入库带来了什么变化",
    "what the last ingests changed",
    "zhengtu changes --limit 3",
    actions.changes,
  )
    .option("--limit <n>", say("最近几次（默认 1）", "how many of them (default 1)"))
    .option("--json", say("以 JSON 输出", "as JSON"));
  add("status", "报告、数量、存储概况", "reports, counts, store", "zhengtu status", actions.status);
  add(
    "rebuild",
    "由保存的事实重建图库",
    "make the graph anew from the kept facts",
    "zhengtu rebuild",
    actions.rebuild,
  );
}

function addFacts(add: Add, say: Say, actions: Actions): void {
  add(
    "facts",
    "把一份报告的事实输出为 JSON（不用存储）",
    "print the facts of a report as JSON (no store)",
    "zhengtu facts report.pdf > facts.json",
    actions.facts,
  )
    .argument("<file>")
    .option(
      "--full",
      say("连同置信度、全文、段落、审计一并输出", "with confidence, text, passages and audit"),
    );
  add(
    "explain",
    "逐段说明：原文 → 规则 → 事实",
    "passage by passage: text → rule → fact",
    "zhengtu explain report.txt --find 两湖",
    actions.explain,
  )
    .argument("<file>")
    .option("--find <text>", say("只看含有这些字的段落", "only passages that contain this"));
}

function addGraph(add: Add, say: Say, actions: Actions): void {
  add(
    "aliases",
    "可能是同一个的名称，以及你的判定",
    "what may be one and the same, and your decisions",
    "zhengtu aliases same 星海科技 星海科技股份有限公司 --reason 官网全称",
    actions.aliases,
  )
    .argument(
      "[decision]",
      say(
        "same、different、unsure 或 undo；不写则列出建议",
        "same, different, unsure or undo; without it, suggestions",
      ),
    )
    .argument("[a]", say("名称或编号", "name or id"))
    .argument("[b]", say("名称或编号", "name or id"))
    .option("--reason <text>", say("判定的理由", "why"))
    .option("--decided", say("列出已有的判定", "list the decisions made"))
    .option("--limit <n>", say("最多几条建议", "most suggestions"));
  add(
    "query",
    "运行已存的问题或 .cypher 文件（只读）",
    "run a saved question or a .cypher file (read only)",
    "zhengtu query search --param q=两湖",
    actions.query,
  )
    .argument("[name|file]", say("不写则列出全部问题", "without it, all questions are listed"))
    .option("--param <k=v...>", say("参数，可重复", "a parameter, repeatable"))
    .option("--limit <n>", say("最多行数", "most rows"))
    .option("--json", say("输出 JSON", "as JSON"))
    .option("--csv", say("输出 CSV", "as CSV"));
  add(
    "export",
    "导出整张图",
    "export the whole graph",
    "zhengtu export --format gexf --out graph.gexf",
    actions.export,
  )
    .addOption(
      new Option("--format <format>", say("格式", "format")).choices(["json", "gexf", "csv"]).default("json"),
    )
    .option(
      "--out <path>",
      say("写到文件（csv 为目录），不写则输出到屏幕", "file to write (csv: a folder), else standard output"),
    );
}

function addViewer(add: Add, say: Say, actions: Actions): void {
  const server = (command: Command) =>
    command
      .option("--port <n>", say("端口，被占用则用下一个", "port; if taken, the next free one"), "7420")
      .option("--host <host>", say("监听地址", "address to listen on"), "127.0.0.1")
      .option("--open", say("在浏览器中打开", "open it in the browser"));
  server(
    add("serve", "启动浏览器界面", "serve the viewer", "zhengtu serve --port 8080 --open", actions.serve),
  );
  server(
    add(
      "start",
      "读入样例（或给出的报告）并启动界面",
      "read the samples (or these reports), then serve the viewer",
      "npm start -- reports/",
      actions.start,
    ),
  ).argument("[file|dir...]");
}
