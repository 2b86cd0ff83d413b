import { register, serviceWorkers } from "./register";

/** A server on this machine is there without network, and the next one at its port is another's. */
const THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Keeps an isolated page, so that it opens without network from the next visit on. */
export async function keepForOffline(): Promise<void> {
  const workers = serviceWorkers();
  const isVisited = window.top === window && !THIS_MACHINE.has(location.hostname);
  if (!crossOriginIsolated || !isVisited || workers === null) return;
  // Where it is refused the page is none the worse.
  await register(workers).catch(() => undefined);
}
