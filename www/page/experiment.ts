import type { Plan } from "../generated/types";
import { OWN, type Settings } from "./choices";
import { argument, clipped } from "./format";
import { isOwn } from "./own";

/** What is going to be run, in one line. */
export function settingsLine({ program, args, size, work, samples }: Settings): string {
  const published = program.parameters.flatMap(({ name, default: value }) =>
    value !== null && (size !== "auto" || name !== program.sizeParameter)
      ? [[name, value] as const]
      : [],
  );
  const values = { ...Object.fromEntries(published), ...args };
  const sized = size === "auto" ? "sized for this device" : "";
  return line(isOwn(program) ? OWN : program.id, values, sized, work, samples);
}

/** What was run. */
export function planLine({ program, args, size, work, samples }: Plan): string {
  return line(clipped(program ?? "own program", 40), args, size === "auto" ? "sized for its device" : "", work, samples);
}

function line(
  program: string,
  args: Plan["args"],
  sized: string,
  work: string,
  samples: number,
): string {
  const values = Object.entries(args).map(([name, value]) =>
    clipped(`${name} = ${argument(value)}`, 80),
  );
  const runs = samples === 1 ? "1 sample" : `${samples} samples`;
  return [program, ...values, ...(sized === "" ? [] : [sized]), work, runs].join(" · ");
}
