/** Drafts → observations. */
import { officialName } from "../lexicon/indicators.ts";
import type { Context, Observation, Passage, Range } from "../types.ts";
import type { Draft } from "./draft.ts";
import { stripFluff } from "./phrase.ts";
import { shift } from "./reading.ts";
import type { Subject } from "./subject.ts";
import { tidy } from "./tidy.ts";
import type { When } from "./when.ts";

/** Where a draft was found. */
export interface Found {
  passage: Passage;
  /** Of the sentence. */
  offset: number;
  when: When;
  subject: Subject | null;
}

/** 净增高新技术企业 is 高新技术企业净增. Names that the statistical system knows get their official name beside the report's own: 社零总额, 社会消费品零售总额. */
export function withOfficial(names: readonly string[]): string[] {
  const official = names.map(officialName).find((name) => name !== null) ?? null;
  const [first = ""] = names;
  if (/^净增./u.test(first)) return [`${first.slice(2)}净增`, ...names.slice(0, 3)];
  return official === null || names.includes(official) ? [...names] : [...names.slice(0, 3), official];
}

/** The observation of a draft, with its evidence. */
export function observe(context: Context, draft: Draft, found: Found): Observation {
  const range = shift(draft, found.offset);
  const observation: Observation = {
    subject: found.subject?.name ?? context.report.district,
    indicator: withOfficial(tidy(withoutSubject(context, draft, found, range), draft.unit)),
    value: draft.value,
    unit: draft.unit,
    year: draft.year ?? found.when.year,
    kind: draft.year === undefined ? found.when.kind : "actual",
    bound: draft.bound,
    measure: draft.measure,
    evidence: [
      {
        passage: found.passage.index,
        ...range,
        quote: context.text.slice(range.start, range.end),
        rule: draft.rule,
      },
    ],
  };
  if (draft.text !== undefined) observation.text = draft.text;
  return observation;
}

/** 星海新区地区生产总值 → 地区生产总值 first, where the subject is 星海新区. */
function withoutSubject(context: Context, draft: Draft, found: Found, range: Range): string[] {
  const { subject } = found;
  const [first] = draft.names;
  if (!subject || first === undefined || subject.end <= range.start || subject.end >= range.end)
    return draft.names;
  const said = context.text.slice(range.start, subject.end);
  const name = stripFluff(said);
  const rest = first.startsWith(name) ? stripFluff(first.slice(name.length)) : "";
  return rest.length > 1 ? [rest, ...draft.names].slice(0, 4) : draft.names;
}
