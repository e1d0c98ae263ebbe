/** How each entity type looks: a colour for light and for dark ground, and one character, so that colour is never the only mark. */
import type { EntityType } from "../../ingest/ontology.ts";

export interface Look {
  light: string;
  dark: string;
  /** One character for the type, drawn inside its disc: 区 for 行政区. */
  mark: string;
}

export const LOOKS: Record<EntityType, Look> = {
  District: { light: "#2b4f81", dark: "#7ea6dd", mark: "区" },
  Project: { light: "#b2591a", dark: "#f0a25f", mark: "项" },
  Enterprise: { light: "#0d7f76", dark: "#4cc4b6", mark: "企" },
  Initiative: { light: "#a8322d", dark: "#ef7f76", mark: "策" },
  Park: { light: "#557d22", dark: "#a5cf6a", mark: "园" },
  Institution: { light: "#6b4fae", dark: "#ae97ea", mark: "机" },
  Infrastructure: { light: "#5b6675", dark: "#a3afbf", mark: "设" },
  Place: { light: "#27789e", dark: "#74c4ea", mark: "地" },
  Industry: { light: "#8d6c09", dark: "#dcbb4e", mark: "产" },
  Honor: { light: "#c04a83", dark: "#f291bf", mark: "荣" },
  Person: { light: "#7d5436", dark: "#cfa384", mark: "人" },
  Event: { light: "#96409e", dark: "#d98fe0", mark: "会" },
  Policy: { light: "#2c6b49", dark: "#72c096", mark: "文" },
};

export type Ground = "light" | "dark";

/** What the canvas draws besides the types, by ground. */
export const INKS: Record<
  Ground,
  Record<"ground" | "ink" | "halo" | "edge" | "edgeStrong" | "dim" | "faint" | "accent" | "markInk", string>
> = {
  light: {
    ground: "#faf8f4",
    ink: "#23262d",
    halo: "#faf8f4",
    edge: "#cfcabf",
    edgeStrong: "#6f6a60",
    dim: "#e6e2d9",
    faint: "#b3aea3",
    accent: "#a8322d",
    markInk: "#ffffff",
  },
  dark: {
    ground: "#15171b",
    ink: "#e9e6df",
    halo: "#15171b",
    edge: "#3c4047",
    edgeStrong: "#a7a294",
    dim: "#272a30",
    faint: "#666a72",
    accent: "#ef7f76",
    markInk: "#15171b",
  },
};

/** Colours of groups (communities, districts), the largest group first; what is beyond them is grey. */
export const GROUP_COLORS: Record<Ground, readonly string[]> = {
  light: [
    "#2b4f81",
    "#b2591a",
    "#0d7f76",
    "#a8322d",
    "#6b4fae",
    "#8d6c09",
    "#c04a83",
    "#27789e",
    "#557d22",
    "#7d5436",
    "#96409e",
    "#2c6b49",
  ],
  dark: [
    "#7ea6dd",
    "#f0a25f",
    "#4cc4b6",
    "#ef7f76",
    "#ae97ea",
    "#dcbb4e",
    "#f291bf",
    "#74c4ea",
    "#a5cf6a",
    "#cfa384",
    "#d98fe0",
    "#72c096",
  ],
};
