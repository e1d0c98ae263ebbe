/** `zhengtu status`, `remove` and `rebuild`: the reports that a store holds. */
import type { ReportSummary, Store } from "../../cypher/store.ts";
import { ENTITY_TYPES, entityTypes, REPORT_KINDS, type ReportKind } from "../ontology.ts";
import { printChanges } from "./changes.ts";
import type { Options } from "./commands.ts";
import { withStore } from "./store.ts";
import { asTable } from "./table.ts";
import { plain, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

export async function status(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  return withStore(options, terminal, async (store) => {
    const reports = await store.reports();
    terminal.print(`${terminal.say("存储", "store")} ${store.url}`);
    printReports(reports, terminal);
    printShare(reports, terminal);
    await printCounts(store, terminal);
    return 0;
  });
}

function printReports(reports: ReportSummary[], { say, print, lang }: Terminal): void {
  if (!reports.length) {
    print(say("还没有报告。用 zhengtu ingest 读入。", "No reports yet. Read some with zhengtu ingest."));
    return;
  }
  const columns =
    lang === "en" ? ["district", "year", "kind", "title", "id"] : ["地区", "年份", "类型", "标题", "编号"];
  const kind = (name: string) => REPORT_KINDS[name as ReportKind]?.[lang] ?? name;
  print(
    asTable(
      columns,
      reports.map((r) => [r.chain.at(-1) ?? r.district, r.year, kind(r.kind), r.title, r.id]),
    ),
  );
}

/** Every number and quoted name is claimed by a fact, ignored by a named rule, or unclaimed. */
function printShare(reports: ReportSummary[], { say, print }: Terminal): void {
  const sum = (of: "claimed" | "ignored" | "unclaimed") =>
    reports.reduce((all, { audit }) => all + audit[of], 0);
  const [claimed, ignored, unclaimed] = [sum("claimed"), sum("ignored"), sum("unclaimed")];
  const all = claimed + ignored + unclaimed;
  if (!all) return;
  const percent = (part: number) => `${((100 * part) / all).toFixed(1)} %`;
  print(
    say(
      `数字和引号名称 ${all}：用于事实 ${percent(claimed)}，按规则忽略 ${percent(ignored)}，未认领 ${percent(unclaimed)}`,
      `numbers and quoted names ${all}: claimed ${percent(claimed)}, ignored by rule ${percent(ignored)}, unclaimed ${percent(unclaimed)}`,
    ),
  );
}

async function printCounts(store: Store, { say, print, lang }: Terminal): Promise<void> {
  const { nodes, relationships } = await store.counts();
  const all = entityTypes.reduce((sum, type) => sum + (nodes[type] ?? 0), 0);
  const names = entityTypes
    .filter((type) => nodes[type])
    .map((type) => `${ENTITY_TYPES[type][lang]} ${nodes[type]}`);
  print(`${say("实体", "entities")} ${all}${say("：", ": ")}${names.join(say("，", ", "))}`);
  const facts = Object.entries(relationships).map(([type, count]) => `${type} ${count}`);
  print(`${say("关系", "relationships")}${say("：", ": ")}${facts.join(say("，", ", "))}`);
}

export async function remove(words: string[], options: Options, terminal: Terminal): Promise<number> {
  return withStore(options, terminal, async (store) => {
    const reports = await store.reports();
    const ids = words.map((word) => find(word, reports, terminal));
    printChanges(await store.remove([...new Set(ids)]), terminal);
    return 0;
  });
}

function find(word: string, reports: ReportSummary[], { say }: Terminal): string {
  const hits = reports.filter(({ id, title, file }) => id === word || title === word || file === word);
  const [hit] = hits;
  if (!hit)
    throw new UsageError(
      plain(
        say(
          `没有报告“${word}”。zhengtu status 列出全部。`,
          `No report “${word}”; zhengtu status lists them all.`,
        ),
      ),
    );
  if (hits.length > 1)
    throw new UsageError(
      plain(
        say(
          `“${word}”有 ${hits.length} 份：${hits.map(({ id }) => id).join("、")}。请写编号。`,
          `“${word}” is ${hits.length} reports: ${hits.map(({ id }) => id).join(", ")}. Give an id.`,
        ),
      ),
    );
  return hit.id;
}

export async function rebuild(_words: string[], options: Options, terminal: Terminal): Promise<number> {
  return withStore(options, terminal, async (store) => {
    printChanges(await store.rebuild(), terminal);
    return 0;
  });
}
