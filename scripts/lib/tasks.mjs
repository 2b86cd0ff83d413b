// Does many things, two at a time, each as soon as what it comes after is done.
import { Stop } from "./step.mjs";

/**
 * @typedef {{
 *   name: string,
 *   after?: string[],
 *   uses?: string | undefined,
 *   alone?: boolean | undefined,
 *   run: () => Promise<unknown>,
 * }} Task `after` names other tasks; of those that use the same, one runs at a time; while one that
 *   is `alone` runs, nothing else does
 */

/** Each may use all cores for a while, but most do not all the time. */
const AT_ONCE = 2;

/** The tasks named, and those that they come after. @param {Task[]} all @param {string[]} names */
export function needed(all, names) {
  const wanted = new Set(names);
  // A set that grows while it is gone through goes on with what was added.
  for (const name of wanted) {
    const task = all.find((each) => each.name === name);
    if (task === undefined) throw new Stop(`There is no task ${name}.`);
    for (const other of task.after ?? []) wanted.add(other);
  }
  return all.filter(({ name }) => wanted.has(name));
}

/** In the order given, where nothing else decides. Ends as soon as one fails. @param {Task[]} tasks */
export async function runTasks(tasks) {
  const twice = tasks.find(({ name }, place) => tasks.findIndex((each) => each.name === name) < place);
  if (twice !== undefined) throw new Error(`There are two tasks named ${twice.name}.`);
  const waiting = new Set(tasks);
  /** @type {Map<Task, Promise<Task>>} */
  const running = new Map();
  while (waiting.size + running.size > 0) {
    for (const task of waiting) {
      if (running.size >= AT_ONCE || !isFree(task, waiting, running.keys())) continue;
      waiting.delete(task);
      running.set(
        task,
        task.run().then(() => task),
      );
    }
    if (running.size === 0) {
      const names = [...waiting].map(({ name }) => name);
      throw new Error(`Each waits for another: ${names.join(", ")}`);
    }
    running.delete(await Promise.race(running.values()));
  }
}

/** @param {Task} task @param {Iterable<Task>} waiting @param {Iterable<Task>} running */
function isFree(task, waiting, running) {
  const others = [...running];
  const isDisturbed = others.some(
    ({ alone, uses }) => alone || task.alone || (uses !== undefined && uses === task.uses),
  );
  const undone = new Set([...waiting, ...others].map(({ name }) => name));
  return !isDisturbed && !(task.after ?? []).some((name) => undone.has(name));
}
