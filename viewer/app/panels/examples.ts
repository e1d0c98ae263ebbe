/** Questions about what is in the graph, to be asked by a click: saved ones with their fields filled from the overview. */
import type { NodeCard, Overview, ReportCard } from "../../server/api.ts";
import type { Word } from "../words.ts";

export interface Example {
  /** Name of the saved question. */
  question: string;
  word: Word;
  values: Record<string, string | number>;
  parameters: Record<string, string>;
}

const MOST = 3;

/** Up to three, of the districts that most reports are about. */
export function examplesOf({ districts, reports }: Overview): Example[] {
  const [first] = districts;
  if (!first) return [];
  const initiative = districts.flatMap(({ initiatives }) => initiatives.slice(0, 1))[0];
  return [
    ...(initiative ? [behind(initiative)] : []),
    ...districts.flatMap(({ node }) => changed(node, reports) ?? []).slice(0, 1),
    figures(first.node),
    agenda(first.node),
  ].slice(0, MOST);
}

const behind = ({ id, name }: NodeCard): Example => ({
  question: "behind-initiative",
  word: "exampleBehind",
  values: { name },
  parameters: { initiative: id },
});

/** Of a district whose reports are of two years or more: its last two. */
function changed({ name }: NodeCard, reports: readonly ReportCard[]): Example | null {
  const [before, after] = lastYears(name, reports);
  return before === undefined || after === undefined
    ? null
    : {
        question: "changed-between",
        word: "exampleChanged",
        values: { name, before, after },
        parameters: { district: name, before: String(before), after: String(after) },
      };
}

const figures = ({ id, name }: NodeCard): Example => ({
  question: "indicators-of-district",
  word: "exampleFigures",
  values: { name },
  parameters: { district: id },
});

const agenda = ({ id, name }: NodeCard): Example => ({
  question: "district-agenda",
  word: "exampleAgenda",
  values: { name },
  parameters: { district: id },
});

/** The last two years of a district's reports, the earlier first. */
export function lastYears(district: string, reports: readonly ReportCard[]): number[] {
  const years = reports.flatMap((report) =>
    report.district === district && report.year !== null ? [report.year] : [],
  );
  return [...new Set(years)].sort((a, b) => a - b).slice(-2);
}
