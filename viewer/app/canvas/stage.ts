/** Makes the one scene when it is first needed, and joins it to the state: what the reader does there, and what is looked at. */
import { RELATION_TYPES } from "../../../ingest/ontology.ts";
import type { Ground } from "../palette.ts";
import { choose, open, pin } from "../state.ts";
import { act, current } from "../store.ts";
import type { Lang } from "../words.ts";
import { EMPTY, type Picture } from "./picture.ts";
import { createScene, nearOf, type Scene } from "./scene.ts";

let made: Scene | null = null;
let failed = false;
let hovered: string | null = null;
let ground: Ground = "light";
let lang: Lang = "zh";
let picture: Picture = EMPTY;
let hoverListener: (id: string | null, at: { x: number; y: number } | null) => void = () => {};

/** Null where the browser has no WebGL. */
export function scene(): Scene | null {
  if (made || failed) return made;
  try {
    made = createScene({
      choose: (id) => {
        if (id || current().chosen) act(choose(id));
      },
      open: (id) => act(open(id)),
      hover: (id) => {
        hovered = id;
        hoverListener(id, id && made ? positionOf(made, id) : null);
        look();
      },
      pin: (id, at) => act(pin(id, at)),
    });
    // for the browser's console, and for tests that look at what is drawn
    Object.assign(window, { zhengtu: made });
  } catch {
    failed = true;
  }
  return made;
}

/** Shows a picture; the same one again moves nothing. */
export function showPicture(next: Picture): void {
  if (next === picture) return;
  picture = next;
  hovered = null;
  hoverListener(null, null);
  scene()?.show(next, current().pins);
  look();
}

export function setWords(nextGround: Ground, nextLang: Lang): void {
  ground = nextGround;
  lang = nextLang;
  look();
}

/** Draws anew what the state says, with the picture as it is. */
export function look(): void {
  const here = scene();
  if (!here) return;
  const { off, hidden, pins, chosen } = current();
  here.look(
    {
      ground,
      off: new Set(off),
      hidden: new Set(hidden),
      pinned: new Set(Object.keys(pins)),
      chosen,
      hovered,
      near: nearOf(here.graph, chosen, hovered),
      fresh: picture.fresh,
    },
    ({ relation }) => RELATION_TYPES[relation][lang],
  );
}

export function onHover(listener: typeof hoverListener): void {
  hoverListener = listener;
}

function positionOf(of: Scene, id: string): { x: number; y: number } | null {
  const at = of.sigma.getNodeDisplayData(id);
  return at ? of.sigma.framedGraphToViewport(at) : null;
}
