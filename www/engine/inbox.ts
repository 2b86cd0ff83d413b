/** What has come, for one who takes it out. */
export class Inbox<T> {
  readonly #come: T[] = [];
  #wake: (() => void) | null = null;

  put(item: T): void {
    this.#come.push(item);
    this.#wake?.();
  }

  take(): T | undefined {
    return this.#come.shift();
  }

  /** Resolves when there is something to take, or after this time: what waits to be heard is heard. */
  wait(ms: number): Promise<void> {
    if (this.#come.length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        if (this.#wake === done) this.#wake = null;
        resolve();
      };
      const cancel = ms > 0 ? afterTime(done, ms) : afterOthers(done);
      this.#wake = done;
    });
  }
}

function afterTime(then: () => void, ms: number): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

/** A timer of no time waits for four milliseconds, when timers follow each other. */
function afterOthers(then: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", then);
  port1.start();
  port2.postMessage(null);
  return () => port1.close();
}
