import { vi } from "vitest";
import type { Plan } from "../../generated/types";
import type { Call, FromEngine, ProcessStart, Start, ToEngine } from "../protocol";

/** A worker that does what a test tells it. */
export class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  /** What every new worker does on its own. */
  static onStart: (worker: FakeWorker, start: Start) => void = (worker) => worker.ready();

  readonly calls: Call[] = [];
  start: Start | null = null;
  readonly lost: number[] = [];
  terminated = false;

  constructor() {
    super();
    FakeWorker.all.push(this);
  }

  static get last(): FakeWorker {
    const last = FakeWorker.all.at(-1);
    if (last === undefined) throw new Error("no worker was started");
    return last;
  }

  static get alive(): number {
    return FakeWorker.all.filter((worker) => !worker.terminated).length;
  }

  postMessage(message: ToEngine | ProcessStart): void {
    // A process; the tests look only at whether it lives.
    if (!("type" in message)) return;
    if (message.type === "processLost") this.lost.push(message.pid);
    if (message.type !== "start" && message.type !== "call") return;
    if (message.type === "start") {
      this.start = message;
      queueMicrotask(() => FakeWorker.onStart(this, message));
      return;
    }
    this.calls.push(message);
    if (message.name === "plan") {
      const plan = { workers: message.argument.workers ?? [1] } as Plan;
      queueMicrotask(() => this.say({ type: "answer", id: message.id, answer: plan }));
    }
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: FromEngine): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  ready(): void {
    this.say({
      type: "ready",
      environment: {
        isolated: true,
        cores: 2,
        timerStepUs: 5,
        build: this.start?.threads === null ? "single" : "threads",
        version: "0",
        userAgent: "",
      },
      models: [],
      programs: [],
      stopFlag: null,
    });
  }

  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }

  /** The call of this name, as soon as it has come. */
  call(name: Call["name"]): Promise<Call> {
    return vi.waitFor(() => {
      const call = this.calls.find((candidate) => candidate.name === name);
      if (call === undefined) throw new Error(`${name} was not called`);
      return call;
    });
  }
}

/** A browser with two cores whose server has empty builds. */
export function stubBrowser({ isolated }: { isolated: boolean }): void {
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  FakeWorker.all = [];
  FakeWorker.onStart = (worker) => worker.ready();
  vi.stubGlobal("location", new URL("http://localhost/"));
  vi.stubGlobal("origin", location.origin);
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("crossOriginIsolated", isolated);
  vi.stubGlobal("navigator", { hardwareConcurrency: 2, userAgent: "" });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(empty)));
}
