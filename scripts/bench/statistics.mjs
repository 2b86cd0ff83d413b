/** @typedef {{ value: number, low: number, high: number }} Ratio */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

/** @param {readonly number[]} values */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * How many times shorter the second times are: the ratio of the medians, and the range over rounds.
 * @param {readonly number[]} before @param {readonly number[]} after by round, as `before`
 * @returns {Ratio}
 */
export function ratio(before, after) {
  const each = before.map((time, round) => time / (after[round] ?? Number.NaN));
  return { value: median(before) / median(after), low: Math.min(...each), high: Math.max(...each) };
}
