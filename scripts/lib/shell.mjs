// Runs other programs.
import { spawn } from "node:child_process";
import { accessSync, constants, createWriteStream, mkdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Stop, seconds } from "./step.mjs";
import { cache, root } from "./paths.mjs";

// A shell that was open while rustup was installed does not have cargo's folder on its PATH yet.
const cargoBin = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin");
process.env.PATH = [process.env.PATH, cargoBin].join(delimiter);

/**
 * What still runs ends with this program, which may end because something else failed.
 * @type {Set<import("node:child_process").ChildProcess>}
 */
const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill();
});

/** The full path of a command, or null. @param {string} name */
export function which(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * What a command prints on its standard output; null if it fails or is not there.
 * @param {string} command @param {string[]} args @returns {Promise<string | null>}
 */
export function output(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? text : null));
  });
}

/**
 * Runs a command whose output is kept in a log and shown only if the command fails.
 * @param {string} name of the log
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<string>} its standard output
 */
export async function run(name, command, args, env) {
  const { code, text, stdout, log } = await record(name, command, args, env);
  if (code !== 0) {
    throw new Stop(
      `${text}\n${[command, ...args].join(" ")}\nended with ${code}. Its output is also in ${log}`,
    );
  }
  return stdout;
}

/**
 * Runs a command to its end, whatever that is. Says every half minute that it still runs.
 * @param {string} name of the log
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number | string, text: string, stdout: string, log: string }>}
 */
export function record(name, command, args, env = {}) {
  const log = join(cache, "logs", `${name}.log`);
  mkdirSync(join(cache, "logs"), { recursive: true });
  const file = createWriteStream(log);
  const start = performance.now();
  let text = "";
  let stdout = "";
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
        text += chunk;
        if (stream === child.stdout) stdout += chunk;
        file.write(chunk);
      });
    }
    const pulse = setInterval(() => {
      const last = text.trimEnd().split("\n").at(-1)?.trim().slice(0, 100) ?? "";
      console.log(`  … ${name} ${seconds(performance.now() - start)}  ${last}`);
    }, 30_000);
    const end = (/** @type {number | string} */ code) => {
      clearInterval(pulse);
      children.delete(child);
      file.end(() => resolve({ code, text, stdout, log }));
    };
    child.on("error", (error) => end(error.message));
    child.on("close", (code, signal) => end(code ?? signal ?? "no exit code"));
  });
}
