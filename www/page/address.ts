/** Addresses of this page. */

/** With what stands behind its `#`. What is shown in a frame stands for the whole page. */
export function addressOf(hash: string): string {
  if (location.pathname.endsWith("/embed.html")) return new URL(".", location.href).href + hash;
  return location.origin + location.pathname + location.search + hash;
}

/**
 * The address is changed, and added to the history only where something else is chosen to be run:
 * then going back chooses what was chosen before.
 */
export function showAddress(hash: string, isStep = false): void {
  const address = hash || location.pathname + location.search;
  if (isStep && hash !== location.hash) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
