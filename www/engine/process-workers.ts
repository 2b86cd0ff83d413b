import type {
  FromProcessWorker,
  ProcessStart,
  StopFlag,
  ThreadStart,
} from "./protocol";
import { stop } from "./stop";
import processScript from "./process?worker&url";
import { spawnWorker } from "./spawn";
import threadScript from "./thread?worker&url";

interface ProcessWorker {
  /** Its own, and those of its threads. */
  workers: Worker[];
  stopFlag: StopFlag | null;
}

/** What the page hears of the workers of processes. */
export interface ProcessWorkersEvents {
  /** One could not be started. */
  onLost(pid: number, message: string): void;
  /** A thread of one was started: whether it breaks is to be watched. */
  onThread(thread: Worker): void;
}

/**
 * The workers of processes, each with those of its threads. The page starts and ends them, not the
 * engine's worker: Chromium may never end a worker that is terminated while its own workers start or
 * end.
 */
export class ProcessWorkers {
  readonly #events: ProcessWorkersEvents;
  readonly #processes = new Map<number, ProcessWorker>();

  constructor(events: ProcessWorkersEvents) {
    this.#events = events;
  }

  start(pid: number, start: ProcessStart): void {
    const worker = spawnWorker(processScript);
    const process: ProcessWorker = { workers: [worker], stopFlag: null };
    this.#processes.set(pid, process);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#events.onLost(pid, event.message || "the script of a process could not be loaded");
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromProcessWorker>) => {
      if (this.#processes.get(pid) !== process) return;
      if (data.type === "stoppable") {
        process.stopFlag = data.stopFlag;
        return;
      }
      const thread = spawnWorker(threadScript);
      this.#events.onThread(thread);
      thread.postMessage({ port: data.port, first: start.first } satisfies ThreadStart, [data.port]);
      process.workers.push(thread);
    });
    worker.postMessage(start, [start.port]);
  }

  end(pid: number): void {
    const process = this.#processes.get(pid);
    if (process === undefined) return;
    this.#processes.delete(pid);
    stop(process.stopFlag);
    for (const worker of process.workers) worker.terminate();
  }

  endAll(): void {
    for (const pid of this.#processes.keys()) this.end(pid);
  }
}
