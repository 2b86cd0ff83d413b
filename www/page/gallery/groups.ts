/** The bundled programs by the story that they tell: task programs, which the engine has, and scripts. */

interface Group {
  readonly title: string;
  /** What to look for in all of them. */
  readonly about: string;
  /** Ids of programs. */
  readonly tasks: readonly string[];
  /** Files in gallery/, which are loaded when they are needed. */
  readonly scripts: readonly string[];
}

export const GROUPS: readonly Group[] = [
  {
    title: "The lock",
    about: "One thread runs at a time: see in the timeline who has the lock, and who waits for it.",
    tasks: ["countdown", "sha256"],
    scripts: ["convoy", "ticker"],
  },
  {
    title: "Without it",
    about: "The same threads all at once: see what gets faster, and what costs more.",
    tasks: ["fib", "primes", "mandelbrot", "matrix", "bubble-sort", "word-count", "shared-list"],
    scripts: ["loops-in-threads"],
  },
  {
    title: "Processes and interpreters",
    about: "Each has a memory of its own: nobody waits for a lock, and everything is copied.",
    tasks: [],
    scripts: ["tiny-tasks", "interpreters"],
  },
  {
    title: "Waiting",
    about: "Who waits needs no lock, and hardly a thread: see whose waits add up.",
    tasks: ["io-wait", "producer-consumer"],
    scripts: ["async-sleeps", "to-thread", "back-pressure", "many-threads"],
  },
  {
    title: "What goes wrong",
    about: "Faults that a single thread never has: see what is lost, and who waits for whom.",
    tasks: ["lost-updates", "lock"],
    scripts: ["changed-while-iterated", "check-then-act", "two-locks", "own-pool", "starvation"],
  },
];

export const SCRIPTS: readonly string[] = GROUPS.flatMap(({ scripts }) => scripts);

export function isBundledScript(id: string | undefined): boolean {
  return id !== undefined && SCRIPTS.includes(id);
}
