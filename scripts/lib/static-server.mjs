// Serves a folder on loopback, byte by byte as it is.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

/**
 * Shared memory needs cross-origin isolation. The first two headers isolate a top-level page, the
 * third one also a page in a frame (Chromium). The others let pages of other origins embed this
 * one, although they are isolated, and import the engine.
 */
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Document-Isolation-Policy": "isolate-and-require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".py": "text/x-python; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * @param {{ folder: string, port: number, isolated?: boolean, path?: string }} options
 *   `path` is where on the server the folder lies, with a slash at both ends
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects if the port is taken
 */
export function serveFolder({ folder, port, isolated = true, path = "/" }) {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const allowed = request.method === "GET" || request.method === "HEAD";
    const file = allowed ? fileOf(root, path, request.url ?? "/") : null;
    if (file) send(file, request.method === "HEAD", isolated ? ISOLATION : {}, response);
    else refuse(response, allowed ? 404 : 405);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("no port");
      const close = () =>
        new Promise((/** @type {(value: void) => void} */ done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${address.port}${path}`, close });
    });
  });
}

/** @param {string} root @param {string} prefix @param {string} url */
function fileOf(root, prefix, url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    if (!path.startsWith(prefix)) return null;
    const name = path.slice(prefix.length);
    // Links are followed first: nothing outside the folder is served.
    const file = realpathSync(
      join(root, name === "" || name.endsWith("/") ? `${name}index.html` : name),
    );
    const status = statSync(file);
    return file.startsWith(root + sep) && status.isFile()
      ? { path: file, size: status.size }
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {{ path: string, size: number }} file @param {boolean} headOnly
 * @param {Record<string, string>} headers @param {import("node:http").ServerResponse} response
 */
function send(file, headOnly, headers, response) {
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream",
    "Content-Length": file.size,
    "Cache-Control": "no-cache",
    ...headers,
  });
  if (headOnly) {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
}

/** @param {import("node:http").ServerResponse} response @param {404 | 405} status */
function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...ISOLATION });
  response.end(status === 404 ? "Not found\n" : "Only GET and HEAD\n");
}
