/** Where the scene hangs in the page, and the card beside the node under the pointer. */
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ENTITY_TYPES } from "../../../ingest/ontology.ts";
import type { NodeCard, ReportCard } from "../../server/api.ts";
import { paintAhead } from "../canvas/ahead.ts";
import { type Place, walk } from "../canvas/keys.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import type { Scene } from "../canvas/scene.ts";
import { look, onHover, scene, setReports, setWords, showPicture } from "../canvas/stage.ts";
import { choose, hide, open } from "../state.ts";
import { act, current, subscribe } from "../store.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

export function CanvasPlace({ picture, reports }: { picture: Picture | null; reports: ReportCard[] }) {
  const { say, lang } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const ground = useComputedColorScheme("light");
  const [hover, setHover] = useState<{ node: NodeCard; x: number; y: number } | null>(null);
  useEffect(() => {
    if (place.current) scene()?.attach(place.current);
    const [first, then] = [subscribe(paintAhead), subscribe(look)];
    return () => {
      first();
      then();
    };
  }, []);
  useEffect(() => setReports(reports), [reports]);
  useEffect(() => setWords(ground, lang), [ground, lang]);
  useEffect(() => {
    if (!picture) return;
    onHover((id, at) => {
      const node = id ? picture.nodes.get(id) : undefined;
      setHover(node && at ? { node, ...at } : null);
    });
    showPicture(picture);
  }, [picture]);
  return (
    <div
      ref={place}
      className="canvas"
      role="application"
      aria-label={`${say("canvasLabel")}. ${say("canvasKeys")}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is walked by keys
      tabIndex={0}
      onKeyDown={onKey}
    >
      {!scene() && <p className="canvas-missing">{say("noWebgl")}</p>}
      {hover && <HoverCard {...hover} />}
    </div>
  );
}

function onKey(event: React.KeyboardEvent): void {
  const here = scene();
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = current().chosen;
  const run = keyAct(here, chosen, event.key);
  if (!run) return;
  event.preventDefault();
  run();
}

/** Arrows walk, Enter opens, H hides, Escape clears, + and − zoom, 0 shows all. */
function keyAct(here: Scene, chosen: string | null, key: string): (() => void) | null {
  if (key.startsWith("Arrow")) {
    const next = chosen && here.graph.hasNode(chosen) ? stepFrom(here, chosen, key) : firstOf(here);
    return next
      ? () => {
          act(choose(next));
          here.center(next);
        }
      : null;
  }
  if (key === "Enter" && chosen) return () => act(open(chosen));
  if ((key === "h" || key === "Delete") && chosen) return () => act(hide(chosen));
  if (key === "Escape") return () => act(choose(null));
  if (key === "+" || key === "=") return () => here.zoom(1.5);
  if (key === "-") return () => here.zoom(1 / 1.5);
  return key === "0" ? () => here.fit() : null;
}

/** A neighbour in that direction, else anything there. */
function stepFrom(here: Scene, chosen: string, key: string): string | null {
  const places = (ids: string[]): Place[] =>
    ids.flatMap((id) => {
      const at = here.sigma.getNodeDisplayData(id);
      return at && !at.hidden ? [{ id, ...here.sigma.framedGraphToViewport(at) }] : [];
    });
  const [from] = places([chosen]);
  if (!from) return firstOf(here);
  return walk(from, places(here.graph.neighbors(chosen)), key) ?? walk(from, places(here.graph.nodes()), key);
}

/** The best linked node that is drawn. */
function firstOf({ graph, sigma }: Scene): string | null {
  const drawn = graph.filterNodes((id) => sigma.getNodeDisplayData(id)?.hidden !== true);
  return drawn.sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1))[0] ?? null;
}

function HoverCard({ node, x, y }: { node: NodeCard; x: number; y: number }) {
  const { say, name } = useSpeech();
  return (
    <div className="hover-card" style={{ left: x, top: y }}>
      <strong>{visible(node.name.slice(0, 80))}</strong>
      <span>
        <TypeMark type={node.type} size={16} /> {name(ENTITY_TYPES[node.type])} ·{" "}
        {say("namedIn", { n: node.reports.length })}
      </span>
    </div>
  );
}
