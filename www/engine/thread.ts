/** The script of one thread of the pool: what wasm-bindgen-rayon's own does, at the end of a port. */
import { importGlue } from "./glue";
import type { ThreadInit, ThreadStart } from "./protocol";

addEventListener("message", ({ data: { port, first } }: MessageEvent<ThreadStart>) => {
  port.addEventListener("message", ({ data }: MessageEvent<ThreadInit>) => {
    start(data, port, first).catch((thrown: unknown) => {
      // Nobody waits for it: the page is told.
      setTimeout(() => {
        throw thrown;
      });
    });
  });
  port.start();
});

async function start(
  { mainJS, module, memory, receiver }: ThreadInit,
  port: MessagePort,
  first: WebAssembly.Memory | null,
): Promise<void> {
  const glue = await importGlue(mainJS);
  await glue.default({ module_or_path: module, memory });
  if (first !== null) glue.reachMemory(first);
  port.postMessage({ type: "wasm_bindgen_worker_ready" });
  glue.wbg_rayon_start_worker(receiver);
}
