/** Draws a box over the canvas (Shift and drag, or after its tool was chosen) and selects what lies inside. */
import { useEffect, useRef, useState } from "react";
import { pick, scene } from "../canvas/stage.ts";

interface Corner {
  x: number;
  y: number;
}

export function BoxSelect({ active, onDone }: { active: boolean; onDone: () => void }) {
  const [shift, setShift] = useState(false);
  const [box, setBox] = useState<{ from: Corner; to: Corner } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: KeyboardEvent): void =>
      setShift(event.type === "keydown" && event.key === "Shift");
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
  if (!active && !shift && !box) return null;
  const corner = (event: React.PointerEvent): Corner => {
    const { left, top } = (place.current as HTMLDivElement).getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return (
    <div
      ref={place}
      className="box-select"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setBox({ from: corner(event), to: corner(event) });
      }}
      onPointerMove={(event) => box && setBox({ ...box, to: corner(event) })}
      onPointerUp={() => {
        if (box) pick(inside(box.from, box.to));
        setBox(null);
        onDone();
      }}
    >
      {box && (
        <span
          style={{
            left: Math.min(box.from.x, box.to.x),
            top: Math.min(box.from.y, box.to.y),
            width: Math.abs(box.from.x - box.to.x),
            height: Math.abs(box.from.y - box.to.y),
          }}
        />
      )}
    </div>
  );
}

function inside(a: Corner, b: Corner): string[] {
  const here = scene();
  if (!here) return [];
  const ids: string[] = [];
  here.graph.forEachNode((id) => {
    const at = here.sigma.getNodeDisplayData(id);
    if (!at || at.hidden) return;
    const { x, y } = here.sigma.framedGraphToViewport(at);
    if (
      x >= Math.min(a.x, b.x) &&
      x <= Math.max(a.x, b.x) &&
      y >= Math.min(a.y, b.y) &&
      y <= Math.max(a.y, b.y)
    )
      ids.push(id);
  });
  return ids;
}
