// The same program on the machine's own CPython.
import { output } from "../lib/shell.mjs";
import { Stop } from "../lib/step.mjs";

/** Times the call alone: starting Python and compiling the program are not counted. */
const SCRIPT = `
import json, sys, time
program = {"__name__": "program"}
exec(compile(sys.argv[1], "program", "exec"), program)
start = time.perf_counter()
program["task"](0, 1, **json.loads(sys.argv[2]))
print(time.perf_counter() - start)
`;

/** Milliseconds. @param {string} source @param {Record<string, number>} args */
export async function time(source, args) {
  const printed = await output("python3", ["-c", SCRIPT, source, JSON.stringify(args)]);
  // The program may print too; the time is the last line.
  const seconds = Number(printed?.trim().split("\n").at(-1));
  if (!(seconds > 0)) throw new Stop("python3 did not run the program. Is it installed?");
  return 1000 * seconds;
}

export async function version() {
  const printed = await output("python3", ["--version"]);
  if (printed === null) throw new Stop("python3 is not installed: the comparison needs it.");
  return printed.trim();
}
