/** What a timeline is of: the traces of a report, or those of a script. */
import type { ModelInfo, OutputPiece, Report } from "../../generated/types";
import type { Painted } from "./drawing";
import { html, type TemplateResult } from "lit/html.js";
import { documentLink } from "../document";
import type { ThreadMark } from "../source/thread-marks";
import { workerCounts, type Choice } from "./panels";
import { opened, type State } from "./state";

export interface Source {
  /** As long as it is the same, what was chosen and seen stays. */
  readonly of: object;
  readonly title: string;
  readonly note: TemplateResult;
  /** The numbers of workers that there are traces of. */
  readonly counts: readonly number[];
  readonly timerStepUs: number;
  open(before: Choice | null): State;
  /** Goes to a line of the program, if that can be seen. */
  readonly goTo?: (line: number) => void;
  /** Brings a line of the program into sight, and leaves the keyboard where it is. */
  readonly reveal?: (line: number) => void;
  /** What was printed under a Python, if the run can be replayed. */
  readonly printed?: (model: Painted) => readonly OutputPiece[];
  /** Marks in the program where threads stand. */
  readonly mark?: (marks: readonly ThreadMark[]) => void;
}

const KEYS = `Click the timeline first, or hold Ctrl, and the wheel zooms; drag or pinch it.
  Keys: ← → move, + − zoom, Home and End, 0 for the whole run, Shift with ← → moves the cursor,
  N and P step between hand-offs`;

/** The keys are for those who have some. */
function noteOf(text: string | TemplateResult, keys: string): TemplateResult {
  return html`${text} <span class="keys">${keys}</span>`;
}

export function ofReport(report: Report, models: readonly ModelInfo[]): Source {
  return {
    of: report,
    title: "Timeline: what each worker did, and when",
    note: noteOf(
      `One run of each model, whose time was nearest to the median when it was taken.
      Under a GIL, running is holding the lock.`,
      `${KEYS}.`,
    ),
    counts: workerCounts(report),
    timerStepUs: report.environment.timerStepUs,
    open: (before) => opened(report, models, before),
  };
}

export function scriptWords(): Pick<Source, "title" | "note"> {
  return {
  title: "Timeline: what each thread did, and when",
  note: noteOf(
    html`Threads stand under the one that started them, tasks under the thread whose loop runs them. With the GIL, running is holding it. A click shows
    the line of what is clicked.
    More about ${documentLink("gil", "the GIL")}, ${documentLink("free-threaded", "Python without it")},
    ${documentLink("process", "processes")}, ${documentLink("subinterpreters", "interpreters")},
    ${documentLink("asyncio", "asyncio")} and ${documentLink("virtual-threads", "virtual threads")}.`,
    `${KEYS}, ↑ and ↓ choose the thread that is told of, the space bar replays the run and pauses it,
    comma and full stop step between changes, Enter shows the thread’s line.`,
  ),
  };
}
