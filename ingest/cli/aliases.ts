/** `zhengtu aliases`: what may be one and the same, and the reader's decisions about it. */
import { isNode, records } from "../../cypher/cells.ts";
import { type Decision, type DecisionSide, readDecisions, recordDecision } from "../../cypher/decisions.ts";
import type { Store } from "../../cypher/store.ts";
import { suggest } from "../../cypher/suggest.ts";
import { ENTITY_TYPES, type EntityType } from "../ontology.ts";
import { printChanges } from "./changes.ts";
import type { Options } from "./commands.ts";
import { withStore } from "./store.ts";
import { asTable } from "./table.ts";
import { plain, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

const DECISIONS: readonly string[] = ["same", "different", "unsure", "undo"];

/** Without words: suggestions. `same A B`, `different A B`, `unsure A B`, `undo A B`: a decision, applied at once. */
export async function aliases(words: string[], options: Options, terminal: Terminal): Promise<number> {
  const [decision, a, b, ...others] = words;
  const { say } = terminal;
  return withStore(options, terminal, async (store) => {
    if (!decision) return options.decided ? listDecisions(store, terminal) : list(store, options, terminal);
    if (!DECISIONS.includes(decision) || !a || !b || others.length)
      throw new UsageError(
        say(
          "写法：zhengtu aliases same|different|unsure|undo 甲 乙",
          "Write: zhengtu aliases same|different|unsure|undo A B",
        ),
      );
    const reason = typeof options.reason === "string" ? options.reason : "";
    const sides =
      decision === "undo"
        ? decided(store, a, b, terminal)
        : { a: await sideOf(a, store, terminal), b: await sideOf(b, store, terminal) };
    recordDecision(store.decisions, { decision: decision as Decision["decision"], ...sides, reason });
    printChanges(await store.decide(), terminal);
    return 0;
  });
}

async function list(store: Store, options: Options, { say, print, note, lang }: Terminal): Promise<number> {
  const suggestions = await suggest(store, Number(options.limit) || 50);
  if (!suggestions.length) note(say("没有待定的同名。", "Nothing to decide."));
  const columns =
    lang === "en"
      ? ["type", "A", "B", "likeness", "reports", "why", "ids"]
      : ["类型", "甲", "乙", "相似", "报告", "理由", "编号"];
  const rows = suggestions.map(({ type, names, likeness, reports, why, unsure, a, b }) => [
    ENTITY_TYPES[type as EntityType]?.[lang] ?? type,
    ...names,
    likeness,
    reports.map(({ length }) => length).join("/"),
    why[lang] + (unsure ? say("（曾存疑）", " (left open before)") : ""),
    `${a} ${b}`,
  ]);
  if (rows.length) print(asTable(columns, rows));
  return 0;
}

function listDecisions(store: Store, { say, print, lang }: Terminal): number {
  const rows = readDecisions(store.decisions).map(({ decision, a, b, reason }) => [
    decision,
    a.name,
    b.name,
    reason,
  ]);
  print(`${say("决定记录在", "decisions are kept in")} ${store.decisions}`);
  print(asTable(lang === "en" ? ["decision", "A", "B", "reason"] : ["决定", "甲", "乙", "理由"], rows));
  return 0;
}

/** The two sides of the decision in force about these names. */
function decided(store: Store, a: string, b: string, { say }: Terminal): Pick<Decision, "a" | "b"> {
  const hit = readDecisions(store.decisions).find(
    (made) => (made.a.name === a && made.b.name === b) || (made.a.name === b && made.b.name === a),
  );
  if (hit) return { a: hit.a, b: hit.b };
  throw new UsageError(
    plain(
      say(
        `没有关于“${a}”和“${b}”的判定。zhengtu aliases --decided 列出全部。`,
        `No decision about “${a}” and “${b}”; zhengtu aliases --decided lists them.`,
      ),
    ),
  );
}

/** An entity by its id, or by its name where only one has it; after a merge both names are one entity. */
async function sideOf(word: string, store: Store, { say }: Terminal): Promise<DecisionSide> {
  const byId = records(await store.ask("nodes", { ids: [word] })).map(({ node }) => node);
  const named = byId.length
    ? byId
    : records(await store.ask("search", { q: word, limit: 50 })).map(({ node }) => node);
  const hits = named.filter(isNode).filter(({ id, properties }) => {
    const names = [properties.name, ...(Array.isArray(properties.aliases) ? properties.aliases : [])];
    return id === word || names.includes(word);
  });
  const [hit] = hits;
  if (!hit || hits.length > 1)
    throw new UsageError(
      plain(
        say(
          `“${word}”对应 ${hits.length} 个实体，请写编号（zhengtu query search --param q=…）。`,
          `“${word}” is ${hits.length} entities; give an id (zhengtu query search --param q=…).`,
        ),
      ),
    );
  const { name, type, scope } = hit.properties;
  return { name: hit.id === word ? String(name) : word, type: String(type), scope: String(scope) };
}
