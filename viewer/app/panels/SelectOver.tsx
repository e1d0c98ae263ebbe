/** Draws a box (Shift and drag, or its tool) or a lasso over the canvas and selects what lies inside. */
import { useEffect, useState } from "react";
import { pick, scene } from "../canvas/stage.ts";
import { cornersOf, type Spot, within } from "./within.ts";

export type Shape = "box" | "lasso";

export function SelectOver({ shape, onDone }: { shape: Shape | null; onDone: () => void }) {
  const shift = useShift();
  const [drawn, setDrawn] = useState<Spot[]>([]);
  if (!shape && !shift && drawn.length === 0) return null;
  const line = (to: Spot): Spot[] =>
    shape === "lasso" ? [...drawn, to] : drawn[0] ? cornersOf(drawn[0], to) : [];
  return (
    <div
      className="box-select"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn([spotOf(event)]);
      }}
      onPointerMove={(event) => drawn.length > 0 && setDrawn(line(spotOf(event)))}
      onPointerUp={(event) => {
        if (drawn.length > 0) pick(nodesWithin(line(spotOf(event))));
        setDrawn([]);
        onDone();
      }}
      onPointerCancel={() => setDrawn([])}
    >
      {drawn.length > 1 && (
        <svg aria-hidden="true">
          <polygon points={drawn.map(({ x, y }) => `${x},${y}`).join(" ")} />
        </svg>
      )}
    </div>
  );
}

function spotOf({ currentTarget, clientX, clientY }: React.PointerEvent): Spot {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** True while Shift is held. */
function useShift(): boolean {
  const [shift, setShift] = useState(false);
  useEffect(() => {
    const follow = (event: KeyboardEvent): void =>
      setShift(event.type === "keydown" && event.key === "Shift" && !isField(event.target));
    const leave = (): void => setShift(false);
    window.addEventListener("keydown", follow);
    window.addEventListener("keyup", follow);
    window.addEventListener("blur", leave);
    return () => {
      window.removeEventListener("keydown", follow);
      window.removeEventListener("keyup", follow);
      window.removeEventListener("blur", leave);
    };
  }, []);
  return shift;
}

/** Where Shift belongs to what is written. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, [contenteditable]");

function nodesWithin(line: readonly Spot[]): string[] {
  const here = scene();
  if (!here) return [];
  return here.graph.filterNodes((id) => {
    const at = here.sigma.getNodeDisplayData(id);
    return at !== undefined && !at.hidden && within(here.sigma.framedGraphToViewport(at), line);
  });
}
