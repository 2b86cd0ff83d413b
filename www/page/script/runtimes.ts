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
  /** Does a script run under it unless it is asked otherwise? */
  isUsual: boolean;
}

/** In the order in which they run. */
export const RUNTIMES: readonly RuntimeWords[] = [
  { name: "gil", title: "With the GIL", about: "Python as usually installed", document: "gil", isUsual: true },
  { name: "gil-before-3.2", title: "With the GIL before 3.2", about: "Python up to 3.1", document: "gil", isUsual: false },
  { name: "free-threaded", title: "Without the GIL", about: "free-threaded Python, 3.14t", document: "free-threaded", isUsual: true },
];

/** What a script runs under unless it is asked otherwise. */
export const USUAL: readonly RuntimeName[] = RUNTIMES.filter(({ isUsual }) => isUsual).map(({ name }) => name);
