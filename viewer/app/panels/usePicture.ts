/** The picture that the state asks for: the overview on the start page, else the steps. */
import { useMemo } from "react";
import type { Overview } from "../../server/api.ts";
import { arrange, paintOverview } from "../canvas/arrange.ts";
import { type Picture, paint } from "../canvas/picture.ts";
import { usePart } from "../store.ts";
import { type Answer, useAnswer } from "./useAnswer.ts";

export function usePicture(overview: Overview | null): Answer<Picture> {
  const view = usePart((state) => state.view);
  const steps = usePart((state) => state.steps);
  const first = useMemo(() => (overview ? paintOverview(overview) : null), [overview]);
  const painted = useAnswer(view === "graph" ? JSON.stringify(steps) : null, () => paint(steps));
  const layout = usePart((state) => state.layout);
  const arranged = painted.value && arrange(painted.value, layout, steps);
  if (view === "graph") return { ...painted, value: arranged };
  return { value: first, error: null, waiting: false, retry: () => {} };
}
