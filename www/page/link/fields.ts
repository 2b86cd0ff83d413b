/** How each choice is read from a link. Whether it can be run is for the engine to say. */
import type { Argument } from "../../generated/types";

/** Undefined if the text cannot be understood. */
export type Parser = (text: string) => unknown;

export const parsers: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  ["program", nameOf],
  ["basedOn", nameOf],
  ["size", oneOf("default", "auto")],
  ["models", listOf(nameOf)],
  ["workers", listOf(numberOf)],
  ["work", oneOf("split", "repeat")],
  ["samples", numberOf],
  ["warmups", numberOf],
  ["switchIntervalMs", numberOf],
  ["virtualThreads", (text) => (text === "true" ? true : undefined)],
  ["lesson", nameOf],
  ["step", numberOf],
  ["argv", textOf],
  ["runtimes", listOf(oneOf("gil", "gil-before-3.2", "free-threaded"))],
]);

export function argumentOf(text: string): Argument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isArgument = ["number", "boolean", "string"].includes(typeof value);
    return isArgument ? (value as Argument) : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(text: string): string | undefined {
  return /^[\w-]{1,40}$/.test(text) ? text : undefined;
}

function textOf(text: string): string | undefined {
  return text.length <= 1000 ? text : undefined;
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
