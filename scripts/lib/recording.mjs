// What is kept of a report as the recording of its program.

/** @typedef {import("../../www/engine/index.ts").Report} Report */

/** As small as it shows the same but for the timeline. @param {Report} report */
export function recordingOf(report) {
  const results = report.results.map((result) => ({ ...result, trace: summaryOf(result.trace) }));
  return JSON.stringify({ ...report, results }, rounded);
}

/**
 * What the workers did in each moment weighs more than all the rest together: it goes, and how they
 * used their time stays.
 * @param {import("../../www/engine/index.ts").ModelResult["trace"]} trace
 */
function summaryOf(trace) {
  if (trace === null) return null;
  const lanes = trace.lanes.map((lane) => ({ ...lane, states: [], endsMs: [], merged: [] }));
  return { ...trace, lanes, handOffs: [] };
}

/**
 * Times are in milliseconds, and clocks have steps of microseconds.
 * @param {string} _ @param {unknown} value
 */
function rounded(_, value) {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
}
