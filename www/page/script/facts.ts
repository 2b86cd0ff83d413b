/** What is known of a run in a few words each. */
import type { Execution } from "../../generated/types";
import { count, duration } from "../format";

export function endedWell({ ended, traceback, status }: Execution): boolean {
  return ended === null && traceback === null && status === 0;
}

export function time({ totalMs }: Pick<Execution, "totalMs">): string {
  return duration(totalMs);
}

/** Those of the program: the library's are nobody's business. */
export function threads({ lanes }: Pick<Execution, "lanes">): string {
  const own = lanes.filter(({ library }) => !library);
  const tasks = own.filter(({ task }) => task).length;
  const all = several(own.length - tasks, "thread");
  return tasks === 0 ? all : `${all}, ${several(tasks, "task")}`;
}

function several(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${count(number)} ${what}s`;
}

/** What its objects took at the end. */
export function memory({ heapBytes }: Pick<Execution, "heapBytes">): string {
  const megabytes = heapBytes / 1e6;
  return `${megabytes < 0.1 ? "under 0.1" : megabytes.toFixed(1)} MB of objects`;
}

/** Only where there is a lock, and somebody to hand it to. */
export function handOffs({ handOffs: found, lanes }: Pick<Execution, "handOffs" | "lanes">): string[] {
  if (found === null || lanes.filter(({ task }) => !task).length === 1) return [];
  return [found === 1 ? "the lock changed hands once" : `the lock changed hands ${count(found)} times`];
}
