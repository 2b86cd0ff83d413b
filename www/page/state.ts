import type {
  Comparison,
  Diagnostic,
  Execution,
  OutputPiece,
  Progress,
  Report,
  RuntimeName,
  Sweep,
  SweepProgress,
} from "../generated/types";
import type { Bar } from "./charts/bars";

/** What the page is doing, or what came of it. */
export type Activity =
  | { is: "loading" }
  | { is: "unable"; error: unknown }
  | { is: "idle" }
  | { is: "running"; about: string; bars: Bar[]; progress: Progress | null }
  /** A script runs, or has run: see `ScriptRuns`. */
  | { is: "executing" }
  | { is: "executed" }
  | { is: "stopped" }
  | { is: "failed"; error: unknown }
  | { is: "done"; result: Result };

/** A report with the link to its experiment. */
export interface Result {
  report: Report;
  link: string;
}

/** A script under one Python. */
export type ScriptRun = { runtime: RuntimeName } & (
  | { is: "waiting" }
  /** What it has printed so far. */
  | { is: "running" | "stopped"; output: OutputPiece[] }
  | { is: "refused"; error: unknown }
  | { is: "done"; execution: Execution }
);

/** A script under one Python after the other. */
export interface ScriptRuns {
  source: string;
  runs: ScriptRun[];
  /** What they come to, once all are over. */
  comparison: Comparison | null;
  /** Where in the source they failed. */
  places: Diagnostic[];
}

/** The sweep over switch intervals, which is an experiment of its own. */
export type Sweeping =
  | { is: "none" }
  | { is: "running"; progress: SweepProgress | null }
  | { is: "failed"; error: unknown }
  | { is: "done"; sweep: Sweep };

/** What came of an action of the reader's; `field` is a text to copy by hand. */
export interface Said {
  text: string;
  field?: string;
}
