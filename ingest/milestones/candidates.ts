/** Mentions of things that milestones are said of, and whether what is said there is a plan (`target`). */
import { MILESTONE_TYPES } from "../ontology.ts";
import type { Frame } from "../relations/frame.ts";
import { typeOf } from "../relations/frame.ts";
import type { Sentence } from "../relations/sentences.ts";
import { ITS_TASKS, MADE_USE_OF } from "../rules/stages.ts";
import type { Candidate } from "./features.ts";

const MOST_IN_SENTENCE = 60;

export function stageCandidates(frame: Frame): Candidate[] {
  return frame.sentences.flatMap((place, sentence) =>
    place.names
      .filter(({ entity }) => MILESTONE_TYPES.includes(typeOf(frame.context.entities[entity])))
      .filter(({ end, list }) => isSaidOf(frame.context.text, list.start, end))
      .slice(0, MOST_IN_SENTENCE)
      .map((name): Candidate => ({ entity: name.entity, sentence, name, target: isTarget(frame, place) })),
  );
}

const REACH = 14;

/** Not 依托【某平台】建设, nor 【某规划】目标任务完成. */
const isSaidOf = (text: string, start: number, end: number): boolean =>
  !MADE_USE_OF.test(text.slice(Math.max(0, start - 2), start)) &&
  !ITS_TASKS.test(text.slice(end, end + REACH));

const HOPE = /力争|确保|计划|拟|预计|年内|今年|明年|将|争取|到20\d\d年/u;
const DONE = /已|去年|累计|顺利|成功|完成|建成/u;

/** By the section; where that says nothing, by the words of the sentence, else by the last section that said something. */
function isTarget(frame: Frame, { passage, start, end }: Sentence): boolean {
  const words = frame.context.text.slice(start, Math.min(end, start + 300));
  if (passage.section === "review") return false;
  if (passage.section === "plan") return true;
  return HOPE.test(words) && !DONE.test(words);
}
