/** The script of one process: a worker with a WebAssembly instance and memory of its own. */
import { messageOf } from "./errors";
import { importGlue, type Glue } from "./glue";
import type { FromProcess, ToProcess } from "./protocol";

let glue: Glue | undefined;
let interpreter: { run(): Uint8Array<ArrayBuffer> } | undefined;

addEventListener("message", ({ data }: MessageEvent<ToProcess>) => {
  answer(data).then(post, (thrown: unknown) => post({ type: "failed", message: messageOf(thrown) }));
});

async function answer(message: ToProcess): Promise<FromProcess> {
  switch (message.type) {
    case "start":
      glue = await importGlue(message.glue);
      glue.initSync({ module: message.module });
      return { type: "ready" };
    case "load":
      if (glue === undefined) throw new Error("a process was loaded before it was started");
      interpreter = new glue.ProcessInterpreter(message.request);
      return { type: "loaded" };
    case "run":
      if (interpreter === undefined) throw new Error("a process was run before it was loaded");
      return { type: "result", bytes: interpreter.run() };
  }
}

function post(message: FromProcess): void {
  const transfer = message.type === "result" ? [message.bytes.buffer] : [];
  postMessage(message, { transfer });
}
