// The same program in Pyodide, CPython compiled to WebAssembly: in the same Chromium, in a worker.
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { serveFolder } from "../lib/static-server.mjs";
import { Stop } from "../lib/step.mjs";
import { TIMED } from "./python.mjs";

/** @typedef {import("./python.mjs").Timed} Timed */

/** @param {string} url where the package is served @param {string} definitions in Python */
const script = (url, definitions) => `
  import { loadPyodide } from ${JSON.stringify(`${url}pyodide.mjs`)};
  const pyodide = await loadPyodide({ indexURL: ${JSON.stringify(url)} });
  pyodide.runPython(${JSON.stringify(definitions)});
  const timed = pyodide.globals.get("timed");
  addEventListener("message", ({ data: [source, args, warmups] }) => {
    try {
      postMessage(JSON.parse(timed(source, args, warmups)));
    } catch (error) {
      postMessage({ error: String(error) });
    }
  });
  const python = pyodide.runPython("import platform; platform.python_version()");
  postMessage("Pyodide " + pyodide.version + " (CPython " + python + ")");
`;

/** @param {import("@playwright/test").Page} page that is free: Pyodide has an origin of its own */
export async function openPyodide(page) {
  const server = await serveFolder({ folder: join(root, "node_modules/pyodide"), port: 0 });
  await page.goto(`${server.url}package.json`);
  const { worker, version } = await handles(page, script(server.url, TIMED));
  return {
    /** Its name, with its versions. */
    version,
    /**
     * @param {string} source @param {Record<string, number>} args
     * @param {number} warmups calls before the one that is timed
     * @returns {Promise<Timed>}
     */
    async time(source, args, warmups) {
      const answer = await worker.evaluate(
        (it, wanted) =>
          new Promise((/** @type {(answer: Timed | { error: string }) => void} */ resolve) => {
            it.addEventListener("message", ({ data }) => resolve(data), { once: true });
            it.postMessage(wanted);
          }),
        [source, JSON.stringify(args), warmups],
      );
      if ("error" in answer) throw new Stop(`Pyodide: ${answer.error}`);
      return answer;
    },
    async close() {
      await page.close();
      await server.close();
    },
  };
}

/** A worker that has said what it is. @param {import("@playwright/test").Page} page @param {string} text */
async function handles(page, text) {
  const worker = await page.evaluateHandle((module) => {
    const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
    return new Worker(address, { type: "module" });
  }, text);
  const version = await worker.evaluate(
    (it) =>
      new Promise((/** @type {(version: string) => void} */ resolve, reject) => {
        it.addEventListener("message", ({ data }) => resolve(data), { once: true });
        it.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
      }),
  );
  return { worker, version };
}
