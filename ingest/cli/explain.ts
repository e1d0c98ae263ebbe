/** `zhengtu explain FILE`: text → rule → fact, passage by passage. */
import type { Evidence, Facts } from "../types.ts";
import { plain, type Terminal } from "./terminal.ts";

interface Line {
  evidence: Evidence;
  what: string;
}

/** Prints each passage (only those that contain `find`, where given) and under it the facts that it says. */
export function explain(facts: Facts, find: string | undefined, terminal: Terminal): void {
  const byPassage = new Map<number, Line[]>();
  for (const line of linesOf(facts)) {
    const list = byPassage.get(line.evidence.passage) ?? [];
    list.push(line);
    byPassage.set(line.evidence.passage, list);
  }
  let shown = 0;
  for (const passage of facts.passages) {
    const text = facts.text.slice(passage.start, passage.end);
    if (find && !text.includes(find)) continue;
    shown++;
    terminal.print(`\n§${passage.index} [${passage.section}] ${plain(text)}`);
    const lines = (byPassage.get(passage.index) ?? []).sort((a, b) => a.evidence.start - b.evidence.start);
    for (const { evidence, what } of lines)
      terminal.print(
        `    ${evidence.start}–${evidence.end} ${plain(evidence.quote)} → ${evidence.rule} → ${what}`,
      );
    for (const item of facts.audit)
      if (item.passage === passage.index && item.status !== "claimed")
        terminal.print(
          `    ${item.start}–${item.end} ${plain(facts.text.slice(item.start, item.end))} → ${item.rule ?? "?"} → ${item.status}`,
        );
  }
  if (!shown)
    terminal.note(
      terminal.say(`全文没有“${plain(find ?? "")}”。`, `The text does not contain “${plain(find ?? "")}”.`),
    );
}

function linesOf(facts: Facts): Line[] {
  const lines: Line[] = [];
  const add = (list: Evidence[], what: string) => {
    for (const evidence of list) lines.push({ evidence, what: plain(what) });
  };
  for (const entity of facts.entities)
    add(entity.evidence, `${entity.types[0]} ${entity.name} (${entity.confidence.toFixed(2)})`);
  for (const { from, type, to, year, basis, evidence } of facts.relations)
    add(evidence, `${from} -${type}${year ? ` ${year}` : ""}→ ${to} [${basis}]`);
  for (const fact of facts.observations)
    add(
      fact.evidence,
      `${fact.subject} · ${fact.indicator[0]} = ${fact.value ?? fact.text}${fact.unit ?? ""} ${fact.year} ${fact.kind} ${fact.bound} ${fact.measure}`,
    );
  for (const fact of facts.milestones)
    add(fact.evidence, `${fact.entity} · ${fact.stage} ${fact.year}${fact.target ? " target" : ""}`);
  return lines;
}
