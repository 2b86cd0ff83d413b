/** The script of one process: a worker with a WebAssembly instance and memory of its own. */
import { faultOf, messageOf } from "./errors";
import { importGlue, type ProcessPort } from "./glue";
import { Inbox } from "./inbox";
import { PageWorker } from "./page-worker";
import { fillShelf } from "./shelf";
import type { FromProcess, FromProcessWorker, ProcessStart } from "./protocol";

// wasm-bindgen-rayon takes it from there.
Object.assign(globalThis, { Worker: PageWorker });

addEventListener("message", ({ data }: MessageEvent<ProcessStart>) => {
  start(data).catch((thrown: unknown) => {
    tell(data.port, { type: "failed", message: messageOf(thrown) });
  });
});

async function start({ glue: address, module, first, wantsShelf, port }: ProcessStart): Promise<void> {
  const inbox = new Inbox<Uint8Array<ArrayBuffer>>();
  port.addEventListener("message", ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
    inbox.put(data);
  });
  port.start();
  const glue = await importGlue(address);
  const { memory } = await glue.default({ module_or_path: module });
  if (first !== null) {
    glue.reachMemory(first);
    const stopFlag = { memory, address: glue.stopFlag() };
    postMessage({ type: "stoppable", stopFlag } satisfies FromProcessWorker);
  }
  if (wantsShelf) await fillShelf(glue, address);
  const self: ProcessPort = {
    send: (bytes) => tell(port, { type: "said", bytes }),
    grow: (threads) => glue.initThreadPool(threads),
    take: () => inbox.take(),
    wait: (ms) => inbox.wait(ms),
  };
  let beginning = inbox.take();
  for (; beginning === undefined; beginning = inbox.take()) await inbox.wait(1_000);
  glue.liveAsProcess(beginning, self).catch((thrown: unknown) => {
    tell(port, { type: "broken", fault: faultOf(thrown) });
  });
}

function tell(port: MessagePort, message: FromProcess): void {
  port.postMessage(message, message.type === "said" ? [message.bytes.buffer] : []);
}
