import type {
  Comparison,
  Diagnostic,
  Environment,
  ExecuteRequest,
  Execution,
  Inspection,
  ModelInfo,
  OutputPiece,
  Parameter,
  Plan,
  PlanRequest,
  ProgramInfo,
  Progress,
  Report,
  ScriptProgress,
  ScriptReport,
  Sweep,
  SweepProgress,
  SweepRequest,
} from "../generated/types";
import { EngineError, messageOf } from "./errors";
import { Host } from "./host";
import { compile, preferredBuild, type BuildName } from "./load";
import type { CallName, Calls, Ready } from "./protocol";

export interface EngineOptions {
  /** Where the folders `threads/` and `single/` are. Default: where the build put them. */
  wasm?: string | URL;
}

export interface RunOptions<What = Progress> {
  /** Called after every single run. */
  onProgress?: (progress: What) => void;
  /** Ends the run at once, whatever it is doing. */
  signal?: AbortSignal;
}

/** A script, and the Pythons that it is measured under. */
export type SampleRequest = ExecuteRequest & Required<Pick<ExecuteRequest, "runtimes">>;

export interface ExecuteOptions {
  /** Called with what the script prints, while it runs. */
  onOutput?: (pieces: OutputPiece[]) => void;
  /** Ends the script at once, whatever it is doing. */
  signal?: AbortSignal;
}

/** Their folder, seen from this script. Its name changes with their content: see vite.config.ts. */
declare const WASM_FOLDER: string;

/** Starts an engine: the threads build where workers may share memory, else the single one. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const script = import.meta.url;
  const folders = new URL(options.wasm ?? WASM_FOLDER, script);
  const preferred = preferredBuild();
  try {
    return await open(preferred, folders, null);
  } catch (thrown) {
    if (preferred === "single") throw thrown;
    return open("single", folders, messageOf(thrown));
  }
}

async function open(build: BuildName, folders: URL, fallback: string | null): Promise<Engine> {
  const host = new Host(build, compile(build, folders));
  return new Engine(host, await host.ready, fallback);
}

/** Threads of the system that carry a script's threads, even where there are fewer cores: what waits
 * for the lock really waits. */
const LEAST_CARRIERS = 4;

/** The fewest threads that a sweep needs, whatever it asks for. */
const SWEEP_WORKERS = 2;

export class Engine {
  readonly #host: Host;
  readonly #ready: Ready;
  #running = false;

  /** Why the threads build is not used although the page is isolated; null if it is used. */
  readonly fallback: string | null;

  constructor(host: Host, ready: Ready, fallback: string | null) {
    this.#host = host;
    this.#ready = ready;
    this.fallback = fallback;
  }

  get environment(): Environment {
    return this.#ready.environment;
  }

  models(): ModelInfo[] {
    return this.#ready.models;
  }

  programs(): ProgramInfo[] {
    return this.#ready.programs;
  }

  /** What a source text is: a task program, to `run`, or a script, to `execute`. */
  inspect(source: string): Promise<Inspection> {
    return this.#ask("inspect", source);
  }

  /** What is wrong in a source text. Empty when nothing is. */
  async check(source: string): Promise<Diagnostic[]> {
    return (await this.inspect(source)).diagnostics;
  }

  /** The parameters of a source's task after `worker` and `workers`. */
  parameters(source: string): Promise<Parameter[]> {
    return this.#ask("parameters", source);
  }

  /** What `run` would do, with every choice made. */
  plan(request: PlanRequest): Promise<Plan> {
    return this.#ask("plan", request);
  }

  /** Checks a report of any origin, and reckons all its statistics anew from its samples. */
  analyze(report: unknown): Promise<Report> {
    return this.#ask("analyze", report);
  }

  /** A Python script that runs the same experiment on CPython and writes such a report. */
  async script(request: PlanRequest): Promise<string> {
    const { template } = await import("../generated/script-template");
    return this.#ask("script", { request, template });
  }

  /** The same of a script's report. */
  analyzeScript(report: unknown): Promise<ScriptReport> {
    return this.#ask("analyzeScript", report);
  }

  /**
   * Runs an experiment: of a script, if the request names `runtimes`, the Pythons to run it under.
   * One at a time: a second one would disturb what the first one measures.
   */
  run(request: PlanRequest, options?: RunOptions): Promise<Report>;
  run(request: SampleRequest, options?: RunOptions<ScriptProgress>): Promise<ScriptReport>;
  run(
    request: PlanRequest | SampleRequest,
    options: RunOptions & RunOptions<ScriptProgress> = {},
  ): Promise<Report | ScriptReport> {
    return "runtimes" in request ? this.#sample(request, options) : this.#measure(request, options);
  }

  #measure(request: PlanRequest, { onProgress, signal }: RunOptions): Promise<Report> {
    return this.#alone(signal, async () => {
      const { workers } = await this.#host.call("plan", request);
      this.#host.ensureThreads(Math.max(...workers));
      return this.#host.call("run", request, onProgress);
    });
  }

  #sample(
    request: SampleRequest,
    { onProgress, signal }: RunOptions<ScriptProgress>,
  ): Promise<ScriptReport> {
    return this.#alone(signal, () => {
      this.#host.ensureThreads(Math.max(this.environment.cores, LEAST_CARRIERS));
      return this.#host.call("sample", request, onProgress);
    });
  }

  /** Runs a script once: a program that starts its own threads. One that fails is a result. */
  execute(request: ExecuteRequest, { onOutput, signal }: ExecuteOptions = {}): Promise<Execution> {
    return this.#alone(signal, () => {
      this.#host.ensureThreads(Math.max(this.environment.cores, LEAST_CARRIERS));
      return this.#host.call("execute", request, onOutput);
    });
  }

  /** The samples of a second run of the same experiment, behind those of the first. */
  add(before: Report, after: Report): Promise<Report> {
    return this.#ask("add", { before, after });
  }

  /** The same of two reports of a script. */
  addScript(before: ScriptReport, after: ScriptReport): Promise<ScriptReport> {
    return this.#ask("addScript", { before, after });
  }

  /** What the runs of one script under several Pythons come to, the last against the first. */
  compare(executions: readonly Execution[]): Promise<Comparison> {
    return this.#ask("compare", executions);
  }

  /** Measures what the switch interval costs and buys: the same threads at several intervals. */
  sweep(
    request: SweepRequest = {},
    { onProgress, signal }: RunOptions<SweepProgress> = {},
  ): Promise<Sweep> {
    return this.#alone(signal, () => {
      this.#host.ensureThreads(request.workers ?? SWEEP_WORKERS);
      return this.#host.call("sweep", request, onProgress);
    });
  }

  async #alone<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (this.#running) throw new EngineError("busy", "The engine is running already.");
    const abort = (): void => this.#host.restart(aborted());
    if (signal?.aborted === true) throw aborted();
    signal?.addEventListener("abort", abort);
    this.#running = true;
    try {
      return await work();
    } finally {
      this.#running = false;
      signal?.removeEventListener("abort", abort);
    }
  }

  /** Ends the engine's workers. Later calls are refused. */
  close(): void {
    this.#host.close(new EngineError("closed", "The engine is closed."));
  }

  /** A question that an abort cuts off is asked again: it is not what was aborted. */
  async #ask<Name extends CallName>(
    name: Name,
    argument: Calls[Name]["argument"],
  ): Promise<Calls[Name]["answer"]> {
    for (;;) {
      try {
        return await this.#host.call(name, argument);
      } catch (thrown) {
        if (!(thrown instanceof EngineError) || thrown.kind !== "aborted") throw thrown;
      }
    }
  }
}

function aborted(): EngineError {
  return new EngineError("aborted", "The run was stopped.");
}
