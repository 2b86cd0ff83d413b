import { EngineError, messageOf } from "./errors";
import { ProcessWorkers } from "./process-workers";
import {
  type Call,
  type CallName,
  type Calls,
  type Compiled,
  type FromEngine,
  type Ready,
  type Start,
  type StopFlag,
  type ThreadStart,
  type ToEngine,
} from "./protocol";
import { spawnWorker } from "./spawn";
import { stop } from "./stop";
import threadScript from "./thread?worker&url";
import workerScript from "./worker?worker&url";

/** What a run may take beyond its time limit before its worker counts as lost. */
const GRACE_MS = 30_000;

/** Those whose end is watched for. */
const LONG_CALLS = new Set<CallName>(["run", "sample", "execute", "sweep"]);

interface Waiting {
  name: CallName;
  resolve: (answer: Calls[CallName]["answer"]) => void;
  reject: (error: EngineError) => void;
  /** What it is told of depends on the call. */
  onProgress: ((progress: never) => void) | undefined;
}

/** The life of one engine worker and its processes, from its start until it is ended or breaks. */
export class Session {
  /** Settles at the end of the handshake. */
  readonly ready: Promise<Ready>;
  readonly #worker = spawnWorker(workerScript);
  readonly #processes = new ProcessWorkers({
    onLost: (pid, message) => this.#lose(pid, message),
    onThread: (thread) => this.#watchErrors(thread),
  });
  readonly #threads: Worker[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #onBreak: (session: Session) => void;
  #handshake: { resolve: (ready: Ready) => void; reject: (error: EngineError) => void } | null = null;
  #started = false;
  #compiled: Compiled | null = null;
  #stopFlag: StopFlag | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timeLimitMs = 0;
  #lastId = 0;
  #end: EngineError | null = null;

  /** The worker starts while the module is still being compiled. */
  constructor(
    start: Promise<Start>,
    handshakeMs: number,
    onBreak: (session: Session) => void,
  ) {
    this.#onBreak = onBreak;
    this.ready = new Promise((resolve, reject) => {
      this.#handshake = { resolve, reject };
    });
    // Who calls finds out; nobody needs to have been waiting.
    this.ready.catch(() => undefined);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
      this.#receive(data);
    });
    this.#watchErrors(this.#worker);
    this.#worker.addEventListener("messageerror", () => {
      this.#break(EngineError.ofFault("a message of the engine could not be read"));
    });
    start.then(
      (message) => {
        if (this.#end !== null) return;
        this.#compiled = message;
        this.#post(message);
        this.#watch(handshakeMs, "The engine's worker did not start in time.");
      },
      (thrown: unknown) => {
        this.end(thrown instanceof EngineError ? thrown : new EngineError("load", messageOf(thrown)));
      },
    );
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  /** Did its handshake succeed? */
  get started(): boolean {
    return this.#started;
  }

  async call<Name extends CallName>(
    name: Name,
    argument: Calls[Name]["argument"],
    onProgress?: (progress: Calls[Name]["progress"]) => void,
  ): Promise<Calls[Name]["answer"]> {
    await this.ready;
    if (this.#end !== null) throw this.#end;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<Calls[Name]["answer"]>((resolve, reject) => {
      this.#waiting.set(id, { name, resolve, reject, onProgress });
      this.#post({ type: "call", id, name, argument } as Call);
    });
  }

  /** Ends the worker, and with it whatever it started. Every open call rejects with the reason. */
  end(reason: EngineError): void {
    if (this.#end !== null) return;
    this.#end = reason;
    clearTimeout(this.#timer);
    stop(this.#stopFlag);
    this.#worker.terminate();
    for (const thread of this.#threads) thread.terminate();
    this.#processes.endAll();
    this.#handshake?.reject(reason);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #receive(message: FromEngine): void {
    switch (message.type) {
      case "ready":
        clearTimeout(this.#timer);
        this.#started = true;
        this.#stopFlag = message.stopFlag;
        this.#handshake?.resolve(message);
        break;
      case "refused":
        this.#break(new EngineError("load", message.message));
        break;
      case "crashed":
        this.#break(EngineError.ofFault(message.fault));
        break;
      case "started":
        this.#timeLimitMs = message.timeLimitMs;
        this.#watchRun();
        break;
      case "progress":
        this.#watchRun();
        this.#waiting.get(message.id)?.onProgress?.(message.progress as never);
        break;
      case "thread":
        this.#startThread(message.port);
        break;
      case "process":
        this.#startProcess(message);
        break;
      case "processEnd":
        this.#processes.end(message.pid);
        break;
      case "answer":
        this.#take(message.id)?.resolve(message.answer);
        break;
      case "failed":
        this.#take(message.id)?.reject(EngineError.from(message.failure));
        break;
    }
  }

  #watchErrors(worker: Worker): void {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      // What a policy refuses is no `ErrorEvent`, and says nothing.
      const said = "message" in event ? event.message : "";
      const fault = withoutKind(said);
      const notThere = "The engine's worker could not be loaded.";
      this.#break(fault ? EngineError.ofFault(fault) : new EngineError("load", notThere));
    });
  }

  /** A panic is a fault; what else ends a process, the engine tells of. */
  #lose(pid: number, message: string): void {
    const fault = withoutKind(message);
    if (fault.startsWith("panicked at ")) this.#break(EngineError.ofFault(fault));
    else this.#post({ type: "processLost", pid, message });
  }

  #startThread(port: MessagePort): void {
    if (this.#end !== null) return;
    const thread = spawnWorker(threadScript);
    this.#watchErrors(thread);
    thread.postMessage({ port, first: null } satisfies ThreadStart, [port]);
    this.#threads.push(thread);
  }

  #startProcess({ pid, port, wantsShelf }: Extract<FromEngine, { type: "process" }>): void {
    // A message may still come from a worker that was ended.
    if (this.#compiled === null || this.#end !== null) return;
    const { glue, module } = this.#compiled;
    const first = this.#stopFlag?.memory ?? null;
    this.#processes.start(pid, { glue, module, first, wantsShelf, port });
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting !== undefined && LONG_CALLS.has(waiting.name)) clearTimeout(this.#timer);
    return waiting;
  }

  /** A thread that dies takes its news with it: only silence tells that the engine waits for ever. */
  #watchRun(): void {
    this.#watch(this.#timeLimitMs + GRACE_MS, "The engine stopped answering.");
  }

  #watch(ms: number, message: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#break(new EngineError("worker", message)), ms);
  }

  #break(reason: EngineError): void {
    if (this.#end !== null) return;
    this.end(reason);
    this.#onBreak(this);
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}

/** Browsers put an error's name before its message. */
function withoutKind(said: string): string {
  return said.replace(/^(Uncaught )?Error: /, "");
}
