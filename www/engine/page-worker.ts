import type { FromEngine } from "./protocol";

/**
 * Stands for `Worker` where the pool's library starts its threads: the page starts them. A few of a
 * hundred times Firefox never runs a worker that a worker has started.
 */
export class PageWorker extends EventTarget {
  readonly #port: MessagePort;

  constructor() {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    port1.start();
    postMessage({ type: "thread", port: port2 } satisfies FromEngine, { transfer: [port2] });
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
}
