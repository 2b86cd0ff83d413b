const bridges = new Map<string, string>();

/** Starts a module worker, wherever its script lies. */
export function spawnWorker(address: string): Worker {
  // Asked first: some browsers throw where the origins differ, others tell it later.
  return new URL(address, location.href).origin === origin
    ? new Worker(address, { type: "module" })
    : new Worker(bridgeTo(address));
}

/**
 * `Worker` refuses scripts of another origin, but a script of this one may import them. It is no
 * module itself: sandboxed frames that are isolated refuse those, too. What is sent before the
 * import is done is kept until then.
 */
function bridgeTo(address: string): string {
  const known = bridges.get(address);
  if (known !== undefined) return known;
  const script = `const early = [];
    const keep = (event) => early.push(event);
    addEventListener("message", keep);
    import(${JSON.stringify(address)}).then(() => {
      removeEventListener("message", keep);
      for (const { data, ports } of early) {
        dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
      }
    }).catch((error) => setTimeout(() => { throw error; }));`;
  const bridge = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  bridges.set(address, bridge);
  return bridge;
}
