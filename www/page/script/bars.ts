import { html, nothing, type TemplateResult } from "lit/html.js";
import { count, duration } from "../format";
import type { ScriptRun } from "../state";
import { endedWell, time } from "./facts";
import { RUNTIMES } from "./runtimes";

/** How long the runs took, against the longest one. Those that did not end well have no bar. */
export function bars(runs: readonly ScriptRun[]): TemplateResult {
  const longest = Math.max(...runs.map(longestOf));
  return html`<dl class="times">
    ${runs.map((run) => row(run, longest))}
  </dl>`;
}

function row(run: ScriptRun, longest: number): TemplateResult {
  const title = RUNTIMES.find(({ name }) => name === run.runtime)?.title ?? run.runtime;
  const [low, high] = rangeOf(run);
  const part = (ms: number): string => (ms / longest).toFixed(4);
  const style = `--part: ${part(lengthOf(run))}; --low: ${part(low)}; --high: ${part(high)}`;
  return html`<div data-model=${run.runtime}>
    <dt>${title}</dt>
    <dd>
      ${lengthOf(run) === 0 ? nothing : html`<span class="time-track" .style=${style}><span class="time-bar"></span>${high > low ? html`<span class="time-range"></span>` : nothing}</span>`}
      <span class="time">${words(run)}</span>
    </dd>
  </div>`;
}

/** The median, or the only time. */
function lengthOf(run: ScriptRun): number {
  if (run.is !== "done" || !endedWell(run.execution)) return 0;
  return run.result?.medianMs ?? run.execution.totalMs;
}

function rangeOf(run: ScriptRun): [number, number] {
  const length = lengthOf(run);
  return run.is === "done" && length > 0 && run.result !== null ? run.result.rangeMs : [length, length];
}

function longestOf(run: ScriptRun): number {
  return rangeOf(run)[1];
}

function words(run: ScriptRun): string | TemplateResult {
  if (run.is !== "done") return WORDS[run.is];
  const { execution, result } = run;
  if (!endedWell(execution)) return `failed after ${time(execution)}`;
  if (result === null) return time(execution);
  const { medianMs, rangeMs, samplesMs, speedup } = result;
  const times = speedup === null ? "" : ` · ${speedup.value.toFixed(2)}×`;
  const several = `${duration(rangeMs[0])} to ${duration(rangeMs[1])}, ${count(samplesMs.length)} runs`;
  return html`<b>${duration(medianMs)}</b>${times}${samplesMs.length < 2 ? nothing : html` <small>${several}</small>`}`;
}

const WORDS: Record<Exclude<ScriptRun["is"], "done">, string> = {
  waiting: "next",
  running: "running…",
  stopped: "stopped",
  refused: "cannot run here",
};
