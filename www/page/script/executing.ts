import type { Engine } from "../../engine";
import type { Diagnostic, ExecuteRequest, Execution, OutputPiece } from "../../generated/types";
import { isEngineError } from "../failed";
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

/** Runs a script under one Python after the other. */
export class Executing {
  /** What came of the last script. */
  result: ScriptRuns | null = null;
  #redraw: ReturnType<typeof setTimeout> | undefined;
  readonly #page: Frame;

  constructor(page: Frame) {
    this.#page = page;
  }

  /** What the last script came to, in a few sentences. */
  get finding(): string {
    return this.result?.comparison?.narrative ?? "";
  }

  /** Under which Python it runs now. */
  get now(): string {
    const running = this.result?.runs.find(({ is }) => is === "running");
    const words = RUNTIMES.find(({ name }) => name === running?.runtime);
    return words === undefined ? "" : inSentence(words.title);
  }

  /** @throws EngineError if it is stopped, or the engine breaks: what is known then is kept. */
  async run(
    engine: Pick<Engine, "execute" | "compare">,
    request: ExecuteRequest & { source: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { source } = request;
    const runs = RUNTIMES.map(({ name }): ScriptRun => ({ runtime: name, is: "waiting" }));
    this.result = { source, runs, comparison: null, places: [] };
    for (const { runtime } of runs) {
      const output: OutputPiece[] = [];
      this.#become({ runtime, is: "running", output });
      const onOutput = (pieces: OutputPiece[]): void => {
        output.push(...pieces);
        output.splice(0, output.length - LIVE_PIECES);
        this.#redraw ??= setTimeout(() => this.#draw(), REDRAW_MS);
      };
      try {
        const execution = await engine.execute({ ...request, runtime, trace: true }, { onOutput, signal });
        this.#become({ runtime, is: "done", execution });
      } catch (error) {
        if (!isEngineError(error) || error.kind !== "unavailable-model") {
          this.#become({ runtime, is: "stopped", output });
          throw error;
        }
        this.#become({ runtime, is: "refused", error });
      }
    }
    const executions = this.result.runs.flatMap((run) => (run.is === "done" ? [run.execution] : []));
    this.result.places = placesOf(source, executions);
    this.result.comparison = await engine.compare(executions);
  }

  #become(run: ScriptRun): void {
    const { result } = this;
    if (result === null) return;
    result.runs = result.runs.map((other) => (other.runtime === run.runtime ? run : other));
    this.#draw();
  }

  #draw(): void {
    clearTimeout(this.#redraw);
    this.#redraw = undefined;
    this.#page.redraw();
  }
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
