/** How fast a recorded run is replayed. */

/** What is seen while the run is replayed. */
export interface Replay {
  /** Of the speed at which it ran. */
  readonly speed: number;
  readonly isPlaying: boolean;
  /** Has the reader asked for it? Until then, nothing is shown of it. */
  readonly isOn: boolean;
}

export const SPEEDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1] as const;
/** About so long a replay takes, if the reader chooses no speed. */
const USUAL_MS = 12_000;

/** One that a run of this length can be followed at. */
export function usualReplay(durationMs: number): Replay {
  const speed = SPEEDS.findLast((candidate) => durationMs / candidate >= USUAL_MS) ?? SPEEDS[0];
  return { speed, isPlaying: false, isOn: false };
}
