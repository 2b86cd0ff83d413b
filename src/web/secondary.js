/**
 * Loads the secondary part of the WebAssembly, whose start puts its functions into a table of the
 * primary part, which calls them there. At once, since what calls is in the middle of something: a
 * worker may wait for a request like that.
 * @param {WebAssembly.Exports} primary
 * @returns {WebAssembly.Instance} the secondary part
 */
export function loadSecondary(primary) {
  const address = new URL("../../../../gil_playground_secondary.wasm", import.meta.url).href;
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
    if (request.status !== 200) throw new Error(`HTTP status ${request.status}`);
    return new WebAssembly.Instance(new WebAssembly.Module(request.response), { primary });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `A part of the engine could not be loaded from ${address}: ${reason}`;
    throw new Error(message, { cause });
  }
}
