// Says what is being done and how long it took.

/** @template T @param {string} title @param {() => Promise<T>} work @returns {Promise<T>} */
export async function step(title, work) {
  console.log(`▸ ${title}`);
  const start = performance.now();
  const result = await work();
  console.log(`  ✓ ${title}: ${seconds(performance.now() - start)}`);
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
