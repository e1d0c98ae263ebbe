/** The picture as it is on the canvas, as SVG: lines, discs with their characters, labels with their halo. Pure. */
import { markSize } from "../canvas/drawer.ts";
import type { Disc, Loop, Marks } from "../canvas/marks.ts";
import { bendOf, type Span } from "../canvas/shape.ts";
import { FONT, HALO_WIDTH, type Writing } from "../canvas/writing.ts";

export interface Line extends Span {
  /** Radius of the disc that the arrow points to. */
  reach: number;
  color: string;
  size: number;
}

export interface Drawing extends Marks {
  width: number;
  height: number;
  ground: string;
  lines: Line[];
}

export function toSvg({
  width,
  height,
  ground,
  lines,
  loops,
  discs,
  writings,
  markInk,
  halo,
}: Drawing): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${asText(FONT)}">`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    ...lines.map(line),
    ...loops.map(loop),
    ...discs.map((one) => disc(one, markInk)),
    ...writings.map((one) => writing(one, halo)),
    "</svg>",
  ].join("\n");
}

const loop = ({ x, y, radius, color, size }: Loop): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${color}" stroke-width="${size}"/>`;

function line({ from, to, reach, color, size, curvature }: Line): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 1) return "";
  const bend = bendOf({ from, to, curvature });
  const into = curvature === 0 ? { x: dx / length, y: dy / length } : unit(to.x - bend.x, to.y - bend.y);
  const tip = { x: to.x - into.x * reach, y: to.y - into.y * reach };
  const wing = 3 + size * 1.5;
  const back = { x: tip.x - into.x * wing * 1.8, y: tip.y - into.y * wing * 1.8 };
  const path = curvature === 0 ? `L${at(back)}` : `Q${at(bend)} ${at(back)}`;
  const head = [
    tip,
    { x: back.x - (into.y * wing) / 2, y: back.y + (into.x * wing) / 2 },
    { x: back.x + (into.y * wing) / 2, y: back.y - (into.x * wing) / 2 },
  ];
  return `<path d="M${at(from)} ${path}" fill="none" stroke="${color}" stroke-width="${size}"/><path d="M${head.map(at).join("L")}Z" fill="${color}"/>`;
}

const unit = (x: number, y: number): { x: number; y: number } => {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
};

function disc({ x, y, radius, color, border, mark }: Disc, ink: string): string {
  const circle = `<circle cx="${round(x)}" cy="${round(y)}" r="${round(Math.max(0.5, radius - 1))}" fill="${color}" stroke="${border}" stroke-width="2"/>`;
  if (mark === "") return circle;
  return `${circle}<text x="${round(x)}" y="${round(y)}" dy=".36em" text-anchor="middle" font-weight="600" font-size="${markSize(radius)}" fill="${ink}">${asText(mark)}</text>`;
}

const writing = ({ text, left, middle, size, bold, color }: Writing, halo: string): string =>
  `<text x="${round(left)}" y="${round(middle)}" dy=".36em" font-size="${size}"${bold ? ' font-weight="600"' : ""} fill="${color}" stroke="${halo}" stroke-width="${HALO_WIDTH}" stroke-linejoin="round" paint-order="stroke">${asText(text)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: { x: number; y: number }): string => `${round(x)} ${round(y)}`;

/** Names come from reports: nothing of them may become markup. */
export const asText = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
