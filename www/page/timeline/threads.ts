/** Lanes that are threads of a script, which have names, and begin and end when they do. */
import type { Lane, Place } from "../../generated/types";
import type { Panel } from "./panels";

export interface Thread {
  readonly name: string;
  /** How many started each other before it. */
  readonly depth: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Is it a task of the thread above it? */
  readonly isTask: boolean;
}

/** What a lane is called. */
export function nameOf({ threads, trace }: Panel, index: number): string {
  return threads?.[index]?.name ?? `worker ${trace.lanes[index]?.worker ?? index}`;
}

/** Where a thread stood when a segment began. */
export function placeOf(lane: Lane, segment: number): Place | null {
  const at = lane.at[segment];
  return at === undefined || at === null ? null : (lane.places[at] ?? null);
}
