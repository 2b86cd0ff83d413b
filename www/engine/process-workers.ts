import processScript from "./process?worker&url";
import type { Compiled, ProcessStart } from "./protocol";
import { spawnWorker } from "./spawn";

/**
 * The workers of the engine's processes. The page starts and ends them, not the engine's worker:
 * Chromium may never end a worker that is terminated while its own workers start or end.
 */
export class ProcessWorkers {
  #workers: Worker[] = [];

  spawn(ports: readonly MessagePort[], { glue, module }: Compiled, onLost: (message: string) => void): void {
    this.end();
    this.#workers = ports.map((port) => {
      const worker = spawnWorker(processScript);
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        onLost(event.message || "the script of a process could not be loaded");
      });
      worker.addEventListener("messageerror", () => onLost("a process could not read a message"));
      const start: ProcessStart = { glue, module, port };
      worker.postMessage(start, [port]);
      return worker;
    });
  }

  end(): void {
    for (const worker of this.#workers) worker.terminate();
    this.#workers = [];
  }
}
