/** An entity's facts as plain text, for pasting elsewhere. Pure. */
import { BOUNDS, ENTITY_TYPES, OBSERVATION_KINDS, RELATION_TYPES, STAGES } from "../../../ingest/ontology.ts";
import type { EntityFacts, ReportCard } from "../../server/api.ts";
import { amountOf } from "./Figures.tsx";

export function factText(facts: EntityFacts, reports: readonly ReportCard[], lang: "zh" | "en"): string {
  const titles = new Map(reports.map((report) => [report.id, report.title]));
  const source = (evidence: { report: string }[]): string => {
    const named = [...new Set(evidence.map(({ report }) => titles.get(report) ?? report))];
    return named.length === 0 ? "" : `（${named.join("；")}）`;
  };
  const { node, relations, observations, milestones } = facts;
  const aliases = node.aliases.length > 0 ? `（${node.aliases.join("、")}）` : "";
  return [
    `${node.name}${aliases}  ${ENTITY_TYPES[node.type][lang]}`,
    ...milestones.map(({ year, stage, target, evidence }) =>
      [year, STAGES[stage][lang], target ? OBSERVATION_KINDS.target[lang] : "", source(evidence)]
        .filter(Boolean)
        .join(" "),
    ),
    ...relations.map(({ relation, direction, other, year, evidence }) => {
      const word = RELATION_TYPES[relation][lang];
      const words = direction === "out" ? [node.name, word, other.name] : [other.name, word, node.name];
      return [...words, year ?? "", source(evidence)].filter(Boolean).join(" ");
    }),
    ...observations.map((fact) => {
      const amount = fact.value === null ? (fact.text ?? "") : amountOf(fact, lang);
      const bound = fact.bound === "exact" || fact.value === null ? "" : BOUNDS[fact.bound][lang];
      return [
        fact.year,
        fact.indicator,
        amount,
        bound,
        OBSERVATION_KINDS[fact.kind][lang],
        source(fact.evidence),
      ]
        .filter(Boolean)
        .join(" ");
    }),
  ].join("\n");
}
