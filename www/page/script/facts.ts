/** What is known of a run in a few words each. */
import type { Execution } from "../../generated/types";
import { count, duration } from "../format";

export function endedWell({ ended, traceback, status }: Execution): boolean {
  return ended === null && traceback === null && status === 0;
}

export function time({ totalMs }: Pick<Execution, "totalMs">): string {
  return duration(totalMs);
}

export function threads({ lanes }: Pick<Execution, "lanes">): string {
  return lanes.length === 1 ? "1 thread" : `${count(lanes.length)} threads`;
}

/** Only where there is a lock, and somebody to hand it to. */
export function handOffs({ handOffs: found, lanes }: Pick<Execution, "handOffs" | "lanes">): string[] {
  if (found === null || lanes.length === 1) return [];
  return [found === 1 ? "the lock changed hands once" : `the lock changed hands ${count(found)} times`];
}
