import type {
  Comparison,
  Diagnostic,
  Execution,
  OutputPiece,
  Progress,
  Report,
  RuntimeName,
  ScriptProgress,
  ScriptReport,
  ScriptResult,
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
  /** With the bars of what had been measured. */
  | { is: "stopped"; about: string; bars: Bar[] }
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
  | { is: "refused"; why: string }
  /** The result is there once all runs have been made; until then it was run once. */
  | { is: "done"; execution: Execution; result: ScriptResult | null }
);

/** A script under several Pythons. */
export interface ScriptRuns {
  source: string;
  runs: ScriptRun[];
  /** What they come to, once all have been made. */
  report: ScriptReport | null;
  comparison: Comparison | null;
  /** Where in the source they failed. */
  places: Diagnostic[];
  /** How far they are, as long as there are more to be made. */
  progress: ScriptProgress | null;
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
