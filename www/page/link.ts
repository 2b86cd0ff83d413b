/** Choices as they stand in a link: `#v=1&program=fib&workers=1,2`. */
import type { Argument } from "../generated/types";
import type { Choices } from "./choices";
import { clipped } from "./format";

/** Raised when old links would be misread; they are then translated, not refused. */
const VERSION = "1";

const LONGEST = 4000;
const ARGUMENT = "args.";

export interface Link {
  choices: Choices;
  /** What could not be understood, for people. */
  problems: string[];
}

export function toHash({ args = {}, ...choices }: Choices): string {
  const entries = [
    ...Object.entries(choices).map(([name, value]) => [name, String(value)]),
    ...Object.entries(args).map(([name, value]) => [ARGUMENT + name, JSON.stringify(value)]),
  ];
  if (entries.length === 0) return "";
  // A comma needs no escape here, and a link is read by people.
  return `#${String(new URLSearchParams([["v", VERSION], ...entries])).replaceAll("%2C", ",")}`;
}

export function fromHash(hash: string): Link {
  const text = hash.replace(/^#/, "");
  if (text === "") return { choices: {}, problems: [] };
  if (text.length > LONGEST) return unreadable("The link is too long to be one of this page.");
  const entries = [...new URLSearchParams(text)];
  const version = entries.find(([name]) => name === "v")?.[1];
  if (version !== VERSION) {
    return unreadable(
      version === undefined
        ? "The link does not say which version it is of, so its settings were not used."
        : `The link is of version ${quoted(version)}, which this page does not know, so its settings were not used.`,
    );
  }
  return read(entries.filter(([name]) => name !== "v"));
}

function unreadable(problem: string): Link {
  return { choices: {}, problems: [problem] };
}

function read(entries: readonly (readonly [string, string])[]): Link {
  const found: [string, unknown][] = [];
  const args: [string, Argument][] = [];
  const problems: string[] = [];
  for (const [name, text] of entries) {
    const parse = parsers.get(name);
    const value = name.startsWith(ARGUMENT) ? argumentOf(text) : parse?.(text);
    if (value !== undefined && name.startsWith(ARGUMENT)) {
      args.push([name.slice(ARGUMENT.length), value as Argument]);
    } else if (value !== undefined) {
      found.push([name, value]);
    } else {
      const what = `${quoted(name)} = ${quoted(text)}`;
      problems.push(`The link asks for ${what}, which this page does not understand.`);
    }
  }
  if (args.length > 0) found.push(["args", Object.fromEntries(args)]);
  return { choices: Object.fromEntries(found), problems };
}

/** How each choice is read: undefined if it cannot be. Whether it can be run is for the engine to say. */
const parsers = new Map<string, (text: string) => unknown>([
  ["program", nameOf],
  ["size", oneOf("default", "auto")],
  ["models", listOf(nameOf)],
  ["workers", listOf(numberOf)],
  ["work", oneOf("split", "repeat")],
  ["samples", numberOf],
  ["warmups", numberOf],
  ["switchIntervalMs", numberOf],
]);

function nameOf(text: string): string | undefined {
  return /^[\w-]{1,40}$/.test(text) ? text : undefined;
}

function numberOf(text: string): number | undefined {
  return /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

function oneOf(...known: string[]): (text: string) => string | undefined {
  return (text) => known.find((candidate) => candidate === text);
}

function listOf<T>(parse: (text: string) => T | undefined): (text: string) => T[] | undefined {
  return (text) => {
    const items = text.split(",").map(parse);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
}

function argumentOf(text: string): Argument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isArgument = ["number", "boolean", "string"].includes(typeof value);
    return isArgument ? (value as Argument) : undefined;
  } catch {
    return undefined;
  }
}

function quoted(text: string): string {
  return `“${clipped(text, 40)}”`;
}
