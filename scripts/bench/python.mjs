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
