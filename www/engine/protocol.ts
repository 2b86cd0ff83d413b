/** The messages between the page, the engine worker and its child processes. */
import type {
  Comparison,
  Environment,
  ExecuteRequest,
  Execution,
  Failure,
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

/** What the engine worker can be asked for, what it answers, and what it tells of before. */
export interface Calls {
  inspect: { argument: string; answer: Inspection; progress: never };
  parameters: { argument: string; answer: Parameter[]; progress: never };
  plan: { argument: PlanRequest; answer: Plan; progress: never };
  run: { argument: PlanRequest; answer: Report; progress: Progress };
  sample: { argument: ExecuteRequest; answer: ScriptReport; progress: ScriptProgress };
  execute: { argument: ExecuteRequest; answer: Execution; progress: OutputPiece[] };
  compare: { argument: readonly Execution[]; answer: Comparison; progress: never };
  add: { argument: Pair<Report>; answer: Report; progress: never };
  addScript: { argument: Pair<ScriptReport>; answer: ScriptReport; progress: never };
  sweep: { argument: SweepRequest; answer: Sweep; progress: SweepProgress };
  /** Of any origin: it is checked. */
  analyze: { argument: unknown; answer: Report; progress: never };
  analyzeScript: { argument: unknown; answer: ScriptReport; progress: never };
  script: { argument: { request: PlanRequest; template: string }; answer: string; progress: never };
}

/** Two reports of one plan. */
interface Pair<T> {
  before: T;
  after: T;
}

export type CallName = keyof Calls;

/** What the page knows about the device and a worker may not. */
export interface Device {
  isolated: boolean;
  cores: number;
  userAgent: string;
}

/** A compiled build: its module, and the address of the script that goes with it. */
export interface Compiled {
  glue: string;
  module: WebAssembly.Module;
}

export interface Start extends Compiled {
  type: "start";
  device: Device;
  /** Size of the thread pool; null in the build that has none. */
  threads: number | null;
}

export type Call = {
  [Name in CallName]: { type: "call"; id: number; name: Name; argument: Calls[Name]["argument"] };
}[CallName];

export type ToEngine =
  | Start
  | Call
  /** A process could not be started. */
  | { type: "processLost"; pid: number; message: string };

/** A byte in the memory that the engine's threads share: when it is 1, all of them stop. */
export interface StopFlag {
  memory: WebAssembly.Memory;
  address: number;
}

/** The end of the handshake, with everything about the engine that does not change. */
export interface Ready {
  type: "ready";
  environment: Environment;
  models: ModelInfo[];
  programs: ProgramInfo[];
  /** Null in the build without shared memory. */
  stopFlag: StopFlag | null;
}

export type FromEngine =
  | Ready
  /** The engine could not start. */
  | { type: "refused"; message: string }
  /** A run begins; none of its parts may take longer than this. */
  | { type: "started"; id: number; timeLimitMs: number }
  | { type: "progress"; id: number; progress: Calls[CallName]["progress"] }
  | { type: "answer"; id: number; answer: Calls[CallName]["answer"] }
  | { type: "failed"; id: number; failure: Failure }
  /** Start a thread of the pool, which is told by this port what to do. */
  | { type: "thread"; port: MessagePort }
  /** Start a process, which talks to the engine by this port. */
  | { type: "process"; pid: number; port: MessagePort; wantsShelf: boolean }
  /** End it. */
  | { type: "processEnd"; pid: number }
  /** Something broke that is nobody's request's fault; the worker is of no further use. */
  | { type: "crashed"; fault: string };

/** From the page to a thread: the first message, and the only one that is not sent by the port. */
export interface ThreadStart {
  port: MessagePort;
  /** If it is one of a process: the memory of the first process. */
  first: WebAssembly.Memory | null;
}

/** From wasm-bindgen-rayon to a thread. */
export interface ThreadInit {
  mainJS: string;
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  receiver: number;
}

/** From the page to a process: the first message, and the only one that is not sent by the port. */
export interface ProcessStart extends Compiled {
  /** The memory of the first process, in the build that has threads. */
  first: WebAssembly.Memory | null;
  /** Does its program need more of the library than the engine has? */
  wantsShelf: boolean;
  port: MessagePort;
}

/** From a process to the page. */
export type FromProcessWorker =
  /** How its threads are stopped. */
  | { type: "stoppable"; stopFlag: StopFlag }
  | Extract<FromEngine, { type: "thread" }>;

/** From a process to the engine. What goes the other way is bytes, and nothing else. */
export type FromProcess =
  | { type: "said"; bytes: Uint8Array<ArrayBuffer> }
  /** It could not be started. */
  | { type: "failed"; message: string }
  /** A fault of the engine. */
  | { type: "broken"; fault: string };

/** How long a worker may take to say that it is ready, once it has all it needs. */
export const HANDSHAKE_MS = 20_000;

/** The same for an engine's first try: see `Host`. */
export const FIRST_HANDSHAKE_MS = 6_000;
