/** What an ingest did, in a few lines: the change report; and `zhengtu changes`, the last ones again. */
import type { ChangedReport, ChangeReport, Changes } from "../../cypher/changes.ts";
import type { Options } from "./commands.ts";
import { withStore } from "./store.ts";
import { plain, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

const SHOWN = 10;

export async function changes(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  const { say, print } = terminal;
  const limit = Number(options.limit ?? 1);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(say("--limit 应为正整数。", "--limit takes a whole number above zero."));
  return withStore(options, terminal, async (store) => {
    const last = await store.changes(limit);
    if (options.json) print(JSON.stringify(last, null, 1));
    else if (last.length === 0) print(say("还没有入库记录。", "Nothing has been ingested yet."));
    else
      for (const one of last) {
        print(`${one.id}`);
        printChanges(one, terminal);
        for (const { text, gone } of one.entities.added.first.slice(0, SHOWN))
          print(plain(`  + ${text}${gone ? say("（现已不在图中）", " (no longer in the graph)") : ""}`));
      }
    return 0;
  });
}

export function printChanges(changes: ChangeReport, terminal: Terminal): void {
  const { say, print } = terminal;
  const { reports, entities, facts, conflicts } = changes;
  if (changes.dryRun) print(say("（试运行，未写入）", "(dry run, nothing written)"));
  const list = (zh: string, en: string, some: ChangedReport[]) => {
    if (!some.length) return;
    print(`${say(zh, en)} ${some.length}`);
    for (const { title, file } of some.slice(0, SHOWN)) print(plain(`  ${title}（${file}）`));
    if (some.length > SHOWN) print("  …");
  };
  list("新增报告", "reports added", reports.added);
  list("替换报告", "reports replaced", reports.replaced);
  list("移除报告", "reports removed", reports.removed);
  list("没有变化", "unchanged", reports.unchanged);
  list(
    "同一地区、类型、年份已有另一文本，未写入；用 --replace 替换或 --keep-both 并存",
    "another text of the same district, kind and year is there, not written; use --replace or --keep-both",
    reports.pending,
  );
  const row = (zh: string, en: string, counts: [string, string, Changes][]) => {
    const words = counts.map(([z, e, { count }]) => `${say(z, e)} ${count}`);
    print(`${say(zh, en)}${say("：", ": ")}${words.join(say("，", ", "))}`);
  };
  row("实体", "entities", [
    ["新增", "added", entities.added],
    ["改变", "changed", entities.changed],
    ["撤回", "withdrawn", entities.withdrawn],
  ]);
  row("事实", "facts", [
    ["新增", "added", facts.added],
    ["改变", "changed", facts.changed],
    ["又获证实", "confirmed by one more report", facts.confirmed],
    ["撤回", "withdrawn", facts.withdrawn],
  ]);
  if (conflicts.count)
    print(say(`数值不一致 ${conflicts.count}：`, `values in conflict ${conflicts.count}:`));
  for (const { subject, indicator, year, values } of conflicts.first.slice(0, SHOWN))
    print(plain(`  ${subject} ${year} ${indicator}：${values.join(" / ")}`));
}
