/** What the reader has chosen, and what follows for everything left open. */
import type {
  Argument,
  Model,
  ModelInfo,
  Plan,
  PlanRequest,
  ProgramInfo,
  Size,
  Work,
} from "../generated/types";

/** Only what was chosen: the rest is for the engine to decide. It is also what a link keeps. */
export type Choices = Pick<
  PlanRequest,
  | "program"
  | "args"
  | "size"
  | "models"
  | "workers"
  | "work"
  | "samples"
  | "warmups"
  | "switchIntervalMs"
>;

/** What can be chosen here, and what is chosen for those who choose nothing. */
export interface Offer {
  programs: ProgramInfo[];
  models: ModelInfo[];
  cores: number;
  defaults: Plan;
}

/** Every choice made, for the controls to show. */
export interface Settings {
  program: ProgramInfo;
  size: Size | "own";
  args: Record<string, Argument>;
  models: Model[];
  workers: number[];
  work: Work;
  samples: number;
  warmups: number;
  switchIntervalMs: number;
}

/** The page prefers a size that suits the device; a caller of the API gets the published one. */
export function toRequest(choices: Choices, program: string): PlanRequest {
  return { program, size: "auto", ...choices };
}

/** The request for what the controls show: a size of one's own is not one that was measured. */
export function settledRequest(choices: Choices, { program, size }: Settings): PlanRequest {
  return { ...toRequest(choices, program.id), size: size === "own" ? "default" : size };
}

export function settle(choices: Choices, { programs, models, defaults }: Offer): Settings | null {
  const id = choices.program ?? defaults.program;
  const program = programs.find((candidate) => candidate.id === id) ?? programs[0];
  if (program === undefined) return null;
  const args = choices.args ?? {};
  const chosen = choices.models ?? defaults.models;
  return {
    program,
    size: program.sizeParameter in args ? "own" : (choices.size ?? "auto"),
    args,
    models: models.flatMap(({ id: model }) =>
      model === "sequential" || chosen.includes(model) ? [model] : [],
    ),
    workers: choices.workers ?? defaults.workers,
    work: choices.work ?? program.work,
    samples: choices.samples ?? defaults.samples,
    warmups: choices.warmups ?? defaults.warmups,
    switchIntervalMs: choices.switchIntervalMs ?? defaults.switchIntervalMs,
  };
}

/** Choices to make; an undefined one is left to the engine again. */
export type Change = { [Name in keyof Choices]?: Choices[Name] | undefined };

export function choose(choices: Choices, change: Change): Choices {
  const entries = Object.entries({ ...choices, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Another program has other parameters, and its own way of giving out work. */
export function chooseProgram(choices: Choices, program: string): Choices {
  return choose(choices, { program, args: undefined, work: undefined });
}
