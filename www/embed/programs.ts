import { catalogue } from "../generated/catalogue";
import type { ProgramInfo } from "../generated/types";

/** One file for each bundled program, loaded only when it is asked for. */
const files = import.meta.glob<ProgramInfo>("../generated/programs/*.json", { import: "default" });

/** What is known of these bundled programs without the engine; of those that there are. */
export async function programsOf(
  ids: readonly string[] = catalogue.programs,
): Promise<ProgramInfo[]> {
  const loads = ids.flatMap((id) => files[`../generated/programs/${id}.json`] ?? []);
  return Promise.all(loads.map((load) => load()));
}
