/** What a timeline is of: the traces of a report, or those of a script. */
import type { ModelInfo, Report } from "../../generated/types";
import { workerCounts, type Choice } from "./panels";
import { opened, type State } from "./state";

export interface Source {
  /** As long as it is the same, what was chosen and seen stays. */
  readonly of: object;
  readonly title: string;
  readonly note: string;
  /** The numbers of workers that there are traces of. */
  readonly counts: readonly number[];
  readonly timerStepUs: number;
  open(before: Choice | null): State;
  /** Goes to a line of the program, if that can be seen. */
  readonly goTo?: (line: number) => void;
}

const KEYS = `Click the timeline first, or hold Ctrl, and the wheel zooms; drag or pinch it.
  Keys: ← → move, + − zoom, Home and End, 0 for the whole run, Shift with ← → moves the cursor,
  N and P step between hand-offs`;

export function ofReport(report: Report, models: readonly ModelInfo[]): Source {
  return {
    of: report,
    title: "Timeline: what each worker did, and when",
    note: `One run of each model, whose time was nearest to the median when it was taken.
      Under a GIL, running is holding the lock. ${KEYS}.`,
    counts: workerCounts(report),
    timerStepUs: report.environment.timerStepUs,
    open: (before) => opened(report, models, before),
  };
}

export const SCRIPT_WORDS = {
  title: "Timeline: what each thread did, and when",
  note: `Threads stand under the one that started them. With the GIL, running is holding it.
    ${KEYS}, ↑ and ↓ choose the thread that is told of.`,
} as const;
