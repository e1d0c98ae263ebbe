/**
 * The overview's picture: districts on a calm grid of circles, each with what is its own around it in arcs by type, what several
 * districts share between them. Pure and the same for the same graph.
 */
import type { Positions } from "./seed.ts";

export interface Cluster {
  hub: string;
  /** Own things in the order in which they shall go around. */
  members: { id: string; type: string }[];
}

const RING = 118;
const STEP = 62;
const ASPECT = 1.45;

export function districtLayout(clusters: readonly Cluster[]): Positions {
  const at: Positions = {};
  const owners = ownersOf(clusters);
  const reach = clusters.map(({ members }) =>
    reachOf(members.filter(({ id }) => owners.get(id)?.length === 1).length),
  );
  centres(reach).forEach((centre, index) => {
    const cluster = clusters[index] as Cluster;
    at[cluster.hub] = centre;
    ring(
      centre,
      cluster.members.filter(({ id }) => owners.get(id)?.length === 1),
      at,
    );
  });
  const room = createRoom(
    at,
    clusters.map(({ hub }) => hub),
  );
  for (const [id, hubs] of owners)
    if (hubs.length > 1 && !at[id]) {
      const place = between(id, hubs, at, room.free);
      at[id] = place;
      room.take(place);
    }
  return at;
}

function ownersOf(clusters: readonly Cluster[]): Map<string, string[]> {
  const hubs = new Set(clusters.map(({ hub }) => hub));
  const owners = new Map<string, string[]>();
  for (const { hub, members } of clusters)
    for (const { id } of members) if (!hubs.has(id)) owners.set(id, [...(owners.get(id) ?? []), hub]);
  return owners;
}

const perRing = (ringIndex: number): number => 12 + ringIndex * 6;

function reachOf(count: number): number {
  let rings = 0;
  for (let left = count; left > 0; left -= perRing(rings++));
  return RING + Math.max(0, rings - 1) * STEP + 90;
}

/** Rows of circles, wider apart than high, since names go to the sides; about as many rows as make a square. */
function centres(reach: readonly number[]): [number, number][] {
  const columns = Math.max(1, Math.round(Math.sqrt(reach.length / ASPECT)));
  const size = Math.max(0, ...reach) * 2;
  return reach.map((_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, reach.length - row * columns);
    return [((index % columns) - (inRow - 1) / 2) * size * ASPECT, -row * size * 0.82];
  });
}

function ring(
  [x, y]: [number, number],
  members: readonly { id: string; type: string }[],
  at: Positions,
): void {
  let start = 0;
  for (let ringIndex = 0; start < members.length; ringIndex++) {
    const here = members.slice(start, start + perRing(ringIndex));
    here.forEach(({ id }, index) => {
      const angle = Math.PI / 2 - ((index + (ringIndex % 2) * 0.5) * 2 * Math.PI) / here.length;
      const reach = RING + ringIndex * STEP;
      at[id] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
    start += here.length;
  }
}

/** Room that a shared thing keeps from districts, and from everything else. */
const FROM_HUB = 120;
const FROM_OTHERS = 84;

type Place = readonly [number, number];

/** Where something is already: places in cells as wide as the room that each keeps, so that a look sees only those near by. */
function createRoom(
  at: Positions,
  hubs: readonly string[],
): { free: (place: Place) => boolean; take: (place: Place) => void } {
  const cells = new Map<string, Place[]>();
  const cellOf = (value: number): number => Math.floor(value / FROM_HUB);
  const take = (place: Place): void => {
    const key = `${cellOf(place[0])} ${cellOf(place[1])}`;
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  };
  for (const place of Object.values(at)) take(place);
  const wide = new Set(hubs.flatMap((hub): Place[] => (at[hub] ? [at[hub]] : [])));
  const free = ([x, y]: Place): boolean => {
    for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column++)
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row++)
        for (const place of cells.get(`${column} ${row}`) ?? [])
          if (Math.hypot(place[0] - x, place[1] - y) < (wide.has(place) ? FROM_HUB : FROM_OTHERS))
            return false;
    return true;
  };
  return { free, take };
}

const MOST_TRIES = 1500;

/** The middle of its owners, or as near to it as there is room; turned by a little that depends on the name only. */
function between(
  id: string,
  hubs: readonly string[],
  at: Positions,
  free: (place: Place) => boolean,
): [number, number] {
  const places = hubs.map((hub) => at[hub] ?? [0, 0]);
  const x = places.reduce((sum, place) => sum + (place[0] ?? 0), 0) / places.length;
  const y = places.reduce((sum, place) => sum + (place[1] ?? 0), 0) / places.length;
  const turn = (hash(id) % 360) * (Math.PI / 180);
  for (let step = 0; step < MOST_TRIES; step++) {
    const reach = 12 * Math.sqrt(step) * 1.6;
    const place: [number, number] = [
      x + reach * Math.cos(turn + step * 2.4),
      y + reach * Math.sin(turn + step * 2.4),
    ];
    if (free(place)) return place;
  }
  return [x, y];
}

function hash(text: string): number {
  let value = 7;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) >>> 0;
  return value;
}
