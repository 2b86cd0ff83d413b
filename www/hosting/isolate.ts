import { agentOf, isolatesDocuments } from "./isolation";
import { register, serviceWorkers, workerAddress } from "./register";

/** Who waits longer for the service worker goes on without it. */
const PATIENCE_MS = 20_000;

/**
 * Makes the page cross-origin isolated where its host's headers do not, by a service worker and one
 * reload. Resolves when nothing more can be done; where it reloads, never.
 */
export async function isolate(): Promise<void> {
  const wasReloaded = takeMark();
  if (crossOriginIsolated || wasReloaded || !canHelp()) return;
  const workers = serviceWorkers();
  // It has answered for this very page, and that was not enough.
  if (workers === null || workers.controller?.scriptURL === workerAddress()) return;
  try {
    await Promise.race([register(workers), patience()]);
  } catch {
    // Refused, or not installed in time: the page says what it can do without.
    return;
  }
  setMark();
  location.reload();
  await new Promise<never>(() => undefined);
}

/** In somebody else's frame only the policy for documents does. */
function canHelp(): boolean {
  return window.top === window || isolatesDocuments(agentOf(navigator));
}

/**
 * The mark that no page reloads twice: it belongs to this entry of this frame's history, survives
 * the reload and is gone afterwards. Frames of one origin would share a session's storage.
 */
const MARK = "reloaded to be isolated";

function setMark(): void {
  history.replaceState(MARK, "");
}

function takeMark(): boolean {
  if (history.state !== MARK) return false;
  history.replaceState(null, "");
  return true;
}

function patience(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The service worker took too long.")), PATIENCE_MS);
  });
}
