import type {
  Diagnostic,
  Environment,
  ModelInfo,
  Parameter,
  Plan,
  PlanRequest,
  ProgramInfo,
  Progress,
  Report,
} from "../generated/types";
import { EngineError, messageOf } from "./errors";
import { Host } from "./host";
import { compile, preferredBuild, type BuildName } from "./load";
import type { CallName, Calls, Ready } from "./protocol";

export interface EngineOptions {
  /** Where the folders `threads/` and `single/` are. Default: `wasm/` beside this script. */
  wasm?: string | URL;
}

export interface RunOptions {
  /** Called after every single run. */
  onProgress?: (progress: Progress) => void;
  /** Ends the run at once, whatever it is doing. */
  signal?: AbortSignal;
}

/** Starts an engine: the threads build where workers may share memory, else the single one. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const script = import.meta.url;
  const folders = new URL(options.wasm ?? "wasm/", script);
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

  /** What is wrong in a source text. Empty when nothing is. */
  check(source: string): Promise<Diagnostic[]> {
    return this.#ask("check", source);
  }

  /** The parameters of a source's task after `worker` and `workers`. */
  parameters(source: string): Promise<Parameter[]> {
    return this.#ask("parameters", source);
  }

  /** What `run` would do, with every choice made. */
  plan(request: PlanRequest): Promise<Plan> {
    return this.#ask("plan", request);
  }

  /** Runs an experiment. One at a time: a second one would disturb what the first one measures. */
  async run(request: PlanRequest, { onProgress, signal }: RunOptions = {}): Promise<Report> {
    if (this.#running) throw new EngineError("busy", "The engine is running already.");
    const abort = (): void => this.#host.restart(aborted());
    if (signal?.aborted === true) throw aborted();
    signal?.addEventListener("abort", abort);
    this.#running = true;
    try {
      const { workers } = await this.#host.call("plan", request);
      this.#host.ensureThreads(Math.max(...workers));
      return await this.#host.call("run", request, onProgress);
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
