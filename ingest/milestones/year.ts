/** The year of a milestone: said beside it (2023年建成), else that of the section. */
import type { Frame } from "../relations/frame.ts";
import type { Candidate } from "./features.ts";

const REACH = 30;

export function yearOf(frame: Frame, { sentence, name, target }: Candidate): number {
  const { reviewYears, planYears, date } = frame.context.report;
  const place = frame.sentences[sentence];
  const beside = frame.context.text.slice(
    Math.max(place?.start ?? 0, name.list.start - REACH),
    Math.min(place?.end ?? 0, name.list.end + REACH),
  );
  const said = [...beside.matchAll(/(20\d\d)年(?!来|度?规划|第)/gu)].map(([, year]) => Number(year));
  const last = reviewYears.at(-1);
  const wanted = target ? said.find((year) => last === undefined || year > last) : said.at(-1);
  if (wanted !== undefined) return wanted;
  const next = planYears[0] ?? (last === undefined ? undefined : last + 1);
  const before = last ?? (next === undefined ? undefined : next - 1);
  return (target ? next : before) ?? Number((date ?? "").slice(0, 4));
}
