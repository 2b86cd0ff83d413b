/** The script of the engine worker: it owns the engine and its thread pool. */
import type { Failure } from "../generated/types";
import { messageOf } from "./errors";
import { importGlue, type WasmEngine } from "./glue";
import { PageWorker } from "./page-worker";
import type { Call, Calls, CallName, FromEngine, Start, ToEngine } from "./protocol";
import { fillShelf } from "./shelf";
import { System } from "./system";

/** What one run of a sweep may take: the limit that the engine gives it. */
const SWEEP_RUN_MS = 120_000;

let engine: WasmEngine | undefined;
/** Loads the rest of the library if a program wants it. */
let equip: (source: string) => Promise<void>;
const system = new System(post);
// wasm-bindgen-rayon takes it from there.
Object.assign(globalThis, { Worker: PageWorker });

addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  if (data.type === "start") {
    start(data).catch((thrown: unknown) => post({ type: "refused", message: messageOf(thrown) }));
  } else if (data.type === "processLost") {
    system.lost(data.pid, data.message);
  } else {
    answer(data).then(
      (value) => post({ type: "answer", id: data.id, answer: value }),
      (thrown: unknown) => post(reasonFor(thrown, data.id)),
    );
  }
});

addEventListener("unhandledrejection", (event) => {
  post({ type: "crashed", fault: messageOf(event.reason) });
});

async function start({ glue: address, module, device, threads }: Start): Promise<void> {
  const glue = await importGlue(address);
  const { memory } = await glue.default({ module_or_path: module });
  if (threads !== null) await glue.initThreadPool(threads);
  engine = new glue.Engine(device);
  equip = async (source) => {
    if (!glue.wantsShelf(source)) return;
    await fillShelf(glue, address);
    system.wantsShelf = true;
  };
  post({
    type: "ready",
    environment: engine.environment(),
    models: engine.models(),
    programs: engine.programs(),
    stopFlag: threads === null ? null : { memory, address: glue.stopFlag() },
  });
}

async function answer(call: Call): Promise<Calls[CallName]["answer"]> {
  if (engine === undefined) {
    throw new Error("the engine was called before it was started");
  }
  const source = sourceOf(call.argument);
  if (source !== undefined) await equip(source);
  switch (call.name) {
    case "inspect":
      return engine.inspect(call.argument);
    case "parameters":
      return engine.parameters(call.argument);
    case "plan":
      return engine.plan(call.argument);
    case "run": {
      const { timeLimitMs } = engine.plan(call.argument);
      post({ type: "started", id: call.id, timeLimitMs });
      system.reset();
      return engine.run(call.argument, system, (progress) => {
        post({ type: "progress", id: call.id, progress });
      });
    }
    case "execute": {
      const timeLimitMs = engine.timeLimitMs(call.argument);
      post({ type: "started", id: call.id, timeLimitMs });
      system.reset();
      return engine.execute(call.argument, system, (pieces) => {
        post({ type: "progress", id: call.id, progress: pieces });
      });
    }
    case "sample": {
      const timeLimitMs = engine.timeLimitMs(call.argument);
      post({ type: "started", id: call.id, timeLimitMs });
      system.reset();
      return engine.sample(call.argument, system, (progress) => {
        // The processes of the run before, if it had any, are not those of the next one.
        if (progress.totalMs !== null) system.reset();
        post({ type: "progress", id: call.id, progress });
      });
    }
    case "compare":
      return engine.compare(call.argument);
    case "add":
      return engine.add(call.argument.before, call.argument.after);
    case "addScript":
      return engine.addScript(call.argument.before, call.argument.after);
    case "sweep":
      post({ type: "started", id: call.id, timeLimitMs: SWEEP_RUN_MS });
      return engine.sweep(call.argument, system, (progress) => {
        post({ type: "progress", id: call.id, progress });
      });
    case "analyzeScript":
      return engine.analyzeScript(call.argument);
    case "analyze":
      return engine.analyze(call.argument);
    case "script":
      return engine.script(call.argument.request, call.argument.template);
  }
}

/** The program that a call brings, if it does: callers may pass anything. */
function sourceOf(argument: unknown): string | undefined {
  if (typeof argument === "string") return argument;
  if (typeof argument !== "object" || argument === null) return undefined;
  if ("request" in argument) return sourceOf(argument.request);
  return "source" in argument ? sourceOf(argument.source) : undefined;
}

/** Only a failure that the engine itself tells of leaves it in a state to go on. */
function reasonFor(thrown: unknown, id: number): FromEngine {
  return isFailure(thrown)
    ? { type: "failed", id, failure: thrown }
    : { type: "crashed", fault: messageOf(thrown) };
}

function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === "object" && thrown !== null && "kind" in thrown && !(thrown instanceof Error)
  );
}

function post(message: FromEngine, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
