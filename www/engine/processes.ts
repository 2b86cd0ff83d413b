import type { ProcessHost } from "./glue";
import { HANDSHAKE_MS, type FromEngine, type FromProcess, type ToProcess } from "./protocol";

type Post = (message: FromEngine, transfer: Transferable[]) => void;

/** The engine's processes as its worker sees them: the page starts and ends their workers. */
export class Processes implements ProcessHost {
  readonly #post: Post;
  #processes: Process[] = [];

  constructor(post: Post) {
    this.#post = post;
  }

  async spawn(count: number): Promise<void> {
    const channels = Array.from({ length: count }, () => new MessageChannel());
    const onFault = (fault: string): void => this.#post({ type: "crashed", fault }, []);
    this.#processes = channels.map(({ port1 }) => new Process(port1, onFault));
    const ports = channels.map(({ port2 }) => port2);
    this.#post({ type: "spawn", ports }, ports);
    await Promise.all(this.#processes.map((process) => process.started()));
  }

  async load(requests: Uint8Array<ArrayBuffer>[]): Promise<void> {
    if (requests.length !== this.#processes.length) {
      throw new Error(`${requests.length} requests for ${this.#processes.length} processes`);
    }
    await Promise.all(
      this.#processes.map((process, index) => process.load(requests[index] ?? new Uint8Array())),
    );
  }

  async run(): Promise<Uint8Array<ArrayBuffer>[]> {
    return Promise.all(this.#processes.map((process) => process.run()));
  }

  async join(): Promise<void> {
    this.lost("the process was ended");
    this.#processes = [];
    this.#post({ type: "join" }, []);
  }

  lost(message: string): void {
    for (const process of this.#processes) process.fail(new Error(message));
  }
}

type Answer<Type extends FromProcess["type"]> = Extract<FromProcess, { type: Type }>;

/** One process. It is asked one thing at a time. */
class Process {
  readonly #port: MessagePort;
  #settle: { resolve: (answer: FromProcess) => void; reject: (error: Error) => void } | null = null;
  #failure: Error | null = null;

  constructor(port: MessagePort, onFault: (fault: string) => void) {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<FromProcess>) => {
      if (data.type === "failed") this.fail(new Error(data.message));
      else if (data.type === "broken") onFault(data.fault);
      else this.#settle?.resolve(data);
    });
    port.addEventListener("messageerror", () => {
      this.fail(new Error("a message of a process could not be read"));
    });
    port.start();
  }

  /** Resolves when the process is ready. */
  async started(): Promise<void> {
    const late = setTimeout(() => this.fail(new Error("a process did not start in time")), HANDSHAKE_MS);
    try {
      await this.#answer("ready");
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

  fail(error: Error): void {
    this.#failure ??= error;
    this.#settle?.reject(this.#failure);
    this.#port.close();
  }

  #ask<Type extends FromProcess["type"]>(
    expected: Type,
    message: ToProcess,
    transfer: Transferable[] = [],
  ): Promise<Answer<Type>> {
    const answer = this.#answer(expected);
    this.#port.postMessage(message, transfer);
    return answer;
  }

  async #answer<Type extends FromProcess["type"]>(expected: Type): Promise<Answer<Type>> {
    if (this.#failure !== null) throw this.#failure;
    const answer = await new Promise<FromProcess>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#settle = null;
    if (!isOf(expected, answer)) throw new Error(`expected ${expected}, got ${answer.type}`);
    return answer;
  }
}

function isOf<Type extends FromProcess["type"]>(
  type: Type,
  answer: FromProcess,
): answer is Answer<Type> {
  return answer.type === type;
}
