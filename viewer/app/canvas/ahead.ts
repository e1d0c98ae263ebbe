/** Paints what the state asks for at once, and shows it when it is there: the panels may take their time. */
import { current } from "../store.ts";
import { arrange } from "./arrange.ts";
import { paint } from "./picture.ts";
import { showPicture } from "./stage.ts";

let asked: unknown = null;

/** To be told of every change of the state. What fails is told by the panels, which ask the same. */
export function paintAhead(): void {
  const { view, steps } = current();
  if (view !== "graph" || steps === asked) return;
  asked = steps;
  paint(steps).then(
    (picture) => {
      const now = current();
      if (now.view === "graph" && now.steps === steps) showPicture(arrange(picture, now.layout, steps));
    },
    () => {},
  );
}
