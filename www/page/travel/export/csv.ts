import type { ModelResult, Report, Sample } from "../../../generated/types";

type Cell = string | number | boolean | null;

/** The columns by their names, which stay: people's notebooks read them. */
const COLUMNS: Readonly<Record<string, (sample: Sample, result: ModelResult) => Cell>> = {
  order: (sample) => sample.order,
  model: (_, result) => result.model,
  workers: (_, result) => result.workers,
  startUpMs: (sample) => sample.startUpMs,
  copyInMs: (sample) => sample.copyInMs,
  computeMs: (sample) => sample.computeMs,
  copyOutMs: (sample) => sample.copyOutMs,
  joinMs: (sample) => sample.joinMs,
  totalMs: (sample) => sample.totalMs,
  handOffs: (sample) => sample.handOffs,
  outlier: (sample) => sample.outlier,
  traced: (sample, result) => result.trace !== null && result.tracedSample === sample.order,
};

/** One row per sample, in the order in which they were taken. */
export function toCsv(report: Report): string {
  const samples = report.results.flatMap((result) =>
    result.samples.map((sample) => ({ sample, result })),
  );
  const rows = samples
    .toSorted((one, other) => one.sample.order - other.sample.order)
    .map(({ sample, result }) => Object.values(COLUMNS).map((cell) => cell(sample, result)));
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** As RFC 4180 quotes it. Nothing is an empty field. */
export function field(value: Cell): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
