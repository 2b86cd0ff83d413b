import type { ProcessHost } from "./glue";
import processScript from "./process?worker&url";
import { HANDSHAKE_MS, type Compiled, type FromProcess, type ToProcess } from "./protocol";
import { spawnWorker } from "./spawn";

/** The engine's processes: workers inside the engine worker, which end with it. */
export class Processes implements ProcessHost {
  readonly #compiled: Compiled;
  #processes: Process[] = [];

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  async spawn(count: number): Promise<void> {
    await this.join();
    this.#processes = Array.from({ length: count }, () => new Process());
    await this.#all(this.#processes.map((process) => process.start(this.#compiled)));
  }

  async load(requests: Uint8Array<ArrayBuffer>[]): Promise<void> {
    if (requests.length !== this.#processes.length) {
      throw new Error(`${requests.length} requests for ${this.#processes.length} processes`);
    }
    await this.#all(
      this.#processes.map((process, index) => process.load(requests[index] ?? new Uint8Array())),
    );
  }

  async run(): Promise<Uint8Array<ArrayBuffer>[]> {
    return this.#all(this.#processes.map((process) => process.run()));
  }

  async join(): Promise<void> {
    for (const process of this.#processes) process.end();
    this.#processes = [];
  }

  /** If one process fails, the others are of no use any more. */
  async #all<T>(answers: Promise<T>[]): Promise<T[]> {
    try {
      return await Promise.all(answers);
    } catch (thrown) {
      await this.join();
      throw thrown;
    }
  }
}

type Answer<Type extends FromProcess["type"]> = Extract<FromProcess, { type: Type }>;

/** One process. It is asked one thing at a time. */
class Process {
  readonly #worker = spawnWorker(processScript);
  #settle: { resolve: (answer: FromProcess) => void; reject: (error: Error) => void } | null = null;
  #failure: Error | null = null;

  constructor() {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<FromProcess>) => {
      if (data.type === "failed") this.#fail(new Error(data.message));
      else this.#settle?.resolve(data);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(new Error(event.message || "the script of a process could not be loaded"));
    });
    this.#worker.addEventListener("messageerror", () => {
      this.#fail(new Error("a message of a process could not be read"));
    });
  }

  async start({ glue, module }: Compiled): Promise<void> {
    const late = setTimeout(() => {
      this.#fail(new Error("a process did not start in time"));
    }, HANDSHAKE_MS);
    try {
      await this.#ask("ready", { type: "start", glue, module });
    } finally {
      clearTimeout(late);
    }
  }

  async load(request: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#ask("loaded", { type: "load", request }, [request.buffer]);
  }

  async run(): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes } = await this.#ask("result", { type: "run" });
    return bytes;
  }

  end(): void {
    this.#worker.terminate();
    this.#fail(new Error("the process was ended"));
  }

  async #ask<Type extends FromProcess["type"]>(
    expected: Type,
    message: ToProcess,
    transfer: Transferable[] = [],
  ): Promise<Answer<Type>> {
    if (this.#failure !== null) throw this.#failure;
    const answer = await new Promise<FromProcess>((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#worker.postMessage(message, transfer);
    });
    if (!isA(expected, answer)) throw new Error(`expected ${expected}, got ${answer.type}`);
    return answer;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle?.reject(this.#failure);
  }
}

function isA<Type extends FromProcess["type"]>(
  type: Type,
  answer: FromProcess,
): answer is Answer<Type> {
  return answer.type === type;
}
