/** Addresses of this page. */

/** With what stands behind its `#`. What is shown in a frame stands for the whole page. */
export function addressOf(hash: string): string {
  if (location.pathname.endsWith("/embed.html")) return new URL(".", location.href).href + hash;
  return location.origin + location.pathname + location.search + hash;
}

/** Going back leaves the page, as it should: the address is changed, not added to the history. */
export function showAddress(hash: string): void {
  history.replaceState(null, "", hash || location.pathname + location.search);
}
