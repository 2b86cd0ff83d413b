/** Programs of the reader's own: what follows from their text. */
import type { Argument, Parameter, ProgramInfo } from "../generated/types";
import { choose, OWN, ownId, settle, type Choices, type Offer } from "./choices";
import type { Draft } from "./drafts";

export function isOwn({ id }: Pick<ProgramInfo, "id">): boolean {
  return id.startsWith(OWN);
}

/** What the engine finds in a source. */
export type Known = Pick<ProgramInfo, "kind" | "parameters">;

/** Of a source that nobody has looked at yet. */
export const UNKNOWN: Known = { kind: "task", parameters: [] };

/** What is known of a source: what the engine finds, and what its base says of that. */
export function ownProgram(
  source: string,
  { kind, parameters }: Known,
  base?: ProgramInfo,
): ProgramInfo {
  const isSized = parameters.some(
    (parameter) => parameter.name === base?.sizeParameter && parameter.kind === "int",
  );
  return {
    id: ownId(base?.id),
    title: base === undefined ? "Your program" : `${base.title}, edited`,
    summary:
      base === undefined
        ? OF_KIND[kind]
        : `This is your version of “${base.title}”.`,
    source,
    kind,
    parameters,
    sizeParameter: isSized && base !== undefined ? base.sizeParameter : "",
    work: base?.work ?? "split",
    published: [],
  };
}

const OF_KIND: Record<ProgramInfo["kind"], string> = {
  task: "This program is not one of this page's own.",
  script:
    "A script runs as it stands, with the GIL and without: once to warm up, then three times in turns, or less often if that took more than 20 s.",
};

/** What choosing a program of the reader's own comes to. */
export function choiceOf({ id, source }: ProgramInfo): Pick<Choices, "source" | "basedOn"> {
  return id === OWN ? { source } : { source, basedOn: id.slice(ownId("").length) };
}

/** The offer with this among the reader's own programs, in the place of an earlier version. */
export function offering(offer: Offer, own: ProgramInfo): Offer {
  return { ...offer, own: [own, ...offer.own.filter(({ id }) => id !== own.id)] };
}

/** Drafts as programs. */
export function drafted(drafts: readonly Draft[], programs: readonly ProgramInfo[]): ProgramInfo[] {
  return drafts.map((draft) => ownProgram(draft.source, UNKNOWN, baseOf(draft, programs)));
}

/** The bundled program that a source is based on. */
export function baseOf(
  { basedOn }: Pick<Choices, "basedOn">,
  programs: readonly ProgramInfo[],
): ProgramInfo | undefined {
  return programs.find(({ id }) => id === basedOn);
}

/** The bundled program that is chosen, or that the chosen one is based on. */
export function originalOf(choices: Choices, offer: Offer): ProgramInfo | undefined {
  const { programs } = offer;
  if (choices.source !== undefined) return baseOf(choices, programs);
  return baseOf({ basedOn: settle(choices, offer)?.program.id ?? "" }, programs);
}

/** What is chosen and on offer once the chosen program has this text, by what is known of it so far. */
export function edited(choices: Choices, offer: Offer, text: string): [Choices, Offer] {
  const base = originalOf(choices, offer);
  if (base?.source === text) {
    const change = { program: base.id, source: undefined, basedOn: undefined };
    return [choose(choices, change), offer];
  }
  const known = settle(choices, offer)?.program ?? UNKNOWN;
  const change = { program: undefined, source: text, basedOn: base?.id };
  return [choose(choices, change), offering(offer, ownProgram(text, known, base))];
}

/** Values that were given, now that others are: one that was taken back is not kept. */
export function given(
  before: Readonly<Record<string, Argument>>,
  parameters: readonly Parameter[],
  args: Readonly<Record<string, Argument>>,
): Record<string, Argument> {
  const others = Object.entries(before).filter(([name]) =>
    parameters.every((parameter) => parameter.name !== name),
  );
  return { ...Object.fromEntries(others), ...args };
}

/** Of the values that were given those which these parameters can take; undefined if there are none. */
export function fitting(
  values: Readonly<Record<string, Argument>>,
  parameters: readonly Parameter[],
): Record<string, Argument> | undefined {
  const found = Object.entries(values).filter(([name, value]) =>
    parameters.some((parameter) => parameter.name === name && takes(parameter, value)),
  );
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function takes({ kind }: Parameter, value: Argument): boolean {
  switch (kind) {
    case "bool":
      return typeof value === "boolean";
    case "str":
      return typeof value === "string";
    case "int":
      return Number.isInteger(value);
    case "float":
      return typeof value === "number";
    case null:
      return true;
  }
}
