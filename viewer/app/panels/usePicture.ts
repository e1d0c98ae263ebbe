/** The picture that the state asks for: the overview on the start page, else the steps. */
import { useMemo } from "react";
import type { Overview } from "../../server/api.ts";
import { arrange, type Picture, paint, paintOverview } from "../canvas/picture.ts";
import { usePart } from "../store.ts";
import { type Answer, useAnswer } from "./useAnswer.ts";

export function usePicture(overview: Overview | null): Answer<Picture> {
  const view = usePart((state) => state.view);
  const steps = usePart((state) => state.steps);
  const first = useMemo(() => (overview ? paintOverview(overview) : null), [overview]);
  const painted = useAnswer(view === "graph" ? JSON.stringify(steps) : null, () => paint(steps));
  const layout = usePart((state) => state.layout);
  const opened = steps[0];
  const center = opened && opened.do !== "add" ? opened.id : null;
  const arranged = useMemo(
    () => painted.value && arrange(painted.value, layout, center),
    [painted.value, layout, center],
  );
  if (view === "graph") return { ...painted, value: arranged };
  return { value: first, error: null, waiting: false, retry: () => {} };
}
