import { EngineError } from "./errors";
import type { BuildName } from "./load";
import {
  FIRST_HANDSHAKE_MS,
  HANDSHAKE_MS,
  type CallName,
  type Calls,
  type Compiled,
  type Device,
  type Ready,
  type Start,
} from "./protocol";
import { Session } from "./session";

/** A pool larger than this would cost more memory than phones give. */
const MOST_THREADS = 64;

/** Keeps one engine worker at hand: whatever ends it, the next one starts from the same module. */
export class Host {
  readonly #build: BuildName;
  readonly #compiled: Promise<Compiled>;
  readonly #device: Device;
  #threads: number;
  #session: Session;
  #closed: EngineError | null = null;

  constructor(build: BuildName, compiled: Promise<Compiled>) {
    this.#build = build;
    this.#compiled = compiled;
    this.#device = {
      isolated: crossOriginIsolated,
      cores: navigator.hardwareConcurrency || 1,
      userAgent: navigator.userAgent,
    };
    this.#threads = Math.min(this.#device.cores, MOST_THREADS);
    this.#session = this.#open();
  }

  /** The end of the handshake. A first try that takes long is given up for a second one. */
  get ready(): Promise<Ready> {
    return this.#begin();
  }

  async call<Name extends CallName>(
    name: Name,
    argument: Calls[Name]["argument"],
    onProgress?: (progress: Calls[Name]["progress"]) => void,
  ): Promise<Calls[Name]["answer"]> {
    if (this.#closed !== null) throw this.#closed;
    if (this.#session.ended) this.#session = this.#open();
    await this.#begin();
    return this.#session.call(name, argument, onProgress);
  }

  /** A pool is made once in the life of a worker, so a larger one needs another worker. */
  ensureThreads(count: number): void {
    const threads = Math.min(count, MOST_THREADS);
    if (this.#build === "single" || threads <= this.#threads) return;
    this.#threads = threads;
    this.restart(new EngineError("aborted", "The engine restarts with a larger thread pool."));
  }

  /** Starts the next worker at once, so that it is ready when it is needed. */
  restart(reason: EngineError): void {
    this.#session.end(reason);
    if (this.#closed === null) this.#session = this.#open();
  }

  close(reason: EngineError): void {
    this.#closed ??= reason;
    this.#session.end(reason);
  }

  /** A worker that never says anything, as Firefox had some of, does when it is started again. */
  async #begin(): Promise<Ready> {
    const first = this.#session;
    try {
      return await first.ready;
    } catch (thrown) {
      const stalled = thrown instanceof EngineError && thrown.kind === "worker" && !first.started;
      if (!stalled || this.#closed !== null) throw thrown;
      if (this.#session === first) this.#session = this.#open(HANDSHAKE_MS);
      return this.#session.ready;
    }
  }

  #open(handshakeMs = FIRST_HANDSHAKE_MS): Session {
    return new Session(this.#start(), handshakeMs, (broken) => {
      // One that never started would only fail again: the next call tries.
      if (broken.started && broken === this.#session) this.#session = this.#open();
    });
  }

  async #start(): Promise<Start> {
    const { glue, module } = await this.#compiled;
    const threads = this.#build === "threads" ? this.#threads : null;
    return { type: "start", glue, module, device: this.#device, threads };
  }
}
