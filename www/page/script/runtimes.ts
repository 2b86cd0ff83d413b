/** The Pythons that a script runs under, as the page names them. */
import type { RuntimeName } from "../../generated/types";

export interface RuntimeWords {
  name: RuntimeName;
  title: string;
  /** Which Python has it so. */
  about: string;
}

/** In the order in which they run. */
export const RUNTIMES: readonly RuntimeWords[] = [
  { name: "gil", title: "With the GIL", about: "Python as usually installed" },
  { name: "free-threaded", title: "Without the GIL", about: "free-threaded Python, 3.14t" },
];
