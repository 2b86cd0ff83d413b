import type { StopFlag } from "./protocol";

/** Stops threads at once: a terminated worker may compute on for seconds, and disturb what is measured next. */
export function stop(flag: StopFlag | null): void {
  if (flag !== null) Atomics.store(new Uint8Array(flag.memory.buffer), flag.address, 1);
}
