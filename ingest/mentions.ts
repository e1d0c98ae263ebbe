/**
 * text → mentions: the names of things, by the trained tagger and by rules. Where no weights are at hand rules work alone.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadReportTagger, type ReportTagger } from "./model/rerank.ts";
import { WEIGHTS } from "./model/tagger.ts";
import { byRules } from "./rules/names/by-rules.ts";
import { fuse, likely } from "./rules/names/fuse.ts";
import { settle } from "./rules/names/settle.ts";
import type { Mention, Passage, Report } from "./types.ts";

let folder = WEIGHTS;
let loaded: { folder: string; tagger: ReportTagger | undefined } | undefined;

/** Takes the weights of a folder instead of those that ship; without a folder, those that ship. For measuring. */
export function takeWeights(other = WEIGHTS): void {
  folder = other;
}

/** The tagger of the weights at hand, loaded at the first call; undefined where the folder holds none. */
function taggerAtHand(): ReportTagger | undefined {
  if (loaded?.folder !== folder) {
    const there = existsSync(join(folder, "tagger.bin"));
    loaded = { folder, tagger: there ? loadReportTagger(folder) : undefined };
  }
  return loaded.tagger;
}

/** All names found in the text of one report, outer ones and one level inside, sorted by start. */
export function findMentions(text: string, _passages: Passage[], report: Report): Mention[] {
  const tagger = taggerAtHand();
  return tagger ? fuse(text, likely(text, tagger.readReport(text)), report) : settle(byRules(text, report));
}
