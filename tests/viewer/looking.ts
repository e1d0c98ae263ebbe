/** Looking at the canvas from a test: where things are drawn, and in which colour. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Scene } from "../../viewer/app/canvas/scene.ts";

type PageWindow = Window & { zhengtu?: Scene };

export interface Spot {
  x: number;
  y: number;
}

/** Waits until the picture is there and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  let before = "";
  for (let quiet = 0, tries = 0; quiet < 3; tries++) {
    if (tries > 300) throw new Error(`the page does not come to rest: ${before}`);
    await page.waitForTimeout(60);
    const order = await page.evaluate(() => (window as PageWindow).zhengtu?.graph.order ?? 0);
    if (order === 0) continue;
    const now = JSON.stringify([
      await drawn(page),
      await page.locator(".canvas-waiting, .mantine-Loader-root").count(),
    ]);
    quiet = now === before && now.endsWith(",0]") ? quiet + 1 : 0;
    before = now;
  }
}

/** What is drawn inside the canvas: name → place in the window, in whole pixels. */
export function drawn(page: Page): Promise<Record<string, Spot>> {
  return page.evaluate(() => {
    const scene = (window as PageWindow).zhengtu;
    if (!scene) return {};
    const box = scene.sigma.getContainer().getBoundingClientRect();
    const places: Record<string, Spot> = {};
    scene.graph.forEachNode((id, { name }) => {
      const at = scene.sigma.getNodeDisplayData(id);
      if (!at || at.hidden) return;
      const { x, y } = scene.sigma.framedGraphToViewport(at);
      if (x < 0 || y < 0 || x > box.width || y > box.height) return;
      places[name.slice(0, 60)] = { x: Math.round(box.left + x), y: Math.round(box.top + y) };
    });
    return places;
  });
}

export const drawnNames = async (page: Page): Promise<string[]> => Object.keys(await drawn(page)).sort();

export async function placeOf(page: Page, name: string): Promise<Spot> {
  const place = (await drawn(page))[name];
  if (!place) throw new Error(`${name} is not drawn`);
  return place;
}

/** The three commonest colours of the screen in a square around a place, as #rrggbb. */
export async function colorsAt(page: Page, { x, y }: Spot, half: number): Promise<string[]> {
  const clip = { x: Math.round(x - half), y: Math.round(y - half), width: half * 2, height: half * 2 };
  const picture = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < bytes.length; at += 4) {
      const color = `#${[...bytes.slice(at, at + 3)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([color]) => color);
  }, picture);
}

export interface Written {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Runs in the page before all else: keeps what was last written on the canvas of labels, as a reader sees it. Words are drawn
 * once, each on a canvas of its own, which is then put upon that of labels at every frame.
 */
export function recordWriting(): void {
  const kept: Written[] = [];
  Object.assign(window, { written: kept });
  const stamps = new WeakMap<object, { text: string; width: number; height: number }>();
  const { fillText, clearRect, drawImage } = CanvasRenderingContext2D.prototype;
  const isLabels = ({ canvas }: CanvasRenderingContext2D): boolean =>
    canvas instanceof HTMLCanvasElement && canvas.classList.contains("sigma-labels");
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (isLabels(this)) kept.length = 0;
    clearRect.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    const height = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "0");
    stamps.set(this.canvas, { text, width: this.measureText(text).width, height });
    fillText.call(this, text, x, y, ...rest);
  };
  CanvasRenderingContext2D.prototype.drawImage = function (...given: unknown[]) {
    const [image, x = 0, y = 0, wide = 0, high = 0] = given as [object, number, number, number, number];
    const stamp = isLabels(this) ? stamps.get(image) : undefined;
    if (stamp) {
      const { text, width, height } = stamp;
      const [left, top] = [x + (wide - width) / 2, y + (high - height) / 2];
      kept.push({ text, left, right: left + width, top, bottom: top + height });
    }
    (drawImage as (...args: unknown[]) => void).apply(this, given);
  };
}

/** What is written on the canvas at this moment: the characters in the discs, names, names of relations. */
export const writing = (page: Page): Promise<Written[]> =>
  page.evaluate(() => [...((window as Window & { written?: Written[] }).written ?? [])]);

/** Names only: a disc holds one character. */
export const labels = async (page: Page): Promise<Written[]> =>
  (await writing(page)).filter(({ text }) => text.length > 1);

/** Pairs of labels of which one covers a part of the other. */
export function overlaps(written: readonly Written[]): string[] {
  const pairs: string[] = [];
  for (const [index, a] of written.entries())
    for (const b of written.slice(index + 1))
      if (
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
      )
        pairs.push(`${a.text} / ${b.text}`);
  return pairs;
}

/** A node's radius on the screen, and its place in the graph's own coordinates. */
export function disc(page: Page, id: string): Promise<{ radius: number; x: number; y: number } | null> {
  return page.evaluate((node) => {
    const scene = (window as PageWindow).zhengtu;
    const look = scene?.sigma.getNodeDisplayData(node);
    if (!scene || !look || !scene.graph.hasNode(node)) return null;
    const { x, y } = scene.graph.getNodeAttributes(node);
    return { radius: scene.sigma.scaleSize(look.size), x, y };
  }, id);
}

/** Like expect.poll, with patience for busy machines. */
export const eventually = <T>(probe: () => Promise<T> | T) => expect.poll(probe, { timeout: 20_000 });
