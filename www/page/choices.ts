/** What the reader has chosen, and what follows for everything left open. */
import type {
  Argument,
  Model,
  ModelInfo,
  Plan,
  PlanRequest,
  ProgramInfo,
  RuntimeName,
  ScriptPlan,
  Size,
  Work,
} from "../generated/types";
import type { Engine, SampleRequest } from "../engine";
import { isUsual, RUNTIMES, USUAL } from "./script/runtimes";
import { argumentsOf, argumentText } from "./script/words";

/** Only what was chosen: the rest is for the engine to decide. It is also what a link keeps. */
export type Choices = Pick<
  PlanRequest,
  | "program"
  | "source"
  | "basedOn"
  | "args"
  | "size"
  | "models"
  | "workers"
  | "work"
  | "samples"
  | "warmups"
  | "switchIntervalMs"
> & {
  /** Are a script's threads virtual: many on as few carriers as there are cores? */
  virtualThreads?: boolean;
  /** Which lesson the program is of, and the number of the step, from 1. */
  lesson?: string;
  step?: number;
  /** What a script is given as its arguments, as a shell would take them. */
  argv?: string;
  /** Which Pythons a script is run under. */
  runtimes?: RuntimeName[];
  /** What a script reads as its standard input. */
  stdin?: string;
};

/** What can be chosen here, and what is chosen for those who choose nothing. */
export interface Offer {
  programs: ProgramInfo[];
  /** The reader's own programs: one that is edited from each bundled one, and one that is not. */
  own: ProgramInfo[];
  models: ModelInfo[];
  cores: number;
  defaults: Plan;
}

/** What an engine has of its own. */
export async function offerOf(engine: Engine): Promise<Offer> {
  const programs = engine.programs();
  const defaults = await engine.plan(toRequest({}, programs[0]?.id ?? ""));
  return { programs, own: [], models: engine.models(), cores: engine.environment.cores, defaults };
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
  /** Null: as many as it takes. */
  warmups: number | null;
  switchIntervalMs: number;
  argv: string;
  stdin: string;
  runtimes: RuntimeName[];
  virtualThreads: boolean;
  /** Measured runs of a script; null: as many as there is time for. */
  runs: number | null;
}

/** The page prefers a size that suits the device; a caller of the API gets the published one. */
export function toRequest(choices: Choices, program: string): PlanRequest {
  const { argv: _argv, stdin: _stdin, runtimes: _runtimes, lesson: _lesson, step: _step, ...others } = choices;
  const { virtualThreads: _virtualThreads, ...request } = others;
  return request.source === undefined ? { program, size: "auto", ...request } : request;
}

/** The request for what the controls show: a size of one's own is not one that was measured. */
export function settledRequest(choices: Choices, { program, size }: Settings): PlanRequest {
  const request = toRequest(choices, program.id);
  return { ...request, size: size === "own" ? "default" : size };
}

/** The request for a script, under all Pythons that there are. */
export function scriptRequest({
  program,
  argv,
  stdin,
  runtimes,
  runs,
  virtualThreads,
  switchIntervalMs,
}: Settings): SampleRequest & { source: string } {
  const samples = runs === null ? {} : { samples: runs };
  const args = argumentsOf(argv);
  const virtual = virtualThreads ? { virtualThreads } : {};
  return { source: program.source, runtimes, args, stdin, ...virtual, switchIntervalMs, ...samples };
}

/** What the report of a script was made of, as choices. */
export function choicesOfScript(plan: ScriptPlan): Choices {
  const { source, runtimes, args, stdin, samples, virtualThreads, switchIntervalMs } = plan;
  return {
    source,
    ...(isUsual(runtimes) ? {} : { runtimes }),
    ...(args.length === 0 ? {} : { argv: argumentText(args) }),
    ...(stdin === "" ? {} : { stdin }),
    ...(virtualThreads ? { virtualThreads } : {}),
    ...(samples === null || samples < 1 ? {} : { samples }),
    switchIntervalMs,
  };
}

export function settle(choices: Choices, offer: Offer): Settings | null {
  const { models, defaults } = offer;
  const program = programOf(choices, offer);
  if (program === undefined) return null;
  const { args = {} } = choices;
  const chosen = choices.models ?? defaults.models;
  return {
    program,
    size: sizeOf(choices, program),
    args,
    models: models.flatMap(({ id: model }) =>
      model === "sequential" || chosen.includes(model) ? [model] : [],
    ),
    workers: choices.workers ?? defaults.workers,
    work: choices.work ?? program.work,
    samples: choices.samples ?? defaults.samples,
    warmups: choices.warmups ?? defaults.warmups,
    switchIntervalMs: choices.switchIntervalMs ?? defaults.switchIntervalMs,
    argv: choices.argv ?? "",
    stdin: choices.stdin ?? "",
    virtualThreads: choices.virtualThreads ?? false,
    runtimes: RUNTIMES.map(({ name }) => name).filter((name) => (choices.runtimes ?? USUAL).includes(name)),
    runs: choices.samples ?? null,
  };
}

/** Nothing is measured for a program whose size is not known to be one. */
function sizeOf({ args = {}, size = "auto" }: Choices, program: ProgramInfo): Settings["size"] {
  if (program.sizeParameter === "") return "default";
  return program.sizeParameter in args ? "own" : size;
}

function programOf(
  { program, source, basedOn }: Choices,
  offer: Offer,
): ProgramInfo | undefined {
  const { programs, own, defaults } = offer;
  const written = own.find(
    (candidate) => candidate.source === source && candidate.id === ownId(basedOn),
  );
  if (written !== undefined) return written;
  const id = program ?? defaults.program;
  return programs.find((candidate) => candidate.id === id) ?? programs[0];
}

/** Choices to make; an undefined one is left to the engine again. */
export type Change = { [Name in keyof Choices]?: Choices[Name] | undefined };

export function choose(choices: Choices, change: Change): Choices {
  const entries = Object.entries({ ...choices, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Another program has other parameters, and its own way of giving out work. */
export function chooseProgram(
  choices: Choices,
  { program, source, basedOn }: Pick<Choices, "program" | "source" | "basedOn">,
): Choices {
  const isOwn = source !== undefined;
  const size = isOwn ? undefined : choices.size;
  const script = { argv: undefined, stdin: undefined, lesson: undefined, step: undefined };
  const others = { args: undefined, work: undefined, ...script };
  return choose(choices, { program, source, basedOn, size, ...others });
}

/** The id of a program of the reader's own; what it was edited from stands behind it. */
export function ownId(basedOn?: string): string {
  return basedOn === undefined ? OWN : `${OWN} ${basedOn}`;
}

export const OWN = "own program";
