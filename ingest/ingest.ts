/**
 * The pipeline, one screen; the only file that knows the order.
 * report file ─read→ text ─passages→ passages ─mentions→ mentions ─resolve→ entities, relations, observations, milestones
 */
import { audit } from "./audit.ts";
import { resolve } from "./entities.ts";
import { findMentions } from "./mentions.ts";
import { findMilestones } from "./milestones.ts";
import { findObservations } from "./observations.ts";
import { splitPassages } from "./passages.ts";
import { readFile } from "./read/read.ts";
import { findRelations } from "./relations.ts";
import { describeReport, looksLikeReport } from "./report.ts";
import type { Facts, Report, Source } from "./types.ts";

/** Changes whenever the same file would give other facts. */
export const EXTRACTOR = "2";

/** The facts of a file on disk. Throws ReadError (read/errors.ts) with one clear line when it cannot be read. */
export async function ingestFile(path: string): Promise<Facts> {
  return extract(await readFile(path));
}

/** The facts of a text whose layout is undone. Pure: no clock, no network, nothing of other reports. */
export function extract(source: Source): Facts {
  const { text } = source;
  const passages = splitPassages(text);
  const report = describeReport(source, passages);
  if (!looksLikeReport(source, passages)) return nothing(source, report);
  const found = findMentions(text, passages, report);
  const { entities, mentions } = resolve(text, passages, report, found);
  const context = { text, passages, report, entities, mentions };
  const observations = findObservations(context);
  const relations = findRelations(context);
  const milestones = findMilestones(context);
  return {
    report,
    entities,
    relations,
    observations,
    milestones,
    audit: audit(context, observations, milestones),
    passages,
    mentions,
    text,
    warnings: source.warnings,
    extractor: EXTRACTOR,
  };
}

const NOT_A_REPORT =
  "不像报告正文（可能是导航页），没有抽取事实；请检查文件内容。(does not read like a report: no facts taken.)";

function nothing(source: Source, report: Report): Facts {
  const none = {
    entities: [],
    relations: [],
    observations: [],
    milestones: [],
    audit: [],
    passages: [],
    mentions: [],
  };
  const warnings = [...source.warnings, NOT_A_REPORT];
  return { report, ...none, text: source.text, warnings, notAReport: true, extractor: EXTRACTOR };
}
