const bridges = new Map<string, string>();

/** Starts a module worker, wherever its script lies. */
export function spawnWorker(address: string): Worker {
  try {
    return new Worker(address, { type: "module" });
  } catch (thrown) {
    if (!(thrown instanceof DOMException) || thrown.name !== "SecurityError") throw thrown;
    return new Worker(bridgeTo(address), { type: "module" });
  }
}

/** `Worker` refuses scripts of another origin, but a script of this one may import them. */
function bridgeTo(address: string): string {
  const known = bridges.get(address);
  if (known !== undefined) return known;
  const script = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  const bridge = URL.createObjectURL(script);
  bridges.set(address, bridge);
  return bridge;
}
