/** The Pythons that a script runs under, as the page names them. */
import type { DocumentName } from "../document";
import type { RuntimeName } from "../../generated/types";

export interface RuntimeWords {
  name: RuntimeName;
  title: string;
  /** Which Python has it so. */
  about: string;
  /** The page that tells more. */
  document: DocumentName;
}

/** In the order in which they run. */
export const RUNTIMES: readonly RuntimeWords[] = [
  { name: "gil", title: "With the GIL", about: "Python as usually installed", document: "gil" },
  { name: "gil-before-3.2", title: "With the GIL before 3.2", about: "Python up to 3.1: let go every 100 instructions", document: "gil" },
  { name: "free-threaded", title: "Without the GIL", about: "free-threaded Python, 3.14t", document: "free-threaded" },
];

/** What a script runs under if nobody chooses. */
export const USUAL: readonly RuntimeName[] = ["gil", "free-threaded"];

export const isUsual = (names: readonly RuntimeName[]): boolean => names.join() === USUAL.join();
