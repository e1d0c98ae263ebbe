/** Words on the canvas: how wide they are, and pictures of them, made once and drawn at every frame. */
export const FONT = `"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif`;

/** What is written upon the picture, in CSS pixels of the canvas. */
export interface Writing {
  text: string;
  left: number;
  middle: number;
  /** Font size in pixels. */
  size: number;
  bold: boolean;
  color: string;
}

export const HALO_WIDTH = 3.5;
const fontOf = (size: number, bold: boolean): string => `${bold ? "600 " : ""}${size}px ${FONT}`;

const MOST_WIDTHS = 50_000;
const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

export function widthOf(text: string, size: number, bold: boolean): number {
  const key = `${size}${bold ? "b" : ""}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > MOST_WIDTHS) widths.clear();
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return text.length * size;
  ruler.font = fontOf(size, bold);
  const { width } = ruler.measureText(text);
  widths.set(key, width);
  return width;
}

interface Stamp {
  canvas: HTMLCanvasElement;
  width: number;
  height: number;
}

const MOST_STAMPS = 1500;
const stamps = new Map<string, Stamp>();

/** Draws words with a halo; `ratio` is the canvas's pixels for one of CSS. */
export function stampWriting(
  context: CanvasRenderingContext2D,
  { text, left, middle, size, bold, color }: Writing,
  halo: string,
  ratio: number,
): void {
  const key = `${ratio} ${size}${bold ? "b" : ""}${color}${halo}${text}`;
  const stamp = stamps.get(key) ?? keep(key, made(text, size, bold, color, halo, ratio));
  draw(context, stamp, left - HALO_WIDTH, middle - stamp.height / 2, ratio);
}

/** Draws a disc's character, its middle at the place. */
export function stampMark(
  context: CanvasRenderingContext2D,
  { mark, x, y, size, ink }: { mark: string; x: number; y: number; size: number; ink: string },
  ratio: number,
): void {
  const key = `${ratio} ${size}m${ink}${mark}`;
  const stamp = stamps.get(key) ?? keep(key, made(mark, size, true, ink, null, ratio));
  draw(context, stamp, x - stamp.width / 2, y - stamp.height / 2, ratio);
}

/** On whole pixels of the canvas, else the strokes would blur. */
function draw(
  context: CanvasRenderingContext2D,
  { canvas, width, height }: Stamp,
  left: number,
  top: number,
  ratio: number,
): void {
  const [x, y] = [Math.round(left * ratio) / ratio, Math.round(top * ratio) / ratio];
  context.drawImage(canvas, x, y, width, height);
}

function keep(key: string, stamp: Stamp): Stamp {
  if (stamps.size > MOST_STAMPS) stamps.clear();
  stamps.set(key, stamp);
  return stamp;
}

function made(
  text: string,
  size: number,
  bold: boolean,
  color: string,
  halo: string | null,
  ratio: number,
): Stamp {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.ceil((widthOf(text, size, bold) + 2 * HALO_WIDTH) * ratio));
  canvas.height = Math.max(1, Math.ceil((size * 1.3 + 2 * HALO_WIDTH) * ratio));
  const stamp = { canvas, width: canvas.width / ratio, height: canvas.height / ratio };
  const context = canvas.getContext("2d");
  if (!context) return stamp;
  context.scale(ratio, ratio);
  context.font = fontOf(size, bold);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = HALO_WIDTH;
  context.fillStyle = color;
  const middle = stamp.height / 2 + 0.5;
  if (halo !== null) {
    context.strokeStyle = halo;
    context.strokeText(text, HALO_WIDTH, middle);
  }
  context.fillText(text, HALO_WIDTH, middle);
  return stamp;
}
