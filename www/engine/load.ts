import { EngineError, messageOf } from "./errors";
import type { Compiled } from "./protocol";

export type BuildName = "threads" | "single";

/**
 * The one place that decides between the builds. Only isolation tells whether workers may share
 * memory: a shared memory can be made without it, and then not be posted. A frame that is sandboxed
 * from its own origin may be isolated, but its workers may start no workers: no thread pool.
 */
export function preferredBuild(): BuildName {
  return crossOriginIsolated && globalThis.origin !== "null" ? "threads" : "single";
}

/** Fetches and compiles a build. The compiled module is all that later starts need. */
export async function compile(name: BuildName, folders: URL): Promise<Compiled> {
  const glue = new URL(`${name}/gil_playground.js`, folders).href;
  const address = new URL(`${name}/gil_playground_bg.wasm`, folders).href;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return { glue, module: await compileResponse(response) };
  } catch (thrown) {
    throw new EngineError("load", `The engine could not be loaded from ${address}: ${messageOf(thrown)}.`);
  }
}

/** Compiling while loading insists on the right MIME type, which not every host sends. */
async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
