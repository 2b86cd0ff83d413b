// What `npm run bench` may be asked for.
import { parseArgs } from "node:util";
import { Stop } from "../lib/step.mjs";

/** @typedef {ReturnType<typeof readOptions>} Options */

/** The part that times ordinary programs, and has a table of its own. */
export const ORDINARY = "ordinary";
/** The one that runs them by two workers, likewise. */
export const SCALING = "scaling";
/** The one that has threads share things, likewise. */
export const CONTENTION = "contention";
const TABLES = [ORDINARY, SCALING, CONTENTION];
const ROUNDS = 7;

/** @param {string[]} args */
export function readOptions(args) {
  const { only, program, rounds, write } = parse(args);
  const isWhole = program.length === 0 && only.every((name) => TABLES.includes(name));
  if (write && !isWhole) {
    const names = TABLES.join(", ");
    throw new Stop(`--write puts whole tables into the README: it goes with --only ${names} at most.`);
  }
  // What is said of these programs is about the first of their parts, unless another one is named.
  const isAboutPrograms = program.length > 0 || rounds !== undefined;
  const isNamed = only.some((name) => TABLES.includes(name));
  const count = Number(rounds ?? ROUNDS);
  if (!Number.isInteger(count) || count < 1) throw new Stop(`--rounds ${rounds}: not a count.`);
  return {
    /** Names of parts; none for all of them. */
    only: isAboutPrograms && !isNamed ? [...only, ORDINARY] : only,
    /** Names of programs of these parts; none for all of them. */
    programs: program,
    /** How often each of them is timed. */
    rounds: count,
    /** Put what is measured into the README. */
    write,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: "string", multiple: true },
        program: { type: "string", multiple: true },
        rounds: { type: "string" },
        write: { type: "boolean", default: false },
      },
    });
    const { only, program, rounds, write } = values;
    return { only: namesIn(only), program: namesIn(program), rounds, write };
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

/** An option may be given several times, or once with commas. @param {string[]} [given] */
function namesIn(given = []) {
  return given.flatMap((names) => names.split(","));
}
