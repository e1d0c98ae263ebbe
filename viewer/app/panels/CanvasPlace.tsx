/** Where the scene hangs in the page, and the card beside the node under the pointer. */
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ENTITY_TYPES } from "../../../ingest/ontology.ts";
import type { NodeCard, ReportCard } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import type { Picture } from "../canvas/picture.ts";
import { look, onHover, scene, setReports, setWords, showPicture } from "../canvas/stage.ts";
import { subscribe } from "../store.ts";
import { useSpeech } from "../words.ts";
import { TypeMark } from "./TypeMark.tsx";

export function CanvasPlace({ picture, reports }: { picture: Picture | null; reports: ReportCard[] }) {
  const { say, lang } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const ground = useComputedColorScheme("light");
  const [hover, setHover] = useState<{ node: NodeCard; x: number; y: number } | null>(null);
  useEffect(() => {
    if (place.current) scene()?.attach(place.current);
    return subscribe(look);
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
    <div ref={place} className="canvas" role="application" aria-label={say("canvasLabel")}>
      {!scene() && <p className="canvas-missing">{say("noWebgl")}</p>}
      {hover && <HoverCard {...hover} />}
    </div>
  );
}

function HoverCard({ node, x, y }: { node: NodeCard; x: number; y: number }) {
  const { say, name } = useSpeech();
  return (
    <div className="hover-card" style={{ left: x, top: y }}>
      <strong>{visible(node.name.slice(0, 80))}</strong>
      <span>
        <TypeMark type={node.type} size={16} /> {name(ENTITY_TYPES[node.type])} ·{" "}
        {say("inReports", { n: node.reports.length })}
      </span>
    </div>
  );
}
