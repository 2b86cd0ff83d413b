/** The script of one process: a worker with a WebAssembly instance and memory of its own. */
import { faultOf, messageOf } from "./errors";
import { importGlue, type Glue } from "./glue";
import type { FromProcess, ProcessStart, ToProcess } from "./protocol";

addEventListener("message", ({ data }: MessageEvent<ProcessStart>) => {
  start(data).catch((thrown: unknown) => {
    answer(data.port, { type: "failed", message: messageOf(thrown) });
  });
});

async function start({ glue: address, module, port }: ProcessStart): Promise<void> {
  const glue = await importGlue(address);
  glue.initSync({ module });
  let interpreter: InstanceType<Glue["ProcessInterpreter"]> | undefined;
  port.addEventListener("message", ({ data }: MessageEvent<ToProcess>) => {
    try {
      if (data.type === "load") {
        interpreter = new glue.ProcessInterpreter(data.request);
        answer(port, { type: "loaded" });
      } else if (interpreter === undefined) {
        throw new Error("a process was run before it was loaded");
      } else {
        answer(port, { type: "result", bytes: interpreter.run() });
      }
    } catch (thrown) {
      answer(port, { type: "broken", fault: faultOf(thrown) });
    }
  });
  port.start();
  answer(port, { type: "ready" });
}

function answer(port: MessagePort, message: FromProcess): void {
  port.postMessage(message, message.type === "result" ? [message.bytes.buffer] : []);
}
