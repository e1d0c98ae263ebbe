/** Gold files (gold/FORMAT.md): where they are, and what they hold. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";

const Named = z.object({
  name: z.string(),
  types: z.array(z.string()),
  aliases: z.array(z.string()).default([]),
});
const Relation = z.object({
  from: z.string(),
  type: z.string(),
  to: z.string(),
  basis: z.enum(["stated", "report"]),
});
const Observation = z.object({
  subject: z.string(),
  indicator: z.array(z.string()),
  value: z.number().nullable(),
  unit: z.string().nullish(),
  year: z.number().nullish(),
  kind: z.string(),
  text: z.string().nullish(),
});
const Milestone = z.object({ entity: z.string(), stage: z.string(), target: z.boolean() });

/** What scoring looks at, of gold files and of extracted facts alike. */
export const Scored = z.object({
  report: z.object({
    kind: z.string(),
    district: z.string(),
    reviewYears: z.array(z.number()).default([]),
    planYears: z.array(z.number()).default([]),
  }),
  entities: z.array(Named),
  relations: z.array(Relation),
  observations: z.array(Observation),
  milestones: z.array(Milestone),
});
export type Scored = z.infer<typeof Scored>;

export interface GoldReport {
  /** changzhou-2024-work-report, more/hefei-2024 */
  name: string;
  gold: Scored;
  /** The report file that was annotated. */
  report: string;
}

export const SHARED_GOLD = resolve(import.meta.dirname, "../../../shared/gold");
export const SAMPLE_GOLD = resolve(import.meta.dirname, "../../ingest/samples/gold");

/** The gold files of a folder and of its more/, by name; none where there is no such folder. */
export function goldReports(folder: string): GoldReport[] {
  const found = ["", "more"].flatMap((sub) => {
    const path = join(folder, sub);
    return existsSync(path) ? inFolder(folder, sub) : [];
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function inFolder(folder: string, sub: string): GoldReport[] {
  return readdirSync(join(folder, sub))
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const name = join(sub, basename(file, ".json"));
      const gold = Scored.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
      const report = reportOf(folder, name);
      return report ? [{ name, gold, report }] : [];
    });
}

/** shared/gold/more/x.json → shared/reports/more/x.txt; samples/gold/x.json → samples/x.md. */
function reportOf(folder: string, name: string): string | undefined {
  const places = [join(folder, "../reports", name), join(folder, "..", name), join(folder, name)];
  return places.flatMap((path) => [`${path}.txt`, `${path}.md`]).find(existsSync);
}
