import type { ProgramInfo, Report } from "../generated/types";

/** One file for each recorded program, loaded only when it is asked for. `npm run record` makes them. */
const recordings = import.meta.glob<Report>("./*.json", { import: "default" });

/**
 * What was measured with a bundled program and the usual settings, when it was recorded; null if
 * this very program was not.
 */
export async function recordingOf({ id, source }: ProgramInfo): Promise<Report | null> {
  const report = await recordings[`./${id}.json`]?.();
  return report?.plan.source === source ? report : null;
}
