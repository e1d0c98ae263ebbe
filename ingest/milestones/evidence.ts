/** The words that say the stage: the name and the nearest verb of the stage in its sentence. */
import type { Stage } from "../ontology.ts";
import type { Frame } from "../relations/frame.ts";
import { classes } from "../relations/words.ts";
import type { Evidence } from "../types.ts";
import type { Candidate } from "./features.ts";

const FAR = 60;

/** 【甲项目、乙项目竣工】 for 甲项目: from the name to the verb, whichever comes first. */
export function evidenceOf(frame: Frame, { sentence, name }: Candidate, stage: Stage): Evidence {
  const near = (frame.hits[sentence] ?? [])
    .filter((hit) => classes[hit.class] === stage && (hit.end <= name.start || hit.start >= name.end))
    .map((hit) => ({
      ...hit,
      distance: hit.end <= name.start ? name.start - hit.end : hit.start - name.list.end,
    }))
    .filter(({ distance }) => distance <= FAR)
    .sort((a, b) => a.distance - b.distance || a.start - b.start)[0];
  const start = Math.min(name.start, near?.start ?? name.start);
  const end = Math.max(name.end, near?.end ?? name.end);
  return {
    passage: frame.sentences[sentence]?.passage.index ?? 0,
    start,
    end,
    quote: frame.context.text.slice(start, end),
    rule: near ? `stage-scorer/${frame.context.text.slice(near.start, near.end)}` : "stage-scorer",
  };
}
