// What a host should say with every file of dist/. The server of `npm start` says it, and the
// settings for other hosts are made of it.

/**
 * Shared memory needs cross-origin isolation. The first two headers isolate a top-level page, the
 * third one also a page in a frame (Chromium). The next two let pages of other origins embed this
 * one, although they are isolated, and import the engine.
 */
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Document-Isolation-Policy": "isolate-and-require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/**
 * No request leaves the origin and no script or style is in the page itself. The engine compiles
 * WebAssembly, its thread pool starts from a blob, and pictures are drawn from one. Any page may
 * embed this one: it has nothing to lose.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export const HEADERS = {
  ...ISOLATION,
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
};

/** For what is in assets/, which has another name once it has another content. */
export const FOR_EVER = "public, max-age=31536000, immutable";

/** For everything else: it is asked for again, and sent again if it has changed. */
export const REVALIDATE = "no-cache";

/** @param {string} path in dist/ */
export function cacheControl(path) {
  return path.startsWith("assets/") ? FOR_EVER : REVALIDATE;
}
