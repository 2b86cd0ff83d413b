/** A step of a lesson: a script whose docstring says what it teaches. */
import type { Pointer } from "../timeline/pointer";

export interface Step {
  title: string;
  /** What stands before the question. */
  intro: string;
  question: string;
  options: readonly { text: string; isRight: boolean }[];
  /** What is seen, and why. */
  why: string;
  /** A sentence of that, and what it points at in the timeline. */
  see: Pointer | null;
  /** The one thing to be changed, and what is to be seen then. */
  change: { from: string; to: string; after: string };
  /** The program, without the docstring. */
  source: string;
}

/**
 * The docstring is of paragraphs: the title; what there is; the question with its answers, a dash
 * before each and a star behind the right one; why; `See: gil, waiting, Thread-2: a sentence` (the name is
 * not needed) with what it points at; and `Change: this -> that` with what comes of it.
 * @throws Error if one is missing
 */
export function stepOf(text: string): Step {
  const [, docstring = "", source = ""] = /^"""([\s\S]*?)"""\n+([\s\S]*)$/.exec(text) ?? [];
  const paragraphs = docstring.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const title = paragraphs[0] ?? "";
  const asked = paragraphs.findIndex((paragraph) => /^- /m.test(paragraph));
  const changed = paragraphs.findIndex((paragraph) => paragraph.startsWith("Change: "));
  const seen = paragraphs.findIndex((paragraph) => paragraph.startsWith("See: "));
  const lines = paragraphs[asked]?.split("\n") ?? [];
  const options = lines.filter((line) => line.startsWith("- ")).map(optionOf);
  const [change = "", ...then] = paragraphs[changed]?.split("\n") ?? [];
  const [, from = "", to = ""] = /^Change: (.+) -> (.+)$/.exec(change) ?? [];
  if (asked < 1 || changed < asked || from === "" || source === "") throw new Error(`“${title}” is no step of a lesson`);
  return {
    title,
    intro: joined(paragraphs.slice(1, asked)),
    question: joined(lines.filter((line) => !line.startsWith("- "))),
    options,
    why: joined(paragraphs.slice(asked + 1, seen < 0 ? changed : seen)),
    see: seen < 0 ? null : seeOf(joined([paragraphs[seen] ?? ""])),
    change: { from, to, after: joined([then.join("\n")]) },
    source,
  };
}

/** @throws Error if it is none */
function seeOf(paragraph: string): Pointer {
  const [, model, state, lane = "", text = ""] = /^See: (gil|free-threaded), ([a-z]+)(?:, ([\w-]+))?: (.+)$/.exec(paragraph) ?? [];
  const known = STATES.find((one) => one === state);
  if ((model !== "gil" && model !== "free-threaded") || known === undefined) throw new Error(`“${paragraph}” points at nothing`);
  return { model, state: known, lane, text };
}

/** What can be pointed at. */
const STATES = ["running", "waiting", "sleeping", "locked", "awaiting", "ready", "unlocked"] as const;

function optionOf(line: string): Step["options"][number] {
  const isRight = line.endsWith(" *");
  return { text: line.slice(2, isRight ? -2 : undefined), isRight };
}

function joined(paragraphs: readonly string[]): string {
  return paragraphs.join(" ").replaceAll(/\s+/g, " ");
}

/** The program with that one thing changed. */
export function changedSource({ source, change }: Step): string {
  return source.replace(change.from, () => change.to);
}

/** The line where that is, from 1. */
export function changedLine({ source, change }: Step): number {
  return source.slice(0, source.indexOf(change.from)).split("\n").length;
}
