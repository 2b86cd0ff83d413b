/** The lessons: each step is a file in `lessons/`. Loaded when the first one is opened. */
import { stepOf, type Step } from "./step";

export interface Lesson {
  /** The folder. */
  id: string;
  /** From 1. */
  number: number;
  title: string;
  steps: readonly Step[];
}

const files = import.meta.glob<string>("/lessons/*/*.py", { query: "?raw", import: "default", eager: true });

/** In the order in which they build on each other. */
const TITLES: readonly (readonly [id: string, title: string])[] = [
  ["the-lock", "The lock"],
  ["waiting", "Waiting is not computing"],
  ["without-the-lock", "Without the lock"],
  ["what-goes-wrong", "What goes wrong"],
  ["processes", "Processes and interpreters"],
  ["tasks", "asyncio and virtual threads"],
];

export const LESSONS: readonly Lesson[] = TITLES.map(([id, title], index) => {
  const names = Object.keys(files).filter((name) => name.startsWith(`/lessons/${id}/`));
  return { id, number: index + 1, title, steps: names.toSorted().map((name) => stepOf(files[name] ?? "")) };
});

/** What a link names; undefined if there is no such step. */
export function findStep(id: string, number: number): { lesson: Lesson; step: Step } | undefined {
  const lesson = LESSONS.find((candidate) => candidate.id === id);
  const step = lesson?.steps[number - 1];
  return lesson === undefined || step === undefined ? undefined : { lesson, step };
}
