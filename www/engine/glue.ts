import type {
  Comparison,
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
import type { Device } from "./protocol";

/** What the WebAssembly module of either build exports: see src/web. */
export interface Glue {
  default(options: {
    module_or_path: WebAssembly.Module;
    memory?: WebAssembly.Memory;
  }): Promise<{ memory: WebAssembly.Memory }>;
  initSync(options: { module: WebAssembly.Module }): unknown;
  /** Only in the threads build, and only once. */
  initThreadPool(threads: number): Promise<void>;
  /** Only in the threads build: never returns. */
  wbg_rayon_start_worker(receiver: number): void;
  /** Only in the threads build: in each worker of a process, the memory of the first one. */
  reachMemory(memory: WebAssembly.Memory): void;
  /** Only in the threads build: see `StopFlag`. */
  stopFlag(): number;
  Engine: new (device: Device) => WasmEngine;
  /** Does this program import what `fillShelf` has not brought yet? */
  wantsShelf(source: string): boolean;
  /** The sources of modules, by name. */
  fillShelf(sources: unknown): void;
  /** Runs a process, until it has ended. */
  liveAsProcess(beginning: Uint8Array, port: ProcessPort): Promise<void>;
}

export interface WasmEngine {
  environment(): Environment;
  models(): ModelInfo[];
  programs(): ProgramInfo[];
  inspect(source: string): Inspection;
  parameters(source: string): Parameter[];
  plan(request: PlanRequest): Plan;
  run(
    request: PlanRequest,
    system: SystemHost,
    onProgress: (progress: Progress) => void,
  ): Promise<Report>;
  execute(
    request: ExecuteRequest,
    system: SystemHost,
    onOutput: (pieces: OutputPiece[]) => void,
  ): Promise<Execution>;
  sample(
    request: ExecuteRequest,
    system: SystemHost,
    onProgress: (progress: ScriptProgress) => void,
  ): Promise<ScriptReport>;
  timeLimitMs(request: ExecuteRequest): number;
  add(before: Report, after: Report): Report;
  addScript(before: ScriptReport, after: ScriptReport): ScriptReport;
  compare(executions: readonly Execution[]): Comparison;
  sweep(
    request: SweepRequest,
    system: SystemHost,
    onProgress: (progress: SweepProgress) => void,
  ): Promise<Sweep>;
  analyze(report: unknown): Report;
  analyzeScript(report: unknown): ScriptReport;
  script(request: PlanRequest, template: string): string;
}

/** What the engine needs of its surroundings to have processes. */
export interface SystemHost {
  /** Starts one, which is given these bytes. */
  start(pid: number, beginning: Uint8Array<ArrayBuffer>): void;
  send(pid: number, message: Uint8Array<ArrayBuffer>): void;
  end(pid: number): void;
  /** What one of them has said. */
  take(): ProcessNews | undefined;
  /** Resolves when there is something to take, or after this time. */
  wait(ms: number): Promise<void>;
}

/** A message of a process, or that it was lost and why. */
export type ProcessNews = { pid: number; bytes: Uint8Array<ArrayBuffer> } | { pid: number; lost: string };

/** How a process talks to the engine. */
export interface ProcessPort {
  send(message: Uint8Array<ArrayBuffer>): void;
  /** Gets it so many threads beside its own. */
  grow(threads: number): Promise<void>;
  /** What the engine has sent. */
  take(): Uint8Array<ArrayBuffer> | undefined;
  /** Resolves when there is something to take, or after this time. */
  wait(ms: number): Promise<void>;
}

/** The script is not bundled: each build's folder is copied whole and loaded at run time. */
export async function importGlue(address: string): Promise<Glue> {
  return (await import(/* @vite-ignore */ address)) as Glue;
}
