import type { Model, RuntimeName, State } from "../../generated/types";
import type { Share } from "./lane-times";

/** Whose colour something has: a model's, or a runtime's of a script. */
export type Painted = Model | RuntimeName;

/** What a timeline consists of, for whoever paints it. Lengths are in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
  readonly runs: readonly MergedRun[];
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
  readonly texts: readonly Text[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A state as it is drawn: those that wait for others look unlike those that sleep. */
export type Drawn = State | "locked" | "awaiting" | "ready";

/** A stretch of one state. */
export interface Segment extends Box {
  readonly model: Painted;
  readonly state: Drawn;
}

/** Neighbours too narrow to be drawn one by one. */
export interface MergedRun extends Box {
  readonly model: Painted;
  readonly columns: readonly Column[];
}

/** A pixel's worth of them; the shares of its time are its heights. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly shares: readonly (Omit<Share, "state"> & { readonly state: Drawn })[];
}

/** `hand-offs` stands for several in one place, `chosen` is the one that is told of. */
export type LineKind = "axis" | "grid" | "hand-off" | "hand-offs" | "chosen" | "pointer";

export interface Line {
  readonly kind: LineKind;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Where the chosen hand-off was asked for (hollow), dropped and taken; or what a sentence points at. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly isHollow: boolean;
}

export type TextKind = "title" | "label" | "soft";

export interface Text {
  readonly kind: TextKind;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
}
