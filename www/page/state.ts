import type { Progress, Report, Sweep, SweepProgress } from "../generated/types";
import type { Bar } from "./charts/bars";

/** What the page is doing, or what came of it. */
export type Activity =
  | { is: "loading" }
  | { is: "unable"; error: unknown }
  | { is: "idle" }
  | { is: "running"; about: string; bars: Bar[]; progress: Progress | null }
  | { is: "stopped" }
  | { is: "failed"; error: unknown }
  | { is: "done"; result: Result };

/** A report with the link to its experiment. */
export interface Result {
  report: Report;
  link: string;
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
