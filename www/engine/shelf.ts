/** The part of the library that is no part of the engine: it is loaded when a program imports it. */
import type { Failure } from "../generated/types";
import { messageOf } from "./errors";
import type { Glue } from "./glue";

/** Fetches it from beside the build whose script is at this address. Rejects with a `Failure`. */
export async function fillShelf(glue: Glue, address: string): Promise<void> {
  const library = new URL("../library.json", address).href;
  let sources: unknown;
  try {
    const response = await fetch(library);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    sources = await response.json();
  } catch (thrown) {
    const message = `The library could not be loaded from ${library}: ${messageOf(thrown)}.`;
    // What the page tells of a run is no `Error`.
    // oxlint-disable-next-line no-throw-literal, only-throw-error
    throw { kind: "missing-library", message } satisfies Failure;
  }
  glue.fillShelf(sources);
}
