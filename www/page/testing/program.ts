import type { ProgramInfo } from "../../generated/types";

/** A program of tasks with one parameter, its size. */
export const countdown: ProgramInfo = {
  id: "countdown",
  title: "Countdown",
  summary: "",
  source: "def task(worker, workers, n=5): pass",
  kind: "task",
  parameters: [{ name: "n", default: 5, kind: "int" }],
  sizeParameter: "n",
  work: "split",
  published: [],
};
