/** How each state looks, on the canvas and in a saved picture alike. Colour alone tells nothing. */
import type { Drawn, Painted } from "./drawing";

/** The colours of the page. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly edge: string;
  readonly models: Readonly<Record<Painted, string>>;
  readonly font: string;
}

export type ColourName = "model" | "paper" | "ink" | "soft" | "rule" | "edge";

/** A tile that repeats: strokes of one colour on another. */
export interface Tile {
  readonly size: number;
  readonly stroke: ColourName;
  readonly strokeWidth: number;
  /** How much of the stroke's colour lies under the strokes. */
  readonly tint: number;
  /** Ends of the strokes, which go over the edges so that tiles meet. */
  readonly strokes: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
}

interface Look {
  readonly fill: ColourName | Tile;
  /** Which part of the lane's height it takes, from the top. */
  readonly top: number;
  readonly height: number;
}

/** The same ones as in the bars of where the time went. */
const tiles = {
  diagonal: {
    size: 5,
    stroke: "model",
    strokeWidth: 1.5,
    tint: 0.12,
    strokes: [
      [-1, 6, 6, -1],
      [-1, 1, 1, -1],
      [4, 6, 6, 4],
    ],
  },
  rows: { size: 4, stroke: "edge", strokeWidth: 1.5, tint: 0.15, strokes: [[0, 0.75, 4, 0.75]] },
  columns: { size: 4, stroke: "edge", strokeWidth: 1.5, tint: 0.15, strokes: [[0.75, 0, 0.75, 4]] },
  crossed: {
    size: 6,
    stroke: "ink",
    strokeWidth: 1,
    tint: 0.1,
    strokes: [
      [-1, 7, 7, -1],
      [-1, -1, 7, 7],
    ],
  },
  queued: { size: 4, stroke: "model", strokeWidth: 1.5, tint: 0.12, strokes: [[0, 0.75, 4, 0.75]] },
  dots: { size: 5, stroke: "edge", strokeWidth: 2, tint: 0.15, strokes: [[1, 2, 3, 2]] },
} as const satisfies Record<string, Tile>;

/** Lies over what is merged. */
export const veil: Tile = {
  size: 4,
  stroke: "paper",
  strokeWidth: 1,
  tint: 0,
  strokes: [[3.5, 0, 3.5, 4]],
};

const LOOKS: Readonly<Record<Drawn, Look>> = {
  running: { fill: "model", top: 0, height: 1 },
  waiting: { fill: tiles.diagonal, top: 0, height: 1 },
  sleeping: { fill: tiles.dots, top: 0.25, height: 0.5 },
  locked: { fill: tiles.crossed, top: 0.15, height: 0.7 },
  awaiting: { fill: "rule", top: 0.4, height: 0.2 },
  ready: { fill: tiles.queued, top: 0.15, height: 0.7 },
  unlocked: { fill: "model", top: 0.25, height: 0.5 },
  starting: { fill: "edge", top: 0.25, height: 0.5 },
  "copying-in": { fill: tiles.rows, top: 0, height: 1 },
  "copying-out": { fill: tiles.columns, top: 0, height: 1 },
  joining: { fill: "rule", top: 0.8, height: 0.2 },
};

export function lookOf(state: Drawn): Look {
  return LOOKS[state];
}

export const LINES = {
  axis: { colour: "edge", width: 1, opacity: 1 },
  grid: { colour: "rule", width: 1, opacity: 1 },
  "hand-off": { colour: "ink", width: 1, opacity: 0.9 },
  "hand-offs": { colour: "ink", width: 1, opacity: 0.25 },
  chosen: { colour: "ink", width: 2, opacity: 1 },
  pointer: { colour: "ink", width: 1.5, opacity: 1 },
} as const;

export const TEXTS = {
  title: { colour: "ink", font: "600 13px" },
  label: { colour: "ink", font: "12px" },
  soft: { colour: "soft", font: "12px" },
} as const;

export function colourOf(name: ColourName, model: Painted, palette: Palette): string {
  return name === "model" ? palette.models[model] : palette[name];
}
