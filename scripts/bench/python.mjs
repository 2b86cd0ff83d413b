// The same program on the machine's own CPython, or the one that PYTHON=path names.
import { output } from "../lib/shell.mjs";
import { Stop } from "../lib/step.mjs";

/** @typedef {{ ms: number, result: string }} Timed of one call; the result is its `repr` */

/** Times the call alone: starting Python and compiling the program are not counted. */
export const TIMED = `
import json, time

def timed(source, arguments, warmups):
    program = {"__name__": "program"}
    exec(compile(source, "program", "exec"), program)
    arguments = json.loads(arguments)
    for _ in range(warmups):
        program["task"](0, 1, **arguments)
    start = time.perf_counter()
    result = program["task"](0, 1, **arguments)
    seconds = time.perf_counter() - start
    return json.dumps({"ms": 1000 * seconds, "result": repr(result)})
`;
const SCRIPT = `${TIMED}
import sys
print(timed(sys.argv[1], sys.argv[2], int(sys.argv[3])))
`;

const python = process.env["PYTHON"] ?? "python3";
/** One without a GIL, if there is one to compare with. */
const withoutGil = process.env["FREE_THREADED_PYTHON"];

/** Threads that all make the call, timed from when the first may begin until the last one has ended. */
const THREADS = `
import sys, threading, time

program = {"__name__": "program"}
exec(compile(sys.argv[1], "program", "exec"), program)
count = int(sys.argv[2])
ready = threading.Barrier(count + 1)

def run(worker):
    program["task"](worker, count)  # Warm up.
    ready.wait()
    program["task"](worker, count)

threads = [threading.Thread(target=run, args=(worker,)) for worker in range(count)]
for thread in threads:
    thread.start()
ready.wait()
start = time.perf_counter()
for thread in threads:
    thread.join()
print(1000 * (time.perf_counter() - start))
`;

/**
 * @param {string} source @param {Record<string, number>} args
 * @param {number} [warmups] calls before the one that is timed
 * @returns {Promise<Timed>}
 */
export async function time(source, args, warmups = 0) {
  const argument = JSON.stringify(args);
  const printed = await output(python, ["-c", SCRIPT, source, argument, String(warmups)]);
  // The program may print too; what was timed is the last line.
  const last = printed?.trim().split("\n").at(-1);
  if (last === undefined) throw new Stop(`${python} did not run the program. Is it installed?`);
  return JSON.parse(last);
}

export async function version() {
  const printed = await output(python, ["--version"]);
  if (printed === null) throw new Stop(`${python} is not installed: the comparison needs it.`);
  return printed.trim();
}

/** What the Python without a GIL is called; `null` if none is named. */
export async function freeThreaded() {
  if (withoutGil === undefined) return null;
  const asked = ["-c", "import sys; print(sys.version.split()[0], sys._is_gil_enabled())"];
  const [number, hasGil] = (await output(withoutGil, asked))?.trim().split(" ") ?? [];
  if (hasGil !== "False") throw new Stop(`${withoutGil} is no Python without a GIL.`);
  return `CPython ${number}`;
}

/**
 * How many milliseconds so many threads of it take, each with the whole job.
 * @param {string} source @param {number} threads
 */
export async function timeThreads(source, threads) {
  const printed = await output(withoutGil ?? python, ["-c", THREADS, source, String(threads)]);
  if (printed === null) throw new Stop(`${withoutGil} did not run the program.`);
  return Number(printed);
}
