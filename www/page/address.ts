/** Addresses of this page. */

/** With what stands behind its `#`. */
export function addressOf(hash: string): string {
  return location.origin + location.pathname + location.search + hash;
}

/** Going back leaves the page, as it should: the address is changed, not added to the history. */
export function showAddress(hash: string): void {
  history.replaceState(null, "", hash || location.pathname + location.search);
}
