// Says what is being done and how long it took, and remembers both.

/** @typedef {{ title: string, start: number, ms: number | null }} Step `ms` is null until its end */

/** @type {Step[]} */
export const steps = [];

/** @template T @param {string} title @param {() => Promise<T>} work @returns {Promise<T>} */
export async function step(title, work) {
  console.log(`▸ ${title}`);
  /** @type {Step} */
  const entry = { title, start: performance.now(), ms: null };
  steps.push(entry);
  const result = await work();
  entry.ms = performance.now() - entry.start;
  console.log(`  ✓ ${title}: ${seconds(entry.ms)}`);
  return result;
}

/** Ends a command: an expected failure is told in full, without a stack. @param {unknown} error */
export function stop(error) {
  console.error("\n✗", error instanceof Stop ? error.message : error);
  process.exit(1);
}

/** A failure that the message explains completely. */
export class Stop extends Error {}

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
