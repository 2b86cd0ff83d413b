/**
 * What stands in a link: an experiment, `#v=1&program=fib&workers=1,2`, with `source=` for a
 * program of the reader's own; or results, `#v=1&report=`.
 */
import type { Execution, Report, ScriptReport, Trace } from "../../generated/types";
import type { Choices } from "../choices";
import { clipped } from "../format";
import { argumentOf, parsers } from "./fields";
import type { Step } from "../lessons/step";
import { LONGEST_PACKED, pack, PackError, unpack } from "./pack";

/** Raised when old links would be misread; they are then translated, not refused. */
const VERSION = "1";

/** Of everything that is not packed. */
const LONGEST = 4000;
const ARGUMENT = "args.";

export interface Link {
  choices: Choices;
  /** The results that the link carries, as they came: of any form. Undefined if there are none. */
  report?: unknown;
  /** What could not be understood, for people. */
  problems: string[];
}

/** The link to an experiment. @throws PackError if the source is too long for one. */
export async function toHash(choices: Choices): Promise<string> {
  const { args = {}, source: written, stdin, ...others } = choices;
  const source = written === (await lessonOf(choices))?.step.source ? undefined : written;
  const entries = [
    ...Object.entries(others).map(([name, value]) => [name, String(value)]),
    ...Object.entries(args).map(([name, value]) => [ARGUMENT + name, JSON.stringify(value)]),
    ...(stdin === undefined ? [] : [["stdin", await pack(stdin)]]),
    ...(source === undefined ? [] : [["source", await pack(source)]]),
  ];
  return entries.length === 0 ? "" : hashOf(entries);
}

/** Does a link carry results? */
export function hasReport(hash: string): boolean {
  return new URLSearchParams(hash.replace(/^#/, "")).has("report");
}

/**
 * The link to results. What the workers did in each moment and what they printed is too much for
 * one, and left out.
 */
export async function toReportHash(report: Report): Promise<string> {
  const results = report.results.map((result) => {
    const tasks = result.tasks.map((task) => ({ ...task, output: "", outputCut: 0 }));
    return { ...result, tasks, trace: usedIn(result.trace), tracedSample: null };
  });
  return hashOf([["report", await pack(JSON.stringify({ ...report, results }))]]);
}

/** How the workers used their time, which the narrative is made of. */
function usedIn(trace: Trace | null): Trace | null {
  if (trace === null) return null;
  const lanes = trace.lanes.map(({ worker, timeUse }) => {
    return { worker, timeUse, states: [], endsMs: [], merged: [], places: [], at: [] };
  });
  return { ...trace, lanes, handOffs: [] };
}

/** The same of a script's report: what does not fit into a link is left out, the least needed first. */
export async function toScriptReportHash(report: ScriptReport): Promise<string> {
  return hashOf([["report", await packedReport(report)]]);
}

/** A script's report as it stands in a link, and in what embeds it. */
export async function packedReport(report: ScriptReport): Promise<string> {
  for (const shortened of [report, without(report, () => ({ trace: null }))]) {
    try {
      return await pack(JSON.stringify(shortened));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
    }
  }
  return pack(JSON.stringify(without(report, () => ({ trace: null, output: [], gap: null }))));
}

function without(report: ScriptReport, less: () => Partial<Execution>): ScriptReport {
  const results = report.results.map((result) => {
    const { execution } = result;
    return execution === null ? result : { ...result, execution: { ...execution, ...less() } };
  });
  return { ...report, results };
}

function hashOf(entries: string[][]): string {
  // A comma needs no escape here, and a link is read by people.
  return `#${String(new URLSearchParams([["v", VERSION], ...entries])).replaceAll("%2C", ",")}`;
}

export async function fromHash(hash: string): Promise<Link> {
  const text = hash.replace(/^#/, "");
  if (text === "") return { choices: {}, problems: [] };
  if (text.length > LONGEST + LONGEST_PACKED) return tooLong();
  const entries = [...new URLSearchParams(text)];
  const unpacked = entries.filter(([name]) => !PACKED.has(name));
  if (String(new URLSearchParams(unpacked)).length > LONGEST) return tooLong();
  const version = entries.find(([name]) => name === "v")?.[1];
  if (version !== VERSION) {
    return unreadable(
      version === undefined
        ? "The link does not say which version it is of, so its settings were not used."
        : `The link is of version ${quoted(version)}, which this page does not know, so its settings were not used.`,
    );
  }
  const link = read(unpacked.filter(([name]) => name !== "v"));
  return withLesson(await unpackInto(
    link,
    entries.filter(([name]) => PACKED.has(name)),
  ));
}

/** A step of a lesson brings its program, unless that was changed. */
async function withLesson(link: Link): Promise<Link> {
  const { lesson, step, ...others } = link.choices;
  if (lesson === undefined && step === undefined) return link;
  const found = await lessonOf(link.choices);
  if (found === undefined) {
    const problem = `There is no step ${step ?? 1} of a lesson ${quoted(lesson ?? "")}.`;
    return { ...link, choices: others, problems: [...link.problems, problem] };
  }
  return { ...link, choices: { source: found.step.source, ...link.choices, step: step ?? 1 } };
}

async function lessonOf({ lesson, step = 1 }: Choices): Promise<{ step: Step } | undefined> {
  if (lesson === undefined) return undefined;
  const { findStep } = await import("../lessons/lessons");
  return findStep(lesson, step);
}

function tooLong(): Link {
  return unreadable("The link is too long to be one of this page.");
}

function unreadable(problem: string): Link {
  return { choices: {}, problems: [problem] };
}

function read(entries: readonly (readonly [string, string])[]): Link {
  const found: [string, unknown][] = [];
  const args: [string, unknown][] = [];
  const problems: string[] = [];
  for (const [name, text] of entries) {
    const isArgument = name.startsWith(ARGUMENT);
    const value = isArgument ? argumentOf(text) : parsers.get(name)?.(text);
    if (value === undefined) {
      const what = `${quoted(name)} = ${quoted(text)}`;
      problems.push(`The link asks for ${what}, which this page does not understand.`);
    } else if (isArgument) {
      args.push([name.slice(ARGUMENT.length), value]);
    } else {
      found.push([name, value]);
    }
  }
  if (args.length > 0) found.push(["args", Object.fromEntries(args)]);
  return { choices: Object.fromEntries(found), problems };
}

/** The fields whose values are packed, by what people call them. */
const PACKED = new Map([
  ["source", "program"],
  ["stdin", "input"],
  ["report", "report"],
]);

async function unpackInto(link: Link, entries: readonly [string, string][]): Promise<Link> {
  const found = { ...link, problems: [...link.problems] };
  for (const [name, packed] of entries) {
    try {
      const text = await unpack(packed);
      if (name === "source" || name === "stdin") found.choices = { ...found.choices, [name]: text };
      else found.report = parsed(text);
    } catch (thrown) {
      if (!(thrown instanceof PackError)) throw thrown;
      found.problems.push(`The link's ${PACKED.get(name)} cannot be used: ${thrown.message}.`);
    }
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PackError("it is not JSON");
  }
}

function quoted(text: string): string {
  return `“${clipped(text, 40)}”`;
}
