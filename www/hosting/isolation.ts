/** How a service worker isolates a document where the host sends no headers. */

/** What a Chromium says of itself: `navigator.userAgentData`, on secure pages only. */
export interface Agent {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly platform: string;
}

/** The one header that isolates a document also in somebody else's frame. */
const OF_THE_DOCUMENT = { "Document-Isolation-Policy": "isolate-and-require-corp" };

/** Those that other browsers know, which isolate a top-level document and its own frames. */
const OF_THE_WINDOW = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/**
 * Never both: in Chromium a reload into another opener policy leaves the document of before in the
 * back/forward cache, and the next reload brings that one back.
 */
export function isolationHeaders(agent: Agent | null): Readonly<Record<string, string>> {
  return isolatesDocuments(agent) ? OF_THE_DOCUMENT : OF_THE_WINDOW;
}

/** Nothing in a page tells whether its browser knows the policy; only the version does. */
export function isolatesDocuments(agent: Agent | null): boolean {
  const chromium = agent?.brands.find(({ brand }) => brand === "Chromium");
  const first = agent?.platform === "Android" ? 146 : 137;
  return chromium !== undefined && Number(chromium.version) >= first;
}

export function agentOf(navigator: object): Agent | null {
  return "userAgentData" in navigator ? (navigator.userAgentData as Agent) : null;
}
