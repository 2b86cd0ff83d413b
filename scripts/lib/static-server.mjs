// Serves a built site on loopback, as a good host does.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { HEADERS, cacheControl } from "../build/headers.mjs";

/** What a host sends that knows nothing of the site, as GitHub Pages does. */
const NO_SETTINGS = { "Cache-Control": "max-age=600" };

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".py": "text/x-python; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The best first, each with the ending of the files that are encoded so. */
const ENCODINGS = { br: ".br", gzip: ".gz" };

/**
 * @param {{ folder: string, port: number, isolated?: boolean, path?: string, policy?: string }}
 *   options without `isolated` it sends no header that the site asks for; `path` is where on the
 *   server the folder lies, with a slash at both ends; `policy` comes on top of the site's own
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects if the port is taken
 */
export function serveFolder({ folder, port, isolated = true, path = "/", policy }) {
  const own = HEADERS["Content-Security-Policy"];
  const strict = policy === undefined ? {} : { "Content-Security-Policy": `${own}, ${policy}` };
  const answer = answerFrom({
    folder,
    path,
    settings: (file) => ({ ...(isolated ? settingsFor(file) : NO_SETTINGS), ...strict }),
  });
  return listen(answer, port, path);
}

/**
 * @typedef {(request: import("node:http").IncomingMessage,
 *   response: import("node:http").ServerResponse) => void} Answer
 */

/**
 * With a folder's files.
 * @param {{ folder: string, path?: string, settings?: (file: string) => Record<string, string> }}
 *   options `settings` are the headers for a file, given by its path in the folder
 * @returns {Answer}
 */
export function answerFrom({ folder, path = "/", settings = settingsFor }) {
  const root = realpathSync(folder);
  return (request, response) => {
    const allowed = request.method === "GET" || request.method === "HEAD";
    const file = allowed ? fileOf(root, path, request.url ?? "/") : null;
    if (file === null) return refuse(response, allowed ? 404 : 405);
    const name = relative(root, file).split(sep).join("/");
    send(file, request, settings(name), response);
  };
}

/**
 * On loopback; at any free port if it is 0.
 * @param {Answer} answer @param {number} port
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects if the port is taken
 */
export function listen(answer, port, path = "/") {
  const server = createServer(answer);
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

/** @param {string} file */
function settingsFor(file) {
  return { ...HEADERS, "Cache-Control": cacheControl(file) };
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
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} file @param {import("node:http").IncomingMessage} request
 * @param {Record<string, string>} settings @param {import("node:http").ServerResponse} response
 */
function send(file, request, settings, response) {
  const { path, encoding } = smallest(file, request.headers["accept-encoding"] ?? "");
  const { size, mtimeMs } = statSync(path);
  const tag = `"${size.toString(36)}-${mtimeMs.toString(36)}${extname(path)}"`;
  const headers = { ...settings, ETag: tag, Vary: "Accept-Encoding" };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    ...encoding,
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": size,
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(path)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
}

/**
 * The file as the build compressed it, if the browser takes that.
 * @param {string} file @param {string} accepted
 */
function smallest(file, accepted) {
  for (const [name, ending] of Object.entries(ENCODINGS)) {
    const path = file + ending;
    const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    if (isThere && accepted.includes(name)) return { path, encoding: { "Content-Encoding": name } };
  }
  return { path: file, encoding: {} };
}

/** @param {import("node:http").ServerResponse} response @param {404 | 405} status */
function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...HEADERS });
  response.end(status === 404 ? "Not found\n" : "Only GET and HEAD\n");
}
