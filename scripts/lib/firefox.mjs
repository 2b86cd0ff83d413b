// The machine's own Firefox; none is ever downloaded.
import { which } from "./shell.mjs";

export function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const names = ["firefox", "firefox-esr"];
  return names.map(which).find((path) => path !== null) ?? null;
}
