import type { Engine, SampleRequest } from "../../engine";
import type {
  Diagnostic,
  Execution,
  ScriptProgress,
  ScriptReport,
  ScriptResult,
} from "../../generated/types";
import { inSentence } from "../format";
import type { ScriptRun, ScriptRuns } from "../state";
import { RUNTIMES } from "./runtimes";

/** Often enough to be read along, and not so often that drawing disturbs what runs. */
const REDRAW_MS = 50;
/** Pieces of output that are kept to be read along; at its end, a run tells what it has printed. */
const LIVE_PIECES = 2000;

/** What running a script needs of the page around it. */
interface Frame {
  redraw(): void;
}

/** Runs a script several times, under one Python and the other in turns. */
export class Executing {
  /** What came of the last script. */
  result: ScriptRuns | null = null;
  /** What its author, or whoever sent the link, got. */
  frozen: ScriptReport | null = null;
  /** Is that of a run here, to compare with? */
  isOfHere = false;
  #redraw: ReturnType<typeof setTimeout> | undefined;
  readonly #page: Frame;

  constructor(page: Frame) {
    this.#page = page;
  }

  /** Shows a run here beside the last one. */
  beside(report: ScriptReport): void {
    this.frozen = report;
    this.isOfHere = true;
  }

  /** What the last script came to, in a few sentences. */
  get finding(): string {
    return this.shown?.comparison?.narrative ?? "";
  }

  /** What was found here, or else elsewhere. */
  get shown(): ScriptRuns | null {
    return this.result ?? (this.frozen === null ? null : runsOf(this.frozen));
  }

  /** What it does now. */
  get now(): string {
    const { progress = null } = this.result ?? {};
    if (progress === null) return "Running.";
    const { phase, runtime, done, total } = progress;
    const words = RUNTIMES.find(({ name }) => name === runtime);
    const how = words === undefined ? "" : ` ${inSentence(words.title)}`;
    if (phase === "warmup") return `Running${how}.`;
    return `Measured${how}: ${done} of ${total} runs.`;
  }

  /** @throws EngineError if it is stopped, or the engine breaks: what is known then is kept. */
  async run(
    engine: Pick<Engine, "run" | "compare">,
    request: SampleRequest & { source: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { source, runtimes } = request;
    const runs = runtimes.map((runtime): ScriptRun => ({ runtime, is: "waiting" }));
    this.result = { source, runs, report: null, comparison: null, places: [], progress: null };
    const onProgress = (progress: ScriptProgress): void => this.#follow(progress);
    try {
      this.result = runsOf(await engine.run(request, { onProgress, signal }));
    } catch (error) {
      await this.#keep(engine);
      throw error;
    } finally {
      clearTimeout(this.#redraw);
      this.#redraw = undefined;
    }
  }

  #follow(progress: ScriptProgress): void {
    const { result } = this;
    if (result === null) return;
    result.progress = progress;
    const { runtime, output, execution, refused } = progress;
    if (progress.phase === "warmup") {
      result.runs = result.runs.map((run): ScriptRun => {
        if (run.runtime !== runtime) return run;
        if (refused !== null) return { runtime, is: "refused", why: refused };
        if (execution !== null) return { runtime, is: "done", execution, result: null };
        const before = run.is === "running" ? run.output : [];
        return { runtime, is: "running", output: [...before, ...output].slice(-LIVE_PIECES) };
      });
    }
    if (output.length > 0) this.#redraw ??= setTimeout(() => this.#draw(), REDRAW_MS);
    else this.#draw();
  }

  /** What is known of runs that were stopped. */
  async #keep(engine: Pick<Engine, "compare">): Promise<void> {
    const { result } = this;
    if (result === null) return;
    result.progress = null;
    result.runs = result.runs.map((run): ScriptRun => {
      return run.is === "running" ? { ...run, is: "stopped" } : run;
    });
    const executions = result.runs.flatMap((run) => (run.is === "done" ? [run.execution] : []));
    result.places = placesOf(result.source, executions);
    if (executions.length < 2) return;
    // An engine that has broken says so; there is nothing to add to that.
    result.comparison = await engine.compare(executions).catch(() => null);
  }

  #draw(): void {
    clearTimeout(this.#redraw);
    this.#redraw = undefined;
    this.#page.redraw();
  }
}

const known = new WeakMap<ScriptReport, ScriptRuns>();

/** What a report shows; the same as long as it is the same report. */
export function runsOf(report: ScriptReport): ScriptRuns {
  const found = known.get(report);
  if (found !== undefined) return found;
  const { plan, results, comparison } = report;
  const executions = results.flatMap(({ execution }) => execution ?? []);
  const places = placesOf(plan.source, executions);
  const runs = results.map(runOf);
  const made = { source: plan.source, runs, report, comparison, places, progress: null };
  known.set(report, made);
  return made;
}

function runOf(result: ScriptResult): ScriptRun {
  const { runtime, execution, refused } = result;
  if (execution === null) return { runtime, is: "refused", why: refused ?? "" };
  return { runtime, is: "done", execution, result };
}

/** Where a script failed, once for all runs, as the editor marks what is wrong. */
function placesOf(source: string, executions: readonly Execution[]): Diagnostic[] {
  const lines = source.split("\n");
  const found = new Map<number, Diagnostic>();
  for (const { ended, places } of executions) {
    for (const { line, thread } of places) {
      const sourceLine = lines[line - 1] ?? "";
      const column = sourceLine.length - sourceLine.trimStart().length + 1;
      const message = ended?.limit === "deadlock" ? `${thread} waits here` : "It failed here";
      const end = { endLine: line, endColumn: sourceLine.length + 1 };
      found.set(line, { line, column, ...end, message, sourceLine });
    }
  }
  return [...found.values()];
}
