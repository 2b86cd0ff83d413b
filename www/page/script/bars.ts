import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ScriptRun } from "../state";
import { endedWell, time } from "./facts";
import { RUNTIMES } from "./runtimes";

/** How long each run took, against the longest one. Those that did not end well have no bar. */
export function bars(runs: readonly ScriptRun[]): TemplateResult {
  const longest = Math.max(...runs.map(lengthOf));
  return html`<dl class="times">
    ${runs.map((run) => row(run, longest))}
  </dl>`;
}

function row(run: ScriptRun, longest: number): TemplateResult {
  const title = RUNTIMES.find(({ name }) => name === run.runtime)?.title ?? run.runtime;
  const length = lengthOf(run);
  return html`<div data-model=${run.runtime}>
    <dt>${title}</dt>
    <dd>
      ${length === 0 ? nothing : html`<span class="time-bar" .style=${`--part: ${length / longest}`}></span>`}
      <span class="time">${words(run)}</span>
    </dd>
  </div>`;
}

function lengthOf(run: ScriptRun): number {
  return run.is === "done" && endedWell(run.execution) ? run.execution.totalMs : 0;
}

function words(run: ScriptRun): string {
  if (run.is !== "done") return WORDS[run.is];
  const { execution } = run;
  return endedWell(execution) ? time(execution) : `failed after ${time(execution)}`;
}

const WORDS: Record<Exclude<ScriptRun["is"], "done">, string> = {
  waiting: "next",
  running: "running…",
  stopped: "stopped",
  refused: "cannot run here",
};
