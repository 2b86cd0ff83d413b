import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ScriptReport } from "../../generated/types";
import { dateOf, device, inSentence, sentenceOf } from "../format";
import type { Page } from "../page";
import type { ScriptRun, ScriptRuns } from "../state";
import { failed } from "./failed";
import { runsOf } from "./executing";
import { handOffs, memory, threads, time } from "./facts";
import { printed } from "./printed";
import { scriptTimeline } from "./timeline";
import { RUNTIMES, type RuntimeWords } from "./runtimes";
import { bars } from "./bars";

/** What happened when the script ran: how long it took and what it printed, under each Python. */
export function scriptSection(page: Page): TemplateResult | typeof nothing {
  const { shown: result, frozen } = page.script;
  if (result === null) return nothing;
  const isOther = result.source !== page.settings?.program.source;
  return html`
    <section class=${isOther ? "script other" : "script"} aria-labelledby="script">
      <h2 id="script">What happened</h2>
      ${frozen === null || result.report === frozen ? nothing : frozenBars(frozen)}
      ${result.report === null ? nothing : html`<p class="note measured">${measured(result.report, result.report === frozen)}</p>`}
      ${isOther ? html`<p class="notice">This is what happened before the program was changed. Run shows it anew.</p>` : nothing}
      ${bars(result.runs)}
      <div class="runtimes">
        ${RUNTIMES.map((words) => runtime(words, result))}
      </div>
      ${hasMarks(result) ? html`<p class="note">Marked lines: the other run did not print them. Times are not compared.</p>` : nothing}
      ${scriptTimeline(page, result)}
    </section>
  `;
}

/** What somebody else got, beside what was found here. */
function frozenBars(frozen: ScriptReport): TemplateResult {
  return html`<div class="frozen">
    <p class="note measured">${measured(frozen, true)}</p>
    ${bars(runsOf(frozen).runs)}
  </div>`;
}

function measured({ environment, startedAt }: ScriptReport, isFrozen: boolean): string {
  const where = `${device(environment)}, ${dateOf(startedAt)}`;
  return isFrozen ? `Measured elsewhere: ${where}. Run shows what comes of it here.` : `Measured here: ${where}.`;
}

function hasMarks({ comparison }: ScriptRuns): boolean {
  return comparison?.differing.some((lines) => lines.length > 0) ?? false;
}

function runtime(
  { name, title, about }: RuntimeWords,
  { runs, comparison }: ScriptRuns,
): TemplateResult | typeof nothing {
  const run = runs.find((candidate) => candidate.runtime === name);
  if (run === undefined) return nothing;
  const at = runs.filter(({ is }) => is === "done").indexOf(run);
  return html`<section class="runtime" data-model=${name} aria-label=${title}>
    <h3><span class="swatch"></span>${title} <small>${about}</small></h3>
    ${outcome(run, title, comparison?.differing[at])}
  </section>`;
}

function outcome(
  run: ScriptRun,
  title: string,
  differing: readonly number[] | undefined,
): TemplateResult {
  const label = `Printed ${inSentence(title)}`;
  switch (run.is) {
    case "waiting":
      return html`<p class="note">It runs next.</p>`;
    case "refused":
      return html`<p class="note">${sentenceOf(run.why)}</p>`;
    case "running":
      return run.output.length === 0 ? html`<p class="note">Running; it has printed nothing yet.</p>` : printed({ title: label, output: run.output, isLive: true });
    case "stopped":
      return html`<p class="note">Stopped. It had printed:</p> ${printed({ title: label, output: run.output })}`;
    case "done": {
      const { execution } = run;
      const { output, gap } = execution;
      return html`
        <p class="facts">${[time(execution), threads(execution), ...handOffs(execution), memory(execution)].join(" · ")}</p>
        ${printed({ title: label, output, differing, gap })} ${failed(execution)}
      `;
    }
  }
}
