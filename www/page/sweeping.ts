import type { Engine } from "../engine";
import { wasStopped } from "./failed";
import type { Sweeping } from "./state";

/** What the measuring of the trade needs of the page around it. */
export interface Bench {
  readonly engine: Engine | null;
  readonly busy: boolean;
  measure<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T>;
  redraw(): void;
}

/** What the switch interval costs and buys, on this device. */
export class Trade {
  state: Sweeping = { is: "none" };
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  readonly measure = async (): Promise<void> => {
    const { engine, busy } = this.#bench;
    if (engine === null || busy) return;
    this.#become({ is: "running", progress: null });
    try {
      const sweep = await this.#bench.measure((signal) =>
        engine.sweep(
          {},
          { onProgress: (progress) => this.#become({ is: "running", progress }), signal },
        ),
      );
      this.#become({ is: "done", sweep });
    } catch (error) {
      this.#become(wasStopped(error) ? { is: "none" } : { is: "failed", error });
    }
  };

  #become(state: Sweeping): void {
    this.state = state;
    this.#bench.redraw();
  }
}
