// The machine's own Chromium; none is ever downloaded.
import { which } from "./shell.mjs";

export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.map(which).find((path) => path !== null) ?? null;
}

export function findChromedriver() {
  return which("chromedriver");
}

/** For a browser that has no screen, may run as root, and must not phone home. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
